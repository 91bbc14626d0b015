"""The interval of Wilson against published values, and what must hold for any counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.spotcheck.wilson import in_percent, wilson

# `binom.confint(x, n, methods = "wilson")` of the R package binom, as the tests of statsmodels restate them
# (statsmodels/stats/tests/results/results_proportion.py).
OF_R = [
    (18, 20, 0.6989663547715128, 0.972133518786232),
    (4, 20, 0.0806576625797981, 0.4160174322518935),
    (4, 200, 0.00780442641634947, 0.05028708690582643),
    (190, 200, 0.910421851861224, 0.972617354399236),
    (0, 30, 0.0, 0.11351339),
    (30, 30, 0.8864866, 1.0),
]
# R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), 857-872,
# table I, method 3: four digits.
OF_NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
EXACT_Z = 1.959963984540054


@pytest.mark.parametrize(("k", "n", "low", "high"), OF_R)
def test_values_of_r(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n, EXACT_Z) == pytest.approx((low, high), abs=1e-6)


@pytest.mark.parametrize(("k", "n", "low", "high"), OF_NEWCOMBE)
def test_values_of_newcombe(k: int, n: int, low: float, high: float) -> None:
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_inside_and_its_opposite_mirrors_it(counted: tuple[int, int]) -> None:
    k, n = counted
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low))


def test_where_nobody_was_counted_any_share_may_be() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("k", "n"), [(3, 2), (-1, 2)])
def test_more_than_all_is_a_mistake(k: int, n: int) -> None:
    with pytest.raises(ValueError, match=f"{k} of {n}"):
        wilson(k, n)


def test_readers_get_whole_percent_outwards() -> None:
    """15 of 148 are 6.24 to 16.05 %."""
    assert in_percent(15, 148) == (6, 17)
    assert (in_percent(0, 20), in_percent(20, 20)) == ((0, 17), (83, 100))
