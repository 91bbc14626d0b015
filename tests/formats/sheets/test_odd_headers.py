"""Header rows that nobody has seen: whatever stands in a sheet, an import answers in words and never falls over."""

from __future__ import annotations

import datetime
import random
from itertools import chain

import pytest
from openpyxl.utils.cell import get_column_letter
from tests.formats.sent import HAZARD_HEADS, Page, book, hazard, hazards

from portal.formats.importing import import_outcomes
from portal.formats.sheets import hazards as lists
from portal.formats.sheets import layout
from portal.formats.sheets.head import Asked
from portal.formats.sheets.readings import read_sheets
from portal.formats.workbook.cell import Cell, Remarks
from portal.formats.workbook.opening import Sheet, Workbook
from portal.records import Site
from portal.records.month import Month

TODAY = datetime.date(2024, 7, 5)
ROWS = [
    hazard(1, "单位食堂", "重点环节", "2024/6/17", "已整改"),
    hazard(2, "餐饮服务", "重点品种", "6月18日", "整改中", rechecked_on="/"),
]
WORDS: list[object] = [
    *chain(layout.NAME_HEADS, layout.GROUP_HEADS, layout.MEASURE_HEADS, layout.AMOUNT_HEADS),
    *chain(layout.NOTE_HEADS, layout.TOTAL_HEADS, layout.PART_HEADS, layout.SERIAL_HEADS),
    *(head for heads in lists.HEADS.values() for head in heads),
    *("示例一所", "示例二所", "示例三所", "填报单位：示例二所", "填报单位", "报送日期", "2024年6月", "累计"),
    *("立案", "办结", "责令改正", "监督检查", "罚没款（万元）", "受理", "填表人：张某", "注：", "已整改"),
    *("餐饮服务", "重点环节", "2024/6/17", datetime.date(2024, 6, 17), "x", "²", 3, 0, -1, 2.5),
    *[None] * 12,
]


def odd_sheet(chance: random.Random) -> Sheet:
    """A sheet of words that headers have, in places where they never are; half of them are nearly lists of hazards."""
    width, height = chance.randint(1, 16), chance.randint(1, 7)
    rows: list[list[object]] = []
    if chance.random() < 0.5:
        head: list[object] = list(HAZARD_HEADS)
        for _ in range(chance.randint(0, 3)):
            head.insert(chance.randint(0, len(head)), chance.choice(WORDS))
            head.pop(chance.randrange(len(head))) if chance.random() < 0.5 else None
        width = len(head)
        rows.append(head)
    rows += [[chance.choice(WORDS) for _ in range(width)] for _ in range(height)]
    return Sheet("表", "月报.xlsx!表", _merged(_cells(rows, chance), chance))


def _cells(rows: list[list[object]], chance: random.Random) -> list[list[Cell]]:
    return [
        [
            Cell(value, f"月报.xlsx!表!{get_column_letter(column)}{number}", chance.random() < 0.03)
            for column, value in enumerate(row, 1)
        ]
        for number, row in enumerate(rows, 1)
    ]


def _merged(cells: list[list[Cell]], chance: random.Random) -> tuple[tuple[Cell, ...], ...]:
    for _ in range(chance.choice([0, 0, 1, 2])):
        top, left = chance.randrange(len(cells)), chance.randrange(len(cells[0]))
        bottom, right = chance.randint(top, len(cells) - 1), chance.randint(left, len(cells[0]) - 1)
        for row in cells[top : bottom + 1]:
            row[left : right + 1] = [cells[top][left]] * (right + 1 - left)
    return tuple(map(tuple, cells))


def read_odd(site: Site, seed: int) -> None:
    """Read the workbook with this number as `portal import` would."""
    chance = random.Random(seed)
    book = Workbook("月报.xlsx", tuple(odd_sheet(chance) for _ in range(chance.choice([1, 1, 2]))))
    asked = Asked(chance.choice([None, Month(2024, 6)]), chance.choice([None, "示例一所"]))
    remarks = Remarks()
    readings = read_sheets(book, site, asked, remarks, hazards_only=chance.random() < 0.3)
    # Every sheet is either read or spoken of.
    assert readings or remarks.refusals or remarks.notices or all(one.blank for one in book.sheets)


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_no_header_is_too_odd(site: Site, first: int) -> None:
    for seed in range(first, first + 100):
        read_odd(site, seed)


@pytest.mark.parametrize("values", [("",), (None,), ("x",), (3,)])
@pytest.mark.parametrize("place", [0, 5, 13])
def test_a_column_named_after_a_unit_does_not_make_figures_of_a_list(
    site: Site, place: int, values: tuple[object, ...]
) -> None:
    page = hazards([[*row[:place], *values, *row[place:]] for row in ROWS])
    lines = [page.rows[0], (*HAZARD_HEADS[:place], "示例一所", *HAZARD_HEADS[place:]), *page.rows[2:]]
    content = book(Page(page.title, lines))
    result = import_outcomes(content, "月报.xlsx", site, month="2024-06", today=TODAY)
    assert (result.refusals, result.writable) == ((), True)
    (plan,) = result.plans
    assert "by: business_type" in (plan.new_text or "")
