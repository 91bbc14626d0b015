"""Figures arranged for the tables of a page: by group, in the order of the spreadsheet."""

from __future__ import annotations

import pandas as pd

from portal.pages.context import Context
from portal.records.indicator import Indicator


def shown(context: Context) -> list[tuple[str, list[Indicator]]]:
    """The public indicators by group, in the order of the groups in `indicators.yaml`."""
    public = context.figures.indicators.values()
    groups = [
        (group.name, [one for one in public if one.group == group.id])
        for group in context.public.indicator_groups
    ]
    return [(name, members) for name, members in groups if members]


def table(context: Context, row: pd.Series[float]) -> list[tuple[str, list[tuple[Indicator, float | None]]]]:
    """All public figures of one row, by group; groups without any figure are left out."""
    groups = [
        (name, [(indicator, context.figures.value(indicator.id, row)) for indicator in members])
        for name, members in shown(context)
    ]
    return [(name, rows) for name, rows in groups if any(value is not None for _, value in rows)]
