"""`content/laws/<id>.yaml`: an instrument, its versions, and a paraphrase of every article cited."""

from __future__ import annotations

import datetime
from functools import cached_property

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.scalars import Count, Date, Flag, Slug, Text
from portal.records.words import BusinessType, LawKind


class Novelty(Record):
    """One thing that a version brings: what changes, for whom, by which article of it."""

    text: Text = described("变化", "一句话，说从哪种做法变成哪种做法", max_length=120)
    article: Count = described("条", "新文本里的条号", ge=1)
    business_types: tuple[BusinessType, ...] = described("业态", "和哪些业态有关", ())
    public: Flag = described("和公众有关", "true 表示消费者也要知道", False)


class Version(Record):
    """One version of the text."""

    id: Text = described("编号", "如 2025年修正")
    adopted: Date = described("通过日期", "通过、公布或修正的日期")
    effective: Date = described("施行日期", "")
    superseded_by: Text | None = described("被取代", "取代它的版本编号", None)
    note: Text | None = described("说明", "如 修改了哪些条", None)
    news: tuple[Novelty, ...] = described("新在哪里", "和以前不一样的地方，列在“新规一览”里", ())


class ReadFrom(Record):
    """The copy of the text that the paraphrases were written from."""

    copy_of: Text = described("文本", "读的是哪里的文本，如 市场监管总局网站文本的副本")
    on: Date = described("日期", "这份文本是哪一天的")


class Article(Record):
    """One article in our own words."""

    number: Count = described("条", "条的序号，如 44", ge=1)
    inserted: Count = described("之几", "“第四十四条之一”写 1", 0)
    paragraphs: Count = described("款数", "本条有几款；不清楚写 0", 0)
    paraphrase: Text = described("一句话说明", "用自己的话说明本条要求什么", max_length=160)
    changed_in: tuple[Text, ...] = described("修改版本", "在哪些版本中改过", ())


class Chapter(Record):
    """One chapter, by its place in the list: the first is 第一章."""

    title: Text = described("章名", "不写“第几章”，如 食品生产经营", max_length=40)
    first: Count = described("从第几条起", "这一章第一条的序号", ge=1)


class Repeal(Record):
    """The whole instrument is no longer in force; records from before may still cite it."""

    on: Date = described("废止日期", "")
    replaced_by: Text | None = described("被取代", "取代它的法规名称", None)
    note: Text | None = described("说明", "依据和确定程度", None)


class Law(Record):
    """One instrument."""

    id: Slug = described("编号", "与文件名一致")
    title: Text = described("全称", "")
    short_title: Text = described("简称", "引用时写的名称")
    aliases: tuple[Text, ...] = described("别名", "引用时的其他写法", ())
    kind: LawKind = described("类别", "")
    issuer: Text = described("制定机关", "")
    document_number: Text | None = described("文号", "", None)
    official_url: Text = described(
        "官方文本", "官方网站上这部法规自己的网页；不知道的写官方数据库的首页，不要猜"
    )
    last_article: Count = described("最后一条", "最后一条的序号", ge=1)
    summary: Text = described("一句话说明", "")
    versions: tuple[Version, ...] = described("版本", "从旧到新", min_length=1)
    repealed: Repeal | None = described("废止", "整部法规被废止时填写", None)
    read_from: ReadFrom | None = described("依据的文本", "条文要点是照哪一份文本写的", None)
    source_checked: Date | None = described(
        "核对官方文本", "本局和官方网站上的文本逐条核对的日期；没有核对过的不填", None
    )
    text_version: Text | None = described("条文版本", "articles 依据的版本编号；不填则为最新版本", None)
    chapters: tuple[Chapter, ...] = described("章", "各章的名称，从第几条起；不分章的不写", ())
    articles: tuple[Article, ...] = described("条文", "引用到的条", ())
    allowed: tuple[Allowed, ...] = answered()

    @property
    def names(self) -> tuple[str, ...]:
        """Every way the law is written in a citation."""
        return (self.short_title, self.title, *self.aliases)

    @property
    def current(self) -> Version:
        """The newest version, in force or not."""
        return self.versions[-1]

    def in_force(self, day: datetime.date) -> Version | None:
        """The version in force on `day`; `None` before the first. A repeal is another question."""
        return next((v for v in reversed(self.versions) if v.effective <= day), None)

    def is_repealed(self, day: datetime.date) -> bool:
        return self.repealed is not None and self.repealed.on <= day

    @property
    def paraphrased(self) -> Version:
        """The version whose numbering and content `articles` follow."""
        return next((v for v in self.versions if v.id == self.text_version), self.current)

    def article(self, number: int, inserted: int = 0) -> Article | None:
        return self._by_number.get((number, inserted))

    @cached_property
    def _by_number(self) -> dict[tuple[int, int], Article]:
        return {(article.number, article.inserted): article for article in self.articles}
