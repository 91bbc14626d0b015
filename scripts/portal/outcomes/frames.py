"""The monthly reports as pandas frames.

`figures`: one row per month, unit and indicator (columns month, unit, indicator, value), with the
latest revision in force. `parts`: the breakdowns (…, by, part, value). Sums follow the indicator's
own rule over units and months; a rate is always the quotient of two sums, never a mean of rates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import pandas as pd

from portal.records import Site
from portal.records.indicator import Indicator, Views
from portal.records.outcome import Outcome

FIGURE_COLUMNS = ["month", "unit", "indicator", "value"]
PART_COLUMNS = ["month", "unit", "indicator", "by", "part", "value"]


@dataclass(frozen=True)
class Figures:
    """All figures of the campaign so far; months without any figure are absent from every table."""

    figures: pd.DataFrame
    parts: pd.DataFrame
    indicators: dict[str, Indicator]
    views: Views
    months: tuple[str, ...]
    units: tuple[str, ...]

    @cached_property
    def monthly(self) -> pd.DataFrame:
        """District sums: index month (all months of the campaign), columns indicator; missing is NaN."""
        table = self.figures.pivot_table(index="month", columns="indicator", values="value", aggfunc="sum")
        return table.reindex(index=list(self.months))

    @cached_property
    def by_unit(self) -> pd.DataFrame:
        """Sums over the months: index unit, columns indicator, by each indicator's rule over months."""
        return self._over_months(["unit"]).reindex(index=list(self.units))

    @cached_property
    def totals(self) -> pd.Series[float]:
        """The district's figures for the campaign so far, by indicator."""
        ids = [i.id for i in self.indicators.values() if i.over_units == "sum" and not i.ratio]
        table = self.by_unit
        return table.reindex(columns=ids).sum(min_count=1)

    def view(self, ids: Iterable[str]) -> list[Indicator]:
        """The indicators of a view; unknown ids are left out, a rule reports them."""
        return [self.indicators[one] for one in ids if one in self.indicators]

    def district(self, month: str) -> pd.Series[float]:
        """The district's figures of one month, by indicator."""
        return _row(self.monthly, month)

    def of_unit(self, unit: str) -> pd.Series[float]:
        """One unit's figures for the campaign so far, by indicator."""
        return _row(self.by_unit, unit)

    def month(self, month: str) -> pd.DataFrame:
        """One month: index unit, columns indicator."""
        rows = self.figures[self.figures["month"] == month]
        return rows.pivot_table(index="unit", columns="indicator", values="value", aggfunc="sum")

    def unit(self, unit: str) -> pd.DataFrame:
        """One unit: index month, columns indicator."""
        rows = self.figures[self.figures["unit"] == unit]
        table = rows.pivot_table(index="month", columns="indicator", values="value", aggfunc="sum")
        return table.reindex(index=list(self.months))

    @cached_property
    def _splits(self) -> set[tuple[str, str]]:
        return set(zip(self.parts["indicator"], self.parts["by"], strict=True))

    def is_split(self, indicator: str, by: str) -> bool:
        """Whether any unit broke the indicator down over the words of `by`."""
        return (indicator, by) in self._splits

    def breakdown(self, indicator: str, by: str, month: str | None = None) -> pd.Series[float]:
        """One indicator over the words of `by`, largest first."""
        rows = self.parts[(self.parts["indicator"] == indicator) & (self.parts["by"] == by)]
        if month:
            rows = rows[rows["month"] == month]
        sums = rows.groupby("part")["value"].sum()
        return sums.sort_index().sort_values(ascending=False, kind="stable")

    def by_focus(self, focus: str) -> tuple[Indicator | None, pd.Series[float]]:
        """The indicator that the view `by_focus` names, and its sums by month for one 工作重点."""
        name = self.views.by_focus or ""
        rows = self.parts[
            (self.parts["by"] == "focus") & (self.parts["part"] == focus) & (self.parts["indicator"] == name)
        ]
        return self.indicators.get(name), rows.groupby("month")["value"].sum()

    def value(self, indicator: str, row: pd.Series[float]) -> float | None:
        """A figure or rate out of a row whose index is indicator ids; `None` where it is missing."""
        ratio = self.indicators[indicator].ratio
        if ratio is None:
            found = row.get(indicator)
            return None if found is None or pd.isna(found) else float(found)
        numerator, denominator = self.value(ratio.numerator, row), self.value(ratio.denominator, row)
        if numerator is None or not denominator:
            return None
        return 100 * numerator / denominator

    def change(self, indicator: str, month: str) -> float | None:
        """This month's district sum minus the month before; `None` when either is missing."""
        place = self.months.index(month)
        if place == 0:
            return None
        now = self.value(indicator, self.district(month))
        before = self.value(indicator, self.district(self.months[place - 1]))
        return None if now is None or before is None else now - before

    def _over_months(self, keys: list[str]) -> pd.DataFrame:
        last = [i.id for i in self.indicators.values() if i.over_months == "last"]
        latest = (
            self.figures[self.figures["indicator"].isin(last)]
            .sort_values("month")
            .groupby([*keys, "indicator"])
            .tail(1)
        )
        summed = self.figures[
            self.figures["indicator"].isin([i.id for i in self.indicators.values() if i.over_months == "sum"])
        ]
        rows = pd.concat([summed, latest])
        return rows.pivot_table(index=keys, columns="indicator", values="value", aggfunc="sum")


def _row(table: pd.DataFrame, name: str) -> pd.Series[float]:
    return cast("pd.Series[float]", table.loc[name])


def figures_of(site: Site, outcomes: list[Outcome]) -> Figures:
    """The frames of the given months (those already public)."""
    return Figures(
        pd.DataFrame(list(_figures(outcomes)), columns=FIGURE_COLUMNS),
        pd.DataFrame(list(_parts(outcomes)), columns=PART_COLUMNS),
        site.indicators.record.by_id(),
        site.indicators.record.views,
        site.campaign.record.months,
        tuple(unit.name for unit in site.campaign.record.units),
    )


def _figures(outcomes: list[Outcome]) -> Iterator[tuple[str, str, str, float]]:
    for outcome in outcomes:
        for report in outcome.units:
            for indicator, value in report.figures.items():
                yield outcome.month, report.unit, indicator, float(value)


def _parts(outcomes: list[Outcome]) -> Iterator[tuple[str, str, str, str, str, float]]:
    for outcome in outcomes:
        for report in outcome.units:
            for split in report.breakdowns:
                for part, value in split.parts.items():
                    yield outcome.month, report.unit, split.indicator, split.by, part, float(value)
