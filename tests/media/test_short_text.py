"""At most 140 characters, whole sentences, the way to the rest at the end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.media.made import PUBLISHER, material

from portal.media.material import Publisher
from portal.media.short_text import sentences, short_text

WORDS = st.text(st.sampled_from("食品安全检查隐患整改公司店里，；：、123万元"), min_size=1, max_size=60)
SENTENCE = st.builds(lambda words, end: words + end, WORDS, st.sampled_from("。！？"))
TEXT = st.lists(SENTENCE, min_size=1, max_size=5).map("".join)


@given(TEXT, TEXT, st.integers(0, 90), st.booleans(), st.booleans())
def test_whatever_the_record_says_the_text_keeps_to_the_rule(
    summary: str, more: str, long: int, demo: bool, headed: bool
) -> None:
    url = f"https://example.invalid/{'a' * long}/"
    text = short_text(material(summary=summary, more=more, url=url, demo=demo, headed=headed))
    assert len(text) <= 140
    assert text.startswith("【示例数据】") == demo
    told, _, ending = text.rpartition("全文")
    assert ending.endswith((f"：{url}", "栏目。", "网站。"))
    # What stands before the ending is made of whole sentences of the record.
    said = told.removeprefix("【示例数据】").removeprefix("【某供餐有限公司供餐引起食物中毒案】")
    known = sentences(summary) + sentences(more) + ["某供餐有限公司供餐引起食物中毒案。"]
    assert [one for one in sentences(said) if one not in known] == []


def test_it_goes_on_after_the_summary_while_there_is_room() -> None:
    assert short_text(material()) == (
        "一家供餐公司生熟不分，8名职工吃后腹泻，被罚款6万元。饭后不久多人腹泻，尽快就医。"
        "保留剩余食物和包装。全文：https://example.invalid/food-safety/cases/2025-006/"
    )


def test_an_address_that_is_too_long_gives_way_to_the_name_of_the_site() -> None:
    text = short_text(material(url=f"https://example.invalid/{'long/' * 30}"))
    assert text.endswith("全文见“示例食品安全专项行动”网站“典型案例”栏目。")


def test_the_longest_name_of_a_site_does_not_break_the_rule() -> None:
    publisher = Publisher(PUBLISHER.bureau, "示例" * 80, "12315")
    text = short_text(
        material(url="https://example.invalid/" + "a" * 200, publisher=publisher, summary="好" * 90)
    )
    assert len(text) <= 140
    assert text.endswith("全文见本局网站。")


def test_a_summary_that_needs_its_title_is_headed_by_it() -> None:
    assert short_text(material(headed=True, demo=True)).startswith(
        "【示例数据】【某供餐有限公司供餐引起食物中毒案】一家供餐公司"
    )
