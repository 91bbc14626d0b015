"""Right behind a role everyday words, places and sums are no names; names that begin as words are, with a deed."""

from __future__ import annotations

import pytest

from portal.privacy.folding import fold
from portal.privacy.names import full_names


def names(written: str) -> list[str]:
    text = fold(written).text
    return [text[start:end] for start, end in full_names(text)]


@pytest.mark.parametrize(
    "text",
    [
        "经营者华丽包装误导消费者",
        "员工齐声宣读承诺书",
        "店主孟夏时节多卖凉皮",
        "消费者汤里发现异物",
        "经营者伍拾元以下零售不开票",
        "员工车间内不得吸烟",
        "学生桂花节义卖食品",
        "经营者吴江供货渠道",
        "经营者尤溪金柑散装",
        "家长康师傅方便面退货",
        "顾客王女士称",
        "厨师长白山药材",
        "领导班子成员",
        "村民高家办宴席",
        "居民第五项修改为",
        "出纳冷加工糕点制售",
        "洗碗工鲜花摆在灶台上",
    ],
)
def test_words_and_places_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("食品安全管理员卢克俭每日晨检", ["卢克俭"]),
        ("其他直接责任人员赵红兵予以警告", ["赵红兵"]),
        ("就餐人员龚关梅于次日凌晨呕吐", ["龚关梅"]),
        ("村民仰雪明家办酒席", ["仰雪明"]),
        ("证人于洋证实", ["于洋"]),
        ("经营者华丽，女，", ["华丽"]),
        ("经营者：华丽", ["华丽"]),
        ("店员江山平陪同检查", ["江山平"]),
        ("抄送：熊克俭", ["熊克俭"]),
        ("转账给昝荣500元", ["昝荣"]),
        ("聘任昝志刚为本单位食品安全员", ["昝志刚"]),
        ("晨检：吉亮√ 张桂英√ 李卫林×", ["吉亮", "张桂英", "李卫林"]),
        ("致席良的一封回复", ["席良"]),
        ("《关菊芳食物中毒个案调查表》", ["关菊芳"]),
        ("Nguyen Thi Hoa，越南籍，服务员", ["Nguyen Thi Hoa"]),
        ("Legal representative: Chen Xiaoling", ["Chen Xiaoling"]),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    assert names(text) == found
