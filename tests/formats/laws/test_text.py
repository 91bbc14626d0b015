"""Law texts as people collect them, read down to the item."""

from __future__ import annotations

import datetime

import pytest

from portal.formats.laws.text import dated, holds, places, read_articles, text_for
from portal.records.citation import parse
from portal.records.law import Law, Version

TODAY = datetime.date(2024, 12, 1)
# A made-up law, in the two layouts in which texts are found.
MARKDOWN = """\
---
sidebar: auto
---
# 厨房管理办法

2021年1月1日公布

## 第一章　总则

**第一条**　为了厨房整洁，制定本办法。

第二条 厨房应当符合下列要求：

（一）地面干燥；

（二）砧板生熟分开，并且有标识。

检查人员可以随时查看。

## 第二章 附则

第二条之一 砧板每月更换。

第三条 本办法自2021年3月1日起施行。
"""
PLAIN = "第一条\n为了厨房整洁，制定本办法。 各店执行。\n第二条\n厨房应当干燥。\n"


def found(place: str, text: str = MARKDOWN) -> list[str] | None:
    citation = parse(f"厨房管理办法 {place}")
    assert citation
    return places(read_articles(text), citation)


def test_articles_without_headings_of_chapters() -> None:
    assert list(read_articles(MARKDOWN)) == [(1, 0), (2, 0), (2, 1), (3, 0)]
    assert found("第一条") == ["为了厨房整洁，制定本办法。"]
    assert found("第二条之一") == ["砧板每月更换。"]


def test_a_paragraph_has_its_items() -> None:
    assert found("第二条第二款") == ["检查人员可以随时查看。"]
    whole = found("第二条第一款")
    assert whole
    assert holds(whole, "地面干燥")
    assert not holds(whole, "检查人员")


def test_an_item_has_the_words_before_the_items_but_not_its_neighbours() -> None:
    for place in ("第二条第一款第（二）项", "第二条第（二）项"):
        item = found(place)
        assert item
        assert holds(item, "厨房应当符合下列要求")
        assert holds(item, "砧板生熟分开")
        assert not holds(item, "地面干燥")


@pytest.mark.parametrize(
    "place", ["第四条", "第一条之一", "第二条第三款", "第二条第一款第（三）项", "第一条第（一）项"]
)
def test_places_that_the_law_does_not_have(place: str) -> None:
    assert found(place) is None


def test_paragraphs_behind_one_another_in_a_plain_text() -> None:
    assert found("第一条第二款", PLAIN) == ["各店执行。"]
    assert found("第二条", PLAIN) == ["厨房应当干燥。"]


def test_a_phrase_is_found_whatever_its_width_and_spaces() -> None:
    assert holds(["砧板（生熟） 分开，每月10次"], "砧板(生熟)分开,每月１０次")
    assert not holds(["砧板生熟分开"], "砧板生熟不分")


LAW = Law.model_validate(
    {
        "id": "kitchen",
        "title": "中华人民共和国厨房法",
        "short_title": "厨房法",
        "aliases": ["后厨法"],
        "kind": "法律",
        "issuer": "某机关",
        "official_url": "https://example.invalid/",
        "last_article": 3,
        "summary": "说明",
        "versions": [{"id": "2021年", "adopted": "2021-01-01", "effective": "2021-03-01"}],
    }
)


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["厨房法(2015-01-01).md", "厨房法(2021-01-01).md"], "厨房法(2021-01-01).md"),
        (["厨房法(2021-01-01).md", "厨房法(2024-10-01修正,2025-01-01施行).md"], "厨房法(2021-01-01).md"),
        (["中华人民共和国厨房法（2021）.txt"], "中华人民共和国厨房法（2021）.txt"),
        (["后厨法.md"], "后厨法.md"),
        (["厨房法(2030-01-01).md"], "厨房法(2030-01-01).md"),
        (["厨房法实施条例(2021-01-01).md", "大厨房法.md", "INDEX.md"], None),
    ],
)
def test_the_text_of_a_law_is_the_newest_in_force(names: list[str], chosen: str | None) -> None:
    assert text_for(LAW, names, TODAY) == chosen


def test_the_day_of_a_text_is_that_of_taking_effect() -> None:
    assert dated("厨房法(2025-12-01施行,2025-09-12修正).md") == datetime.date(2025, 12, 1)
    assert dated("厨房法(2021).md") == datetime.date(2021, 1, 1)
    assert dated("厨房法.md") == datetime.date.min


def test_a_text_that_is_not_in_force_yet_waits_for_its_day() -> None:
    """Its name says when it was made; from when it is in force the record knows."""
    versions = (
        Version(id="旧", adopted=datetime.date(2020, 10, 23), effective=datetime.date(2020, 10, 23)),
        Version(id="新", adopted=datetime.date(2026, 1, 27), effective=datetime.date(2026, 12, 1)),
    )
    law = LAW.model_copy(update={"versions": versions})
    names = [f"{law.short_title}(2020-10-23).md", f"{law.short_title}(2026-01-27).md"]
    assert text_for(law, names, datetime.date(2026, 11, 30)) == names[0]
    assert text_for(law, names, datetime.date(2026, 12, 1)) == names[1]


def test_a_decision_that_amends_a_law_is_a_text_of_it() -> None:
    name = f"某部门关于修改《{LAW.short_title}》的决定(2025-02-23).md"
    assert text_for(LAW, [name], datetime.date(2026, 1, 1)) == name


def test_a_sentence_marked_as_a_heading_is_a_sentence() -> None:
    text = "# 厨房法\n\n## 第一章 总则\n\n### 第一条 厨房要干净。\n\n### 每天要打扫。\n\n## 第二章 罚则\n\n第二条 不干净的，罚。\n"
    articles = read_articles(text)
    assert [len(articles[number, 0]) for number in (1, 2)] == [2, 1]
