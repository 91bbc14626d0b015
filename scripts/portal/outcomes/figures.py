"""`Figures`: what every table and chart reads of the monthly reports, and the closed loop among them.

`figures` has one row per month, unit and indicator (columns month, unit, indicator, value), `parts` one per
part of a breakdown (…, by, part, value). Sums follow the indicator's own rule over units and over months; a
rate is always the quotient of two sums, never a mean of rates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from portal.records.indicator import Indicator, Views
from portal.records.month import Month


@dataclass(frozen=True)
class Figures:
    """All public figures of the campaign so far. Tables have a row for every month or unit; what is missing is NaN."""

    figures: pd.DataFrame
    parts: pd.DataFrame
    indicators: dict[str, Indicator]
    views: Views
    months: tuple[Month, ...]
    units: tuple[str, ...]

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """District sums over the units: index month, columns indicator."""
        return _sums(self._summable(self.figures), "month").reindex(index=list(self.months))

    @cached_property
    def running(self) -> pd.DataFrame:
        """District sums so far, as `monthly`. A month without data stays a gap; a stock is what the month itself says."""
        adding = [one for one in self.monthly.columns if self.indicators[one].over_months == "sum"]
        sums = self.monthly.copy()
        sums[adding] = self.monthly[adding].cumsum()
        return sums

    @cached_property
    def by_unit(self) -> pd.DataFrame:
        """Sums over the months: index unit, columns indicator."""
        rows = self._for_all_months(self.figures, ["unit", "indicator"])
        return _sums(rows, "unit").reindex(index=list(self.units))

    @cached_property
    def totals(self) -> pd.Series[float]:
        """The district's figures for the campaign so far, by indicator."""
        ids = [one.id for one in self.indicators.values() if one.over_units == "sum" and not one.ratio]
        return self.by_unit.reindex(columns=ids).sum(min_count=1)

    def view(self, ids: Iterable[str]) -> list[Indicator]:
        """The indicators of a view; ids that are unknown or not public are left out, a rule reports them."""
        return [self.indicators[one] for one in ids if one in self.indicators]

    def district(self, month: Month) -> pd.Series[float]:
        """The district's figures of one month, by indicator."""
        return _row(self.monthly, month)

    def so_far(self, month: Month) -> pd.Series[float]:
        """The district's figures up to the end of a month, by indicator."""
        return _row(self.running, month)

    def of_unit(self, unit: str) -> pd.Series[float]:
        """One unit's figures for the campaign so far, by indicator."""
        return _row(self.by_unit, unit)

    def month(self, month: Month) -> pd.DataFrame:
        """One month as each unit reported it: index unit, columns indicator."""
        rows = self.figures[self.figures["month"] == month]
        return _sums(rows, "unit").reindex(index=list(self.units))

    def unit(self, unit: str) -> pd.DataFrame:
        """One unit month by month: index month, columns indicator."""
        return _sums(self.figures[self.figures["unit"] == unit], "month").reindex(index=list(self.months))

    @cached_property
    def _splits(self) -> set[tuple[str, str]]:
        return set(zip(self.parts["indicator"], self.parts["by"], strict=True))

    def is_split(self, indicator: str, by: str) -> bool:
        """Whether any unit broke the indicator down over the words of `by`."""
        return (indicator, by) in self._splits

    def breakdown(self, indicator: str, by: str, month: Month | None = None) -> pd.Series[float]:
        """The district's figure over the words of `by`, largest first: of one month, or for the campaign so far."""
        rows = self._summable(self.parts[(self.parts["indicator"] == indicator) & (self.parts["by"] == by)])
        if month:
            rows = rows[rows["month"] == month]
        else:
            rows = self._for_all_months(rows, ["unit", "indicator", "by"])
        sums = rows.groupby("part")["value"].sum()
        return sums.sort_index().sort_values(ascending=False, kind="stable")

    def split_by_month(self, indicator: str, by: str) -> pd.DataFrame:
        """The district's figure over the words of `by`: index month, columns parts, for the months that have any."""
        rows = self._summable(self.parts[(self.parts["indicator"] == indicator) & (self.parts["by"] == by)])
        return rows.pivot_table(index="month", columns="part", values="value", aggfunc="sum", fill_value=0)

    def split_of_unit(self, unit: str, indicator: str, by: str) -> pd.Series[float]:
        """What one unit broke down over the words of `by`, for the campaign so far, largest first."""
        rows = self.parts[(self.parts["indicator"] == indicator) & (self.parts["by"] == by)]
        sums = self._for_all_months(rows[rows["unit"] == unit], ["unit", "indicator", "by"])
        return sums.groupby("part")["value"].sum().sort_index().sort_values(ascending=False, kind="stable")

    def by_focus(self, focus: str) -> tuple[Indicator | None, pd.Series[float]]:
        """The indicator that the view `by_focus` names, and its district figures by month for one 工作重点."""
        name = self.views.by_focus or ""
        rows = self.parts[
            (self.parts["by"] == "focus") & (self.parts["part"] == focus) & (self.parts["indicator"] == name)
        ]
        return self.indicators.get(name), self._summable(rows).groupby("month")["value"].sum()

    def value(self, indicator: str, row: pd.Series[float]) -> float | None:
        """A figure or rate out of a row whose index is indicator ids; `None` where it is missing."""
        known = self.indicators.get(indicator)
        if known is None or known.ratio is None:
            found = row.get(indicator)
            return None if found is None or pd.isna(found) else float(found)
        ratio = known.ratio
        numerator, denominator = self.value(ratio.numerator, row), self.value(ratio.denominator, row)
        if numerator is None or not denominator:
            return None
        return 100 * numerator / denominator

    def values(self, indicator: str, table: pd.DataFrame) -> list[float | None]:
        """A figure or rate in every row of a table whose columns are indicator ids; `None` for gaps."""
        return [self.value(indicator, row) for _, row in table.iterrows()]

    def change(self, indicator: str, month: Month) -> float | None:
        """This month's district sum minus the month before; `None` when either is missing."""
        place = self.months.index(month)
        if place == 0:
            return None
        now = self.value(indicator, self.district(month))
        before = self.value(indicator, self.district(self.months[place - 1]))
        return None if now is None or before is None else now - before

    def _summable(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows that may be added up over the units."""
        return rows[
            rows["indicator"].isin([one.id for one in self.indicators.values() if one.over_units == "sum"])
        ]

    def _for_all_months(self, rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
        """The rows that together stand for the whole campaign: all months, or for a stock its last month by `keys`."""
        rules = rows["indicator"].map({one.id: one.over_months for one in self.indicators.values()})
        last = rows["month"] == rows.groupby(keys)["month"].transform("max")
        return rows[(rules == "sum") | ((rules == "last") & last)]


def _sums(rows: pd.DataFrame, index: str) -> pd.DataFrame:
    return rows.pivot_table(index=index, columns="indicator", values="value", aggfunc="sum")


def _row(table: pd.DataFrame, name: Month | str) -> pd.Series[float]:
    return table.loc[[name]].iloc[0]


@dataclass(frozen=True)
class Loop:
    """The steps by their place in the view; `late` is `None` where the view has only two, or the third is not public."""

    found: Indicator
    done: Indicator
    late: Indicator | None

    @property
    def steps(self) -> list[Indicator]:
        return [self.found, self.done, *([self.late] if self.late else [])]


def loop_of(figures: Figures) -> Loop | None:
    """The loop; `None` unless both of its first steps are public, in one unit: half of it would tell a lie."""
    named = [figures.indicators.get(one) for one in figures.views.closed_loop]
    if len(named) < 2 or named[0] is None or named[1] is None or named[0].unit != named[1].unit:
        return None
    return Loop(named[0], named[1], named[2] if len(named) > 2 else None)
