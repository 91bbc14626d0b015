"""Full names are found by what stands around them; everyday words, places, foods and masked names are not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from portal.privacy import given_names, roles, words
from portal.privacy.evidence import ENDS_BEFORE_TELLING, TELLING
from portal.privacy.folding import fold
from portal.privacy.names import full_names, is_masked, masked, surname_of
from portal.privacy.surnames import SINGLE


def names(written: str) -> list[str]:
    text = fold(written).text
    return [text[start:end] for start, end in full_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("当事人王小明于2024年6月", ["王小明"]),
        ("经营者李四，男，", ["李四"]),
        ("法定代表人张三签收了决定书", ["张三"]),
        ("负责人为欧阳建国，", ["欧阳建国"]),
        ("店主赵敏因病没有到场", ["赵敏"]),
        ("厨师王进购买了菜刀", ["王进"]),
        ("消费者周晓红在店内就餐", ["周晓红"]),
        ("当事人高伟。", ["高伟"]),
        ("当事人于洋，", ["于洋"]),
        ("经营者李建国说没有留样", ["李建国"]),
        ("负责人张伟告诉执法人员", ["张伟"]),
        ("供货商鲍国强送货到店", ["鲍国强"]),
        ("店长葛大伟陪同检查", ["葛大伟"]),
        ("采购员张明明确表示不知情", ["张明"]),
        ("房东刘霞和老板娘张秀兰", ["刘霞", "张秀兰"]),
    ],
)
def test_after_a_role_whatever_follows(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("签字：宁静", ["宁静"]),
        ("张志远（签字）", ["张志远"]),
        ("【鲍国强】已阅", ["鲍国强"]),
        ("**张三**未按要求留样。", ["张三"]),
        ("| 3 | 霍元 | 女 | 面点 |", ["霍元"]),
        ("骆宾，女，1979年3月出生", ["骆宾"]),
        ("李娜（女，42岁）", ["李娜"]),
        ("钱钟（法定代表人）、孙莉莉（股东）", ["钱钟", "孙莉莉"]),
        ("王建平、李秀芳和周海燕三人未取得健康证明", ["王建平", "李秀芳", "周海燕"]),
        ("执法人员：章承、窦伟一", ["章承", "窦伟一"]),
        ("执法人员：章承 窦伟一", ["章承", "窦伟一"]),
        ("货由韩信义签收", ["韩信义"]),
        ("曹翀女士于当晚就医。", ["曹翀"]),
        ("谢谢平小帆师傅的帮助", ["平小帆"]),
        ("签字：黄 山 松", ["黄 山 松"]),
        ("签收：穆<b>清</b>风", ["穆清风"]),
        ("谢慕诉金山区市场监督管理局", ["谢慕"]),
        ("三（2）班盛可可请病假。", ["盛可可"]),
        ("宓可欣的妈妈带她去了医院。", ["宓可欣"]),
        ("张三与李某某共同经营。", ["张三"]),
        ("黄某、管平、林某三人结伙", ["管平"]),
        ("王某之妻赵小兰负责收款。", ["赵小兰"]),
    ],
)
def test_in_other_forms(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("经营者阿卜杜拉·买买提在夜市卖烤肉。", ["阿卜杜拉·买买提"]),
        ("阿依古丽•肉孜投诉羊肉掺假。", ["阿依古丽·肉孜"]),
        ("经营者扎西多吉卖牦牛肉干。", ["扎西多吉"]),
        ("供货商巴特尔自内蒙古发来羊腿。", ["巴特尔"]),
        ("消费者张王晓月买到变质蛋糕。", ["张王晓月"]),
        ("罗伯特·J·布朗先生要求开具发票。", ["罗伯特·J·布朗"]),
        ("签字：Michael O'Connor", ["Michael O'Connor"]),
        ("Dr. Ahmed Hassan出具了证明", ["Ahmed Hassan"]),
        ("收件人：zhao lei", ["zhao lei"]),
        ("投诉人Zhang Wei用英文写信。", ["Zhang Wei"]),
        ("厨师山本太郎做的刺身没有冷藏。", ["山本太郎"]),
        ("代表理事김민수", ["김민수"]),
        ("外教José Álvarez食物过敏", ["José Álvarez"]),
    ],
)
def test_of_other_peoples(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "当事人王某于2024年6月",
        "经营者李某某，",
        "法定代表人张先生签收",
        "负责人陈女士。",
        "联系人: 刘 某某",
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
        "经营者任何时候、何时何地",
        "从业人员方可上岗。",
        "经营者程序合法，",
        "负责人周末、节假日",
        "员工马上停工，",
        "当事人金山区某店",
        "消费者万一买到，",
        "食品安全员每日检查",
        "当事人石化街道的门店",
        "经营者毛病问题一并改正",
        "负责人严肃告诫员工",
        "经营者张江镇的仓库已经搬空。",
        "负责人张堰所接到线索后到场检查。",
        "顾客白菜买了三斤。",
        "消费者龙井茶怎么挑",
        "厨师花样翻新",
        "员工白班与夜班交接",
        "金山区李记面馆",
        "李时珍在《本草纲目》里记载了葛根。",
        "小王同学",
        "沈师傅每天四点起床",
        "司马某某在听证会上陈述",
        "阿某某·买某某",
        "J某到场",
        "张三丰（化名）",
        "与有毒有害物质同储同运",
        "委托方和收货方",
        "对方有没有证",
    ],
)
def test_words_places_and_masked_names_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("王小明", "王某"),
        ("欧阳建国", "欧阳某"),
        ("阿卜杜拉·买买提", "阿某"),
        ("山本太郎", "山本某"),
        ("John Smith", "J某"),
    ],
)
def test_a_name_is_masked_after_its_surname(name: str, mask: str) -> None:
    assert masked(name) == mask
    assert is_masked(mask)
    assert not is_masked(name)


@pytest.mark.parametrize("name", ["王某", "某餐饮店", "王×", "张XX", "李**"])
def test_masked_names(name: str) -> None:
    assert is_masked(name)
    assert not is_masked("上海MAX餐饮有限公司")


PEOPLE = st.builds(
    str.__add__,
    st.sampled_from(SINGLE[:300]),
    st.text(st.sampled_from(given_names.FREQUENT), min_size=2, max_size=2),
)
AFTER = st.sampled_from(
    [
        "陪同检查",
        "当场签字",
        "食用后呕吐",
        "反映有虫",
        "投诉该店",
        "送货到店",
        "称不知情",
        "。",
        "，男，",
        "（女）",
    ]
)


@given(st.sampled_from(roles.ROLES), st.sampled_from(["", "：", "“"]), PEOPLE, AFTER)
@settings(max_examples=300, deadline=None)
def test_no_name_is_lost_after_a_role(role: str, mark: str, name: str, after: str) -> None:
    assume(not any(len(word) > 1 for word in words.cut(name)) and surname_of(name) == name[0])
    assume(len(words.cut(role[-1] + name[:1])) == 2)
    assert name in names(f"{role}{mark}{name}{after}")


@given(st.sampled_from(roles.ROLES), st.sampled_from(["", "：", "“"]), PEOPLE, AFTER)
@settings(max_examples=300, deadline=None)
def test_a_mask_is_not_found_again(role: str, mark: str, name: str, after: str) -> None:
    assert names(f"{role}{mark}{masked(name)}{after}") == []


@given(st.from_regex(TELLING.pattern, fullmatch=True))
@settings(max_examples=200, deadline=None)
def test_whatever_tells_of_a_name_before_it_is_looked_for(telling: str) -> None:
    text = fold(f"王小明{telling}").text
    assume(TELLING.match(text, 3))
    assert any(match.start() == 3 for match in ENDS_BEFORE_TELLING.finditer(text))


@given(
    st.text(
        st.sampled_from(
            "当事人经营者签字：王小明、李四某×*|【】（）和与的·. \n\u200bJohn Smith男，阿卜杜拉于"
        )
    )
)
@settings(max_examples=500, deadline=None)
def test_stretches_lie_in_the_text_in_order(text: str) -> None:
    end_before = 0
    for start, end in full_names(text):
        assert end_before <= start < end <= len(text)
        end_before = end
