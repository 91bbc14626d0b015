"""Check digits: published examples pass, the same with one digit changed do not."""

from __future__ import annotations

import pytest

from portal.privacy import check_digits


def test_the_identity_number_of_the_standard() -> None:
    assert check_digits.is_identity_number("11010519491231002X")
    assert not check_digits.is_identity_number("110105194912310021")


@pytest.mark.parametrize(
    "number", ["990105194912310021", "110105194913310021", "11010519491231002", "1101051949123100XX", ""]
)
def test_what_is_no_identity_number(number: str) -> None:
    assert not check_digits.is_identity_number(number)


def test_old_identity_numbers_have_a_date_and_no_check() -> None:
    assert check_digits.is_identity_number("310101491231002")
    assert not check_digits.is_identity_number("310101491331002")


def test_luhn() -> None:
    assert check_digits.passes_luhn("79927398713")
    assert not check_digits.passes_luhn("79927398714")


@pytest.mark.parametrize(
    "card", ["4111111111111111", "5555555555554444", "378282246310005", "3530111333300000", "30569309025904"]
)
def test_test_numbers_of_issuers_are_cards(card: str) -> None:
    assert check_digits.is_bank_card(card)
    assert not check_digits.is_bank_card(card[:-1] + str((int(card[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["6901234567892", "0000000000000000", "1234567812345670", "9787115546081"])
def test_bar_codes_and_rows_are_no_cards(number: str) -> None:
    assert not check_digits.is_bank_card(number)


def test_the_credit_code_of_the_standard() -> None:
    assert check_digits.is_credit_code("91350100M000100Y43")
    assert not check_digits.is_credit_code("91350100M000100Y44")
    assert not check_digits.is_credit_code("91350100M000100I43")
    assert check_digits.has_form_of_credit_code("91350100M000100Y43")
    assert not check_digits.has_form_of_credit_code("91990100M000100Y43")


def test_mod_11_10() -> None:
    """The example of ISO 7064: 0794 has the check digit 5."""
    assert check_digits.passes_mod_11_10("07945")
    assert not any(check_digits.passes_mod_11_10(f"0794{other}") for other in "012346789")


def test_registration_numbers_and_licences() -> None:
    assert check_digits.is_registration_number("310116627650877")
    assert not check_digits.is_registration_number("310116627650878")
    assert check_digits.is_food_licence("JY33101157246133")
    assert check_digits.is_food_licence("SC10636012100836")
    assert not check_digits.is_food_licence("JY33101157246134")
    assert not check_digits.has_form_of_licence("JY93101157246134")
