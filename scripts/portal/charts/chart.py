"""A chart as templates draw it: caption, panels, table. One that does not say what it shows cannot be made.

The table holds the numbers once more, so that nobody has to read them off a drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portal.charts.bars import Bars
from portal.charts.dots import Dots
from portal.charts.funnel import Funnel
from portal.charts.line import Line
from portal.charts.ranked import Ranked
from portal.charts.series import MISSING, Point, Series, written

Form = Literal["bars", "line", "ranked", "dots", "funnel"]
NEEDED = {"title": "标题", "unit": "计量单位", "summary": "一句话说明", "source": "数据来源"}


class ChartRefused(ValueError):
    """A chart lacks what readers need to understand it."""


@dataclass(frozen=True)
class Caption:
    """What stands around a chart. `id` is unique on its page; `dictionary` is a path below the site's root.

    `files` says that its numbers lie beside the page, as `<id>.xlsx` and `<id>.csv`.
    `unit` and `summary` are made from the series where they are left empty.
    """

    id: str
    title: str
    source: str
    unit: str = ""
    summary: str = ""
    note: str = ""
    files: bool = False
    dictionary: str = ""
    demo: bool = False


@dataclass(frozen=True)
class Panel:
    """One drawing; small multiples have several, each with its own title and sentence.

    `level` says that all its values are equal: there is nothing to see, so its sentence stands for it. `narrow` is
    the same for the large type of the elder version, where the drawing would be too wide for a phone.
    """

    title: str
    unit: str
    say: str
    form: Form
    drawing: Bars | Line | Ranked | Dots | Funnel
    level: bool = False
    narrow: Bars | Line | None = None


@dataclass(frozen=True)
class Table:
    """`head` names the rows; columns are (label, unit); rows are (label, mark, cells), all ready to be shown.

    `numbers` are the same rows for programs: the values, `None` where there is none, and what is to be said of the row.
    """

    head: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
    numbers: tuple[tuple[tuple[float | None, ...], str], ...] = ()


@dataclass(frozen=True)
class Chart:
    """Raises `ChartRefused` unless it has title, unit, one-sentence summary, source and something to draw."""

    caption: Caption
    panels: tuple[Panel, ...]
    table: Table
    legend: tuple[str, ...] = ()
    # Says that some stretches are hatched, so that the page draws the pattern once.
    hatched: bool = False

    def __post_init__(self) -> None:
        lacking = [name for field, name in NEEDED.items() if not getattr(self.caption, field).strip()]
        if not self.panels:
            lacking.append("数据")
        if lacking:
            raise ChartRefused(f"图表“{self.caption.title or self.caption.id}”缺{'、'.join(lacking)}")

    @property
    def multiple(self) -> bool:
        return len(self.panels) > 1

    @property
    def keyed(self) -> bool:
        """Whether its columns are told apart by colours or dots, which have to be named."""
        return not self.multiple and self.panels[0].form in ("line", "dots") and not self.panels[0].level

    @property
    def first_drawn(self) -> int:
        """Which panel brings the pattern of the hatched stretches for all of them."""
        return next((index for index, panel in enumerate(self.panels) if not panel.level), -1)

    @property
    def remark(self) -> str:
        """What its marks mean, and the note."""
        return (f"{'，'.join(self.legend)}。" if self.legend else "") + self.caption.note


def table(head: str, series: tuple[Series, ...], absent: str = MISSING) -> Table:
    """A row for each point, a column for each series; the series have the same points in the same order.

    `absent` stands where there is no value.
    """
    rows = list(zip(*(one.points for one in series), strict=True))
    return Table(
        head,
        tuple((one.label, one.unit) for one in series),
        tuple((points[0].label, _mark(points), _cells(points, series, absent)) for points in rows),
        tuple((tuple(point.value for point in points), _said(points, series)) for points in rows),
    )


def _mark(points: tuple[Point, ...]) -> str:
    return "初步数" if any(point.provisional for point in points) else ""


def _said(points: tuple[Point, ...], series: tuple[Series, ...]) -> str:
    """`初步数；完成整改是更正过的数`; of a row without any value, that there is none."""
    revised = [one.label for point, one in zip(points, series, strict=True) if point.revised]
    told = (
        "没有数" if all(point.value is None for point in points) else _mark(points),
        f"{'、'.join(revised)}是更正过的数" if revised else "",
    )
    return "；".join(one for one in told if one)


def _cells(points: tuple[Point, ...], series: tuple[Series, ...], absent: str) -> tuple[str, ...]:
    return tuple(
        written(point.value, one.decimals, absent) + ("（更正）" if point.revised else "")
        for point, one in zip(points, series, strict=True)
    )
