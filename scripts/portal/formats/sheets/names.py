"""The words of a sheet → what the site has under that name: indicators and their groups, units, other words.

Spaces, numbering, brackets and punctuation do not count. 办结 means 案件办结 after 立案 and 投诉举报办结 after
受理: a name that several indicators bear is decided by the group, else by the indicator of the row before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from portal.formats.sheets.privacy import quoted
from portal.formats.workbook.cell import Cell, Remark, bare, in_brackets, plain
from portal.formats.workbook.values import UNITS
from portal.records.indicator import Indicator, Indicators
from portal.records.vocabulary import Words
from portal.records.wording import nearest


@dataclass(frozen=True)
class NamedCell(Cell):
    """A cell of which it is known what it names; looked up once, however often a layout asks."""

    names: Names = field(kw_only=True, repr=False, compare=False)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators that the name may mean."""
        return self.names.indicators(self.value)

    @cached_property
    def group(self) -> str | None:
        """The id of the group that a cell of the 项目 column or a heading names."""
        return self.names.groups.get(plain(self.value)) or self.names.groups.get(self.bare)

    @cached_property
    def unit(self) -> str | None:
        return self.names.unit(self.value)


Grid = Sequence[tuple[NamedCell, ...]]


class Suggestion(NamedTuple):
    """Whether the site has a word like the one written, and what to do, in Chinese."""

    near: bool
    hint: str


class Names:
    """What the site has names for."""

    def __init__(self, indicators: Indicators, words: Words) -> None:
        self.words = words
        self.by_id = indicators.by_id()
        self.groups = {plain(name): one.id for one in indicators.groups for name in (one.name, *one.aliases)}
        self.group_names = {one.id: one.name for one in indicators.groups}
        self.by_name: dict[str, list[Indicator]] = {}
        for one in indicators.indicators:
            for name in dict.fromkeys(map(plain, (one.name, one.short or "", *one.aliases))):
                if name:
                    self.by_name.setdefault(name, []).append(one)

    def named(self, rows: Sequence[Sequence[Cell]]) -> Grid:
        """The cells with what they name; places of a merged range still hold one and the same cell."""
        cells = {
            cell.address: NamedCell(cell.value, cell.address, cell.formula, names=self)
            for row in rows
            for cell in row
        }
        return tuple(tuple(cells[cell.address] for cell in row) for row in rows)

    def indicators(self, text: object) -> tuple[Indicator, ...]:
        """By the whole name first; what stands in brackets is dropped only if it is a unit of measure."""
        found = self.by_name.get(plain(text))
        if found is None and in_brackets(text) in UNITS:
            found = self.by_name.get(bare(text))
        return tuple(found or ())

    def nearest_indicator(self, text: object) -> Indicator | None:
        name = nearest(bare(text), list(self.by_name))
        return self.by_name[name][0] if name else None

    def all(self, group: str) -> list[str]:
        """The words of a group in the order of the site."""
        return list(self.words.group(group) or {})

    def word(self, group: str, text: object) -> str | None:
        """The word of `group` that the text means, by name or alias."""
        terms = (self.words.group(group) or {}).values()
        for wanted in (plain(text), bare(text)):
            for term in terms:
                if wanted and wanted in map(plain, (term.name, *term.aliases)):
                    return term.name
        return None

    def unit(self, text: object) -> str | None:
        """The reporting unit; the bureau's name may stand before it."""
        if found := self.word("units", text):
            return found
        wanted = bare(text)
        return next((name for name in self.all("units") if wanted.endswith("局" + plain(name))), None)

    def unit_within(self, text: object) -> str | None:
        """The longest name of a unit that occurs in a title."""
        names = sorted(self.all("units"), key=len, reverse=True)
        return next((name for name in names if plain(name) in plain(text)), None)

    def suggestion(self, group: str, text: object) -> Suggestion:
        """The fix for a word that is not known: the nearest one and the choice there is."""
        terms = (self.words.group(group) or {}).values()
        by_name = {name: term.name for term in terms for name in (term.name, *term.aliases)}
        near = nearest(bare(text), by_name)
        guess = f"是不是“{by_name[near]}”？" if near else ""
        return Suggestion(near is not None, f"{guess}可用的词：{'、'.join(self.all(group))}")

    def unknown_unit(self, text: object, cell: Cell) -> Remark:
        """Refuses the name of a unit; the name is repeated only where it is none of a person."""
        suggestion = self.suggestion("units", text)
        shown = quoted(text, known=suggestion.near) or "这里写的"
        return Remark(cell.address, f"{shown}不是已有的报送单位", suggestion.hint)


def meant(cell: NamedCell, group: str | None, previous: Indicator | None) -> Indicator | None:
    """The one indicator that the cell means in `group`, or next to `previous`."""
    if len(cell.indicators) <= 1:
        return next(iter(cell.indicators), None)
    for context in (group, previous.group if previous else None):
        within = [one for one in cell.indicators if one.group == context]
        if len(within) == 1:
            return within[0]
    return None
