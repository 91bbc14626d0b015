"""Figures arranged for the tables of a page: by group, closed loop, breakdowns."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd

from portal.outcomes import Figures
from portal.pages.context import Context
from portal.records.indicator import Indicator

DIMENSIONS = (("focus", "工作重点"), ("business_type", "业态"), ("product", "品种"))


def shown(context: Context) -> list[tuple[str, list[Indicator]]]:
    """The public indicators by group, in the order of `indicators.yaml`."""
    record = context.site.indicators.record
    names = {group.id: group.name for group in record.groups}
    public = [indicator for indicator in record.indicators if indicator.public]
    return [(names[group], list(members)) for group, members in groupby(public, key=lambda i: i.group)]


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


def splits(figures: Figures, month: str | None = None) -> list[dict[str, Any]]:
    """Hazards found and rectified by focus and business type, failed samples by product."""
    made = []
    for by, title in DIMENSIONS:
        indicators = [one for one in figures.indicators.values() if figures.is_split(one.id, by)]
        rows = pd.DataFrame({one.id: figures.breakdown(one.id, by, month) for one in indicators})
        if not rows.empty:
            rows = rows.sort_values(by=indicators[0].id, ascending=False, kind="stable")
            made.append({"title": title, "indicators": indicators, "rows": list(rows.iterrows())})
    return made
