"""Which findings about the values of a file may come from the way its text was mended, not from its writer.

Takes what reading the text gave, before the record is made; what is in doubt is not told, because the
writer mends the text first and checks again.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from portal.source import KeyPath, Span
from portal.source.parsing import WHOLLY_MENDED
from portal.source.reading import Reading

ANCHORS = ("YAML-AMPERSAND", "YAML-STAR", "YAML-ANCHOR")
NOT_OF_A_VALUE = WHOLLY_MENDED | {"YAML-DUPLICATE"}


class Doubts:
    """Lines whose meaning was guessed, values that already have a finding, mappings that may lack a key by that."""

    def __init__(self, reading: Reading) -> None:
        self.file, self.guessed = reading.file, reading.guessed
        self.told = {one.span.line for one in reading.problems if one.code not in NOT_OF_A_VALUE}
        self.anchors = any(one.code in ANCHORS for one in reading.problems)

    def about_value(self, place: Span) -> bool:
        return place.line in self.guessed or place.line in self.told

    def about_unknown_key(self, place: Span, mapping: KeyPath) -> bool:
        return place.line in self.guessed or mapping in self.mappings

    def about_missing_key(self, mapping: KeyPath) -> bool:
        return self.anchors or mapping in self.mappings

    @cached_property
    def mappings(self) -> frozenset[KeyPath]:
        """The mappings that a guessed line may belong to: from the key above it out to that of the key below."""
        if not self.guessed:
            return frozenset()
        keys = [(span.line, path) for path, span in self.file.places.keys.items()]
        lines = [line for line, _ in keys]
        found: set[KeyPath] = {()} if not keys else set()
        for line in self.guessed:
            first, last = bisect_left(lines, line), bisect_left(lines, line + 1)
            above = keys[first - 1][1] if first else ()
            below = keys[last][1][:-1] if last < len(keys) else ()
            found |= {path[:-1] for _, path in keys[first:last]} | {above, below}
            found |= {above[:depth] for depth in range(len(below), len(above))}
        return frozenset(found)
