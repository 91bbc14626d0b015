"""Telephone numbers, and the numbers of services, sums and days that are none."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "请打⟦177.078.85.601⟧找采购经理",
    "⟦139-161-729-05⟧",
    "联系⟦13800138000⟧",
    "⟦+86 138 0013 8000⟧",
    "⟦0086-13800138000⟧",
    "虚拟号⟦17091234567⟧、⟦19912345678⟧",
    "⟦13 80 01 38 00 0⟧",
    "1.⟦13800138000⟧",
    "⟦138 0013 8000⟧ ⟦139 0013 9000⟧",
    "老王⟦13800138000⟧元旦不上班",
    "⟦138OO138OOO⟧",
    "电话⟦021-57321234⟧",
    "⟦(021)57321234⟧",
    "⟦+86-21-57321234⟧",
    "传真：⟦0573 8512 3456⟧",
    "座机⟦021-57321234转801⟧",
    "旧号⟦021-7321234⟧",
    "传真⟦010\\n－52306964⟧",
    "⟦138,0013,8000⟧",
    "Tel ⟦57321234⟧",
    "电话⟦5732-1234⟧",
]
NOT_FOUND = [
    "版本177.078.85.601",
    "网关192.168.100.23",
    "拨打12315、12345、95588",
    "客服400-820-8820、8008208820",
    "热线962121",
    "138****8000",
    "合计13800138000元",
    "金额138001380.00",
    "电话记录20240305",
    "138.100.138.10",
    "2024-03-05 12:30:45",
    "热线接到投诉2345678件",
]


@pytest.mark.parametrize("line", [*FOUND, *NOT_FOUND])
def test_what_is_marked_is_found_and_nothing_else(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked
