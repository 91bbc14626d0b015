"""A claim is told from a denial, a quotation, a question and what others say; what asks first lets every claim through."""

from __future__ import annotations

import pytest

from portal.rules.promises import ASKED, CLAIM, is_promised


def promised(text: str) -> list[str]:
    return [match[0] for match in CLAIM.finditer(text) if is_promised(text, *match.span())]


@pytest.mark.parametrize(
    "text",
    [
        "按这个办法存放，食品绝对安全。",
        "我们的产品零风险，放心吃。",
        "百分之百安全",
        "100%安全",
        "绝无问题",
        "完全无害",
        "永不变质",
        "万无一失",
        "保证不会中毒",
        "吃了肯定没事",
        "没有任何副作用",
        "对人体完全没有危害",
        "实现食品安全零事故",
        "不要生吃。煮熟了就绝对没问题",
        "没有许可证的不要买，有许可证的绝对安全",
    ],
)
def test_claims_are_found(text: str) -> None:
    assert promised(text)
    assert ASKED.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "没有绝对安全的食品。",
        "食品安全不存在零风险。",
        "零风险是不存在的",
        "商家声称绝对安全的保健品不要买",
        "“绝对安全”的说法不可信",
        "冷冻就绝对安全吗？",
        "误区：放进冰箱就绝对安全。",
        "不要以为放进冰箱就万无一失",
        "别听信包治百病的广告",
        "并不能保证不会变质",
        "豆类烧到完全变色，零下18℃冷冻，零售、零食",
        "100%橙汁，整改率超过100%不是算错",
        "没有任何单位可以拒绝检查",
        "绝对不能吃，一定不要吃",
        "各部门要确保活动期间万无一失",
    ],
)
def test_other_texts_promise_nothing(text: str) -> None:
    assert promised(text) == []
