"""The numbers of every chart as files beside the page that draws it: what the link under the chart gives.

Takes the finished plan, gives path → bytes. Which charts there are depends on the figures, so pages are asked for
what fills them; headings are Chinese, as everything here is for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from portal.charts import Chart
from portal.opendata.csv_file import table_bytes
from portal.opendata.imprint import Imprint
from portal.opendata.workbook import Sheet, Style, Value, workbook_bytes
from portal.opendata.xlsx_file import NOTES, NOTES_WIDTHS, ROWS, about, widths
from portal.pages import kinds
from portal.pages.context import Context
from portal.pages.document import Document
from portal.pages.machines.open_data import imprint
from portal.pages.page import Body

DRAWING = (
    *(kinds.RESULTS, kinds.BULLETIN, kinds.FINAL, kinds.UNITS, kinds.UNIT, kinds.FOCUS),
    *(kinds.SPOT_CHECKS, kinds.SPOT_CHECK),
)
SAID = "说明"
BLANK = "空着的格子只有一个意思：没有这个数。零写成 0，不会空着。"


def files(context: Context, documents: Iterable[Document]) -> Mapping[str, Callable[[], bytes]]:
    known = imprint(context)
    made: dict[str, Callable[[], bytes]] = {}
    for document in documents:
        for chart in charts_of(document):
            beside = f"{document.address}{chart.caption.id}"
            made[f"{beside}.csv"] = partial(_csv, chart)
            made[f"{beside}.xlsx"] = partial(_xlsx, chart, known, context.public.settings.site_url, document)
    return made


def charts_of(document: Document) -> Iterator[Chart]:
    """The charts among what a page is filled with."""
    if document.kind not in DRAWING or not isinstance(document.body, Body):
        return
    for value in vars(document.body.values()).values():
        several = value if isinstance(value, list) else [value]
        yield from (one for one in several if isinstance(one, Chart) and one.caption.files)


def lines(chart: Chart) -> list[list[str | int | float]]:
    """The headings, then each row; what is to be said of rows stands in a last column, where there is anything."""
    table = chart.table
    said = any(told for _, told in table.numbers)
    heads = [f"{label}（{unit}）" if unit else label for label, unit in table.columns]
    made: list[list[str | int | float]] = [[table.head, *heads, *([SAID] if said else [])]]
    for (label, _, _), (values, told) in zip(table.rows, table.numbers, strict=True):
        made.append([label, *map(_number, values), *([told] if said else [])])
    return made


def _number(value: float | None) -> str | int | float:
    if value is None:
        return ""
    return int(value) if float(value).is_integer() else round(value, 2)


def _csv(chart: Chart) -> bytes:
    return table_bytes(lines(chart))


def _xlsx(chart: Chart, known: Imprint, site_url: str, document: Document) -> bytes:
    notes = list(_notes(chart, known, site_url, document))
    looks = (Style.TITLE, *(Style.WRAPPED for _ in notes[1:]))
    rows: list[Sequence[Value]] = [*lines(chart)]
    return workbook_bytes(
        (Sheet(NOTES, notes, NOTES_WIDTHS[:2], looks=looks), Sheet(ROWS, rows, widths(rows), headed=True))
    )


def _notes(chart: Chart, known: Imprint, site_url: str, document: Document) -> Iterator[Sequence[Value]]:
    caption = chart.caption
    yield (f"{caption.title}{'（示例数据）' if caption.demo else ''}",)
    yield ("一句话", caption.summary)
    yield ("在哪一页", f"{document.title}，{site_url}{document.address}#{caption.id}")
    if chart.remark:
        yield ("图上的记号", chart.remark)
    if caption.demo:
        yield ("示例数据", "这些数是虚构的演示内容，不是真实情况。")
    yield from about(known, caption.title, document.updated_on or document.published_on)
    yield ("空格", BLANK)
    yield ("数据在哪里", f"本文件的第二张表“{ROWS}”")
