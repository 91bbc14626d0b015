"""The link to a law's official text says where it leads, and what to look for where it leads to a front page."""

from __future__ import annotations

import pytest
from tests.pages.made import small_site

from portal.pages.knowledge.official_texts import official_text


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://www.samr.gov.cn/zw/art_1.html", "《食品安全法》全文（市场监管总局网站）"),
        ("https://flk.npc.gov.cn/", "到国家法律法规数据库搜“食品安全法”看全文"),
        ("https://www.court.gov.cn", "到最高人民法院网站搜“食品安全法”看全文"),
        ("https://law.example.cn/1", "《食品安全法》全文（law.example.cn）"),
    ],
)
def test_the_words_of_the_link(url: str, words: str) -> None:
    [record] = [one.record for one in small_site().laws if one.record.id == "food-safety-law"]
    assert official_text(record.model_copy(update={"official_url": url})) == (words, url)
