"""Workbooks as units send them, built in memory; the oddities are those of real monthly reports."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl

from portal.reading import read
from portal.records import Site

ROOT = Path(__file__).parents[2]
SIGNATURES = "填表人：张某\u3000\u3000\u3000审核人：李某\u3000\u3000\u3000联系电话：57000000"
HAZARD_HEADS = (
    *("序号", "主体名称", "业态", "工作重点", "隐患描述", "发现日期", "发现来源"),
    *("整改措施", "责任人", "整改时限", "整改情况", "复查日期", "处置"),
)
UNITS = """\
units:
  - {id: one, name: 示例一所, kind: 所}
  - {id: two, name: 示例二所, kind: 所}
  - {id: three, name: 示例三所, kind: 所}
"""


@dataclass
class Page:
    """One worksheet: rows from A1, merged ranges, state."""

    title: str
    rows: Sequence[Any]
    merged: Sequence[str] = field(default_factory=tuple)
    hidden: bool = False


def book(*pages: Page) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for page in pages:
        sheet = workbook.create_sheet(page.title)
        for row in page.rows:
            sheet.append(list(row))
        for merged in page.merged:
            sheet.merge_cells(merged)
        if page.hidden:
            sheet.sheet_state = "hidden"
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part of the archive changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info.filename)
            new.writestr(info.filename, change(data) if info.filename == part else data)
    return out.getvalue()


def statistics(
    rows: Sequence[Any],
    *,
    title: str = "2024年食品安全风险隐患排查整治专项行动统计表（2024年6月）",
    unit: str = "填报单位：示例二所",
    day: str = "填报日期：2024-6-25",
    name: str = "统计表",
) -> Page:
    """Layout A; `rows` are 项目, 内容, 计量单位, 数量, 备注; a blank 项目 is merged with the one above."""
    lines: list[list[Any]] = [
        [title],
        [unit, None, None, day],
        ["序号", "项目", "内容", "计量单位", "数量", "备注"],
    ]
    merged = ["A1:F1", "A2:C2", "D2:F2"]
    start, number = 4, 0
    for place, row in enumerate(rows, 4):
        number += bool(row[0])
        lines.append([number if row[0] else None, *row])
        if row[0]:
            start = place
        elif place == 3 + len(rows) or rows[place - 3][0]:
            merged += [f"A{start}:A{place}", f"B{start}:B{place}"]
    return Page(name, [*lines, [], [SIGNATURES]], merged)


ODD_FIGURES: list[list[Any]] = [
    ["监督检查", "出动监管执法人员（人次）", "人次", "１２６"],
    [None, "检查食品生产单位", "户次", "8户次", "其中小作坊2"],
    [None, "检查食品经营单位", "户次", "1,024", "含市场"],
    [None, "发现问题隐患数", "个", 3],
    [None, "已完成整改数", "个", 4, "含上月结转 5 个"],
    [None, "责令改正通知书", "份", "/"],
    ["案件查办", "立案", "起", 5],
    [None, "办结", "起", 4],
    [None, "罚没款", "万元", 50000],
    [None, "移送公安机关", "起", None],
    ["投诉举报", "受理", "件", "３７"],
    [None, "办结", "件", 24.0],
]


def hazards(rows: Sequence[Any], *, title: str = "示例二所风险隐患清单、措施清单、责任清单") -> Page:
    return Page("隐患清单", [[title], HAZARD_HEADS, *rows], ["A1:M1"])


def hazard(
    number: object, business_type: object, focus: object, found_on: object, status: object, **other: object
) -> list[object]:
    """One row; `party`, `text` and `rechecked_on` may be given."""
    party, text = other.get("party", "示例甲餐饮店"), other.get("text", "超过保质期调味料未清理")
    rechecked_on = other.get("rechecked_on", "2024-06-27")
    means = ["监督检查", "当场改正", "王某", "2024年6月28日"]
    return [number, party, business_type, focus, text, found_on, *means, status, rechecked_on, "责令改正"]


def site_at(folder: Path, months: Mapping[str, str] | None = None) -> Site:
    """The shipped words and indicators with three units and the given months."""
    places = [*(ROOT / "site_config").glob("*.yaml"), ROOT / "content/campaign.yaml"]
    for place in places:
        target = folder / place.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = place.read_text("utf-8")
        if place.stem == "campaign":
            text = re.sub(r"(?ms)^units:.*?(?=^\S|\Z)", UNITS, text)
        target.write_text(text, "utf-8")
    for month, text in (months or {}).items():
        target = folder / f"content/outcomes/{month}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    site = read(folder).site
    assert site is not None
    return site
