"""What of a page can be found, and under which address."""

from __future__ import annotations

import datetime

from portal.search.extracting import entries_of
from portal.search.page import SearchPage, pages_of

PAGE = SearchPage("quiz/storage/", "贮存与保质期", "练一练", day=datetime.date(2024, 6, 1))
HTML = """
<nav class="p-crumbs"><ol><li>首页</li></ol></nav>
<h1><span class="p-words">贮存与<wbr>保质期</span></h1>
<p class="p-lead">冷藏<strong>温度</strong>是&nbsp;<bdi>0&#8451;～8℃</bdi>，<a href="x">看标签</a>。</p>
<div class="p-related"><div>别处的事</div><p>还是别处的事</p></div>
<!-- 备注 --><p hidden>看不见</p><script>let x = "<p>不是文字</p>";</script>
<ul><li>一</li><li>二<br>三</li></ul>
<section class="p-question" id="q-s-001" data-entry="鲜奶放在哪里？" data-titled="sentence" data-types="食品销售 单位食堂">
  <h2><span>单选</span>鲜奶放在哪里？</h2><ol><li>冷藏柜</li></ol><section>答案：冷藏柜</section>
</section>
<p>后记 a &lt; b</p>
"""


def test_blocks_are_what_is_read() -> None:
    page, _ = entries_of(HTML)
    assert page.blocks == ["贮存与保质期", "冷藏温度是 0℃～8℃，看标签。", "一", "二", "三", "后记 a < b"]


def test_a_marked_question_is_found_by_itself() -> None:
    page, question = pages_of(PAGE, HTML)
    assert page.address == "quiz/storage/"
    assert "贮存与保质期" not in page.blocks
    assert (question.address, question.title) == ("quiz/storage/#q-s-001", "鲜奶放在哪里？")
    assert question.blocks == ("冷藏柜", "答案：冷藏柜")
    assert (page.business_types, question.business_types) == ((), ("食品销售", "单位食堂"))
    assert question.section == page.section


def test_what_is_left_out_of_a_line_does_not_end_it() -> None:
    (page,) = entries_of('<p>前<span class="p-unseen">看不见</span><span hidden>也<b>看</b>不见</span>后</p>')
    assert page.blocks == ["前后"]


def test_quotes_in_attributes_do_not_end_a_tag() -> None:
    (page,) = entries_of('<p title="a > b" class="x">文字</p>')
    assert page.blocks == ["文字"]
