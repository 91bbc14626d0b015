"""A chart that does not say what it shows cannot be made; one that is made has its numbers as a table, too."""

from __future__ import annotations

import pytest
from tests.charts.made import ELEVEN, caption, months, parts

from portal.charts import (
    ChartRefused,
    bar_chart,
    dot_chart,
    funnel_chart,
    line_chart,
    multiples,
    ranked_chart,
)


@pytest.mark.parametrize(
    ("fields", "unit", "lacking"),
    [
        ({"title": ""}, "个", "标题"),
        ({"title": " "}, "个", "标题"),
        ({"source": ""}, "个", "数据来源"),
        ({}, "", "计量单位"),
        ({"title": "", "source": ""}, "个", "标题、数据来源"),
    ],
)
def test_a_chart_without_title_unit_or_source_is_refused(
    fields: dict[str, str], unit: str, lacking: str
) -> None:
    with pytest.raises(ChartRefused, match=f"缺{lacking}"):
        bar_chart(caption(**fields), months(ELEVEN, unit=unit))


def test_every_form_refuses_to_draw_nothing() -> None:
    nothing = months([None, None])
    none = parts({"示例一所": None})
    with pytest.raises(ChartRefused, match="一句话说明、数据"):
        bar_chart(caption(), nothing)
    with pytest.raises(ChartRefused):
        line_chart(caption(), (nothing,))
    with pytest.raises(ChartRefused):
        multiples(caption(), (nothing,))
    with pytest.raises(ChartRefused):
        ranked_chart(caption(), "单位", none)
    with pytest.raises(ChartRefused):
        dot_chart(caption(), "单位", none, none)
    with pytest.raises(ChartRefused):
        funnel_chart(caption(), nothing, nothing)


def test_the_table_tells_what_the_drawing_marks() -> None:
    made = bar_chart(caption(), months([60, None, 141, 1051], provisional=1, revised=[2]))
    assert made.table.head == "月份"
    assert made.table.columns == (("发现隐患", "个"),)
    assert made.table.rows == (
        ("2024年5月", "", ("60",)),
        ("2024年6月", "", ("缺",)),
        ("2024年7月", "", ("141（更正）",)),
        ("2024年8月", "初步数", ("1051",)),
    )
    assert made.legend == ("斜线是初步数", "“更”是更正过的数", "“缺”是没有数")


def test_a_plain_chart_needs_no_legend() -> None:
    assert bar_chart(caption(), months(ELEVEN)).legend == ()


def test_series_of_different_size_get_a_scale_each_and_those_without_data_are_left_out() -> None:
    closed, none = months(range(11), "办结", "起"), months([None] * 11, "移送", "起")
    made = multiples(caption(), (months(ELEVEN), closed, none))
    assert [panel.title for panel in made.panels] == ["发现隐患", "办结"]
    assert made.caption.unit == "个、起"


def test_the_mark_of_a_gap_is_explained_as_it_is_drawn() -> None:
    gap = [5.0, None, *range(1, 10)]
    assert bar_chart(caption(), months(gap)).legend == ("“缺”是没有数",)
    assert multiples(caption(), (months(gap, unit="%"),), "line").legend == ("“–”是没有数",)
