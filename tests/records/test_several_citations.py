"""Several citations in one text are told apart, and nothing is made of what is not understood to the end."""

from __future__ import annotations

import pytest

from portal.records.citation import parse
from portal.records.several_citations import several

LAW = "食品安全法"


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (f"{LAW} 第四条、第五条", [f"{LAW} 第四条", f"{LAW} 第五条"]),
        (f"{LAW}第四条 食品安全法实施条例第五条", [f"{LAW} 第四条", "食品安全法实施条例 第五条"]),
        (
            f"《{LAW}》第四条和《食品安全法实施条例》第五条第一款",
            [f"{LAW} 第四条", "食品安全法实施条例 第五条第一款"],
        ),
        (f"{LAW} 第四条第一款、第二款", [f"{LAW} 第四条第一款", f"{LAW} 第四条第二款"]),
        (f"{LAW} 第三十四条第（一）（二）项", [f"{LAW} 第三十四条第（一）项", f"{LAW} 第三十四条第（二）项"]),
        (
            f"{LAW} 第四条第一款第（一）项、第二款、第六条",
            [f"{LAW} 第四条第一款第（一）项", f"{LAW} 第四条第二款", f"{LAW} 第六条"],
        ),
        (f"{LAW}第4、5条", [f"{LAW} 第四条", f"{LAW} 第五条"]),
        (f"{LAW} 第四条至第六条", [f"{LAW} 第四条", f"{LAW} 第五条", f"{LAW} 第六条"]),
        ("刑法 第一百四十条之一和第一百四十三条", ["刑法 第一百四十条之一", "刑法 第一百四十三条"]),
        (
            "最高人民法院、最高人民检察院关于若干问题的解释 第一条、第二条",
            [f"最高人民法院、最高人民检察院关于若干问题的解释 {place}" for place in ("第一条", "第二条")],
        ),
        (f"{LAW} 第四条、第四条", [f"{LAW} 第四条"]),
    ],
)
def test_each_is_a_citation_of_its_own(text: str, citations: list[str]) -> None:
    assert parse(text) is None
    assert list(several(text)) == citations
    assert all(parse(one) for one in citations)


@pytest.mark.parametrize(
    "text",
    [
        f"{LAW} 第四条",
        f"{LAW} 第一百二十四条第一款第（五）项",
        f"{LAW} 第四条、第五条等规定",
        "第四条、第五条",
        f"{LAW} 第一条至第九十条",
        f"{LAW} 第六条至第四条",
        "依法处罚",
        f"{LAW}" + "第四条、" * 50_000,
    ],
)
def test_nothing_is_made_of_other_texts(text: str) -> None:
    assert several(text) == ()
