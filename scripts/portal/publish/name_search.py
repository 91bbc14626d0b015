"""Thousands of names looked for in one pass: the beginnings of all of them in one expression, the rest where one is hit.

Takes the texts that are looked for and those that may stand, gives a search over plain text whose blocks are divided by
`BORDER`. Width, case, kind of bracket and unseen characters do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from portal.publication.withheld import Withheld, plain
from portal.source.unseen import INSIDE_WORDS

BORDER = "\0"
HEAD = 4  # characters by which a name is recognised at first
GAP = rf"[\s{INSIDE_WORDS}]*"
WRITTEN = {"(": "(（〔【[［〈", ")": ")）〕】]］〉"}
FULL_WIDTH = 0xFEE0

Tree = dict[str, "Tree"]


@dataclass(frozen=True)
class NameSearch:
    """What is looked for, ready to be searched for; `pattern` is `None` where it is nothing.

    `pattern` finds blocks worth a look, `heads` every beginning in one, those that overlap included; `lengths` are
    those of the texts with one beginning. `longer` are names that may stand and hold one that may not.
    """

    pattern: re.Pattern[str] | None = None
    heads: re.Pattern[str] | None = None
    lengths: dict[str, set[int]] = field(default_factory=dict)
    texts: dict[str, Withheld] = field(default_factory=dict)
    longer: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, wanted: Iterable[Withheld], allowed: Iterable[str]) -> NameSearch:
        """`allowed` are names that may stand, although one that may not is a part of them."""
        may_stand = sorted({plain(text) for text in allowed if text}, key=lambda text: (-len(text), text))
        common = "\n".join(may_stand)
        texts = {plain(one.text): one for one in wanted}
        if not texts:
            return cls()
        lengths: dict[str, set[int]] = defaultdict(set)
        for text in texts:
            lengths[_head(text, common)].add(len(text))
        longer = {text: tuple(one for one in may_stand if text in one) for text in texts if text in common}
        heads = _expression(_tree(lengths))
        return cls(re.compile(heads), re.compile(f"(?={heads})"), dict(lengths), texts, longer)

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
        for text in dict.fromkeys(self._candidates(said)):
            rest = said
            for other in self.longer.get(text, ()):
                rest = rest.replace(other, BORDER)
            if _whole(text).search(rest):
                yield self.texts[text]

    @cached_property
    def _of_heads(self) -> list[int]:
        return sorted({len(head) for head in self.lengths})

    def _candidates(self, said: str) -> Iterator[str]:
        assert self.heads is not None
        for match in self.heads.finditer(said):
            start = match.start()
            for length in self._of_heads:
                for whole in self.lengths.get(said[start : start + length], ()):
                    if (text := said[start : start + whole]) in self.texts:
                        yield text


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
