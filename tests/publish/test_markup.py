"""What every page of the product's own site must hold to, read from the files: order, names, text for what is drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from portal.rules.sentences import long_sentences

# Copied into another editor, which takes nothing but inline styles; its own policy allows those alone.
COPIED = "wechat.html"
# Data for machines, which browsers do not run.
DATA = "application/ld+json"
NAMED_BY = ("aria-label", "aria-labelledby", "title")
WITHOUT_LABEL = ("hidden", "submit", "button")
Page = BeautifulSoup


@pytest.fixture(scope="module")
def pages(whole_site: Path) -> dict[str, Page]:
    return {
        file.relative_to(whole_site).as_posix(): BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for file in sorted(whole_site.rglob("*.html"))
        if file.name != COPIED
    }


def one_main_heading(page: Page) -> Iterator[str]:
    found = page.find_all("h1")
    if len(found) != 1 or not found[0].get_text(strip=True):
        yield f"{len(found)} h1"


def headings_in_order(page: Page) -> Iterator[str]:
    level = 0
    for heading in page.find_all(re.compile(r"^h[1-6]$")):
        below = int(heading.name[1])
        if below > level + 1:
            yield f"h{level} → h{below} {heading.get_text(strip=True)}"
        level = below


def ids_once(page: Page) -> Iterator[str]:
    counts = Counter(str(element["id"]) for element in page.find_all(id=True))
    yield from (f"id={name} ×{count}" for name, count in counts.items() if count > 1)


def names_that_exist(page: Page) -> Iterator[str]:
    """What says by whom it is named, described or controlled says so rightly."""
    ids = {str(element["id"]) for element in page.find_all(id=True)}
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list"):
        for element in page.find_all(True, attrs={attribute: True}):
            values = element[attribute]
            for name in values if isinstance(values, list) else str(values).split():
                if name not in ids:
                    yield f"{attribute}={name}"


def text_for_pictures(page: Page) -> Iterator[str]:
    yield from (f"img {image.get('src')}" for image in page.find_all("img") if image.get("alt") is None)
    for drawing in page.find_all("svg"):
        if drawing.get("aria-hidden") == "true" or drawing.find_parent(attrs={"aria-hidden": "true"}):
            continue
        # The ornament of something that has a name of its own, see `names_for_controls`.
        if drawing.find_parent(["a", "button", "summary"]):
            continue
        if drawing.get("role") == "img" and (_is_named(drawing) or drawing.find("title")):
            continue
        yield f"svg {str(drawing)[:80]}"


def labels_for_fields(page: Page) -> Iterator[str]:
    labelled = {str(label["for"]) for label in page.find_all("label", attrs={"for": True})}
    for field in page.find_all(["input", "select", "textarea"]):
        is_labelled = field.get("id") in labelled or field.find_parent("label") or _is_named(field)
        if field.get("type") not in WITHOUT_LABEL and not is_labelled:
            yield str(field)[:100]


def names_for_controls(page: Page) -> Iterator[str]:
    for control in page.find_all(["a", "button", "summary"]):
        pictures = [*control.find_all("img", alt=True), *control.find_all("svg", attrs={"aria-label": True})]
        if not control.get_text(strip=True) and not _is_named(control) and not pictures:
            yield str(control)[:100]


def language(page: Page) -> Iterator[str]:
    html = page.find("html")
    if not isinstance(html, Tag) or html.get("lang") != "zh-CN":
        yield "lang"


def nothing_inline(page: Page) -> Iterator[str]:
    """The policy would refuse it; browsers would only say so in their console."""
    for element in page.find_all(True):
        yield from (f"{name}= {str(element)[:80]}" for name in element.attrs if _is_inline(name))
    yield from (f"style {str(element)[:80]}" for element in page.find_all("style"))
    scripts = [one for one in page.find_all("script") if not one.get("src") and one.get("type") != DATA]
    if len(scripts) > 1:
        yield f"{len(scripts)} scripts in the page"


def sentences_heard_at_once(page: Page) -> Iterator[str]:
    """What the product says itself and computes, beside the records that TEXT-SENTENCE-01 looks at."""
    # Questions of a frozen bank stay as they are until they change.
    for paragraph in page.select("main p, main li, main figcaption, main summary"):
        if paragraph.find_parent(class_="p-question") or paragraph.find(["p", "li"]):
            continue
        # A wide space stands between a title and what is said of it.
        text = re.sub(r"[ \n]+", " ", paragraph.get_text()).replace("\u3000", "\n").strip()
        # Lists of articles and titles, addresses: no sentences.
        if text.endswith(("。", "！", "？")):
            yield from (f"{length} {text[start:end]}" for start, end, length in long_sentences(text))


RULES: tuple[Callable[[Page], Iterator[str]], ...] = (
    one_main_heading,
    headings_in_order,
    ids_once,
    names_that_exist,
    text_for_pictures,
    labels_for_fields,
    names_for_controls,
    language,
    nothing_inline,
    sentences_heard_at_once,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_all_pages(pages: dict[str, Page], rule: Callable[[Page], Iterator[str]]) -> None:
    found = {path: list(rule(page)) for path, page in pages.items()}
    wrong = {path: troubles for path, troubles in found.items() if troubles}
    assert dict(list(wrong.items())[:10]) == {}, f"{len(wrong)} pages"


def test_the_rules_see_what_is_wrong() -> None:
    page = BeautifulSoup(
        '<html lang="en"><h2 id="a">x</h2><p id="a" style="color:red" onclick="x()"><img src="x.png">'
        '<svg></svg><input><a href="x"></a><i aria-labelledby="nobody"></i><script>1</script><script>2</script>'
        f"<main><p>{'长' * 61}。</p></main>",
        "html.parser",
    )
    assert [rule.__name__ for rule in RULES if not list(rule(page))] == []


def test_every_page_brings_the_strict_policy(pages: dict[str, Page]) -> None:
    policies = set()
    for page in pages.values():
        meta = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert isinstance(meta, Tag)
        policies.add(str(meta["content"]))
    (policy,) = policies
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def _is_named(element: Tag) -> bool:
    return any(element.get(name) for name in NAMED_BY)


def _is_inline(name: str) -> bool:
    return name == "style" or name.startswith("on")
