"""The rules about an article's Markdown say what the renderer does: what they refuse is not what was meant, what they offer is."""

from __future__ import annotations

import datetime

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown  # type: ignore[import-untyped]
from tests.pages.made import small_site
from tests.projects import SMALL

from portal.pages.kits.words import EXTENSIONS
from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records import Entry
from portal.records.article import KnowledgeArticle
from portal.rules import (
    article_blocks,
    article_emphasis,
    article_headings,
    article_links,
    article_lists,
    article_tables,
)
from portal.rules.engine import RecordRule

FAMILIES = (article_lists, article_headings, article_emphasis, article_links, article_tables, article_blocks)
RULES = [rule for family in FAMILIES for rule in vars(family).values() if isinstance(rule, RecordRule)]
SITE = small_site()
FRONT = (SMALL / "content/knowledge/public/read-food-labels.md").read_text("utf-8").split("\n---\n")[0]
TODAY = datetime.date(2024, 12, 1)


def found(body: str) -> list[str]:
    """The codes of what is found in an article with this body."""
    raw = f"{FRONT}\n---\n\n{body}\n".encode()
    read = parse("content/knowledge/public/read-food-labels.md", raw, BY_NAME["article"], SITE.words)
    assert read.problems == ()
    entry = Entry(KnowledgeArticle.of(read.record, read.file), read.file)
    return [one.code for rule in RULES for one in rule.run(entry, SITE, TODAY)]


def shown(body: str, selector: str) -> list[str]:
    """The texts of the elements that the renderer makes of the body."""
    html = Markdown(extensions=EXTENSIONS).convert(body)
    return [" ".join(one.get_text().split()) for one in BeautifulSoup(html, "html.parser").select(selector)]


@pytest.mark.parametrize(
    ("code", "written", "mended", "selector"),
    [
        ("ARTICLE-LIST-01", "两条：\n- 甲\n- 乙", "两条：\n\n- 甲\n- 乙", "li"),
        ("ARTICLE-LIST-01", "两条：\n1. 甲\n2. 乙", "两条：\n\n1. 甲\n2. 乙", "ol li"),
        ("ARTICLE-LIST-02", "1、甲\n2、乙", "1. 甲\n2. 乙", "ol li"),
        ("ARTICLE-LIST-02", "（1）甲\n（2）乙", "1. 甲\n2. 乙", "ol li"),
        ("ARTICLE-LIST-02", "①甲\n②乙", "1. 甲\n2. 乙", "ol li"),
        ("ARTICLE-LIST-02", "1) 甲\n2) 乙", "1. 甲\n2. 乙", "ol li"),
        ("ARTICLE-LIST-02", "• 甲\n• 乙", "- 甲\n- 乙", "li"),
        ("ARTICLE-LIST-02", "－甲\n－乙", "- 甲\n- 乙", "li"),
        ("ARTICLE-LIST-02", "-甲\n-乙", "- 甲\n- 乙", "li"),
        ("ARTICLE-LIST-02", "\uf0b7 甲\n\uf0b7 乙", "- 甲\n- 乙", "li"),
        ("ARTICLE-LIST-03", "- 甲\n  - 乙", "- 甲\n    - 乙", "li li"),
        ("ARTICLE-HEADING-01", "＃＃ 甲", "## 甲", "h2"),
        ("ARTICLE-BOLD-01", "** 甲 **", "**甲**", "strong"),
        ("ARTICLE-BOLD-01", "**甲 **乙", "**甲**乙", "strong"),
        ("ARTICLE-BOLD-01", "＊＊甲＊＊", "**甲**", "strong"),
        ("ARTICLE-BOLD-01", "__甲__乙", "**甲**乙", "strong"),
        ("ARTICLE-LINK-02", "[甲]（https://a.cn/）", "[甲](https://a.cn/)", "a"),
        ("ARTICLE-LINK-02", "[甲] (https://a.cn/)", "[甲](https://a.cn/)", "a"),
        ("ARTICLE-LINK-02", "【甲】(https://a.cn/)", "[甲](https://a.cn/)", "a"),
        ("ARTICLE-LINK-02", "[甲](../operators/a.md）", "[甲](../operators/a.md)", "a"),
        ("ARTICLE-LINK-02", "(甲)[https://a.cn/]", "[甲](https://a.cn/)", "a"),
        ("ARTICLE-TABLE-01", "| 甲 | 乙 |\n| 1 | 2 |", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "td"),
        ("ARTICLE-TABLE-01", "话\n| 甲 |\n| --- |\n| 1 |", "话\n\n| 甲 |\n| --- |\n| 1 |", "td"),
        (
            "ARTICLE-TABLE-01",
            "| 甲 | 乙 |\n| --- |\n| 1 | 2 |",
            "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
            "td",
        ),
        ("ARTICLE-BREAK-01", "甲\n乙", "甲  \n乙", "br"),
        ("ARTICLE-BREAK-01", "甲\\\n乙", "甲  \n乙", "br"),
        ("ARTICLE-CODE-01", "    甲说的话很长很长", "甲说的话很长很长", "p:not(pre p)"),
        ("ARTICLE-CODE-01", "```markdown\n甲说的话很长很长\n```", "甲说的话很长很长", "p"),
    ],
)
def test_what_was_meant_is_seen_after_mending(code: str, written: str, mended: str, selector: str) -> None:
    assert code in found(written)
    assert shown(written, selector) == []
    assert found(mended) == []
    assert shown(mended, selector)


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("ARTICLE-BOLD-01", "**重点：**下面"),
        ("ARTICLE-BOLD-01", "少一半**的"),
        ("ARTICLE-HEADING-01", "##标题"),
        ("ARTICLE-HEADING-01", "一段话\n---"),
        ("ARTICLE-HEADING-02", "# 标题"),
        ("ARTICLE-HEADING-02", "## 标题\n\n#### 再下面"),
        ("ARTICLE-TAG-01", "<b>甲</b>"),
        ("ARTICLE-TABLE-01", "| 甲 |\n| --- |\n| 1 | 2 |"),
        ("ARTICLE-TABLE-01", "| 甲 |\n| --- |\n| 1 |\n后面的话"),
        ("ARTICLE-TABLE-01", "甲\t乙\n1\t2"),
        ("ARTICLE-TABLE-01", "｜甲｜乙｜"),
        ("ARTICLE-CODE-01", "```\n没有关上"),
    ],
)
def test_what_will_not_look_as_meant(code: str, body: str) -> None:
    assert code in found(body)


@pytest.mark.parametrize(
    "body",
    [
        "- 甲\n- 乙\n\n    乙的第二段\n\n        四格里的代码",
        "1. 甲\n\n    - 乙\n    - 丙",
        "**甲**：乙，**丙**。丁**戊**己，“**庚**”，2*3*4",
        "3、4月份；12315、110；-18℃以下；——出自某处；（1）单独的一段。",
        "## 甲\n\n### 乙\n\n## 丙\n\n---\n\n丁",
        '[甲](https://a.cn/ "题")、[乙]( ../operators/a.md )、[1]（下文）、[附件]（共3页）、![图](../../a.png)',
        "| 甲 | 乙 |\n| :-- | --: |\n| `a|b` | c\\|d |",
        "甲  \n乙<br>\n丙",
        "`<b>` 和 `** x **` 是代码，**`甲`**也是",
        "```python\nprint(1)\n```",
        "甲[^1]\n\n[^1]: 乙\n\n    丙",
        "!!! note\n    甲",
        "> 甲\n> 乙",
    ],
)
def test_good_markdown_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_code_within_bold_and_links_is_told_as_it_is_written() -> None:
    raw = f"{FRONT}\n---\n\n** `甲` **和[`乙`] (https://a.cn/)\n".encode()
    read = parse("content/knowledge/public/read-food-labels.md", raw, BY_NAME["article"], SITE.words)
    entry = Entry(KnowledgeArticle.of(read.record, read.file), read.file)
    hints = [one.hint for rule in RULES for one in rule.run(entry, SITE, TODAY)]
    assert hints == ["写成“**`甲`**”", "写成 [`乙`](https://a.cn/)"]
