"""All sheets of a workbook, each read as what it is: figures, a list of hazards, or nothing that is imported.

Takes the workbook, gives the readings; a sheet that cannot be imported is named for what it seems to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from portal.formats.imported import SheetReading
from portal.formats.sheets.hazards import is_hazard_list, read_hazards
from portal.formats.sheets.head import Asked
from portal.formats.sheets.names import Names
from portal.formats.sheets.statistics import read_statistics
from portal.formats.workbook.cell import Remarks, plain
from portal.formats.workbook.opening import Sheet, Workbook
from portal.records import Site

# Words of the header, all of which must occur somewhere in the sheet: the surest kinds first.
KINDS = (
    ("抽检不合格核查处置表", ("样品名称", "不合格项目")),
    ("行政处罚信息表", ("决定书文号", "处罚")),
    ("案件情况表", ("案由", "当事人")),
    ("培训签到表", ("姓名", "签到")),
    ("培训签到表", ("姓名", "签名")),
    ("考核成绩表", ("姓名", "成绩")),
    ("考核成绩表", ("姓名", "得分")),
    ("投诉举报台账", ("投诉人",)),
    ("投诉举报台账", ("举报内容",)),
    ("企业名单", ("统一社会信用代码", "许可证")),
)
INSTEAD = {
    "抽检不合格核查处置表": "；这张表的批次数汇总后填进统计表的“核查处置完成”",
    "案件情况表": "；案件数汇总后填进统计表，典型案例另写成案例文件",
    "行政处罚信息表": "；案件数汇总后填进统计表，典型案例另写成案例文件",
}
ACCEPTED = "可以导入的有：统计表（有内容、计量单位、数量各列）、汇总表（每个单位一列）、隐患清单（有业态、工作重点、发现日期、整改情况各列）"
MACROS = (
    "文件里带有宏（.xlsm），只读了表格里的内容，宏没有运行",
    "请报送单位以后另存为“Excel 工作簿（*.xlsx）”再报",
)
DEEPEST_HEADER = 30


def seems_to_be(sheet: Sheet) -> str | None:
    """The name of the kind, if its header gives it away."""
    texts = [plain(cell.value) for row in sheet.rows[:DEEPEST_HEADER] for cell in row]
    return next(
        (kind for kind, words in KINDS if all(any(word in text for text in texts) for word in words)), None
    )


def not_accepted(sheet: Sheet) -> tuple[str, str]:
    """The message and hint for a sheet that is neither figures nor a list of hazards."""
    kind = seems_to_be(sheet)
    if kind is None:
        return "没有找到可以导入的表格（认不出表头）", ACCEPTED
    return f"这张表像是“{kind}”，不能导入", ACCEPTED + INSTEAD.get(kind, "")


T = TypeVar("T")


def read_sheets(
    workbook: Workbook, site: Site, asked: Asked, remarks: Remarks, *, hazards_only: bool
) -> list[SheetReading]:
    """All sheets that could be recognised, figures first: they tell the month and unit of the hazards."""
    if workbook.has_macros:
        remarks.notice(workbook.name, *MACROS)
    sheets = _visible(workbook, remarks)
    names = Names(site.indicators.record, site.words)
    figures = [None if is_hazard_list(sheet) else read_statistics(sheet, names, asked) for sheet in sheets]
    known = [reading for reading in figures if reading]
    asked = Asked(
        asked.month or _only(reading.month for reading in known),
        asked.unit or _only(one for reading in known for one in reading.units),
    )
    rest = [sheet for sheet, reading in zip(sheets, figures, strict=True) if reading is None]
    hazards = [read_hazards(sheet, names, asked) for sheet in rest]
    lists = [reading for reading in hazards if reading]
    if hazards_only and known and not lists:
        remarks.refuse(workbook.name, "文件里没有隐患清单", "这是统计表的话，用 portal import outcomes 导入")
    readings = lists if hazards_only else [*known, *lists]
    strange = [sheet for sheet, reading in zip(rest, hazards, strict=True) if reading is None]
    _say_strange(strange, remarks, nothing_else=not readings and not known)
    for reading in readings:
        remarks.notices.extend(reading.notices)
        remarks.refusals.extend(reading.refusals)
    return readings


def _visible(workbook: Workbook, remarks: Remarks) -> list[Sheet]:
    filled = [sheet for sheet in workbook.sheets if not sheet.blank]
    shown = [sheet for sheet in filled if not sheet.hidden]
    for sheet in filled:
        if sheet.hidden:
            say = remarks.notice if shown else remarks.refuse
            say(sheet.address, "隐藏的工作表没有导入", "要导入就先在 Excel 里取消隐藏")
    return shown


def _say_strange(sheets: Sequence[Sheet], remarks: Remarks, *, nothing_else: bool) -> None:
    for sheet in sheets:
        say = remarks.refuse if nothing_else else remarks.notice
        say(sheet.address, *not_accepted(sheet))


def _only(found: Iterable[T | None]) -> T | None:
    values = {value for value in found if value}
    return values.pop() if len(values) == 1 else None
