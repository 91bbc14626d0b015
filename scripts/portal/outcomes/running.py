"""Figures as they stood at the end of each month: what had come together from the first month on.

Takes `Figures`, gives frames with the same columns. A month without data stays a gap, and the sums
after it go on without it.
"""

from __future__ import annotations

import pandas as pd

from portal.outcomes.frames import Figures


def running(figures: Figures) -> pd.DataFrame:
    """District sums so far: index month, columns indicator. A stock is what the month itself says."""
    monthly = figures.monthly
    adding = [one for one in monthly.columns if figures.indicators[one].over_months == "sum"]
    sums = monthly.copy()
    sums[adding] = monthly[adding].cumsum()
    return sums


def told_by(figures: Figures, indicator: str, table: pd.DataFrame) -> list[float | None]:
    """One indicator or rate in every row of a table whose columns are indicators."""
    return [figures.value(indicator, row) for _, row in table.iterrows()]
