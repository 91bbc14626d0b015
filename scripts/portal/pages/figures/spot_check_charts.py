"""The charts of spot checks: the rates month by month, and of a month by 业态 and 岗位; `None` with nothing to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from portal.charts import Caption, Chart, Point, Series, dot_chart, line_chart
from portal.charts.sentences import together
from portal.pages.context import Context
from portal.records import addresses
from portal.records.month import Month
from portal.records.spot_check import BusinessCounts, Counts, PostCounts, SpotCheck

TABLE = "spot_checks"
PARTS_TABLE = "spot_check_parts"
FIRST, AFTER = "首次合格率", "补考后合格率"
# Fewer rows are read faster in the table.
FEWEST_ROWS = 2


def by_month(context: Context) -> Chart | None:
    """Both rates over the months, from the first to the newest one that was published."""
    records = {entry.record.month: entry.record for entry in context.public.spot_checks}
    if len(records) < FEWEST_ROWS:
        return None
    months = _between(min(records), max(records))
    caption = _caption(context, "chart-spot-checks", "每个月的合格率", TABLE)
    series = tuple(
        Series(label, tuple(_point(month, records.get(month), field) for month in months), "%", 1)
        for label, field in ((FIRST, "passed"), (AFTER, "passed_after"))
    )
    return line_chart(caption, series)


def by_part(
    context: Context,
    record: SpotCheck,
    identifier: str,
    name: str,
    rows: Sequence[BusinessCounts | PostCounts],
) -> Chart | None:
    """Both rates of the rows of a month."""
    if len(rows) < FEWEST_ROWS:
        return None
    caption = _caption(context, f"chart-{identifier}", f"按{name}看合格率", PARTS_TABLE)
    first, after = (
        Series(label, tuple(Point(row.name, _share(row, field)) for row in rows), "%", 1)
        for label, field in ((FIRST, "passed"), (AFTER, "passed_after"))
    )
    caption = replace(caption, summary=_highest_and_lowest(first), demo=record.demo)
    return dot_chart(caption, name, first, after)


def _highest_and_lowest(first: Series) -> str:
    """Rates are high and low, not many and few; rows that are equal are named together."""
    values = [value for _, value in first.known]
    high, low = (_named(first, value) for value in (max(values), min(values)))
    if high == low:
        return f"{first.label}都是{max(values)}%。"
    return f"{first.label}最高的是{high}；最低的是{low}。"


def _named(first: Series, value: float) -> str:
    names = [point.label for point, one in first.known if one == value]
    return f"{together(names)}，{value:g}%"


def _caption(context: Context, identifier: str, title: str, table: str) -> Caption:
    return Caption(
        identifier,
        title,
        f"{context.public.settings.bureau}，抽查考核记录汇总",
        note="考的人少，合格率只能说个大概，范围见表。",
        files=True,
        dictionary=f"{addresses.DATA}#d-{table}",
        demo=any(entry.record.demo for entry in context.public.spot_checks),
    )


def _between(first: Month, last: Month) -> list[Month]:
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next)
    return months


def _point(month: Month, record: SpotCheck | None, field: str) -> Point:
    value = _share(record, field) if record else None
    return Point(month.name, value, month.short, f"{month.year}年")


def _share(counts: Counts, field: str) -> float:
    counted: int = getattr(counts, field)
    return round(100 * counted / counts.people, 1)
