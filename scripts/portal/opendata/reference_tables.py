"""指标, 重点时段 and 更正: what is counted, when special care is needed, what was put right."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from portal.opendata.columns import IS_DEMO, URL, column, columns
from portal.opendata.dataset import DATE, Column, Row, Table
from portal.publication.public_site import PublicSite
from portal.records.correction import Correction
from portal.records.indicator import Indicator, Ratio
from portal.records.season import Occurrence, Season


@dataclass(frozen=True)
class Mended:
    """A correction of any kind as it may be shown; `was` and `now` are empty where the page is closed."""

    id: str
    on: datetime.date
    kind: str
    page: str
    was: str | None
    now: str | None
    reason: str
    demo: bool
    url: str


def indicators(site: PublicSite) -> Table:
    """The public indicators in the order they are shown."""
    groups = {group.id: group.name for group in site.indicator_groups}
    public = site.indicators

    def row(one: Indicator) -> Row:
        return (
            one.id,
            one.name,
            one.short,
            one.unit,
            groups.get(one.group, one.group),
            one.definition,
            one.over_units,
            one.over_months,
            *(name if name in public else None for name in (*_parts(one), one.part_of)),
            one.decimals,
        )

    return Table(
        "indicators",
        "指标",
        "数据表里每个指标数的是什么、单位是什么、各单位各月怎样汇总。",
        ("id",),
        (
            *columns(Indicator, "id", "name", "short", "unit"),
            column(Indicator, "group", description="所在的分组"),
            *columns(Indicator, "definition", "over_units", "over_months"),
            column(Ratio, "numerator", nullable=True, description="比率的分子，指标编号"),
            column(Ratio, "denominator", nullable=True, description="比率的分母，指标编号"),
            *columns(Indicator, "part_of", "decimals"),
        ),
        lambda: [row(one) for one in public.values()],
    )


def _parts(indicator: Indicator) -> tuple[str | None, str | None]:
    """Numerator and denominator of a rate."""
    ratio = indicator.ratio
    return (ratio.numerator, ratio.denominator) if ratio else (None, None)


def seasons(records: Sequence[Season], url: Callable[[Season], str]) -> Table:
    """One row for each year's dates of a period."""
    return Table(
        "seasons",
        "重点时段",
        "节日、开学、重大活动和高温季节各年的提示日期，首尾两天都算在内。",
        ("id", "start"),
        (
            *columns(Season, "id", "name", "kind", "summary"),
            *columns(Occurrence, "start", "end", "day", "certainty"),
            URL,
        ),
        lambda: [
            (one.id, one.name, one.kind, one.summary, o.start, o.end, o.day, o.certainty, url(one))
            for one in records
            for o in one.dates
        ],
    )


def corrections(made: Sequence[Mended]) -> Table:
    """One row for each correction, newest first."""
    return Table(
        "corrections",
        "更正与撤回",
        "发布以后更正或者撤回的内容。内容已经撤下的页面只写日期、类别和原因。",
        ("id",),
        (
            Column("id", "编号", "更正的编号，不会变"),
            Column("on", "日期", "更正或者撤回的日期", DATE),
            *columns(Correction, "kind", "page", "was", "now", "reason"),
            IS_DEMO,
            URL,
        ),
        lambda: [
            (one.id, one.on, one.kind, one.page, one.was, one.now, one.reason, one.demo, one.url)
            for one in made
        ],
        max((one.on for one in made), default=None),
    )
