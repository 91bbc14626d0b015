"""What an article says in few words: its opening, and per section a heading with its first sentences.

Takes the HTML of the article's text, gives plain words for posters and short texts. Tables and the
section on the law are left out: neither survives being cut to a sentence or two.
"""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from portal.media.material import Point
from portal.media.short_text import fitting, sentences

ABOUT_LAW = "法律"
ENOUGH, MOST, POINTS = 46, 80, 5
SAID_FIRST = {"p", "ul", "ol"}


def opening(html: str) -> str:
    """The text before the first heading."""
    return "".join(text for heading, blocks in _sections(html) for text in blocks if not heading)


def points(html: str) -> tuple[Point, ...]:
    """One point per section, as far as a section begins with a sentence short enough."""
    made = []
    for heading, blocks in _sections(html):
        said = [one for block in blocks for one in sentences(block)]
        kept = fitting(said, ENOUGH) or fitting(said[:1], MOST)
        if heading and ABOUT_LAW not in heading and kept:
            made.append(Point("".join(kept), heading))
    return tuple(made[:POINTS])


def _sections(html: str) -> Iterator[tuple[str, list[str]]]:
    """(heading, paragraphs and list items) in order, the part before the first heading without one."""
    heading, blocks, shown = "", list[str](), True
    for element in BeautifulSoup(html, "html.parser").find_all(True, recursive=False):
        if element.name == "h2":
            yield heading, blocks
            heading, blocks = element.get_text().strip(), []
            shown = True
        elif element.name == "table" and not blocks:
            # A section that begins with a table is that table.
            shown = False
        elif element.name in SAID_FIRST and shown:
            blocks += _texts(element)
    yield heading, blocks


def _texts(element: Tag) -> list[str]:
    items = element.find_all("li") if element.name != "p" else [element]
    texts = [" ".join(item.get_text().split()) for item in items]
    # `做到下面几条：` says nothing without what follows it.
    return [text for text in texts if text and not text.endswith("：")]
