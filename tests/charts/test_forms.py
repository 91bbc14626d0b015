"""What the drawings show: gaps stay gaps, what is provisional or revised looks so, lengths are in proportion."""

from __future__ import annotations

import re

from tests.charts.made import ELEVEN, months, parts

from portal.charts.bars import bars
from portal.charts.dots import dots
from portal.charts.funnel import Amount, funnel
from portal.charts.line import line
from portal.charts.ranked import ranked
from portal.charts.scales import text_width
from portal.charts.sparkline import sparkline

BAR = re.compile(r"M([\d.]+),([\d.]+)V([\d.]+)h([\d.]+)V[\d.]+z")


def heights(path: str) -> list[float]:
    return [round(float(base) - float(top), 1) for _, base, top, _ in BAR.findall(path)]


def texts(found: tuple[object, ...]) -> list[str]:
    return [one.text for one in found]  # type: ignore[attr-defined]


def test_bars_start_at_zero_and_are_in_proportion() -> None:
    low, high = heights(bars(months([50, 100])).solid)
    assert high == 2 * low


def test_a_missing_month_has_no_bar_and_says_so() -> None:
    drawn = bars(months([60, None, 0]))
    assert len(heights(drawn.solid)) == 2
    assert texts(drawn.missing) == ["缺"]
    assert texts(drawn.values) == ["60", "0"]


def test_provisional_bars_are_hatched_and_revised_ones_marked() -> None:
    drawn = bars(months([60, 140, 141], provisional=1, revised=[1]))
    assert (len(heights(drawn.solid)), len(heights(drawn.hatched))) == (2, 1)
    assert texts(drawn.revised) == ["更"]


def test_every_value_is_written_where_there_is_room_else_the_highest_and_the_newest() -> None:
    assert texts(bars(months(ELEVEN)).values) == [str(value) for value in ELEVEN]
    assert texts(bars(months(ELEVEN), 150, 100).values) == ["163", "55"]
    side_by_side = [*ELEVEN[:9], 163, 55]
    assert texts(bars(months(side_by_side), 150, 100).values)[-1] == "55"


def test_the_axis_names_months_and_each_year_once() -> None:
    assert texts(bars(months(ELEVEN)).axis) == [
        *(f"{month}月" for month in (5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)),
        "2024年",
        "2025年",
    ]
    assert texts(bars(months(ELEVEN), 150, 100).axis) == ["5月", "3月", "2024年", "2025年"]


def test_no_text_sticks_out_of_the_drawing() -> None:
    drawn = bars(months([1068, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1068]), 150, 100)
    half = text_width("1068") / 2
    assert all(half <= one.x <= 150 - half for one in drawn.values)


def test_months_to_come_have_no_axis_and_few_months_no_broad_bars() -> None:
    two, eleven = bars(months([60, 70])), bars(months(ELEVEN))
    assert (two.end, eleven.end) == (two.width * 2 / 5, eleven.width)
    assert float(BAR.findall(two.solid)[0][3]) < two.width / 5
    newest = sparkline(months([60, 70]), "").dot
    assert newest is not None
    assert newest[0] == sparkline(months(ELEVEN), "").dot[0]  # type: ignore[index]


def test_a_gap_breaks_a_line() -> None:
    whole = line((months([1, 2, 3, 4, 5]),)).strands[0]
    broken = line((months([1, 2, None, 4, 5]),))
    assert whole.solid.count("M") == 1
    assert broken.strands[0].solid.count("M") == 2
    assert texts(broken.missing) == ["缺"]


def test_a_line_up_to_provisional_values_is_dashed() -> None:
    strand = line((months([1, 2, 3, 4], provisional=2),)).strands[0]
    assert (strand.solid.count("L"), strand.dashed.count("L")) == (1, 2)
    assert (len(strand.dots), len(strand.open_dots)) == (2, 2)


def test_values_at_the_ends_of_lines_are_not_printed_over_each_other() -> None:
    drawn = line((months([60, 1068]), months([29, 1053])))
    ends = [strand.end.y for strand in drawn.strands if strand.end]
    assert len(ends) == 2
    assert abs(ends[0] - ends[1]) >= 12


def test_a_sparkline_breaks_at_a_gap_and_ends_in_a_dot() -> None:
    drawn = sparkline(months([1, 2, None, 4, 5]), "最高5个")
    assert drawn.solid.count("M") == 2
    assert drawn.dot == (92.0, 4.0)
    assert sparkline(months([1, None]), "").dot is None


def test_ranked_bars_fold_what_is_too_much_into_one_row() -> None:
    drawn = ranked(parts({f"品种{n}": 20.0 - n for n in range(14)}), shares=True)
    assert len(drawn.rows) == 9
    assert (drawn.rows[-1].name, drawn.rows[-1].told) == ("其余6项", "57")
    shares = [float(row.share.rstrip("%")) for row in drawn.rows]
    assert round(sum(shares)) == 100


def test_what_was_put_together_is_told_from_the_parts() -> None:
    drawn = ranked(parts({f"品种{n}": 20.0 - n for n in range(14)}), shares=True)
    assert [row.rest for row in drawn.rows] == [*[False] * 8, True]


def test_a_share_leaves_where_it_would_meet_the_name_in_large_type() -> None:
    long, short = ranked(parts({"重点监管的食用农产品和小作坊": 1068.0, "餐饮": 3.0}), shares=True).rows
    assert (long.tight, short.tight) == (True, False)


def test_a_part_that_is_not_counted_has_no_bar() -> None:
    drawn = ranked(parts({"示例一所": 10, "示例食品科": None}))
    assert [(row.told, row.length) for row in drawn.rows] == [("10", 320), ("—", None)]


def test_dots_of_both_series_are_on_one_scale() -> None:
    drawn = dots(parts({"餐饮": 20, "食堂": 10}), parts({"餐饮": 10, "食堂": 10}))
    assert drawn.rows[0].second == drawn.rows[1].first == drawn.rows[1].second
    assert drawn.rows[0].first == 315


def test_the_loop_shows_shares_of_what_was_found() -> None:
    drawn = funnel(Amount("发现隐患", 200), Amount("完成整改", 150), Amount("逾期未改", 20))
    assert [step.length for step in drawn.steps] == [320, 240, 32]
    assert [step.share for step in drawn.steps] == ["", "75.0%", "10.0%"]
    assert drawn.rest is not None
    assert (drawn.rest.x, drawn.rest.length, drawn.rest.told) == (240, 80, "50")
    assert len(drawn.flows) == 3


def test_the_smallest_rest_can_be_seen_and_no_rest_is_not_drawn() -> None:
    small = funnel(Amount("发现", 1000), Amount("完成", 999), Amount("逾期", 1))
    assert small.rest is not None
    assert small.rest.length >= 3
    assert small.steps[2].length >= 3
    more = funnel(Amount("发现", 100), Amount("完成", 120), Amount("逾期", 0))
    assert more.rest is None
    assert more.steps[2].length == 0
    assert max(step.length for step in more.steps) == 320
