"""What staff write in a cell, and what is understood."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from portal.formats.workbook.cell import Cell
from portal.formats.workbook.values import Amount, Unreadable, read_date, read_number


def cell(value: object, *, formula: bool = False) -> Cell:
    return Cell(value, "月报.xlsx!表!A1", formula)


@pytest.mark.parametrize(
    ("written", "number", "unit"),
    [
        (12, "12", ""),
        (8.4954, "8.4954", ""),
        (0.1 + 0.2, "0.3", ""),
        ("12", "12", ""),
        ("１２６", "126", ""),
        ("1,024", "1024", ""),
        ("１，０２４", "1024", ""),
        ("1 024", "1024", ""),
        ("12,345,678.5", "12345678.5", ""),
        ("12 户次", "12", "户次"),
        ("３．５万元", "3.5", "万元"),
        ("98%", "98", "%"),
        ("９８．５％", "98.5", "%"),
        ("\u3000７\u200b ", "7", ""),
        ("/", "0", ""),
        ("／", "0", ""),
        ("-", "0", ""),
        ("—", "0", ""),
        ("——", "0", ""),
        ("无", "0", ""),
    ],
)
def test_numbers(written: object, number: str, unit: str) -> None:
    assert read_number(cell(written)) == Amount(Decimal(number), unit)


@pytest.mark.parametrize("written", [None, "", "  ", "\u3000"])
def test_blank_is_not_reported(written: object) -> None:
    assert read_number(cell(written)) is None
    assert read_date(cell(written)) is None


NOT_A_NUMBER = Unreadable("这里的内容不能读成数", "改成阿拉伯数字，如 12；没有就写 0")
NEGATIVE = Unreadable("这里的数不能小于 0", "核对原始数据后改正")
A_DATE = Unreadable("这里要数，单元格里是日期或“是/否”", "把单元格格式改成“常规”，重新填数")


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("十二", NOT_A_NUMBER),
        ("约20", NOT_A_NUMBER),
        ("1,02", NOT_A_NUMBER),
        ("3.5.1", NOT_A_NUMBER),
        ("5²", NOT_A_NUMBER),
        ("①", NOT_A_NUMBER),
        ("1.2万", NOT_A_NUMBER),
        ("12人13次", NOT_A_NUMBER),
        (-5, NEGATIVE),
        ("－5", NEGATIVE),
        (float("nan"), NEGATIVE),
        (True, A_DATE),
        (datetime.datetime(1900, 1, 12), A_DATE),  # noqa: DTZ001
        ("#REF!", Unreadable("单元格里是 Excel 的出错值", "改正公式，或直接填数")),
    ],
)
def test_numbers_refused(written: object, refused: Unreadable) -> None:
    assert read_number(cell(written)) == refused


def test_formula_without_result() -> None:
    refused = Unreadable("公式没有保存计算结果", "用 Excel 打开这个文件，保存一次再导入")
    assert read_number(cell(None, formula=True)) == refused
    assert read_date(cell(None, formula=True)) == refused


@pytest.mark.parametrize(
    "written",
    [
        datetime.datetime(2024, 6, 18, 17, 30),  # noqa: DTZ001
        datetime.date(2024, 6, 18),
        "2024-6-18",
        "2024-06-18",
        "2024-06-18 00:00:00",
        "2024/6/18",
        "2024.6.18",
        "2024年6月18日",
        "２０２４年６月１８日",
        "2024 年 6 月 18 日",
        "6月18日",
        "6月18号",
        "20240618",
        20240618,
    ],
)
def test_dates(written: object) -> None:
    assert read_date(cell(written), 2024) == datetime.date(2024, 6, 18)


def test_mark_of_none_is_no_date() -> None:
    assert read_date(cell("/")) is None


@pytest.mark.parametrize(
    ("written", "reason", "hint"),
    [
        ("2024年6月31日", "日历上没有2024年6月31日，6月只有30天", "核对后改成真实的日期"),
        ("2023-2-29", "日历上没有2023年2月29日，2月只有28天", "核对后改成真实的日期"),
        ("2024/13/1", "日历上没有2024年13月1日", "核对后改成真实的日期"),
        ("0024年6月1日", "日期24年6月1日的年份不对", "核对后改正"),
        (45464, "这里是一个数，像是 Excel 的日期序号", "把单元格格式改成“日期”"),
        ("六月底", "这里的内容不能读成日期", "写成 2024-06-21 这样的日期"),
        ("2024年6月", "这里的内容不能读成日期", "写成 2024-06-21 这样的日期"),
        ("赵一二", "这里的内容不能读成日期", "写成 2024-06-21 这样的日期"),
    ],
)
def test_dates_refused(written: object, reason: str, hint: str) -> None:
    found = read_date(cell(written), 2024)
    assert isinstance(found, Unreadable)
    assert (found.reason, found.hint) == (reason, hint)


def test_date_without_a_year_needs_one() -> None:
    assert read_date(cell("6月18日")) == Unreadable("日期没有写年份", "写成 2024-06-21 这样的日期")
