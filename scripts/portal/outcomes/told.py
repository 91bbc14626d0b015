"""One indicator as a row of numbers: what each month, or each month's sums so far, say of it.

Takes `Figures` and one of its tables, gives a list with `None` for gaps.
"""

from __future__ import annotations

import pandas as pd

from portal.outcomes.figures import Figures


def told_by(figures: Figures, indicator: str, table: pd.DataFrame) -> list[float | None]:
    """One indicator or rate in every row of a table whose columns are indicators."""
    return [figures.value(indicator, row) for _, row in table.iterrows()]
