"""法律法规: the list of laws, and a page for each with its versions and what its articles say."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.headings import anchor_of
from portal.pages.knowledge.official_texts import OfficialText, official_text
from portal.pages.page import Link, Values, page
from portal.records import Entry, addresses
from portal.records.citation import Citation, parse, to_chinese
from portal.records.law import Article, Law, Version

CRUMBS = (("普法科普", addresses.KNOWLEDGE), ("法律法规", addresses.LAWS))
# Law id, article, and 1 for what was inserted behind it (第四十五条之一).
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Standing:
    """How a law stands on a day: the version in force, and whether the whole law is repealed."""

    law: Law
    in_force: Version | None
    repealed: bool

    @property
    def version(self) -> Version:
        """The one in force; before any is, the first to come."""
        return self.in_force or self.law.versions[0]

    @property
    def follows_another(self) -> bool:
        """Whether our paraphrases were written from a version other than the one in force."""
        return self.in_force is not None and self.law.paraphrased is not self.in_force

    def said_of(self, version: Version, day: datetime.date) -> str:
        """`现行`, `尚未施行`, or nothing of one that another has taken the place of."""
        if version is self.in_force and not self.repealed:
            return "现行"
        return "尚未施行" if version.effective > day else ""


class DatedVersion(NamedTuple):
    """A version of the text, and whether it is in force."""

    version: Version
    said: str


class ExplainedArticle(NamedTuple):
    """An article in our words: where it stands on the page, what it is called, the pages that cite it.

    `place` is 第四十五条, as laws and citations write it; `number` is 45, as readers look for it.
    """

    anchor: str
    place: str
    number: str
    article: Article
    cited_by: list[Link]


class ExplainedChapter(NamedTuple):
    """The articles of a chapter; a law without chapters is one without a title."""

    anchor: str
    title: str
    articles: list[ExplainedArticle]

    @property
    def stretch(self) -> str:
        """`33—83条`: from the first article that is explained here to the last."""
        first, last = self.articles[0].article.number, self.articles[-1].article.number
        return f"{first}条" if first == last else f"{first}—{last}条"


class LawsOfKind(NamedTuple):
    """The laws of one kind: 法律, 行政法规, …"""

    kind: str
    laws: list[Standing]


@dataclass(frozen=True)
class LawsValues(Values):
    groups: list[LawsOfKind]


@dataclass(frozen=True)
class LawValues(Values):
    """`versions` from the newest on; `explained` is how many articles of the law are."""

    law: Law
    standing: Standing
    official: OfficialText
    versions: list[DatedVersion]
    chapters: list[ExplainedChapter]
    explained: int
    complete: bool


def plan(context: Context) -> list[Document]:
    return [_laws(context), *(_law(context, entry) for entry in context.public.laws)]


def _laws(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.LAWS,
            title="法律法规",
            description="本站引用的法律、法规、规章和司法解释，每条附一句话说明，并指向官方数据库。",
            kind=kinds.LAWS,
            crumbs=trail(*CRUMBS),
        ),
        "laws.html.j2",
        lambda: LawsValues(list(_by_kind(context))),
    )


def _by_kind(context: Context) -> Iterator[LawsOfKind]:
    """In the order of the vocabulary, kinds without a law left out."""
    for kind in context.public.words.groups["law_kinds"]:
        laws = [_standing(context, one.record) for one in context.public.laws if one.record.kind == kind]
        if laws:
            yield LawsOfKind(kind, laws)


def _standing(context: Context, law: Law) -> Standing:
    today = context.public.today
    return Standing(law, law.in_force(today), law.is_repealed(today))


def _law(context: Context, entry: Entry[Law]) -> Document:
    law = entry.record
    return page(
        context,
        Document(
            address=addresses.law(law),
            title=law.short_title,
            description=law.summary,
            kind=kinds.LAW,
            source=law.issuer,
            scripts=("law",) if law.articles else (),
            crumbs=trail(*CRUMBS, (law.short_title, addresses.law(law))),
            sources=(entry.path,),
        ),
        "law.html.j2",
        lambda: _law_values(context, law),
    )


def _law_values(context: Context, law: Law) -> LawValues:
    standing, today = _standing(context, law), context.public.today
    return LawValues(
        law=law,
        standing=standing,
        versions=[DatedVersion(one, standing.said_of(one, today)) for one in reversed(law.versions)],
        official=official_text(law),
        chapters=list(_chapters(context, law)),
        explained=len(law.articles),
        complete={one.number for one in law.articles} == set(range(1, law.last_article + 1)),
    )


def _chapters(context: Context, law: Law) -> Iterator[ExplainedChapter]:
    """In the order of the law; a chapter of which nothing is explained is left out."""
    articles = sorted(law.articles, key=lambda one: (one.number, one.inserted))
    for place, of_chapter in groupby(articles, lambda one: _chapter_of(law, one)):
        title = f"第{to_chinese(place)}章　{law.chapters[place - 1].title}" if place else ""
        yield ExplainedChapter(anchor_of(title), title, [_explained(context, law, one) for one in of_chapter])


def _chapter_of(law: Law, article: Article) -> int:
    """1 for 第一章; 0 where the law has no chapters."""
    return sum(chapter.first <= article.number for chapter in law.chapters)


def _explained(context: Context, law: Law, article: Article) -> ExplainedArticle:
    number, inserted = article.number, article.inserted
    _, _, anchor = addresses.law_article(law, number, inserted).partition("#")
    place = Citation(law.short_title, number, inserted).place
    digits = f"{number}-{inserted}" if inserted else str(number)
    return ExplainedArticle(
        anchor, place, digits, article, _citing(context).get((law.id, number, inserted), [])
    )


@once
def _citing(context: Context) -> dict[Place, list[Link]]:
    """The public articles and risk cards that cite a place in a law, each once."""
    laws, found = context.public.law_by_name, defaultdict[Place, list[Link]](list)
    for link, citations in _citations(context):
        for citation in filter(None, map(parse, citations)):
            if law := laws.get(citation.law):
                pages = found[law.record.id, citation.article, citation.inserted]
                pages += [link] if link not in pages else []
    return found


def _citations(context: Context) -> Iterator[tuple[Link, Iterable[str]]]:
    for article in context.public.articles:
        yield Link(article.record.title, addresses.article(article.record)), article.record.citations
    for entry in context.public.risks:
        every = (one for point in entry.record.points for one in point.citations)
        yield Link(entry.record.title, addresses.risk(entry.record.id)), every
