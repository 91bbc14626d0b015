"""Numbers that only the word before them makes personal."""

from __future__ import annotations

import pytest
from tests.privacy.marked import found_and_marked

FOUND = [
    "身份证号码⟦310101199001011234⟧（抄错一位）",
    "执法证号⟦09160012⟧和⟦09160021⟧",
    "执法人员张某（执法证号⟦09160021⟧）、李某（⟦09160022⟧）",
    "健康证编号：⟦3101162024005172⟧",
    "编号为⟦3101162024001⟧的健康证",
    "工号⟦0827⟧",
    "学号：⟦S20240315⟧",
    "护照号⟦E12345678⟧",
    "持⟦E12345678⟧号护照",
    "台胞证⟦05718263⟧",
    "外国人永久居留证⟦USA310162073518⟧",
    "账号：⟦31050182360000001827⟧",
    "开户行：农业银行，账号⟦0387 1800 0400 1827⟧",
]
NOT_FOUND = [
    "健康证2024年3月5日到期",
    "健康证2024-03-05前取得",
    "健康证 12 份",
    "执法证件应当出示",
    "身份证号码18位",
    "健康证号JS2024****",
    "施工号码100860",
    "账户余额1234567.89元",
    "E12345678",
]


@pytest.mark.parametrize("line", FOUND)
def test_what_is_found(line: str) -> None:
    found, marked = found_and_marked(line)
    assert found == marked


@pytest.mark.parametrize("line", NOT_FOUND)
def test_what_is_not_found(line: str) -> None:
    assert found_and_marked(line)[0] == []
