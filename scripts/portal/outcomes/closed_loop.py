"""Which indicators the closed loop is made of: found → put right → overdue, as the view `closed_loop` lists them."""

from __future__ import annotations

from dataclasses import dataclass

from portal.outcomes.figures import Figures
from portal.records.indicator import Indicator


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
