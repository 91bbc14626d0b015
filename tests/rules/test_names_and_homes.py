"""Full names and addresses are found in running text; everyday words that begin like a name are not."""

from __future__ import annotations

import pytest

from portal.rules import prefilters
from portal.rules.names_and_homes import addresses, full_names, is_masked, masked
from portal.rules.public_text import halfwidth


def names(text: str) -> list[str]:
    return [text[start:end] for start, end in full_names(halfwidth(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("当事人王小明于2024年6月", "王小明"),
        ("经营者李四，男，", "李四"),
        ("法定代表人张三签收了决定书", "张三"),
        ("法定代表人：陈伟。", "陈伟"),
        ("负责人为欧阳建国，", "欧阳建国"),
        ("店主赵敏因病没有到场", "赵敏"),
        ("厨师王进购买了菜刀", "王进"),
        ("消费者周晓红在店内就餐", "周晓红"),
        ("当事人高伟。", "高伟"),
        ("当事人于洋，", "于洋"),
        ("（李娜（女，42岁）", "李娜"),
        ("联系人: 刘 某某、孙丽", ""),
        ("姓名：孙丽", "孙丽"),
        ("经营者李建国说没有留样", "李建国"),
        ("店主王敏答不上来", "王敏"),
        ("消费者高强问了价钱", "高强"),
        ("负责人张伟告诉执法人员", "张伟"),
    ],
)
def test_full_names_are_found(text: str, name: str) -> None:
    assert names(text) == ([name] if name else [])
    assert not name or prefilters.name(text)


@pytest.mark.parametrize(
    "text",
    [
        "当事人王某于2024年6月",
        "经营者李某某，",
        "法定代表人张先生签收",
        "负责人陈女士。",
        "当事人于6月3日、于次日改正",
        "消费者于购买之日起",
        "当事人高度重视，",
        "经营者应当，",
        "当事人曾因同类行为被处罚",
        "员工戴口罩，戴手套。",
        "员工张贴告示，",
        "当事人陈述申辩，",
        "主要负责人任命食品安全总监，",
        "食品安全员常见问题。",
        "消费者向本局投诉，",
        "法定代表人欧阳先生签收",
        "经营者任何时候、何时何地",
        "从业人员方可上岗。",
        "经营者程序合法，",
        "负责人周末、节假日",
        "员工马上停工，",
        "经营者严格执行，",
        "当事人金山区某店",
        "消费者万一买到，",
        "食品安全员每日检查",
        "当事人石化街道的门店",
        "经营者毛病问题一并改正",
        "员工安全问答",
        "消费者常见问题",
        "食品安全员说明来意",
        "负责人严肃告诫员工",
    ],
)
def test_everyday_words_are_not_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("name", ["王某", "某餐饮店", "王×", "张XX", "李**"])
def test_masked_names(name: str) -> None:
    assert is_masked(name)
    assert not is_masked("上海MAX餐饮有限公司")


def test_a_name_is_masked_after_its_surname() -> None:
    assert masked("王小明") == "王某"
    assert masked("欧阳建国") == "欧阳某"


def places(text: str) -> list[tuple[str, bool]]:
    return [(text[one.start : one.end], one.home) for one in addresses(halfwidth(text))]


@pytest.mark.parametrize(
    ("text", "place", "home"),
    [
        ("当事人家住石化街道卫清西路128弄5号601室。", "石化街道卫清西路128弄5号601室", True),
        ("在卫清西路１２８号开店", "卫清西路１２８号", False),
        ("住址：金山卫镇星火村3组12号", "金山卫镇星火村3组12号", True),
        ("送到星火村12号", "星火村12号", True),
        ("蒙源小区12幢301室", "蒙源小区12幢301室", True),
        ("门店在龙胜路 88 弄 6 号", "龙胜路 88 弄 6 号", False),
    ],
)
def test_addresses_are_found(text: str, place: str, home: bool) -> None:
    assert places(text) == [(place, home)]
    assert prefilters.phone_or_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "某路12号",
        "卫清西路某号",
        "坐5路公交车",
        "地铁22号线金山卫站",
        "12路5号线",
        "街道10号文件",
        "第3号公告",
        "生产车间2号门",
        "按照道路2024年的规划",
    ],
)
def test_masked_addresses_and_other_numbers_are_left_alone(text: str) -> None:
    assert places(text) == []
