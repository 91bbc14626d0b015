"""Thousands of names looked for in one pass: the beginnings of all of them in one expression, the rest where one is hit.

Takes the texts that are looked for and those that may stand, gives a search over plain text whose blocks are divided by
`BORDER`. Width, case, kind of bracket and unseen characters do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from portal.publication.withheld import Withheld, plain

BORDER = "\0"
HEAD = 4  # characters by which a name is recognised at first
GAP = "[\\s\u00ad\u200b-\u200f\u2060\ufeff]*"
WRITTEN = {"(": "(（〔【[［〈", ")": ")）〕】]］〉"}
FULL_WIDTH = 0xFEE0

Tree = dict[str, "Tree"]


@dataclass(frozen=True)
class NameSearch:
    """What is looked for, ready to be searched for; `None` for `pattern` where it is nothing.

    `pattern` finds blocks worth a look, `heads` every beginning in one, those that overlap included.
    """

    pattern: re.Pattern[str] | None = None
    heads: re.Pattern[str] | None = None
    by_head: dict[str, list[tuple[Withheld, re.Pattern[str]]]] = field(default_factory=dict)
    longer: dict[Withheld, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, wanted: Iterable[Withheld], allowed: Iterable[str]) -> NameSearch:
        """`allowed` are names that may stand, although one that may not is a part of them."""
        may_stand = sorted({plain(text) for text in allowed if text}, key=lambda text: (-len(text), text))
        common = "\n".join(may_stand)
        by_head: dict[str, list[tuple[Withheld, re.Pattern[str]]]] = defaultdict(list)
        longer: dict[Withheld, tuple[str, ...]] = {}
        for one in wanted:
            text = plain(one.text)
            by_head[_head(text, common)].append((one, _whole(text)))
            if text in common:
                longer[one] = tuple(other for other in may_stand if text in other)
        if not by_head:
            return cls()
        heads = _expression(_tree(by_head))
        return cls(re.compile(heads), re.compile(f"(?={heads})"), dict(by_head), longer)

    def search(self, text: str) -> Iterator[tuple[str, Withheld]]:
        """Each one that stands in the text, with the block that says it."""
        if self.pattern is None:
            return
        done = 0
        for match in self.pattern.finditer(text):
            if match.start() < done:
                continue
            end = text.find(BORDER, match.end())
            done = len(text) if end < 0 else end
            block = text[text.rfind(BORDER, 0, match.start()) + 1 : done]
            yield from ((block, one) for one in self._in_block(block))

    def _in_block(self, block: str) -> Iterator[Withheld]:
        said = plain(block)
        for head in self._heads_in(said):
            for one, whole in self.by_head[head]:
                rest = said
                for other in self.longer.get(one, ()):
                    rest = rest.replace(other, BORDER)
                if whole.search(rest):
                    yield one

    def _heads_in(self, said: str) -> list[str]:
        assert self.heads is not None
        lengths = sorted({len(head) for head in self.by_head})
        begun = (
            said[match.start() : match.start() + n] for match in self.heads.finditer(said) for n in lengths
        )
        return list(dict.fromkeys(head for head in begun if head in self.by_head))


def _head(text: str, common: str) -> str:
    """The beginning of a name; longer where it begins as what stands on every page does."""
    length = HEAD
    while length < len(text) and text[:length] in common:
        length += 1
    return text[:length]


def _whole(text: str) -> re.Pattern[str]:
    before = "(?<![0-9a-z])" if text[0].isascii() and text[0].isalnum() else ""
    after = "(?![0-9a-z])" if text[-1].isascii() and text[-1].isalnum() else ""
    return re.compile(f"{before}{re.escape(text)}{after}")


def _tree(heads: Iterable[str]) -> Tree:
    """Nothing below the last character of a head: where a shorter one has matched, a longer one need not."""
    root: Tree = {}
    for head in sorted(heads, key=lambda head: (-len(head), head)):
        node = root
        for char in head:
            node = node.setdefault(char, {})
        node.clear()
    return root


def _expression(tree: Tree) -> str:
    """Every branch begins with its own character, by which the engine passes over the others."""
    branches = [
        written(char) + (f"{GAP}{_expression(below)}" if below else "")
        for char, below in sorted(tree.items())
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def written(char: str) -> str:
    """An expression for every way in which a character of a plain text may be written."""
    variants = WRITTEN.get(char, char)
    if char.isascii() and char not in WRITTEN:
        both = dict.fromkeys((char, char.upper()))
        variants = "".join((*both, *(chr(ord(one) + FULL_WIDTH) for one in both)))
    return f"[{re.escape(variants)}]" if len(variants) > 1 else re.escape(variants)
