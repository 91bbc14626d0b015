"""The door of the room: what is found has its place in the text as written, however it was disguised."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.privacy import disguises
from tests.privacy.test_corpus import masked

from portal.privacy import Kind, certain, search

BEFORE = st.sampled_from(("", "号码", "当事人", "共3箱。", "（", "“", "2024年3月5日，", "| ", "店里的："))
AFTER = st.sampled_from(("", "，已核对", "。", "）", "等", "的", "”", " |", "\n下一行", "；联系"))
CHECKED = st.one_of(
    disguises.identity_numbers(),
    disguises.credit_codes(),
    disguises.registration_numbers(),
    disguises.food_licences(),
    disguises.bank_cards(),
)
FEW = settings(
    max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True, deadline=None
)


@FEW
@given(disguises.disguised(CHECKED), BEFORE, AFTER)
def test_a_number_with_a_check_digit_is_found_in_any_disguise(number: str, before: str, after: str) -> None:
    text = before + number + after
    found = search(text)
    assert any(one.start <= len(before) and one.end >= len(before + number) for one in found), text
    assert [one.certain for one in certain(text)] == [True] * len(certain(text)) != []


@FEW
@given(disguises.disguised(CHECKED), BEFORE, AFTER)
def test_the_masked_form_is_not_found(number: str, before: str, after: str) -> None:
    assert search(masked(before + number + after)) == []


@FEW
@given(
    st.text(
        st.sampled_from("0123456789Xx京沪A·-. \n<>/&#;*@号路弄室村组住账微信QV一二〇电话（）:：某abc"),
        max_size=60,
    )
)
def test_any_text_is_searched(text: str) -> None:
    found = search(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_one_stretch_is_one_finding() -> None:
    found = search("身份证号110101199003070572，电话13800138000")
    assert [(one.kind, one.certain) for one in found] == [
        (Kind.IDENTITY_NUMBER, True),
        (Kind.TELEPHONE, True),
    ]


def test_a_longer_number_that_its_word_names_is_one_finding() -> None:
    text = "健康证号3101 16951435323，13800138000"
    found = [(one.kind, text[one.start : one.end]) for one in search(text)]
    assert found == [(Kind.PERMIT, "3101 16951435323"), (Kind.TELEPHONE, "13800138000")]


def test_places_are_those_of_the_text_as_written() -> None:
    text = "电话１３８&nbsp;<b>0013</b>8000，"
    (found,) = search(text)
    assert text[found.start : found.end] == "１３８&nbsp;<b>0013</b>8000"
    assert found.masked == "138****8000"


def test_what_opens_inside_is_closed_inside() -> None:
    text = "牌照沪A<b>7D402</b>和座机021-**57117890**。"
    assert [text[one.start : one.end] for one in search(text)] == ["沪A<b>7D402</b>", "021-**57117890**"]


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("截图里有", "**622908**121173259191"),
        ("证号 ", "<b>JY</b>13101044513016"),
        ("卡号", "`6212`268657975432310"),
    ],
)
def test_what_is_closed_inside_is_opened_inside(before: str, number: str) -> None:
    (one,) = search(before + number)
    assert (one.start, one.end) == (len(before), len(before + number))


def test_attributes_of_tags_are_searched() -> None:
    text = '<a href="mailto:qa@dumpling.cn" title="13800138000">来信</a>'
    assert [text[one.start : one.end] for one in search(text)] == ["qa@dumpling.cn", "13800138000"]


def test_cells_are_not_read_as_one_number() -> None:
    text = "<td>3</td><td>13800138000</td><td>20240305</td>"
    assert [text[one.start : one.end] for one in search(text)] == ["13800138000"]


def test_only_what_is_settled_is_certain() -> None:
    text = "健康证号2024031500123，住罗星路518弄12号602室，微信lao_wang88，邮箱a@b.cn"
    assert [one.kind for one in certain(text)] == [Kind.EMAIL]
    assert [one.kind for one in search(text)] == [Kind.PERMIT, Kind.HOME, Kind.ACCOUNT, Kind.EMAIL]
