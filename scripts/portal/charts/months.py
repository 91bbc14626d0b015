"""What every chart along a row of months shares: room for each month, the labels below, the marks 缺 and 更."""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.scales import TEXT, place, text_width
from portal.charts.series import MISSING, Point, Series, written

REVISED = "更"
# Between a mark and the text above it; between two lines of text; the room of the labels below a chart.
GAP = 4
LEADING = TEXT + 2
FOOT = TEXT + LEADING + 6


@dataclass(frozen=True, slots=True)
class Text:
    """A text, centred at `x` unless the template says otherwise, standing on the line `y`."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """The months side by side: `band` is the room of each, `width` that of all `slots`, from `start`."""

    start: float
    width: float
    slots: int

    @property
    def band(self) -> float:
        return self.width / self.slots

    def middle(self, index: int) -> float:
        return place(self.start + self.band * (index + 0.5))

    def labels(self, points: tuple[Point, ...], y: float) -> tuple[Text, ...]:
        """Every month's short label where they fit, else the first and the last one's; below them the year, once."""
        wide = max((text_width(point.tick) for point in points), default=0)
        if wide <= self.band + 1:
            shown = list(range(len(points)))
        else:
            shown = sorted({0, len(points) - 1}) if points else []
            if len(shown) == 2 and self.band * (len(points) - 1) < wide + GAP:
                shown = shown[1:]
        eras = [
            index
            for before, index in zip([None, *shown], shown, strict=False)
            if _begins(points, before, index)
        ]
        below = [self.text(index, y, points[index].era) for index in eras]
        return (*(self.text(index, y - LEADING, points[index].tick) for index in shown), *below)

    def text(self, index: int, y: float, text: str) -> Text:
        """A text at a month, moved inwards where it would stick out."""
        half = text_width(text) / 2
        inside = min(max(self.middle(index), self.start + half), self.start + self.width - half)
        return Text(place(inside), place(y), text)

    def missing(self, points: tuple[Point, ...], y: float) -> tuple[Text, ...]:
        """缺 at every month without a value; where the months are too narrow for the word, a short stroke has to do."""
        mark = MISSING if self.band >= TEXT else "–"
        return tuple(self.text(i, y, mark) for i, point in enumerate(points) if point.value is None)


def labelled(series: Series, row: Row) -> set[int]:
    """The places whose values are written beside their marks: all where they fit, else the highest and the newest."""
    known = [
        (index, value) for index, point in enumerate(series.points) if (value := point.value) is not None
    ]
    if not known:
        return set()
    widths = {index: text_width(written(value, series.decimals)) for index, value in known}
    if max(widths.values()) <= row.band - 2:
        return set(widths)
    newest = known[-1][0]
    highest = max(known, key=lambda one: one[1])[0]
    apart = row.band * abs(newest - highest) >= (widths[newest] + widths[highest]) / 2 + GAP
    return {newest, highest} if apart else {newest}


def _begins(points: tuple[Point, ...], before: int | None, index: int) -> bool:
    """Whether a year begins at this label, seen from the one before it."""
    return bool(points[index].era) and (before is None or points[before].era != points[index].era)
