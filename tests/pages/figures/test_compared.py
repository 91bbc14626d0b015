"""Two units side by side, and one unit by month: the same figures as in the months' files, in the same order."""

from __future__ import annotations

import re
from functools import cache

from tests.pages.made import output, small_site, text

from portal.pages import Output

ROW = re.compile(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', re.DOTALL)
CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)


@cache
def made() -> Output:
    return output(small_site())


def rows(html: str) -> dict[str, list[str]]:
    return {plain(name): [plain(cell) for cell in CELL.findall(cells)] for name, cells in ROW.findall(html)}


def plain(html: str) -> str:
    """What is seen, without blanks."""
    return re.sub(r'<span class="p-unseen">.*?</span>|<[^>]+>|\s', "", html)


def reported(unit: str, indicator: str) -> list[float | None]:
    return [
        one.figures.get(indicator)
        for entry in small_site().outcomes
        for one in entry.record.units
        if one.unit == unit
    ]


def test_columns_are_the_units_that_reported_and_choices_are_in_the_same_order() -> None:
    page = text(made(), "outcomes/compare/")
    choices = re.findall(r"<option value=\"([^\"]+)\">([^<]+)", page)
    first = choices[: len(choices) // 2]
    assert first == choices[len(choices) // 2 :]
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert [name for _, name in first] == [
        plain(one) for one in re.findall(r'<th scope="col">(.*?)</th>', head)
    ][1:]
    assert len(first) > 1


def test_each_cell_is_what_the_unit_reported_in_sum() -> None:
    page = text(made(), "outcomes/compare/")
    totals = rows(page[page.index('id="totals"') : page.index('id="months"')])
    sums = [sum(filter(None, reported(unit, "hazards_found"))) for unit in ("示例一所", "示例二所")]
    assert totals["发现风险隐患（个）"][:2] == [f"{one:.0f}" for one in sums]
    assert not [name for name in totals if "结转" in name], "not public"


def test_a_unit_month_by_month_with_what_it_comes_to() -> None:
    page = text(made(), "outcomes/units/unit-2/")
    table = page[page.index("逐月看全部指标") :]
    found = rows(table)["发现风险隐患（个）"]
    values = reported("示例二所", "hazards_found")
    assert found[:-1] == ["—" if value is None else f"{value:.0f}" for value in values]
    assert found[-1] == f"{sum(filter(None, values)):.0f}"
    assert "未报" in table[table.index("<thead>") : table.index("</thead>")]
