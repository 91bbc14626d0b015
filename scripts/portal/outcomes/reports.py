"""The monthly reports that are public → `Figures`.

Both frames say what the files have now: a revision has already changed its figure there. What is not public
is left out here, once, so that nothing made from the frames can show it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from portal.outcomes.figures import Figures
from portal.publication.public_site import PublicSite
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import Outcome

FIGURE_COLUMNS = ["month", "unit", "indicator", "value"]
PART_COLUMNS = ["month", "unit", "indicator", "by", "part", "value"]


def figures_of(public: PublicSite) -> Figures:
    """The frames of the months that are public, without indicators that are not."""
    outcomes = [entry.record for entry in public.outcomes]
    return Figures(
        pd.DataFrame(list(_figures(outcomes, public.indicators)), columns=FIGURE_COLUMNS),
        pd.DataFrame(list(_parts(outcomes, public.indicators)), columns=PART_COLUMNS),
        public.indicators,
        public.views,
        public.campaign.months,
        tuple(unit.name for unit in public.campaign.units),
    )


def _figures(
    outcomes: list[Outcome], public: dict[str, Indicator]
) -> Iterator[tuple[Month, str, str, float]]:
    for outcome in outcomes:
        for report in outcome.units:
            for indicator, value in report.figures.items():
                if indicator in public:
                    yield outcome.month, report.unit, indicator, float(value)


def _parts(
    outcomes: list[Outcome], public: dict[str, Indicator]
) -> Iterator[tuple[Month, str, str, str, str, float]]:
    for outcome in outcomes:
        for report in outcome.units:
            for split in report.breakdowns:
                if split.indicator in public:
                    for part, value in split.parts.items():
                        yield outcome.month, report.unit, split.indicator, split.by, part, float(value)
