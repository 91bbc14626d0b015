"""The name of a row → the indicator it means, in the context of its group (项目).

办结 means 案件办结 after 立案 and 投诉举报办结 after 受理: a name that several indicators bear is
decided by the group column, else by the indicator of the row before.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.formats.workbook.cell import bare, in_brackets, plain
from portal.formats.workbook.values import UNITS
from portal.records.indicator import Indicator, Indicators
from portal.records.wording import nearest


@dataclass(frozen=True)
class Match:
    """The indicator meant, or all those the name may mean (none: unknown)."""

    indicator: Indicator | None
    candidates: tuple[Indicator, ...] = ()


class IndicatorNames:
    """Lookup of indicators and groups by the words of a sheet."""

    def __init__(self, indicators: Indicators) -> None:
        self.groups = {plain(name): one.id for one in indicators.groups for name in (one.name, *one.aliases)}
        self.group_names = {one.id: one.name for one in indicators.groups}
        self.by_name: dict[str, list[Indicator]] = {}
        for one in indicators.indicators:
            for name in dict.fromkeys(map(plain, (one.name, one.short or "", *one.aliases))):
                if name:
                    self.by_name.setdefault(name, []).append(one)

    def group(self, text: object) -> str | None:
        """The id of the group that a cell of the 项目 column or a heading names."""
        return self.groups.get(plain(text)) or self.groups.get(bare(text))

    def knows(self, text: object) -> bool:
        return bool(self._candidates(text))

    def find(self, text: object, group: str | None, previous: Indicator | None) -> Match:
        """The indicator called `text` in `group`, or next to `previous`."""
        candidates = self._candidates(text)
        if len(candidates) <= 1:
            return Match(candidates[0] if candidates else None, candidates)
        for context in (group, previous.group if previous else None):
            within = [one for one in candidates if one.group == context]
            if len(within) == 1:
                return Match(within[0], candidates)
        return Match(None, candidates)

    def nearest(self, text: object) -> Indicator | None:
        name = nearest(bare(text), list(self.by_name))
        return self.by_name[name][0] if name else None

    def _candidates(self, text: object) -> tuple[Indicator, ...]:
        """By the whole name first; what stands in brackets is dropped only if it is a unit of measure."""
        found = self.by_name.get(plain(text))
        if found is None and in_brackets(text) in UNITS:
            found = self.by_name.get(bare(text))
        return tuple(found or ())
