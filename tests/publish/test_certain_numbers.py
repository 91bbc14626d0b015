"""Numbers of which form or check digit leave no doubt, in a form that may be told; digests, dates and sums are none."""

from __future__ import annotations

import pytest
from tests.privacy.snippets import positives

from portal.privacy import Kind
from portal.privacy.folding import fold
from portal.privacy.runs import SPOKEN
from portal.publish.certain_numbers import HINT, certain

NUMBERS = [
    ("号码 310101 19900101 1234", Kind.IDENTITY_NUMBER, "310*************34"),
    ("电话１３８００１３８０００", Kind.TELEPHONE, "138******00"),
    ("138\u00ad0013\u200b8000", Kind.TELEPHONE, "138******00"),
    ("138\n        0013 8000", Kind.TELEPHONE, "138******00"),
    ("+86-138-0013-8000", Kind.TELEPHONE, "861********00"),
    ("传真（021）67221234", Kind.TELEPHONE, "021******34"),
    ("卡 6222 0000 0000 0000 004", Kind.BANK_CARD, "622**************04"),
    ("代码91310000MA1EXAMP4D，", Kind.CREDIT_CODE, "913*************4D"),
    ("wang.san@corp.com.cn", Kind.EMAIL, "w***@corp.com.cn"),
    ("mailto:w@corp.cn", Kind.EMAIL, "w***@corp.cn"),
    ("https://x.cn/a?tel=13800138000", Kind.TELEPHONE, "138******00"),
    ("见https://x.cn，电话13800138000", Kind.TELEPHONE, "138******00"),
    ("车 沪A·D12345", Kind.PLATE, "沪A·****45"),
]


@pytest.mark.parametrize(("text", "kind", "masked"), NUMBERS)
def test_a_certain_number_is_found_and_masked(text: str, kind: Kind, masked: str) -> None:
    assert [(one.kind, one.masked) for one in certain(text)] == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "12315、12345、110、400-820-8820",
        "2024-06-11 2024-07-10 2018-00400 10,639元",
        "条码 6901234567892，许可证 JY13101160012345，SC10131011600001",
        "5b0013800138000ce64a607fc7fdd9f13800138000a266d9a08e6c83115cc5d1",
        "sha256-3SgCfKVMxD4VegGvXbkcHNkW1uemmC1G9dohrzfE7qg=",
        '{"@context":"https://schema.org","@type":"ListItem"} logo@2x.png',
        "https://www.x.gov.cn/art/2021/9/17/art_13812345678_13800138000.html",
        "121.341970, 30.741991 GB 7718-2025",
        "1,3,8,0,0,1,3,8,0,0,0 和 1 3 8 0 0 1 3 8 0 0 0",
        "M-4.4 6.58 2.77-1.15-.24 3.35zm4.33-2.04",
        "4111111111111112 和 7222000000000000003",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert list(certain(text)) == []


def test_what_passes_over_most_texts_lets_no_number_through() -> None:
    """All that the corpus holds is looked at, but for numbers in Chinese numerals: those only rules read."""
    for snippet in positives():
        # Markup is taken away before.
        text = fold(snippet.text).text
        if not SPOKEN.search(text) and any(True for _ in certain(text)):
            assert HINT.search(text), text
