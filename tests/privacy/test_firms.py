"""What tells which firm it is: names of shops and firms, numbers of documents; kinds of shops name nobody."""

from __future__ import annotations

import pytest

from portal.privacy import Kind, search_with_firms


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[one.start : one.end], one.masked)
        for one in search_with_firms(text)
        if one.kind in (Kind.TRADE_NAME, Kind.DOCUMENT_NUMBER)
    ]


@pytest.mark.parametrize(
    ("text", "name", "masked"),
    [
        ("从上海鲜鲜食品有限公司购进", "上海鲜鲜食品有限公司", "某食品有限公司"),
        ("在金山区好又多超市买到", "金山区好又多超市", "金山区某超市"),
        ("味美鲜饭店的厨房", "味美鲜饭店", "某饭店"),
        ("老王烧烤店经营", "老王烧烤店", "某烧烤店"),
        ("阿明早餐店", "阿明早餐店", "某早餐店"),
        ("招牌为“好味道”", "好味道", "某店"),
        ("“好味道”餐饮店", "“好味道”餐饮店", "某餐饮店"),
        ("处罚文书为金市监罚处〔2024〕12号", "金市监罚处〔2024〕12号", "（文号略）"),
        ("沪市监金处〔2024〕282024000123号", "沪市监金处〔2024〕282024000123号", "（文号略）"),
        ("见金市监责改（2024）第12号", "金市监责改（2024）第12号", "（文号略）"),
    ],
)
def test_names_and_numbers_are_found(text: str, name: str, masked: str) -> None:
    assert found(text) == [(name, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "某餐饮店和上海某食品有限公司",
        "门口早餐店，小区旁的小吃店，校园周边文具店，夜宵烧烤店",
        "大型超市、连锁超市、学校超市、网上超市、这家超市",
        "去超市买菜，不去饭店吃，到药店买药",
        "一家糕点厂、两家餐饮店、该食品店",
        "第七条第一款要求餐饮店提醒顾客",
        "市场监管总局令2025年第101号",
        "金市监食协〔2024〕34号",
        "沙县小吃店、兰州牛肉面馆、海鲜酒楼",
    ],
)
def test_kinds_of_shops_and_other_documents_name_nobody(text: str) -> None:
    assert found(text) == []


def test_what_is_masked_is_not_found_again() -> None:
    text = "从上海鲜鲜食品有限公司购进，在金山区好又多超市卖，文号金市监罚处〔2024〕12号"
    for one in reversed(search_with_firms(text)):
        text = text[: one.start] + one.masked + text[one.end :]
    assert found(text) == []
