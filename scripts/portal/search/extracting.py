"""What a reader can find of a page: its body's HTML → blocks of plain text, and the entries inside it.

Meant for the HTML of our own templates and of Markdown. Left out is what only leads elsewhere or
stands on every page alike (`SKIPPED`). An element with `data-entry="标题"` and an id is an entry of
its own, found at `page#id`; its text is not the page's. `data-types="餐饮服务 单位食堂"` says for which
kinds of business it is, if not for those of the page, `data-titled="sentence"` that its title is no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

TAG = re.compile(r"""<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.DOTALL)
ATTRIBUTE = re.compile(r"""\s(class|id|data-entry|data-titled|data-types)="([^"]*)\"""")
HIDDEN = re.compile(r"""\s(?:hidden|aria-hidden="true")(?=[\s/]|$)""")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Tags that stand inside a line; all others end a block.
INLINE = _words(
    "a abbr b bdi bdo cite code data dfn em i ins kbd mark q s small span strong sub sup time u var wbr"
)
VOID = _words("area base br col embed hr img input link meta source wbr")
SKIPPED_TAGS = _words("button form nav noscript rt script select style svg template")
# Classes of what leads to other pages, says how old a page is, or repeats what stands elsewhere.
SKIPPED = _words(
    "p-about p-cards p-cited p-contents p-crumbs p-dateline p-demo p-doors p-more p-neighbours p-numbers p-pages p-plain__name p-related p-tags p-top p-trial p-unseen p-wall"
)
BLANKS = re.compile(r"\s+")


@dataclass
class Entry:
    """A piece of a page that is found by itself; the page's own has no anchor and no title."""

    anchor: str = ""
    title: str = ""
    types: tuple[str, ...] = ()
    named: bool = True
    blocks: list[str] = field(default_factory=list)


@dataclass
class _Region:
    """An open element whose text goes elsewhere: to an entry of its own, or nowhere."""

    tag: str
    entry: Entry | None
    nested: int = 1


class _Reader:
    """Follows the tags of one page."""

    def __init__(self) -> None:
        self.entries = [Entry()]
        self.regions = [_Region("", self.entries[0])]
        self.pieces: list[str] = []

    def read(self, html: str) -> list[Entry]:
        done = 0
        for tag in TAG.finditer(html):
            if tag.start() > done and self.regions[-1].entry:
                self.pieces.append(html[done : tag.start()])
            done = tag.end()
            if name := tag[2]:
                self._tag(name.lower(), closes=bool(tag[1]), attributes=tag[3])
        if self.regions[-1].entry:
            self.pieces.append(html[done:])
        self._end_block()
        return self.entries

    def _tag(self, name: str, *, closes: bool, attributes: str) -> None:
        if name not in INLINE:
            self._end_block()
        elif not attributes and name != self.regions[-1].tag:
            return
        if name in VOID:
            return
        if closes:
            self._close(name)
        else:
            self._open(name, attributes)

    def _open(self, name: str, attributes: str) -> None:
        region = self.regions[-1]
        if region.entry and (attributes or name in SKIPPED_TAGS):
            said = dict(ATTRIBUTE.findall(attributes))
            if (
                name in SKIPPED_TAGS
                or HIDDEN.search(attributes)
                or SKIPPED & set(said.get("class", "").split())
            ):
                self.regions.append(_Region(name, None))
                return
            if "data-entry" in said and said.get("id"):
                self._end_block()
                entry = _entry(said)
                self.entries.append(entry)
                self.regions.append(_Region(name, entry))
                return
        if name == region.tag:
            region.nested += 1

    def _close(self, name: str) -> None:
        region = self.regions[-1]
        if name == region.tag:
            region.nested -= 1
            if not region.nested:
                self._end_block()
                self.regions.pop()

    def _end_block(self) -> None:
        """Blocks are paragraphs, headings, cells: no phrase reaches from one into the next."""
        entry = self.regions[-1].entry
        # Where nothing is read, what was read before may go on behind: 前<span hidden>…</span>后.
        if entry:
            text = BLANKS.sub(" ", unescape("".join(self.pieces))).strip()
            if text:
                entry.blocks.append(text)
            self.pieces.clear()


def _entry(said: dict[str, str]) -> Entry:
    types = tuple(unescape(said.get("data-types", "")).split())
    named = said.get("data-titled") != "sentence"
    return Entry(unescape(said["id"]), unescape(said["data-entry"]), types, named)


def entries_of(html: str) -> list[Entry]:
    """The page's own entry first, then those inside it in the order of the page."""
    return _Reader().read(html)
