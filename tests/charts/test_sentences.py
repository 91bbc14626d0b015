"""The sentence of each chart is true, names what is missing, and reads as Chinese."""

from __future__ import annotations

import pytest
from tests.charts.made import ELEVEN, months, parts

from portal.charts import sentences
from portal.charts.sentences import compared


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (ELEVEN, "2025年3月发现隐患55个，与上月持平；最高是2024年9月的163个，最低是2025年3月的55个。"),
        ((60,), "2024年5月发现隐患60个。"),
        ((60, 140), "2024年6月发现隐患140个，比上月多80个。"),
        ((9, 7, 5, 3), "2024年8月发现隐患3个，比上月少2个，连续3个月下降；最高是2024年5月的9个，最低是2024年8月的3个。"),
        ((5, None, 5, 6), "2024年8月发现隐患6个，比上月多1个；最高是2024年8月的6个，最低是2024年7月的5个；缺2024年6月的数。"),
        ((5, 6, None), "2024年6月发现隐患6个；缺2024年7月的数。"),
        ((2, 2, 2), "2024年7月发现隐患2个，与上月持平；每月都是2个。"),
        ((None, None), ""),
    ],
)  # fmt: skip
def test_a_row_of_months_in_one_sentence(values: tuple[float | None, ...], said: str) -> None:
    assert sentences.along_months(months(values)) == said


@pytest.mark.parametrize(
    ("now", "before", "unit", "said"),
    [
        (12.0, 9.0, "起", "比上月多3起"),
        (9.0, 12.0, "起", "比上月少3起"),
        (98.6, 98.3, "%", "比上月高0.3个百分点"),
        (98.62, 98.58, "%", "与上月持平"),
        (5.0, None, "起", ""),
    ],
)
def test_changes_are_told_in_the_figures_own_words(
    now: float, before: float | None, unit: str, said: str
) -> None:
    assert compared(now, before, 1 if unit == "%" else 0, unit) == said


def test_parts_with_their_shares() -> None:
    told = sentences.among_parts(parts({"重点环节": 30, "重点品种": 50, "重点时段": 20}), shares=True)
    assert told == "发现隐患最多的是重点品种，50个，占50.0%；最少的是重点时段，20个，占20.0%。"
    assert (
        sentences.among_parts(parts({"餐饮具": 3, "预制菜": 1, "乳制品": 1}))
        == "发现隐患最多的是餐饮具，3个。"
    )


def test_two_figures_of_the_same_parts() -> None:
    found = parts({"餐饮服务": 20, "单位食堂": 10})
    done = parts({"餐饮服务": 19, "单位食堂": 4}, "完成整改")
    assert sentences.between(found, done) == (
        "发现隐患最多的是餐饮服务，20个，完成整改19个；两个数差得最多的是单位食堂，差6个。"
    )


def test_the_closed_loop() -> None:
    found, done, late = (
        months([200], "发现隐患"),
        months([150], "完成整改"),
        months([20], "逾期未改"),
    )
    told = sentences.through_the_loop(found, done, late)
    assert told == "发现隐患200个，完成整改150个，占75.0%；还有50个正在整改，其中逾期未改20个。"
    all_done = sentences.through_the_loop(found, months([200], "完成整改"), months([0], "逾期未改"))
    assert all_done == "发现隐患200个，完成整改200个，占100.0%；逾期未改0个。"


def test_several_figures_of_the_newest_month() -> None:
    told = sentences.side_by_side((months([60, 140]), months([1, 5], "案件办结", "起")))
    assert told == "2024年6月：发现隐患140个（比上月多80个）；案件办结5起（比上月多4起）。"
    late = sentences.side_by_side((months([60, None]), months([1, None], "案件办结", "起")))
    assert late == "2024年5月：发现隐患60个；案件办结1起；缺2024年6月的数。"


def test_where_two_lines_have_come_to() -> None:
    told = sentences.at_the_end((months([60, 200], "累计发现"), months([29, 132], "累计整改")))
    assert told == "到2024年6月，累计发现200个，累计整改132个，相差68个。"


def test_rates_differ_by_percentage_points() -> None:
    first, second = (
        months([88.0, 98.6], "整改率", "%", decimals=1),
        months([90.0, 90.0], "复查率", "%", decimals=1),
    )
    assert sentences.at_the_end((first, second)).endswith("相差8.6个百分点。")
    assert sentences.between(first, second).endswith("差8.6个百分点。")
