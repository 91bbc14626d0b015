"""Numbers survive the way into bytes and back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from portal.search.coding import page_set, read_page_set, read_varints, varint, varints

NUMBERS = st.lists(st.integers(0, 2**28 - 1), max_size=60)


@given(NUMBERS)
def test_varints(numbers: list[int]) -> None:
    raw, places = varints(np.array(numbers, np.int64))
    assert list(read_varints(raw)) == numbers
    assert raw == b"".join(map(varint, numbers))
    assert [raw[begin] for begin in places[:-1]] == [varint(number)[0] for number in numbers]


@given(st.sets(st.integers(0, 3000), max_size=600))
def test_page_sets(pages: set[int]) -> None:
    raw = page_set(np.array(sorted(pages), np.int64))
    assert read_page_set(raw) == sorted(pages)


def test_a_set_takes_the_shorter_form() -> None:
    assert len(page_set(np.arange(800))) == 1 + 100
    assert len(page_set(np.array([799]))) == 1 + 2
