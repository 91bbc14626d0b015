"""Plates of vehicles in all their forms."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "临时号牌⟦沪A·临28657⟧",
    "⟦沪A•临•28657⟧",
    "车牌⟦沪A12345⟧",
    "⟦沪A·D12345⟧",
    "⟦沪AF12345⟧",
    "⟦沪a·1b345⟧",
    "⟦沪 A 12 345⟧",
    "⟦沪B1234挂⟧",
    "⟦沪A1234警⟧",
    "⟦粤Z·1234港⟧",
    "⟦使014578⟧",
    "⟦224519使⟧",
    "⟦WJ沪·2013D⟧",
    "⟦沪A·12345临⟧",
]
NOT_FOUND = [
    "沪A·临*****",
    "沪A·*****",
    "沪A某某某某某",
    "苏A级景区",
    "沪ICP备12345678号-1",
    "沪B2-20080224",
    "维生素B12",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
