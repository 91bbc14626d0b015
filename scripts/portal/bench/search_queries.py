"""What people type, and what trips indexes: one to eight characters, middles of words, articles of law, codes.

The bench and the tests compare the answer to each with the truth: every page that has each of its terms, looked
for in all texts one after the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.records import addresses
from portal.search.folding import folded
from portal.search.indexing import page_file, part_file
from portal.search.laying import GAP
from portal.search.terms import Term, readings

QUERIES = (
    # one character
    *("酒", "油", "肉", "罚", "的", "第", "5", "鲎"),
    # two characters: words, and pairs across the middle of words
    *("过期", "白酒", "食品", "留样", "食堂", "外卖", "餐配", "品安", "期食", "处罚", "签不", "冻冷"),
    # three
    *("不合格", "桶盒饭", "保质期", "超范围", "配送单", "添加剂", "质期的", "没有离", "违法所"),
    # four to eight
    *("食品安全", "集体用餐", "留样冰箱", "消毒记录", "案第12", "过期食品", "安全管理"),
    *("现场查获过期", "未按规定查验", "集体用餐配送", "餐饮具清洗消毒", "食源性疾病的", "超过保质期的食"),
    *("标签不符合规定的", "温度时间和清洁", "使用超过保质期的", "食品安全责任落到"),
    # articles of law, in both writings, with their law
    *(
        "第四十五条",
        "45条",
        "第45条",
        "四十五条",
        "食品安全法第四十四条",
        "《食品安全法》第三十四条",
        "第一百二十四条",
        "6条",
    ),
    # digits, dates, sums, codes
    *(
        "12315",
        "2024年",
        "2025年3月",
        "30000元",
        "30,000元",
        "第3151号",
        "GB 31654",
        "GB31654",
        "gb31654-2021",
        "31654",
    ),
    # several words
    *("过期 留样", "食堂 桶盒饭", "消毒 45条", "网络经营 标签 罚款", "食品　安全"),
    # nothing
    *("鲎白酒煲", "食品安全委员会主任", "xyzzy"),
)


@dataclass(frozen=True)
class Truth:
    """The folded texts of all pages, in the order of the index."""

    pages: tuple[str, ...]

    @classmethod
    def of(cls, site: Path) -> Truth:
        """Of a built site with an index."""
        return cls(tuple(folded_page(page["title"], page["text"]) for page in shown_pages(site)))

    def pages_with(self, query: str) -> set[int]:
        """By the first reading of the query that any page answers."""
        return next(filter(None, map(self._pages, readings(query))), set())

    def _pages(self, terms: list[Term]) -> set[int]:
        return {
            number
            for number, text in enumerate(self.pages)
            if all(any(form in text for form in term.forms) for term in terms)
        }


def folded_page(title: str, blocks: list[str]) -> str:
    """No term contains the gap, so that none reaches from one block into the next."""
    return GAP.join(map(folded, (title, *blocks)))


def shown_pages(site: Path) -> Iterator[dict[str, Any]]:
    """What the index shows of every page, with the whole text."""
    manifest = json.loads((site / addresses.SEARCH_INDEX).read_bytes())
    folder = site / manifest["folder"]
    for number in range(manifest["pages"]):
        page = json.loads((folder / page_file(number)).read_bytes())
        for part in range(1, page["parts"]):
            page["text"] += json.loads((folder / part_file(number, part)).read_bytes())
        yield page
