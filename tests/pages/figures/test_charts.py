"""Charts on the pages: complete, marked, light, without anything that the strict policy would refuse."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from tests.charts.made import ELEVEN, caption, months, parts
from tests.pages.made import changed, output, small_site, text, with_indicators
from tests.projects import REPOSITORY

from portal.charts import Chart, bar_chart, line_chart, multiples, ranked_chart
from portal.pages import Output
from portal.pages.templates import FOLDER, environment
from portal.records import Site

FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
ID = re.compile(r'\sid="([^"]+)"')
MOST_BYTES = 3 * 1024


@pytest.fixture(scope="module")
def site() -> Site:
    return small_site()


@pytest.fixture(scope="module")
def made(site: Site) -> Output:
    return output(site)


@pytest.fixture(scope="module")
def pages(made: Output) -> dict[str, str]:
    drawn = {
        document.address: text(made, document.address)
        for document in made.documents
        if document.section in ("outcomes", "campaign")
    }
    return {address: page for address, page in drawn.items() if "<figure" in page}


def drawn(chart: Chart) -> str:
    template = environment(REPOSITORY / FOLDER).get_template("charts/_figure.html.j2")
    return str(template.module.figure(chart, "../"))  # type: ignore[attr-defined]


def test_outcomes_months_units_and_focuses_have_charts(pages: dict[str, str]) -> None:
    assert set(pages) >= {
        "outcomes/",
        "outcomes/2024-06/",
        "outcomes/final/",
        "outcomes/units/unit-1/",
        "campaign/products/",
    }


def test_every_chart_says_what_it_is(pages: dict[str, str]) -> None:
    for page in pages.values():
        for figure in FIGURE.findall(page):
            assert re.search(
                r'<figcaption><span class="p-chart__title">[^<]+</span> <small>单位：[^<]+<', figure
            )
            assert re.search(r'class="p-chart__say">[^<]+。</p>', figure)
            assert "来源：示例市场监督管理局" in figure
            assert 'class="p-mark">示例数据' in figure
            name = figure.split('"', 1)[0]
            assert re.search(r'href="chart[\w-]+\.xlsx" download="[^"]+\.xlsx"', figure), name
            assert re.search(r'href="[./]+/data/#d-\w+"', figure)


def test_every_drawing_is_an_image_with_a_short_name(pages: dict[str, str]) -> None:
    for page in pages.values():
        for svg in SVG.findall(page):
            assert re.match(r'<svg [^>]*role="img"><title>图：[^<。；]{2,}</title>', svg), svg[:200]


def test_every_chart_has_its_numbers_as_a_table(pages: dict[str, str]) -> None:
    for page in pages.values():
        for figure in FIGURE.findall(page):
            assert "<details" in figure
            assert figure.count('<th scope="col">') >= 2
            assert '<th scope="row">' in figure


def test_nothing_is_styled_in_place_and_no_id_is_used_twice(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert " style=" not in page
        twice = [name for name, times in Counter(ID.findall(page)).items() if times > 1]
        assert twice == []
        for hatch in re.findall(r"url\(#([^)]+)\)", page):
            assert f'<pattern id="{hatch}"' in page


def test_months_that_may_still_change_are_hatched_and_said_to_be(site: Site) -> None:
    changing = replace(site, outcomes=changed(site.outcomes, "2024-06", status="provisional"))
    page = text(output(changing), "outcomes/")
    assert 'fill="url(#chart-months-h)"' in page
    assert "斜线是初步数" in page
    assert "<strong>初步数</strong>2024年6月的数据还在核对" in page
    assert "url(#chart-months-h)" not in text(output(site), "outcomes/")


def test_a_month_between_others_without_data_is_a_gap(site: Site) -> None:
    hidden = replace(site, outcomes=tuple(one for one in site.outcomes if one.record.id != "2024-05"))
    page = text(output(hidden), "outcomes/")
    assert '<th scope="row">2024年5月</th><td>缺</td>' in page
    assert "“缺”是没有数" in page


def test_figures_of_a_bulletin_come_with_something_to_compare_them_to(made: Output) -> None:
    page = text(made, "outcomes/2024-06/")
    assert re.search(r"<em>比上月[多少]\d+个</em><em>累计\d+个</em>", page)
    assert re.search(r"从2024年5月到2024年6月，全区发现风险隐患\d+个，完成整改\d+个，占[\d.]+%", page)


def test_a_bulletin_without_a_summary_still_opens_with_a_sentence(site: Site) -> None:
    made = output(replace(site, outcomes=changed(site.outcomes, "2024-06", summary=None)))
    assert re.search(r'p-lead">2024年6月，全区发现风险隐患\d+个，比上月', text(made, "outcomes/2024-06/"))


def test_half_of_the_loop_is_not_shown_as_the_whole(site: Site) -> None:
    def hide(record: Any) -> Any:
        return record.model_copy(
            update={
                "indicators": tuple(
                    one.model_copy(update={"public": one.id != "hazards_found"}) for one in record.indicators
                )
            }
        )

    page = text(output(with_indicators(site, hide)), "outcomes/")
    assert "chart-loop" not in page
    assert "chart-so-far" not in page


NAMES = (
    "发现隐患",
    "完成整改",
    "责令改正",
    "案件办结",
    "抽检批次",
    "不合格批次",
    "抽查考核人数",
    "明厨亮灶接入",
)
# Eight series that have nothing in common, or compression would make them look lighter than they are.
SERIES = tuple(
    months(
        [
            round(value * (0.4 + 0.83 * n)) + (7 * n * place) % 11
            for place, value in enumerate(ELEVEN[n:] + ELEVEN[:n])
        ],
        name,
        provisional=2,
        revised=[n],
    )
    for n, name in enumerate(NAMES)
)


@pytest.mark.parametrize(
    "chart",
    [
        multiples(caption(files=True, dictionary="data/#d-outcomes_monthly"), SERIES),
        line_chart(caption(files=True, dictionary="data/#d-outcomes_monthly"), SERIES[:3]),
        bar_chart(caption(files=True, dictionary="data/#d-outcomes_monthly"), SERIES[0]),
    ],
    ids=["eight small multiples", "three lines", "bars"],
)
def test_a_chart_of_eleven_months_is_light(chart: Chart) -> None:
    """With its table, sentence and links; eight series of eleven months are the heaviest that pages have."""
    assert len(gzip.compress(drawn(chart).encode("utf-8"), mtime=0)) <= MOST_BYTES


def test_the_same_figures_give_the_same_bytes() -> None:
    assert drawn(multiples(caption(), SERIES)) == drawn(multiples(caption(), SERIES))


def test_titles_are_escaped() -> None:
    assert "<b>" not in drawn(bar_chart(caption(title="<b>隐患</b>"), SERIES[0]))


def test_equal_values_are_a_sentence_and_no_drawing() -> None:
    every = drawn(bar_chart(caption(), months([3, 3, 3])))
    assert "<svg" not in every
    assert "每月都是3个" in every
    several = drawn(multiples(caption(), (months([1, 1, 1], label="约谈"), months([5, 2, 3], provisional=1))))
    assert len(SVG.findall(several)) == 1
    assert "约谈1个，与上月持平；每月都是1个" in several
    # The pattern of provisional months comes with the first one that is drawn.
    assert several.count("<pattern") == 1
    assert "<svg" not in drawn(bar_chart(caption(), months([12])))


def test_the_parts_put_together_are_grey() -> None:
    many = parts({f"品种{number}": 20.0 - number for number in range(14)})
    assert drawn(ranked_chart(caption(), "品种", many)).count("p-c-others") == 1


def test_large_type_has_a_narrow_drawing_where_a_wide_one_would_not_fit() -> None:
    wide, narrow = SVG.findall(drawn(bar_chart(caption(), months(ELEVEN))))
    assert 'class="p-chart__narrow"' in narrow
    assert len(re.findall("月</text>", wide)) == len(ELEVEN)
    assert re.findall(r">(\d+月)</text>", narrow) == ["5月", "3月"]
