"""The link under a chart gives the numbers of that chart, all of them and no others, in Chinese."""

from __future__ import annotations

import re
from functools import cache

from tests.opendata.readers import READERS
from tests.pages.made import output, small_site, text

from portal.pages import Output

PAGES = ("outcomes/", "outcomes/2024-06/", "outcomes/final/", "outcomes/units/", "outcomes/units/unit-1/")
FIGURE = re.compile(r'<figure class="p-chart[^"]*" id="([^"]+)">(.*?)</figure>', re.DOTALL)
ROW = re.compile(r'<tr><th scope="row">([^<]+).*?</tr>')


@cache
def made() -> Output:
    return output(small_site())


def test_every_chart_has_its_own_numbers_beside_its_page() -> None:
    seen = 0
    for page in PAGES:
        for name, figure in FIGURE.findall(text(made(), page)):
            assert f'href="{name}.xlsx"' in figure
            assert f'href="{name}.csv"' in figure
            head, *rows = READERS["csv"](made().generated[f"{page}{name}.csv"]())
            assert [row[0] for row in rows] == ROW.findall(figure), f"{page}{name}"
            assert all(re.search("[一-鿿]", one) for one in head), head
            assert READERS["xlsx"](made().generated[f"{page}{name}.xlsx"]()) == [head, *rows]
            seen += 1
    assert seen > 8


def test_numbers_are_numbers_and_marks_stand_in_words() -> None:
    head, *rows = READERS["csv"](made().generated["outcomes/chart-months.csv"]())
    assert head[:2] == ["月份", "发现风险隐患（个）"]
    assert head[-1] == "说明"
    assert "是更正过的数" in next(row for row in rows if row[0] == "2024年6月")[-1]
    assert [float(cell) for row in rows for cell in row[1:-1] if cell]


def test_there_is_a_file_for_no_other_chart() -> None:
    """A file that no page links to would be found by nobody and never looked at."""
    linked = {
        f"{one.address}{name}"
        for one in made().documents
        if one.kind.section.id in ("outcomes", "campaign")
        for name, _ in FIGURE.findall(text(made(), one.address))
    }
    assert {path.rpartition(".")[0] for path in made().charts()} == linked
