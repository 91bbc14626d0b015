"""What the search page knows of words: those of the site, how they sound, which characters are traditional."""

from __future__ import annotations

import gzip
import json

from tests.search.made import made_pages

from portal.search.indexing import index
from portal.search.page import SearchPage
from portal.search.vocabulary import standing, tables, vocabulary

MOST = 60 * 1024


def test_words_are_words_and_stand_on_the_site() -> None:
    pages = [
        SearchPage("a/", "明厨亮灶", keywords=("餐饮服务",), blocks=("剩菜要放冰箱，冰箱要擦。",)),
        SearchPage("b/", "剩菜能放几天", blocks=("放进冰箱的剩菜，安全期不长。",)),
    ]
    words = vocabulary(pages, ["剩菜", "留样"])
    assert {"明厨亮灶", "剩菜", "冰箱"} <= {*words}
    # A name that stands nowhere helps nobody, and neither does what is no word.
    assert {"留样", "全期", "能放", "餐饮服务"}.isdisjoint(words)


def test_sounds_and_characters() -> None:
    made = tables([SearchPage("a/", "留样", blocks=("学校食堂",))], ["留样"])
    assert {"样", "洋"} <= {*made["sounds"]["yang"]}
    assert "绿" in made["sounds"]["lv"]
    simple = dict(zip(made["simple"][::2], made["simple"][1::2], strict=True))
    assert (simple["學"], simple["樣"], simple.get("学")) == ("学", "样", None)


def test_the_tables_cost_a_phone_little() -> None:
    files = index(made_pages(700), {"剩菜": ["隔夜菜"]})
    (spelling,) = (content for path, content in files.items() if path.endswith("spelling.json"))
    assert len(gzip.compress(spelling)) < MOST
    (aliases,) = (content for path, content in files.items() if path.endswith("aliases.json"))
    assert json.loads(aliases) == {"剩菜": ["隔夜菜"]}


def test_of_what_was_found_only_the_other_words_that_stand_there_count() -> None:
    pages = [SearchPage("a/", "剩菜能放几天", blocks=("隔夜菜也是剩菜。",))]
    assert standing(pages, {"剩菜": ["隔夜菜", "过夜菜"], "留样": ["样品留存"]}) == {"剩菜": ["隔夜菜"]}
