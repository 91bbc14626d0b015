"""Numbers with check digits, and the numbers of goods and orders that look like them."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "身份证号⟦110101199003070572⟧",
    "ID⟦11010519491231002x⟧已核对",
    "（⟦1101 0119 9003 0705 72⟧）",
    "工商注册号⟦310116627650877⟧",
    "营业执照⟦91350100M000100Y43⟧",
    "代码为⟦91350100m000100y43⟧",
    "许可证⟦JY33101157246133⟧",
    "卡号⟦6228 4834 6164 3095 806⟧",
    "⟦6228483461643095806⟧，⟦6222621679108693387⟧",
]
NOT_FOUND = [
    "条码6901234567892",
    "订单号 6228483461643095806",
    "生产批号：310101491231002",
    "抽样单编号SC34310116275830001",
    "0.6228483461643095",
    "| 6228 | 4834 | 6164 | 3095 | 806 |",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
    "310***********1234",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
