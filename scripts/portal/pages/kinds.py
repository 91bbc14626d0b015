"""Every kind of page and what is decided of it, one row each; every group of the menu with its share card.

A new kind of page is a row here, and no field has a default, so that nothing can be forgotten: heads, JSON-LD,
share cards, feeds, the site map, the search index and the style sheets (a test compares the widths) go by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from portal.records import addresses


@dataclass(frozen=True)
class CardWords:
    """What a share card says: a word above, a title, one sentence."""

    kind: str
    title: str
    summary: str


@dataclass(frozen=True)
class Section:
    """A group of the menu, or of pages beside it; without `card` its pages bear that of the home page."""

    id: str
    title: str
    address: str
    card: CardWords | None


Schema = Literal["", "Article", "Bulletin", "CollectionPage", "AboutPage", "SearchResultsPage"]


@dataclass(frozen=True)
class PageKind:
    """`name` is also the class of the page in style sheets.

    - `group`: the heading in the site map under which its pages stand; `COLUMN` for those that are named without a
      heading, `LEFT_OUT` for those that are found through their lists
    - `feeds`: the feeds that its head points to
    - `schema`: what JSON-LD calls it, if anything; a bulletin is an article with a dataset beside it
    - `width`: how wide it may run: one column of text, the page, or the whole window
    - `meta`: whether its head speaks as a column of the site (ColumnName …) or as an article (ArticleTitle …)
    - `found`: by search engines and the site's own search, by engines only because it leads to other pages, or
      nowhere
    """

    name: str
    section: Section
    group: str | None
    feeds: tuple[str, ...]
    schema: Schema
    width: Literal["reading", "wide", "full"]
    meta: Literal["column", "article"]
    found: Literal["everywhere", "engines", "nowhere"]

    @property
    def is_article(self) -> bool:
        return self.schema in ("Article", "Bulletin")


COLUMN, LEFT_OUT = "", None
NONE: tuple[str, ...] = ()
ALL_FEEDS = ("updates", "cases", "bulletins", "spot-checks", "articles", "corrections")
OF_CASES, OF_MONTHS, OF_ARTICLES, OF_CORRECTIONS = (
    ("cases",),
    ("bulletins",),
    ("articles",),
    ("corrections",),
)

FRONT = Section("home", "首页", addresses.HOME, None)
CAMPAIGN = Section(
    "campaign",
    "专项行动",
    addresses.CAMPAIGN,
    CardWords("专项行动", "重点查什么、怎样查", "六个工作重点，每一个用大白话说清楚。"),
)
OUTCOMES = Section(
    "outcomes",
    "整治成效",
    addresses.OUTCOMES,
    CardWords("整治成效", "查出多少、整改多少", "按月、按单位公布隐患排查、整改、抽检和案件数据。"),
)
CASES = Section(
    "cases",
    "典型案例",
    addresses.CASES,
    CardWords("典型案例", "违反了哪一条、怎样处罚", "每个案例写清事实、依据和今后怎样做。"),
)
KNOWLEDGE = Section(
    "knowledge",
    "普法科普",
    addresses.KNOWLEDGE,
    CardWords("普法科普", "吃得明白、做得合规", "给消费者和经营者的食品安全知识，附法律条文。"),
)
QUIZ = Section(
    "quiz",
    "练一练",
    addresses.QUIZ,
    CardWords("练一练", "食品安全知识练习", "按岗位和业态练习、模拟考核，做错了告诉你为什么。"),
)
ABOUT = Section("about", "本站", addresses.ABOUT, None)
FIND = Section("search", "搜索", addresses.SEARCH, None)
SECTIONS = (FRONT, CAMPAIGN, OUTCOMES, CASES, KNOWLEDGE, QUIZ, ABOUT, FIND)
# The groups of the menu, in its order; what belongs to none of them stands under `ABOUT` in the site map.
MENU = (CAMPAIGN, OUTCOMES, CASES, KNOWLEDGE, QUIZ)

# fmt: off
KINDS = (
    HOME := PageKind("home", FRONT, COLUMN, ALL_FEEDS, "", "full", "column", "everywhere"),
    OVERVIEW := PageKind("campaign", CAMPAIGN, COLUMN, NONE, "", "wide", "column", "everywhere"),
    FOCUS := PageKind("focus", CAMPAIGN, "工作重点", NONE, "", "wide", "article", "everywhere"),
    THEME := PageKind("theme", CAMPAIGN, "夯实基础、改革创新", NONE, "", "reading", "article", "everywhere"),
    PRACTICES := PageKind("practices", CAMPAIGN, COLUMN, NONE, "CollectionPage", "wide", "column", "everywhere"),
    PRACTICE := PageKind("practice", CAMPAIGN, "经验做法", NONE, "Article", "reading", "article", "everywhere"),
    RESULTS := PageKind("outcomes", OUTCOMES, COLUMN, OF_MONTHS, "", "wide", "column", "everywhere"),
    BULLETIN := PageKind("month", OUTCOMES, "月度通报", OF_MONTHS, "Bulletin", "wide", "article", "everywhere"),
    FINAL := PageKind("final", OUTCOMES, COLUMN, OF_MONTHS, "", "wide", "column", "everywhere"),
    SPOT_CHECKS := PageKind("spot-checks", OUTCOMES, COLUMN, ("spot-checks",), "", "wide", "column", "everywhere"),
    SPOT_CHECK := PageKind("spot-check", OUTCOMES, "抽查考核", ("spot-checks",), "", "wide", "article", "everywhere"),
    UNITS := PageKind("units", OUTCOMES, COLUMN, OF_MONTHS, "", "wide", "column", "everywhere"),
    COMPARED := PageKind("compare", OUTCOMES, COLUMN, OF_MONTHS, "", "wide", "column", "everywhere"),
    UNIT := PageKind("unit", OUTCOMES, "报送单位", OF_MONTHS, "", "wide", "article", "everywhere"),
    DATA := PageKind("data", OUTCOMES, COLUMN, OF_MONTHS, "", "wide", "column", "everywhere"),
    CASE_INDEX := PageKind("case-index", CASES, COLUMN, OF_CASES, "CollectionPage", "wide", "column", "engines"),
    CASE := PageKind("case", CASES, LEFT_OUT, OF_CASES, "Article", "reading", "article", "everywhere"),
    CASE_CLOSED := PageKind("case-closed", CASES, LEFT_OUT, OF_CASES, "", "reading", "article", "nowhere"),
    ADVICE := PageKind("knowledge", KNOWLEDGE, COLUMN, OF_ARTICLES, "CollectionPage", "wide", "column", "everywhere"),
    ARTICLE := PageKind("article", KNOWLEDGE, "文章", OF_ARTICLES, "Article", "reading", "article", "everywhere"),
    LAWS := PageKind("laws", KNOWLEDGE, COLUMN, OF_ARTICLES, "CollectionPage", "wide", "column", "everywhere"),
    LAW := PageKind("law", KNOWLEDGE, "法律法规", OF_ARTICLES, "", "reading", "article", "everywhere"),
    NEW_RULES := PageKind("new-rules", KNOWLEDGE, COLUMN, OF_ARTICLES, "CollectionPage", "reading", "column", "everywhere"),
    RISKS := PageKind("risks", KNOWLEDGE, COLUMN, OF_ARTICLES, "CollectionPage", "wide", "column", "everywhere"),
    RISK := PageKind("risk", KNOWLEDGE, "一品一策", OF_ARTICLES, "Article", "reading", "article", "everywhere"),
    SEASONS := PageKind("seasons", KNOWLEDGE, COLUMN, OF_ARTICLES, "CollectionPage", "wide", "column", "everywhere"),
    SEASON := PageKind("season", KNOWLEDGE, "重点时段", OF_ARTICLES, "", "reading", "article", "everywhere"),
    GLOSSARY := PageKind("glossary", KNOWLEDGE, COLUMN, OF_ARTICLES, "", "reading", "column", "everywhere"),
    QUIZ_HUB := PageKind("quiz", QUIZ, COLUMN, NONE, "", "reading", "column", "everywhere"),
    QUIZ_TOPIC := PageKind("quiz-topic", QUIZ, "题库主题", NONE, "", "reading", "article", "everywhere"),
    QUIZ_PRACTICE := PageKind("quiz-practice", QUIZ, COLUMN, NONE, "", "reading", "column", "engines"),
    QUIZ_EXAM := PageKind("quiz-exam", QUIZ, COLUMN, NONE, "", "reading", "column", "engines"),
    QUIZ_PAPER := PageKind("quiz-paper", QUIZ, COLUMN, NONE, "", "reading", "column", "engines"),
    QUIZ_MINE := PageKind("quiz-mine", QUIZ, COLUMN, NONE, "", "reading", "column", "nowhere"),
    QUIZ_MISSED := PageKind("quiz-missed", QUIZ, COLUMN, NONE, "", "reading", "column", "everywhere"),
    QUIZ_RETIRED := PageKind("quiz-retired", QUIZ, COLUMN, NONE, "", "reading", "article", "everywhere"),
    CORRECTIONS := PageKind("corrections", ABOUT, COLUMN, OF_CORRECTIONS, "", "reading", "column", "everywhere"),
    UPDATES := PageKind("updates", ABOUT, COLUMN, ("updates",), "CollectionPage", "reading", "column", "engines"),
    ABOUT_SITE := PageKind("about", ABOUT, COLUMN, NONE, "AboutPage", "reading", "article", "everywhere"),
    STATEMENT := PageKind("statement", ABOUT, COLUMN, NONE, "", "reading", "article", "everywhere"),
    ELDER := PageKind("elder", ABOUT, COLUMN, NONE, "", "wide", "article", "everywhere"),
    SITE_MAP := PageKind("sitemap", ABOUT, COLUMN, NONE, "", "wide", "column", "engines"),
    SEARCH := PageKind("search", FIND, COLUMN, NONE, "SearchResultsPage", "wide", "column", "engines"),
    MOVED := PageKind("moved", ABOUT, LEFT_OUT, NONE, "", "reading", "article", "nowhere"),
    KITS := PageKind("kits", ABOUT, COLUMN, NONE, "", "reading", "column", "nowhere"),
    CASE_KIT := PageKind("kit", CASES, LEFT_OUT, OF_CASES, "", "reading", "column", "nowhere"),
    ARTICLE_KIT := PageKind("kit", KNOWLEDGE, LEFT_OUT, OF_ARTICLES, "", "reading", "column", "nowhere"),
    MONTH_KIT := PageKind("kit", OUTCOMES, LEFT_OUT, OF_MONTHS, "", "reading", "column", "nowhere"),
)
# fmt: on
