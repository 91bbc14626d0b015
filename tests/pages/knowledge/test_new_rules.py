"""What is new in the law: from which day, for whom, and what takes effect next."""

from __future__ import annotations

import datetime
from dataclasses import replace

from tests.pages.made import changed, output, small_site, text

from portal.records import Site
from portal.records.law import Novelty, Repeal, Version

LAW, REGULATION = "food-safety-law", "food-safety-law-regulation"
NEWS = (
    Novelty(text="运散装液态食品要办准运证。", article=41, business_types=("食品生产",)),
    Novelty(text="奶粉罐上要看注册号。", article=81, public=True),
)


def with_news() -> Site:
    site = small_site()
    old = next(entry.record for entry in site.laws if entry.record.id == LAW)
    day = datetime.date(2025, 12, 1)
    newest = Version(id="新文本", adopted=datetime.date(2025, 9, 12), effective=day, news=NEWS)
    laws = changed(site.laws, LAW, versions=(*old.versions[:-1], newest))
    ends = Repeal(on=day, replaced_by=old.title)
    return replace(site, laws=changed(laws, REGULATION, repealed=ends))


def test_what_is_coming_stands_before_what_is_here() -> None:
    page = text(output(with_news(), "2025-11-30"), "new-rules/")
    assert 'id="coming"' in page
    assert 'id="present"' not in page
    page = text(output(with_news(), "2025-12-01"), "new-rules/")
    assert 'id="coming"' not in page
    assert 'id="present"' in page


def test_a_change_says_for_whom_and_leads_to_its_article() -> None:
    page = text(output(with_news(), "2025-12-01"), "new-rules/")
    first, second = page.index(NEWS[0].text), page.index(NEWS[1].text)
    assert "食品生产" in page[first:second]
    assert "第八十一条" in page[second:]
    assert "消费者" in page[second:]
    assert "laws/food-safety-law/" in page[first:second]
    assert "代替《食品安全法实施条例》" in page


def test_without_news_the_page_says_so() -> None:
    assert "还没有收录新规" in text(output(small_site()), "new-rules/")
