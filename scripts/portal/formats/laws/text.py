"""The text of a law as people collect it: Markdown or plain text → its articles, paragraphs and items.

An article begins with a line `第X条 …`, also in bold; every further line is a paragraph (款), a line that
begins with （一） an item (项) of the paragraph before it. What stands before the first article is left out.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from portal.records.citation import NUMERAL, Citation, to_number
from portal.records.law import Law

HEADING = re.compile(rf"\**第(?P<article>{NUMERAL})条(?:之(?P<inserted>{NUMERAL}))?\**(?:\s+|$)(?P<text>.*)")
ITEM = re.compile(rf"[（(](?P<number>{NUMERAL})[）)]")
# Texts copied from web pages may have paragraphs and items behind one another, with a space between.
PARTS = re.compile(r"(?<=[。；])[ \u3000]+")
CHAPTER = re.compile(rf"#|第{NUMERAL}[章节编](?:\s|$)")
# A line of its own, not a sentence that begins with the words; copies part its characters by spaces.
CHAPTER_HEADING = re.compile(rf"[#\s]*第{NUMERAL}章\s*(?P<title>\S[^。；：]{{0,40}})")
STATE = "中华人民共和国"
# A decision that amends a law brings its whole text along.
AMENDING = re.compile(r"关于修改《(?P<law>[^》]+)》的决定")
DATE = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d))?(?P<effective>施行)?")


@dataclass(slots=True)
class Paragraph:
    """One 款: what stands before its items, and these by number."""

    lead: str
    items: dict[int, str] = field(default_factory=dict)

    @property
    def whole(self) -> str:
        return self.lead + "".join(self.items.values())


Articles = dict[tuple[int, int], list[Paragraph]]


def read_articles(text: str) -> Articles:
    """Articles by number and 之几."""
    found: Articles = {}
    current: list[Paragraph] = []
    for line in map(_unmarked, text.splitlines()):
        heading = HEADING.match(line)
        if heading:
            number = (to_number(heading["article"]), to_number(heading["inserted"] or "0"))
            current = found.setdefault(number, [])
        for said in PARTS.split(heading["text"].strip() if heading else line):
            if said and not CHAPTER.match(said):
                _add(current, said)
    return found


def read_chapters(text: str) -> list[tuple[str, int]]:
    """Titles of the chapters and the first article of each; a table of contents before the text has no articles."""
    found: list[tuple[str, int]] = []
    title = ""
    for line in text.splitlines():
        chapter = CHAPTER_HEADING.fullmatch(line.strip())
        article = HEADING.match(_unmarked(line))
        if chapter:
            title = re.sub(r"\s", "", chapter["title"])
        elif article and title:
            found.append((title, to_number(article["article"])))
            title = ""
    return found


def _unmarked(line: str) -> str:
    """Without the marks of a heading that copies of web pages put before whole sentences."""
    line = line.strip()
    return line.lstrip("# ") if line.endswith(("。", "；", "：")) else line


def _add(paragraphs: list[Paragraph], line: str) -> None:
    """A line to the article: an item of its last paragraph, or a paragraph of its own."""
    item = ITEM.match(line)
    if item and paragraphs:
        items, number = paragraphs[-1].items, to_number(item["number"])
        items[number] = items.get(number, "") + line
    else:
        paragraphs.append(Paragraph(line))


def places(articles: Articles, citation: Citation) -> list[str] | None:
    """The texts that the citation points to, or `None` when the law has no such article, paragraph or item.

    Where an item is named, the words before the items belong to it.
    """
    paragraphs = articles.get((citation.article, citation.inserted))
    if paragraphs is None or citation.paragraph > len(paragraphs):
        return None
    if citation.paragraph:
        paragraphs = [paragraphs[citation.paragraph - 1]]
    if not citation.item:
        return [paragraph.whole for paragraph in paragraphs]
    holding = [paragraph for paragraph in paragraphs if citation.item in paragraph.items]
    return [paragraph.lead + paragraph.items[citation.item] for paragraph in holding] or None


def holds(texts: Iterable[str], phrase: str) -> bool:
    """Whether the phrase occurs in one of the texts, whatever the width of its characters and its spaces."""
    wanted = _plain(phrase)
    return any(wanted in _plain(text) for text in texts)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def text_for(law: Law, names: Iterable[str], today: datetime.date) -> str | None:
    """The file among `names` that holds the law's text: the newest in force by `today`, else the oldest.

    Files are named `食品安全法(2025-09-12修正,2025-12-01施行).md`: a name of the law, then dates in brackets.
    """
    wanted = {name.removeprefix(STATE) for name in law.names}
    files = sorted((_effective(law, name), name) for name in names if _law_of(name) in wanted)
    in_force = [name for day, name in files if day <= today]
    return in_force[-1] if in_force else next((name for _, name in files), None)


def dated(name: str) -> datetime.date:
    """From when the text of that file is in force: the date before 施行, else the last one; the first day there is."""
    found = [
        (match["effective"] is not None, datetime.date(*(int(part or 1) for part in match.groups()[:3])))
        for match in DATE.finditer(name)
    ]
    said = [day for effective, day in found if effective] or [day for _, day in found]
    return said[-1] if said else datetime.date.min


def _effective(law: Law, name: str) -> datetime.date:
    """From when the text of that file is in force, by the versions of the law where they know its date."""
    day = dated(name)
    return next((version.effective for version in law.versions if version.adopted == day), day)


def _law_of(name: str) -> str:
    title = re.split(r"[(（.]", name, maxsplit=1)[0].strip().removeprefix(STATE)
    amended = AMENDING.search(title)
    return amended["law"].removeprefix(STATE) if amended else title
