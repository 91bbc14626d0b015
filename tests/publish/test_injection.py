"""No text that people write becomes markup anywhere: the pages of a project full of payloads are the pages of any other.

Two projects say something in every field; in one it is markup of all sorts, in the other harmless letters of the
same length. Their sites must have the same files, their pages the same elements with the same attributes. Where they
differ, the leaves are halved until the one that broke out is named.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document
from icalendar import Calendar
from tests.projects import REPOSITORY, TODAY, small_project
from tests.publish.leaves import Rewriting, leaves
from tests.publish.said import project_that_says_everything

from portal.pages.templates import FOLDER, environment
from portal.paper.html import key_html, paper_html
from portal.paper.paper import Paper, compose
from portal.paper.word_paper import key_docx, paper_docx
from portal.preview.banner import decorate
from portal.preview.workbench import State
from portal.publish.building import BuildFailed, build, plan
from portal.publish.markdown_tree import export
from portal.quiz.versions import current
from portal.reading import read
from portal.records import Site
from portal.rules.article_page import as_html
from portal.source import FILE_START, error

PAYLOAD = "</title><meta http-equiv=refresh content=0;url=//x>\"'><script>x</script><img src=x onerror=y>{{7*7}}{%&amp;"
MARKDOWN = "](javascript:x)[y](data:x)![z](x)**b** `c` _d_ | {: onclick=x } <b>&amp;"
MARKDOWN_PLAIN = re.sub(r"[\[\]()!*`_|{}<>&;:=]", "n", MARKDOWN)
# Where a text has to be short.
SHORT = "\"'><script>x</script>{{7*7}}&amp;"
HARMLESS = str.maketrans(dict.fromkeys("<>\"'=&;{}%*/", "n"))
DAY = datetime.date.fromisoformat(TODAY)
XML = (".svg", ".xml")
# Their own validation takes nothing there but ids, digits, hashes and words of a list.
REFUSED = frozenset((Path(__file__).parent / "leaves_refused.txt").read_text("utf-8").split())
# Keys that are letters of options and ids of indicators, told apart before any value is looked at.
# The small project's units report no spot checks, so it has no view of them; its settings leave their folder as it is,
# which no page names.
KEYS = frozenset(
    {
        "bank.questions.options.<key>",
        "outcome.units.figures.<key>",
        "spot-check.items.chosen.<key>",
        "indicators.views.spot_checks",
        "site.spot_checks",
    }
)


def hostile_words(only: frozenset[str] | None = None) -> Rewriting:
    return _words(PAYLOAD, SHORT, only, {})


def harmless_words(like: Rewriting, only: frozenset[str] | None = None) -> Rewriting:
    """In the places where `like` has put payloads."""
    return _words(PAYLOAD.translate(HARMLESS), SHORT.translate(HARMLESS), only, like.tried)


def _words(long: str, short: str, only: frozenset[str] | None, tried: dict[str, int]) -> Rewriting:
    ways = (partial(_behind, more=long), partial(_behind, more=short), lambda text: short)
    return Rewriting(ways, partial(_behind, more=short), only, tried=dict(tried))


def _behind(text: str, more: str) -> str:
    return text + more


def built(folder: Path, *rewritings: Rewriting) -> Path:
    """The site of the project in which the rewritings have been made, one after the other."""
    root, site = written(folder, *rewritings)
    build(site, root, root / "site", DAY)
    return root / "site"


def written(folder: Path, *rewritings: Rewriting) -> tuple[Path, Site]:
    root = project_that_says_everything(folder)
    for one in rewritings:
        one.rewrite(root)
    result = read(root)
    assert result.site is not None
    assert result.problems == ()
    return root, result.site


# Marks at which lines part (ADR 21): which words and numbers they find depends on what is said.
LINES = re.compile(r"<wbr>|</?bdi>|<span class=\"p-(?:words|line)\">((?:[^<]|<(?!/?span))*)</span>")


class Tree(HTMLParser):
    """Elements and the names of their attributes, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Lines of a drawing break where there is room.
        if tag != "text":
            kept = [f"{name}={value}" if name == "http-equiv" else name for name, value in attrs]
            self.parts.append(f"<{tag} {' '.join(kept)}>")

    def handle_endtag(self, tag: str) -> None:
        if tag != "text":
            self.parts.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.parts.append("<!---->")

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.parts.append("<?>")


def tree(html: str) -> list[str]:
    made = Tree()
    made.feed(LINES.sub(r"\1", LINES.sub(r"\1", html)))
    made.close()
    return made.parts


def differing(one: Path, other: Path) -> Iterator[str]:
    """Files that are not in both sites, and pages whose trees differ."""
    mine, theirs = (sorted(_names(site)) for site in (one, other))
    yield from sorted({*mine} ^ {*theirs})
    for name in (name for name in mine if name.endswith(".html") and name in theirs):
        if tree((one / name).read_text("utf-8")) != tree((other / name).read_text("utf-8")):
            yield name


def _names(site: Path) -> Iterator[str]:
    for file in site.rglob("*"):
        # How often letters stand together decides how many files the index has.
        if file.is_file() and file.suffix not in (".gz", ".br", ".bin"):
            # Named by what they hold.
            yield re.sub(r"[0-9a-f]{8,}", "…", file.relative_to(site).as_posix())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rewriting]:
    made = hostile_words()
    return built(tmp_path_factory.mktemp("hostile"), made), made


@pytest.fixture(scope="module")
def harmless(hostile: tuple[Path, Rewriting], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("harmless"), harmless_words(hostile[1]))


def test_every_text_of_every_kind_of_file_is_tried(hostile: tuple[Path, Rewriting]) -> None:
    _, made = hostile
    assert made.refused == REFUSED
    assert leaves() - made.changed - made.refused == KEYS


def test_no_text_becomes_markup(
    hostile: tuple[Path, Rewriting], harmless: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site, made = hostile
    if broken := list(differing(site, harmless)):
        pytest.fail(f"{broken[:5]}: {_culprit(made, tmp_path_factory)}")


def _culprit(made: Rewriting, folders: pytest.TempPathFactory) -> str:
    """The leaf by which the two sites differ: the leaves are halved, the others say what is harmless."""
    names = sorted(made.changed - made.refused)
    plain = built(folders.mktemp("plain"), harmless_words(made))
    while len(names) > 1:
        half = frozenset(names[: len(names) // 2])
        others = harmless_words(made, leaves() - half)
        hostile_half = _words(PAYLOAD, SHORT, half, made.tried)
        differs = any(differing(built(folders.mktemp("half"), hostile_half, others), plain))
        names = sorted(half) if differs else names[len(half) :]
    return names[0]


def test_what_machines_read_stays_whole(hostile: tuple[Path, Rewriting]) -> None:
    site, _ = hostile
    kinds = set()
    for file in sorted(site.rglob("*")):
        if file.suffix in XML:
            assert {one.tag.rpartition("}")[2] for one in ET.parse(file).iter()}.isdisjoint(
                {"script", "meta", "img"}
            )
        elif file.suffix in (".json", ".webmanifest"):
            json.loads(file.read_text("utf-8"))
        elif file.suffix == ".ics":
            calendar = Calendar.from_ical(file.read_bytes())
            assert {one.name for one in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VALARM"}
        kinds.add(file.suffix)
    assert kinds >= {*XML, ".json", ".ics"}


def test_papers_stay_whole(hostile: tuple[Path, Rewriting], harmless: Path) -> None:
    papers = [_paper(site.parent) for site in (hostile[0], harmless)]
    templates = environment(REPOSITORY / FOLDER)
    for made in (paper_html, key_html):
        # Options are shuffled by what the bank holds, so that places differ.
        one, other = (
            {part.split(" ")[0] for part in tree(made(paper, templates).decode())} for paper in papers
        )
        assert one == other
    for word in (paper_docx, key_docx):
        one, other = (
            {part.tag for part in Document(BytesIO(word(paper))).element.iter()} for paper in papers
        )
        assert one == other


def _paper(root: Path) -> Paper:
    site = read(root).site
    assert site is not None
    version = current(site)
    blueprint = version.blueprint("daily")
    assert blueprint
    return compose(site, version, blueprint, 1, DAY)


def test_the_preview_shows_faulty_lines_as_text() -> None:
    banners = []
    for text in (PAYLOAD, PAYLOAD.translate(HARMLESS)):
        found = error(text, FILE_START, "X", text, text)
        states = (State(errors=(found,), lines={text: [text]}), State(failure=text))
        banners.append([tree(decorate("<head></head><body></body>", state)) for state in states])
    assert banners[0] == banners[1]


def test_data_in_the_head_of_pages_is_data(hostile: tuple[Path, Rewriting]) -> None:
    site, _ = hostile
    found = 0
    for page in site.rglob("*.html"):
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"), re.DOTALL
        ):
            json.loads(text)
            found += 1
    assert found > 20


def test_readers_see_the_text_as_it_was_written(hostile: tuple[Path, Rewriting]) -> None:
    """Escaped once, not twice, and no template's language."""
    site, _ = hostile
    home = (site / "index.html").read_text("utf-8")
    assert "示例市场监督管理局&lt;/title&gt;" in home
    assert "{{7*7}}" in home
    assert "&amp;amp;lt;" not in home


def test_no_text_becomes_markdown_where_the_site_is_exported(tmp_path: Path) -> None:
    hostile = _words(MARKDOWN, MARKDOWN, None, {})
    trees = [exported(tmp_path / "hostile", hostile)]
    trees.append(exported(tmp_path / "plain", _words(MARKDOWN_PLAIN, MARKDOWN_PLAIN, None, hostile.tried)))
    assert len(trees[0]) > 50
    assert [name for name, made in trees[0].items() if made != trees[1][name]] == []


def exported(folder: Path, words: Rewriting) -> dict[str, list[str]]:
    """The trees of the exported pages, read as Markdown, by the pages' places."""
    folder.mkdir()
    root, site = written(folder, words)
    docs = root / "tree/docs"
    export(plan(site, root, DAY), root, docs.parent, DAY)
    return {
        page.relative_to(docs).as_posix(): tree(as_html(page.read_text("utf-8").split("---\n", 2)[2]))
        for page in docs.rglob("*.md")
    }


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("[x](javascript:alert(1))", "href=javascript:alert(1)"),
        ("[x](java&#115;cript:x)", "href=javascript:x"),
        ("<b onclick=x>x</b>", "onclick="),
        ("好\n{: onmouseover=x }", "onmouseover="),
    ],
)
def test_what_no_rule_has_seen_stops_the_build(tmp_path: Path, article: str, told: str) -> None:
    """The rules are not run here; the old site stays, and record and page are named."""
    root = small_project(tmp_path)
    file = root / "content/knowledge/public/read-food-labels.md"
    file.write_text(f"{file.read_text('utf-8')}\n\n{article}\n", "utf-8")
    site = read(root).site
    assert site is not None
    with pytest.raises(BuildFailed) as failed:
        build(site, root, root / "site", DAY)
    page = "页面 /knowledge/public/read-food-labels/"
    assert f"content/knowledge/public/read-food-labels.md：{page} → {told}" in re.sub(
        r"： +", "：", str(failed.value)
    )
    assert not (root / "site").exists()
