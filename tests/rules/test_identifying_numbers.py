"""Numbers that belong to a person are found in every way people write them, and look-alikes are left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from portal.rules import prefilters
from portal.rules.identifying_numbers import (
    bank_cards,
    credit_codes,
    identity_numbers,
    is_credit_code,
    is_identity_number,
    phones,
    plates,
)
from portal.rules.public_text import halfwidth

Search = Callable[[str], Iterable[tuple[int, int]]]

# Made up: the check characters fit, the persons do not exist.
IDENTITY = "310116199003078518"
IDENTITY_X = "11010519491231002X"
CARD = "6222021001116245702"


def found(search: Search, text: str) -> list[str]:
    return [text[start:end] for start, end in search(halfwidth(text))]


@pytest.mark.parametrize(
    "written",
    [
        IDENTITY_X,
        IDENTITY_X.lower(),
        "11010519491231002Ｘ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105 1949 1231 002X",
        "110105-19491231-002X",
        "110105\u300019491231\u3000002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105491231002",
    ],
)
def test_identity_numbers_are_found(written: str) -> None:
    assert found(identity_numbers, f"当事人张某（{written}），女") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # the check character does not fit
        "990105194912310026",  # no such province
        "110105194913310023",  # no thirteenth month
        "统一社会信用代码91310116MA1J8ABC2X",
        "许可证编号JY13101160012345",
        "抽样单编号XBJ24310116123456789",
        "批号20240621000000000000000001",
        "罚款310116元",
    ],
)
def test_other_long_numbers_are_not_identity_numbers(text: str) -> None:
    assert found(identity_numbers, text) == []


def test_after_its_name_even_a_mistyped_identity_number_is_found() -> None:
    assert found(identity_numbers, "身份证号码：110105194912310021") == ["110105194912310021"]


def test_check_character() -> None:
    assert is_identity_number(IDENTITY_X)
    assert not is_identity_number(IDENTITY_X.replace("X", "1"))


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "１３８００１３８０００",
        "138 0013 8000",
        "138-0013-8000",
        "138－0013－8000",
        "138.0013.8000",
        "1 3 8 0 0 1 3 8 0 0 0",
        "1380013 8000",
        "+86 13800138000",
        "021-57931234",
        "02157931234",
        "(021)57931234",
        "（021）5793 1234",
        "0512-57931234",
        "010－57931234",
    ],
)
def test_telephones_are_found(written: str) -> None:
    assert found(phones, f"请联系{written}，或者来访") == [written]


def test_a_local_number_is_found_after_a_word_such_as_telephone() -> None:
    assert found(phones, "联系电话：57931234。") == ["57931234"]
    assert found(phones, "抽检57931234批次") == []


@pytest.mark.parametrize(
    "text",
    [
        "拨打12315、12345、110、119、120",
        "请拨打021-12345",
        "138****8000",
        "金额13800138000123元",
        "0.13800138000",
        "条形码6901234567892",
        "2024-06-21 08:30",
        "SC11331011600123",
        "沪市监金处〔2024〕282024000123号",
        "400-820-8820",
    ],
)
def test_hotlines_and_other_numbers_are_not_telephones(text: str) -> None:
    assert found(phones, text) == []


@pytest.mark.parametrize(
    "written", [CARD, "6222 0210 0111 6245 702", "6222-0210-0111-6245-702", "4111111111111111"]
)
def test_bank_cards_are_found(written: str) -> None:
    assert found(bank_cards, f"货款转入{written}。") == [written]


def test_a_card_number_that_fails_the_check_counts_only_after_its_name() -> None:
    assert found(bank_cards, "6222021001116245703") == []
    assert found(bank_cards, "卡号为6222021001116245703") == ["6222021001116245703"]


def test_an_identity_number_is_not_a_card_too() -> None:
    assert not {*found(bank_cards, IDENTITY), *found(bank_cards, IDENTITY_X)}


@pytest.mark.parametrize(
    "written", ["沪A12345", "沪A·12345", "沪Ａ１２３４５", "沪AD12345", "浙F·1234挂", "沪a12345"]
)
def test_plates_are_found(written: str) -> None:
    assert found(plates, f"用{written}的货车送货") == [written]


@pytest.mark.parametrize("text", ["新H7N9病例", "沪A某某", "DB31/2015", "苏打水A12345", "川ABCDEF"])
def test_look_alikes_are_not_plates(text: str) -> None:
    assert found(plates, text) == []


@pytest.mark.parametrize(
    ("search", "tells", "text"),
    [
        (identity_numbers, prefilters.number, "１１０１０５１９４９１２３１００２Ｘ"),
        (identity_numbers, prefilters.number, "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X"),
        (phones, prefilters.phone, "138\u30000013\u30008000"),
        (phones, prefilters.phone, "（021）5793 1234"),
        (phones, prefilters.phone, "联系电话：５７９３１２３４"),
        (bank_cards, prefilters.number, "6222 0210 0111 6245 702"),
        (plates, prefilters.phone_or_place, "沪Ａ·１２３４５"),
    ],
)
def test_what_is_found_has_a_telltale_in_the_file(
    search: Search, tells: Callable[[str], bool], text: str
) -> None:
    assert found(search, text)
    assert tells(f"# yaml\nfacts: {text}\n")
    assert not tells("facts: 当事人在2024-06-21被责令改正\n")


# Codes of two large listed companies, printed in their annual reports.
@pytest.mark.parametrize("code", ["9144030071526726XG", "91330100799655058B"])
def test_real_codes_are_valid(code: str) -> None:
    assert is_credit_code(code)
    assert not is_credit_code(code[:5] + ("1" if code[5] != "1" else "2") + code[6:])


def test_codes_are_found_in_text() -> None:
    text = "当事人（91310000MA1EXAMP4D）与批号91310000MA1EXAMP4X、许可证JY13101160012345"
    assert [text[start:end] for start, end in credit_codes(text)] == ["91310000MA1EXAMP4D"]
