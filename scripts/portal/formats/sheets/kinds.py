"""What a sheet that cannot be imported seems to be, so that the refusal can say so."""

from __future__ import annotations

from portal.formats.sheets.words import plain
from portal.formats.workbook.opening import Sheet

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
