"""Names are told apart by one character, and by no more."""

from __future__ import annotations

import pytest

from portal.rules.named_laws import one_apart


@pytest.mark.parametrize(
    "name", ["食品安全生法", "食品安法", "食品安金法", "食品全安法", "食品安全发", "食品安全法法", "品安全法"]
)
def test_one_character(name: str) -> None:
    assert one_apart(name, "食品安全法")
    assert one_apart("食品安全法", name)


@pytest.mark.parametrize("name", ["食品卫生法", "农产品质量安全法", "生物安全法", "食品安", "法"])
def test_other_names(name: str) -> None:
    assert not one_apart(name, "食品安全法")
