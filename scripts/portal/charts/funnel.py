"""The closed loop as a flow: what was found, how much of it is done, and what of the rest is late.

Three bars on one scale. The band between the first and the second shows where the found ones went; the band
below it leads from what is still open to what is late. Every text has a line of its own, high enough for large type.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from portal.charts.months import GAP
from portal.charts.ranked import share_of
from portal.charts.scales import TEXT, Scale, place
from portal.charts.series import written

WIDTH = 320
BAR, LINE, UNDER = 18, 22, 7
# Where the bars begin: a line of text above each, the name of what is open below the second one.
TOPS = (TEXT + 6, TEXT + 6 + BAR + UNDER + LINE, TEXT + 6 + 2 * BAR + 2 * UNDER + 3 * LINE)
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

    @property
    def parted(self) -> bool:
        """Whether not all that was found is done: else its bars would be alike."""
        return self.rest is not None or any(step.length != self.width for step in self.steps[:2])


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
        length = place(WIDTH - done_length)
        open_step = replace(
            _step(rest, left, share_of(left, found.value), 1, done_length, length), y=TOPS[1] + BAR + LINE - 4
        )
        flows.append(_flow(0, done_length, WIDTH, done_length, WIDTH))
    if late is not None:
        length = min(max(across(late.value), LEAST), WIDTH) if late.value else 0
        start = place(WIDTH - length)
        steps.append(_step(late.name, late.value, share_of(late.value, found.value), 2, start, length))
        if left and late.value:
            flows.append(_flow(1, place(WIDTH - min(length, open_length)), WIDTH, start, WIDTH))
    height = _height(len(steps), named_below=open_step is not None)
    return Funnel(WIDTH, height, BAR, tuple(steps), open_step, tuple(flows))


def _height(steps: int, *, named_below: bool) -> int:
    """Down to the last bar, or to the name below it where nothing of it is late."""
    bottom = TOPS[steps - 1] + BAR
    return bottom + LINE if named_below and steps < len(TOPS) else bottom


def _step(name: str, value: float, share: str, row: int, x: float, length: float) -> Step:
    end = WIDTH if length > WIDTH / 2 else place(x - GAP)
    return Step(name, written(value), share, TOPS[row] - 6, TOPS[row], x, length, end)


def _flow(row: int, left: float, right: float, to_left: float, to_right: float) -> str:
    """The band from the bar of `row` down to the next one."""
    top, bottom = TOPS[row] + BAR, TOPS[row + 1]
    return f"M{left},{top}H{right}L{to_right},{bottom}H{to_left}z"
