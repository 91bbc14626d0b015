"""The closed loop as a flow: what was found, how much of it is done, and what of the rest is late.

Three bars on one scale. The band between the first and the second shows where the found ones went; the band
below it leads from what is still open to what is late.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.months import GAP
from portal.charts.ranked import share_of
from portal.charts.scales import TEXT, Scale, place
from portal.charts.series import written

WIDTH = 320
PITCH, BAR = 62, 18
# A part that is there must be seen, however small it is.
LEAST = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A bar from `x` on, `length` long, its upper edge at `top`; above it stand name, value and share.

    The text ends at `end` where the bar does not begin at the left: beside the band that comes down, not on it.
    """

    name: str
    told: str
    share: str
    y: float
    top: float
    x: float
    length: float
    end: float


@dataclass(frozen=True)
class Funnel:
    """The steps, the bar of what is still open beside the second one, and the flows between as paths."""

    width: int
    height: int
    bar: int
    steps: tuple[Step, ...]
    rest: Step | None
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A named amount, already counted."""

    name: str
    value: float


def funnel(found: Amount, done: Amount, late: Amount | None = None, rest: str = "正在整改") -> Funnel:
    """Lay out the loop. More done than found (of earlier months) leaves no rest; late is part of the rest."""
    across = Scale(0, max(found.value, done.value) or 1, 0, WIDTH)
    left = max(found.value - done.value, 0)
    # The late ones are seen, so what is open takes at least as much room.
    open_length = max(across(left), LEAST) if left else 0
    done_length = place(min(across(done.value), WIDTH - open_length))
    steps = [
        _step(found.name, found.value, "", 0, 0, across(found.value)),
        _step(done.name, done.value, share_of(done.value, found.value), 1, 0, done_length),
    ]
    flows = [_flow(0, 0, done_length, 0, done_length)]
    open_step = None
    if left:
        open_step = _step(rest, left, share_of(left, found.value), 1, done_length, place(WIDTH - done_length))
        flows.append(_flow(0, done_length, WIDTH, done_length, WIDTH))
    if late is not None:
        length = min(max(across(late.value), LEAST), WIDTH) if late.value else 0
        start = place(WIDTH - length)
        steps.append(_step(late.name, late.value, share_of(late.value, found.value), 2, start, length))
        if left and late.value:
            flows.append(_flow(1, place(WIDTH - min(length, open_length)), WIDTH, start, WIDTH))
    return Funnel(
        WIDTH, len(steps) * PITCH - (PITCH - TEXT - 6 - BAR), BAR, tuple(steps), open_step, tuple(flows)
    )


def _step(name: str, value: float, share: str, row: int, x: float, length: float) -> Step:
    y = row * PITCH + TEXT
    end = WIDTH if length > WIDTH / 2 else place(x - GAP)
    return Step(name, written(value), share, y, y + 6, x, length, end)


def _flow(row: int, left: float, right: float, to_left: float, to_right: float) -> str:
    """The band from the bar of `row` down to the next one."""
    top = row * PITCH + TEXT + 6 + BAR
    bottom = (row + 1) * PITCH + TEXT + 6
    return f"M{left},{top}H{right}L{to_right},{bottom}H{to_left}z"
