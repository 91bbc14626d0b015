"""`content/knowledge/<section>/<slug>.md`: an article in Markdown with front matter."""

from __future__ import annotations

from portal.records.base import Record, described
from portal.records.citation import CitationText
from portal.records.review import Review
from portal.records.scalars import BusinessType, Date, FocusName, Product, Text, Topic


class FrontMatter(Record):
    """What stands between the two `---` lines."""

    title: Text = described("标题", "")
    summary: Text = described("一句话说明", "", max_length=100)
    business_types: tuple[BusinessType, ...] = described("业态", "", ())
    products: tuple[Product, ...] = described("品种", "", ())
    focuses: tuple[FocusName, ...] = described("工作重点", "", ())
    topics: tuple[Topic, ...] = described("题库主题", "", ())
    citations: tuple[CitationText, ...] = described("依据", "引用的条文", ())
    standards: tuple[Text, ...] = described("标准", "如 GB 31654-2021", ())
    source: Text = described("来源", "本局原创，或转载的出处")
    published_on: Date | None = described("发布日期", "不填则不上网", None)
    updated_on: Date | None = described("更新日期", "", None)
    verified_on: Date = described("核对日期", "最近一次对照法规核对的日期")
    review: Review = described("三审", "", Review())


class KnowledgeArticle(FrontMatter):
    """An article with its place and its text; `body` is Markdown."""

    id: str
    section: str
    body: str
