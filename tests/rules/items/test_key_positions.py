"""The chi-square test of key positions, against a worked example and the published critical values."""

from __future__ import annotations

from collections import Counter

import pytest

from portal.rules.items.key_positions import CRITICAL, chi_square


def test_the_statistic_of_a_worked_example() -> None:
    """Sixty throws of a die, the textbook example: 5, 8, 9, 8, 10, 20 → 13.4."""
    assert chi_square(Counter(a=5, b=8, c=9, d=8, e=10, f=20), 6) == pytest.approx(13.4)


def test_equal_shares_give_nothing() -> None:
    assert chi_square(Counter(a=5, b=5, c=5, d=5), 4) == 0


def test_a_letter_that_is_never_right_counts() -> None:
    assert chi_square(Counter(a=10, b=10), 4) == 20 > CRITICAL[3]
