"""A chart as templates draw it: caption, panels, table. One that does not say what it shows cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portal.charts.bars import Bars
from portal.charts.dots import Dots
from portal.charts.funnel import Funnel
from portal.charts.line import Line
from portal.charts.ranked import Ranked
from portal.charts.table import Table

Form = Literal["bars", "line", "ranked", "dots", "funnel"]
NEEDED = {"title": "标题", "unit": "计量单位", "summary": "一句话说明", "source": "数据来源"}


class ChartRefused(ValueError):
    """A chart lacks what readers need to understand it."""


@dataclass(frozen=True)
class Caption:
    """What stands around a chart. `id` is unique on its page; `csv` and `dictionary` are paths below the site's root.

    `unit` and `summary` are made from the series where they are left empty.
    """

    id: str
    title: str
    source: str
    unit: str = ""
    summary: str = ""
    note: str = ""
    csv: str = ""
    dictionary: str = ""
    demo: bool = False


@dataclass(frozen=True)
class Panel:
    """One drawing; small multiples have several, each with its own title and sentence."""

    title: str
    unit: str
    say: str
    form: Form
    drawing: Bars | Line | Ranked | Dots | Funnel


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
        return not self.multiple and self.panels[0].form in ("line", "dots")

    @property
    def remark(self) -> str:
        """What its marks mean, and the note."""
        return (f"{'，'.join(self.legend)}。" if self.legend else "") + self.caption.note
