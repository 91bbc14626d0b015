"""Names are found in one pass however they are written, and not where a longer name is meant that may stand."""

from __future__ import annotations

import pytest

from portal.publication.withheld import NAME, Withheld
from portal.publish.name_search import BORDER, NameSearch


def wanted(*texts: str) -> list[Withheld]:
    return [Withheld(text, NAME, f"2024-{number:03}", "已撤回", "") for number, text in enumerate(texts)]


def found(search: NameSearch, text: str) -> list[str]:
    return [one.text for _, one in search.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        "上海阿林（金山）餐饮有限公司KTV店",
        "上海阿林(金山)餐饮有限公司ktv店的",
        "见上 海\n阿林〔金山〕餐饮\u200b有限公司 ＫＴＶ 店",
        "上海阿\U000e0100林（金\u2061山）餐\u202a饮有\u034f限公司K\ufe0eTV店",
    ],
)
def test_a_name_is_found_in_any_width_case_and_spacing(text: str) -> None:
    search = NameSearch.of(wanted("上海阿林（金山）餐饮有限公司KTV店"), [])
    assert found(search, f"前{BORDER}{text}{BORDER}后") == ["上海阿林（金山）餐饮有限公司KTV店"]


def test_a_name_does_not_reach_from_one_block_into_the_next() -> None:
    assert found(NameSearch.of(wanted("老盛昌汤包店"), []), f"老盛昌{BORDER}汤包店") == []


def test_names_that_begin_alike_overlap_or_are_short_are_all_found() -> None:
    names = ("老盛昌", "老盛昌汤包店", "汤包店王记面馆", "上海甲食品有限公司", "上海甲食品有限公司金山分公司")
    search = NameSearch.of(wanted(*names), [])
    assert sorted(found(search, "老盛昌汤包店王记面馆")) == sorted(names[:3])
    assert sorted(found(search, "上海甲食品有限公司金山分公司")) == sorted(names[3:])
    assert found(search, "上海甲食品店") == []


def test_a_longer_name_that_may_stand_is_not_the_shorter_one() -> None:
    search = NameSearch.of(wanted("金山王记面馆"), ["上海金山王记面馆有限公司", "金山区"])
    assert found(search, "上海金山王记面馆有限公司在金山区") == []
    assert found(search, "上海金山王记面馆有限公司和金山王记面馆") == ["金山王记面馆"]


def test_a_name_that_begins_as_the_bureau_does_is_found() -> None:
    search = NameSearch.of(wanted("上海市金山区市场小吃店"), ["上海市金山区市场监督管理局"])
    assert found(search, "上海市金山区市场监督管理局查处上海市金山区市场小吃店") == ["上海市金山区市场小吃店"]


def test_a_number_is_not_found_inside_another_one() -> None:
    search = NameSearch.of(wanted("沪罚2024第3"), [])
    assert found(search, "沪罚2024第31号") == []
    assert found(search, "沪罚2024第3号") == ["沪罚2024第3"]


def test_nothing_is_looked_for_and_nothing_found() -> None:
    assert found(NameSearch.of([], ["某局"]), "任何文字") == []


def test_thousands_of_names_are_looked_for_at_once() -> None:
    names = [f"上海市{chr(0x4E00 + n)}{chr(0x5E00 + n % 97)}记食品有限公司" for n in range(5000)]
    search = NameSearch.of(wanted(*names), ["上海市金山区市场监督管理局"])
    text = BORDER.join(["上海市金山区市场监督管理局检查了食品有限公司"] * 500)
    assert found(search, text) == []
    assert found(search, f"{text}{BORDER}{names[4321]}") == [names[4321]]
