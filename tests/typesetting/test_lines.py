"""Titles part between words, numbers stay with their units, and the text is the same as before."""

from __future__ import annotations

import re
from html import unescape

import pytest

from portal.typesetting import Typesetter, places_in
from portal.typesetting.numbers import kept_whole
from portal.typesetting.titles import Words

SETTER = Typesetter(("隐匿", "食品安全", "食品安全法"))
TAG = re.compile(r"<[^>]*>")


def parted(title: str) -> str:
    return Words(("食品安全",)).title(title).replace("<wbr>", "|")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("某早餐店拒绝检查、隐匿保质期过期食品案", "某早餐店|拒绝|检查、隐匿|保质期|过期|食品案"),
        ("金山区食品安全风险隐患排查整治专项行动", "金山区|食品安全|风险|隐患|排查|整治|专项|行动"),
        ("2024年8月月度通报", "2024年|8月|月度|通报"),
        ("日管控、周排查、月调度", "日管控、周排查、月调度"),
        ("整治成效", "整治成效"),
    ],
)
def test_a_title_parts_between_words(title: str, words: str) -> None:
    assert parted(title) == words


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("发现12 件，罚款3.5万元。", ["12 件", "3.5万元"]),
        ("比上月高0.3个百分点", ["0.3个百分点"]),
        ("依据第45条和第一百二十四条第一款", ["第45条", "第一百二十四条", "第一款"]),
        ("五万元以上十万元以下", ["五万元", "十万元"]),
        ("60 ℃以上、约15分钟、10–20克", ["60 ℃", "约15分钟", "10–20克"]),
        ("1,068个，98.6%，GB2760—2024", ["1,068个", "98.6%"]),
        ("拨打12315，十分重要", []),
    ],
)
def test_a_number_stays_with_what_it_counts(text: str, whole: list[str]) -> None:
    assert re.findall("<bdi>(.*?)</bdi>", kept_whole(f"{text}<br>")) == whole


def test_what_is_no_running_text_is_left_alone() -> None:
    page = (
        '<script>{"a": "共12件"}</script><svg><text>55个</text></svg><title>3.5万元</title>'
        '<textarea>共12件</textarea><option value="12件">a</option><a title="共12件" href="#第45条">a</a>'
        '<time datetime="2024-05-01">2024年5月1日</time>'
    )
    assert SETTER.page(page) == page


def test_the_text_of_a_page_is_what_it_was() -> None:
    page = (
        '<h1>某早餐店隐匿保质期过期食品被罚款5万元 &amp; 公示</h1><p>共12 件，<a href="#a">第45条</a>。</p>'
        '<li><a class="p-card__title" href="x">超过保质期的食品<small>3个</small>怎么退</a></li>'
    )
    made = SETTER.page(page)
    assert made.count("<wbr>") > 5
    assert made.count("<bdi>") == 4
    assert unescape(TAG.sub("", made)) == unescape(TAG.sub("", page))


def test_a_link_with_a_number_stays_one_text() -> None:
    """In a flex box the number would be an item beside the text, which then parts at every character."""
    made = SETTER.page('<a href="x">2024年的通报</a><a href="y">2024年</a><summary>共12件，点开看</summary>')
    assert '<a href="x"><span class="p-line"><bdi>2024年</bdi>的通报</span></a>' in made
    assert '<a href="y"><bdi>2024年</bdi></a>' in made
    assert "<summary><span" in made


def test_places_are_counted_as_browsers_count() -> None:
    made = places_in('<a><span class="p-words">𠮷&amp;甲<wbr>罚款<bdi>5万元</bdi>案</span></a>')
    assert made == ([4], [6, 9])
