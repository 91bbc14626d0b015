"""Figures arranged for the tables of a page: by group, closed loop, breakdowns."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from portal.outcomes import Figures
from portal.pages.context import Context
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS


@dataclass(frozen=True)
class Split:
    """One table of a breakdown: a row per word of the dimension, a column per indicator broken down by it."""

    title: str
    indicators: list[Indicator]
    rows: list[tuple[str, pd.Series[float]]]


def shown(context: Context) -> list[tuple[str, list[Indicator]]]:
    """The public indicators by group, in the order of the groups in `indicators.yaml`."""
    public = context.figures.indicators.values()
    groups = [
        (group.name, [one for one in public if one.group == group.id])
        for group in context.site.indicators.record.groups
    ]
    return [(name, members) for name, members in groups if members]


def table(context: Context, row: pd.Series[float]) -> list[tuple[str, list[tuple[Indicator, float | None]]]]:
    """All public figures of one row, by group; groups without any figure are left out."""
    groups = [
        (name, [(indicator, context.figures.value(indicator.id, row)) for indicator in members])
        for name, members in shown(context)
    ]
    return [(name, rows) for name, rows in groups if any(value is not None for _, value in rows)]


def funnel(figures: Figures, row: pd.Series[float]) -> list[tuple[Indicator, float | None]]:
    """The closed loop: found → rectified → overdue."""
    return [(one, figures.value(one.id, row)) for one in figures.view(figures.views.closed_loop)]


def splits(figures: Figures, month: str | None = None) -> list[Split]:
    """A table for each dimension that anything was broken down by, of one month or for the campaign so far."""
    made = []
    for by, (_, title) in DIMENSIONS.items():
        split = [one for one in figures.indicators.values() if figures.is_split(one.id, by)]
        columns = {one.id: figures.breakdown(one.id, by, month) for one in split}
        indicators = [one for one in split if not columns[one.id].empty]
        if indicators:
            rows = pd.DataFrame({one.id: columns[one.id] for one in indicators})
            rows = rows.sort_values(by=indicators[0].id, ascending=False, kind="stable")
            made.append(Split(title, indicators, [(str(part), row) for part, row in rows.iterrows()]))
    return made
