"""An imported month against a month's file, value by value: what is added, what differs.

Takes the file as text and as data (already checked to be a month), records the changes in a `YamlText`
and every value that exists and differs as a `Conflict`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.formats.imported import ImportedBreakdown, ImportedMonth, ImportedUnit
from portal.formats.merging.yaml_text import YamlText
from portal.formats.workbook.cell import Remark
from portal.records.indicator import Indicators
from portal.records.outcome import DIMENSIONS
from portal.source import KeyPath


@dataclass(frozen=True, slots=True)
class Change:
    """A number of an indicator that an overwriting changes, as `revisions` records it."""

    indicator: str
    old: int | float
    new: int | float
    part: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that the file has and the import would change; `address` is the cell of the new one."""

    unit: str
    what: str
    old: str
    new: str
    address: str
    change: Change | None = None


def plain_number(value: Decimal | int) -> int | float:
    """The number as YAML writes it: whole where it is whole."""
    return int(value) if value == int(value) else float(value)


def unit_entry(unit: ImportedUnit) -> dict[str, Any]:
    """The entry of a unit that the file does not have yet."""
    entry: dict[str, Any] = {"unit": unit.unit}
    if unit.reported_on:
        entry["reported_on"] = unit.reported_on
    if unit.figures:
        entry["figures"] = {figure.indicator: plain_number(figure.value) for figure in unit.figures}
    if unit.breakdowns:
        entry["breakdowns"] = [_breakdown_entry(one) for one in unit.breakdowns]
    return entry


def _breakdown_entry(one: ImportedBreakdown) -> dict[str, Any]:
    return {"indicator": one.indicator, "by": one.by, "parts": dict(one.parts)}


class Merge:
    """Collects the changes to `text` and the conflicts while a month goes through."""

    def __init__(self, text: YamlText, data: dict[str, Any], indicators: Indicators) -> None:
        self.text, self.data = text, data
        self.indicators = indicators.by_id()
        self.conflicts: list[Conflict] = []
        self.added = False

    def month(self, imported: ImportedMonth) -> None:
        present = [entry["unit"] for entry in self.data["units"]]
        missing = [unit for unit in imported.units if unit.unit not in present]
        for unit in imported.units:
            if unit.unit in present:
                index = present.index(unit.unit)
                self._unit(("units", index), self.data["units"][index], unit)
        if missing:
            self._insert(("units",), len(present) - 1, [unit_entry(unit) for unit in missing])

    def revise(self, today: datetime.date, reason: str) -> None:
        """Record what was overwritten, if the month is final."""
        changes = [(conflict.unit, conflict.change) for conflict in self.conflicts if conflict.change]
        if self.data["status"] != "final" or not changes:
            return
        entries = [_revision(today, unit, change, reason) for unit, change in changes]
        existing = self.data.get("revisions")
        if existing is None:
            self.text.insert((), list(self.data)[-1], {"revisions": entries})
        else:
            self.text.insert(("revisions",), len(existing) - 1 if existing else None, entries)

    def notices(self, path: str) -> tuple[Remark, ...]:
        """What the editor of the file should know although nothing stands in the way."""
        found = []
        if self.added and self.data["status"] == "final":
            message = "这个月已定稿（status: final），新增的数不会进更正记录"
            found.append(Remark(path, message, "核对后写入；已公开过的合计会随之改变，必要时在 note 里说明"))
        if self.added and self.data.get("demo"):
            found.append(
                Remark(path, "这个月标着示例数据（demo: true）", "不要把真实数据并进示例，先删去示例月份")
            )
        return tuple(found)

    def _unit(self, at: KeyPath, entry: dict[str, Any], unit: ImportedUnit) -> None:
        if "absent" in entry:
            old = f"未报（{entry['absent']}）"
            self._conflict(Conflict(unit.unit, "报送情况", old, "已报送", _first_address(unit)))
            self.text.remove((*at, "absent"))
        self._day(at, entry, unit)
        self._figures(at, entry, unit)
        self._breakdowns(at, entry, unit)

    def _day(self, at: KeyPath, entry: dict[str, Any], unit: ImportedUnit) -> None:
        if unit.reported_on is None:
            return
        old, new = entry.get("reported_on"), unit.reported_on.isoformat()
        if old is None:
            self._insert(at, "unit", {"reported_on": unit.reported_on})
        elif str(old) != new:
            self._conflict(Conflict(unit.unit, "报送日期", str(old), new, unit.reported_at))
            self.text.replace((*at, "reported_on"), unit.reported_on)

    def _figures(self, at: KeyPath, entry: dict[str, Any], unit: ImportedUnit) -> None:
        figures = entry.get("figures")
        new = {figure.indicator: figure for figure in unit.figures}
        if figures is None:
            if new:
                after = _last_of(entry, ("unit", "reported_on"))
                self._insert(at, after, {"figures": unit_entry(unit)["figures"]})
            return
        added: dict[str | None, dict[str, Any]] = {}
        for key, figure in new.items():
            value = plain_number(figure.value)
            if key not in figures:
                added.setdefault(self._before(key, figures), {})[key] = value
            elif figures[key] != value:
                change = Change(key, figures[key], value)
                self._conflict(_of_number(unit.unit, self.indicators[key].name, change, figure.address))
                self.text.replace((*at, "figures", key), value)
        for place, entries in added.items():
            self._insert((*at, "figures"), place, entries)

    def _breakdowns(self, at: KeyPath, entry: dict[str, Any], unit: ImportedUnit) -> None:
        existing = entry.get("breakdowns")
        known = [(one["indicator"], one["by"]) for one in existing or ()]
        missing = [one for one in unit.breakdowns if (one.indicator, one.by) not in known]
        for one in unit.breakdowns:
            if one not in missing:
                index = known.index((one.indicator, one.by))
                self._parts(
                    (*at, "breakdowns", index, "parts"), (existing or ())[index]["parts"], one, unit.unit
                )
        entries = [_breakdown_entry(one) for one in missing]
        if existing is not None and entries:
            self._insert((*at, "breakdowns"), len(existing) - 1 if existing else None, entries)
        elif entries:
            after = _last_of(entry, ("unit", "reported_on", "figures"))
            self._insert(at, after, {"breakdowns": entries})

    def _parts(self, at: KeyPath, parts: dict[str, Any], one: ImportedBreakdown, unit: str) -> None:
        """A split is whole: a word more or less changes it as much as another number does."""
        title = f"{self.indicators[one.indicator].name}按{DIMENSIONS[one.by].title}"
        for word in dict.fromkeys((*parts, *one.parts)):
            old, new = parts.get(word, 0), one.parts.get(word, 0)
            if old == new:
                continue
            change = Change(one.indicator, old, new, f"按{DIMENSIONS[one.by].title}：{word}")
            self._conflict(_of_number(unit, f"{title}“{word}”", change, one.address))
            if word in parts:
                self.text.replace((*at, word), new)
            else:
                self.text.insert(at, list(parts)[-1], {word: new})

    def _conflict(self, conflict: Conflict) -> None:
        self.conflicts.append(conflict)

    def _insert(
        self, container: KeyPath, after: str | int | None, entries: dict[str, Any] | list[Any]
    ) -> None:
        self.added = True
        self.text.insert(container, after, entries)

    def _before(self, key: str, figures: Iterable[str]) -> str | None:
        """The figure of the file behind which `key` belongs by the order of the indicators."""
        order = list(self.indicators)
        earlier = set(order[: order.index(key)])
        return next((one for one in reversed(list(figures)) if one in earlier), None)


def _of_number(unit: str, what: str, change: Change, address: str) -> Conflict:
    return Conflict(unit, what, str(change.old), str(change.new), address, change)


def _revision(today: datetime.date, unit: str, change: Change, reason: str) -> dict[str, Any]:
    return {
        "on": today,
        "unit": unit,
        "indicator": change.indicator,
        "from": change.old,
        "to": change.new,
        "reason": f"{reason}（{change.part}）" if change.part else reason,
    }


def _last_of(entry: dict[str, Any], keys: Sequence[str]) -> str:
    """The last of `keys` in the order they are written that the entry has."""
    return next(key for key in reversed(keys) if key in entry)


def _first_address(unit: ImportedUnit) -> str:
    return unit.figures[0].address if unit.figures else unit.breakdowns[0].address
