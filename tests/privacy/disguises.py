"""Numbers with valid check digits, and the ways in which people hide or break them: strategies for properties."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from portal.privacy.check_digits import (
    CODE_ALPHABET,
    WEIGHTS,
    is_credit_code,
    passes_luhn,
    passes_mod_11_10,
)

REGIONS = ("310116", "310101", "330482", "341225", "620102", "540102")
CARDS = (
    ("622848", 19),
    ("621700", 19),
    ("622202", 19),
    ("622588", 16),
    ("436742", 19),
    ("518710", 16),
    ("356833", 16),
)
NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
GAPS = (" ", "-", ".", "·", "  ", "\n", "\n    ", "\u3000", "\u2013", "\u00a0", " - ", "/", "\n> ")
UNSEEN = ("\u00ad", "\u200b", "\ufeff", "\u2060", "<b></b>", "<!-- -->", "&shy;", "&#8203;")


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    born = draw(st.dates()).replace(year=draw(st.integers(1930, 2020)), day=draw(st.integers(1, 28)))
    body = f"{draw(st.sampled_from(REGIONS))}{born:%Y%m%d}{draw(digits(3))}"
    return body + "10X98765432"[sum(w * int(d) for w, d in zip(WEIGHTS, body, strict=True)) % 11]


@st.composite
def bank_cards(draw: st.DrawFn) -> str:
    issuer, length = draw(st.sampled_from(CARDS))
    body = issuer + draw(digits(length - 7).filter(lambda text: len(set(text)) > 1))
    return next(body + last for last in "0123456789" if passes_luhn(body + last))


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(("91", "92", "93", "52", "12"))) + draw(st.sampled_from(REGIONS))
    body = head + draw(st.text(CODE_ALPHABET, min_size=9, max_size=9))
    return next(body + last for last in CODE_ALPHABET if is_credit_code(body + last))


@st.composite
def registration_numbers(draw: st.DrawFn) -> str:
    return _closed(draw(st.sampled_from(REGIONS)) + draw(digits(8)))


@st.composite
def food_licences(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(REGIONS))
    if draw(st.booleans()):
        return "JY" + _closed(draw(st.sampled_from("123")) + region + draw(digits(6)))
    return "SC" + _closed(
        draw(st.sampled_from(("101", "104", "112", "125", "131"))) + region + draw(digits(4))
    )


def _closed(body: str) -> str:
    return next(body + last for last in "0123456789" if passes_mod_11_10(body + last))


def mobiles() -> st.SearchStrategy[str]:
    return st.builds(lambda head, tail: f"1{head}{tail}", st.sampled_from("3456789"), digits(9))


def grouped(number: str, cuts: list[int], gap: str) -> str:
    """The number with the same gap at each of some places."""
    places = sorted({cut % len(number) for cut in cuts} - {0})
    parts = [number[start:end] for start, end in zip([0, *places], [*places, len(number)], strict=True)]
    return gap.join(parts)


def disguised(numbers: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A number as somebody may have written it."""
    cuts = st.lists(st.integers(1, 18), min_size=1, max_size=5)
    ways: tuple[st.SearchStrategy[Callable[[str], str]], ...] = (
        st.just(str),
        st.just(str.lower),
        st.just(lambda number: number.translate(FULL_WIDTH)),
        st.just(lambda number: number.translate(NUMERALS)),
        st.just(lambda number: "".join(f"&#{ord(char)};" for char in number)),
        st.builds(
            lambda at: lambda number: f"{number[:at]}<b>{number[at : at + 4]}</b>{number[at + 4 :]}",
            st.integers(1, 9),
        ),
        st.builds(
            lambda at: lambda number: f"{number[:at]}**{number[at : at + 4]}**{number[at + 4 :]}",
            st.integers(1, 9),
        ),
        st.builds(lambda where, gap: lambda number: grouped(number, where, gap), cuts, st.sampled_from(GAPS)),
        st.builds(
            lambda where, gap: lambda number: grouped(number, where, gap), cuts, st.sampled_from(UNSEEN)
        ),
        st.just(" ".join),
        st.just(lambda number: grouped(number, [*range(2, len(number), 2)], " ")),
    )
    return st.builds(lambda number, way: way(number), numbers, st.one_of(*ways))
