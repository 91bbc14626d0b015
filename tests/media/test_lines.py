"""Lines are never too wide, lose nothing, and break where Chinese may be broken."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from portal.media.lines import CLOSING, OPENING, em, settled, wrap
from portal.media.titles import title_lines

CHINESE = st.text(
    st.sampled_from("食品安全第一百二十条（）“”，。、；：《》—…0123456789.%℃GBkg 的在和"),
    min_size=1,
    max_size=120,
)


@given(CHINESE, st.integers(4, 40))
def test_a_line_is_never_wider_than_it_may_be(text: str, width: int) -> None:
    for lines in (wrap(text, width), settled(text, width), title_lines(text, width)):
        assert all(em(line) <= width + 1e-9 for line in lines)


@given(CHINESE, st.integers(4, 40))
def test_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    for lines in (wrap(text, width), settled(text, width), title_lines(text, width)):
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(CHINESE, st.integers(24, 40))
def test_closing_marks_do_not_begin_a_line_and_opening_marks_do_not_end_one(text: str, width: int) -> None:
    assume("  " not in text and not any(f" {mark}" in text for mark in CLOSING))
    assume(not any(f"{mark} " in text for mark in OPENING) and len(text.strip(OPENING)) == len(text))
    for line in (lines := wrap(text, width))[1:]:
        assert line[0] not in CLOSING or all(one in CLOSING for one in lines[0])
    assert all(line[-1] not in OPENING for line in lines[:-1])


def test_numbers_words_and_places_in_a_law_stay_whole() -> None:
    assert wrap("罚款60000元", 5) == ["罚款", "60000元"]
    assert wrap("按照GB 31654-2021要求", 8) == ["按照GB", "31654-2021要求"]
    assert wrap("见《食品安全法》第一百二十四条", 8) == ["见《食品安全法》", "第一百二十四条"]


def test_a_last_line_of_one_character_gets_company() -> None:
    assert wrap("每天收工以后清点一次库存", 11) == ["每天收工以后清点一次库", "存"]
    assert settled("每天收工以后清点一次库存", 11) == ["每天收工以后清点一", "次库存"]


def test_a_title_breaks_after_the_party() -> None:
    assert title_lines("某供餐有限公司供餐引起食物中毒案", 12) == ["某供餐有限公司", "供餐引起食物中毒案"]
    assert title_lines("某食品经营部未取得许可从事集体用餐配送案", 12) == [
        "某食品经营部未取得许可",
        "从事集体用餐配送案",
    ]
