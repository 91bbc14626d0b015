"""专项行动: the campaign, a page for each 工作重点 with all that belongs to it, 夯实基础 and 改革创新."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from portal.charts import Chart
from portal.charts.ranked import share_of
from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures import charts
from portal.pages.page import Link, Values, page
from portal.pages.quiz.topics import topics
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.campaign import Campaign, Focus, Subject, Theme
from portal.records.case import Case
from portal.records.indicator import Indicator
from portal.records.practice import Practice
from portal.records.risk import Risk

CRUMB = ("专项行动", addresses.CAMPAIGN)
LISTED, LISTED_CASES = 6, 10


class ThemeGroup(NamedTuple):
    """夯实基础 or 改革创新: its heading, its place on the page, its themes."""

    heading: str
    anchor: str
    themes: tuple[Theme, ...]


class FocusTotal(NamedTuple):
    """What has been counted for one 工作重点 so far, and its share of the whole in words."""

    indicator: Indicator
    value: float
    share: str


class TopicLink(NamedTuple):
    """A topic of the quiz bank, and how many questions it has."""

    name: str
    address: str
    questions: int


class SubjectLinks(NamedTuple):
    """What the notice names, and the public pages about it."""

    name: str
    links: list[Link]


@dataclass(frozen=True)
class CampaignValues(Values):
    theme_groups: list[ThemeGroup]
    practices: list[Practice]


@dataclass(frozen=True)
class FocusValues(Values):
    """`total` and `chart` are absent as long as nothing was counted by 工作重点."""

    focus: Focus
    subjects: list[SubjectLinks]
    total: FocusTotal | None
    chart: Chart | None
    cases: list[Case]
    case_count: int
    articles: list[KnowledgeArticle]
    risks: list[Risk]
    practices: list[Practice]
    topics: list[TopicLink]


@dataclass(frozen=True)
class ThemeValues(Values):
    """`others` are the rest of 夯实基础 and 改革创新."""

    theme: Theme
    others: list[Theme]


def plan(context: Context) -> list[Document]:
    record = context.public.campaign
    overview = page(
        context,
        Document(
            address=addresses.CAMPAIGN,
            title="专项行动",
            description=record.summary,
            kind=kinds.OVERVIEW,
            published_on=record.issued_on,
            source=record.document_number,
            crumbs=trail(CRUMB),
            demo=context.public.figures_are_demo
            or any(entry.record.demo for entry in context.public.practices),
            sources=(context.public.campaign_path,),
        ),
        "campaign.html.j2",
        lambda: CampaignValues(
            _theme_groups(record), [entry.record for entry in context.public.practices[:LISTED]]
        ),
    )
    themes = [*record.basics, *record.innovations]
    return [
        overview,
        *(_focus(context, focus) for focus in record.focuses),
        *(_theme(context, theme) for theme in themes),
    ]


def _theme_groups(campaign: Campaign) -> list[ThemeGroup]:
    groups = (
        ThemeGroup("夯实基础", "basics", campaign.basics),
        ThemeGroup("改革创新", "innovations", campaign.innovations),
    )
    return [group for group in groups if group.themes]


def _focus(context: Context, focus: Focus) -> Document:
    return page(
        context,
        Document(
            address=addresses.focus(focus.id),
            title=focus.name,
            description=focus.summary,
            kind=kinds.FOCUS,
            scripts=("terms",),
            published_on=context.public.campaign.issued_on,
            crumbs=trail(CRUMB, (focus.name, addresses.focus(focus.id))),
            demo=context.public.figures_are_demo or _has_demo(context, focus),
            sources=(context.public.campaign_path,),
        ),
        "focus.html.j2",
        lambda: _focus_values(context, focus),
    )


def _has_demo(context: Context, focus: Focus) -> bool:
    return any(e.record.demo for e in context.public.cases if e.record.focus == focus.name) or any(
        e.record.demo for e in context.public.practices if e.record.focus == focus.name
    )


def _focus_values(context: Context, focus: Focus) -> FocusValues:
    cases = [entry.record for entry in context.public.cases if entry.record.focus == focus.name]
    return FocusValues(
        focus=focus,
        subjects=_subjects(context, focus),
        total=_total(context, focus),
        chart=charts.of_focus(context, focus.name),
        cases=cases[:LISTED_CASES],
        case_count=len(cases),
        articles=[e.record for e in context.public.articles if focus.name in e.record.focuses],
        risks=[e.record for e in context.public.risks if e.record.focus == focus.name],
        practices=[e.record for e in context.public.practices if e.record.focus == focus.name],
        topics=[
            TopicLink(topic.term.name, topic.address, len(topic.entries))
            for topic in topics(context)
            if topic.term.name in focus.topics
        ],
    )


def _subjects(context: Context, focus: Focus) -> list[SubjectLinks]:
    """Those about which something is public."""
    found = (SubjectLinks(one.name, list(_about(context, one))) for one in focus.subjects)
    return [one for one in found if one.links]


def _about(context: Context, subject: Subject) -> Iterator[Link]:
    """What is public about a subject: advice, cards, cases."""
    public = context.public
    articles = {entry.record.id: entry.record for entry in public.articles}
    risks = {entry.record.id: entry.record for entry in public.risks}
    cases = {entry.record.id: entry.record for entry in public.cases}
    for name in subject.knowledge:
        if name in articles:
            yield Link(articles[name].title, addresses.article(articles[name]))
    for name in subject.risk_cards:
        if name in risks:
            yield Link(risks[name].title, addresses.risk(name))
    for name in subject.cases:
        if name in cases:
            yield Link(cases[name].title, addresses.case(name))


def _total(context: Context, focus: Focus) -> FocusTotal | None:
    counted, _ = context.figures.by_focus(focus.name)
    if counted is None:
        return None
    parts = context.figures.breakdown(counted.id, "focus")
    if focus.name not in parts:
        return None
    value = float(parts[focus.name])
    return FocusTotal(counted, value, share_of(value, parts.sum()))


def _theme(context: Context, theme: Theme) -> Document:
    return page(
        context,
        Document(
            address=addresses.theme(theme.id),
            title=theme.name,
            description=theme.summary,
            kind=kinds.THEME,
            scripts=("terms",),
            published_on=context.public.campaign.issued_on,
            crumbs=trail(CRUMB, (theme.name, addresses.theme(theme.id))),
            sources=(context.public.campaign_path,),
        ),
        "theme.html.j2",
        lambda: ThemeValues(theme, _other_themes(context.public.campaign, theme)),
    )


def _other_themes(campaign: Campaign, theme: Theme) -> list[Theme]:
    return [one for one in (*campaign.basics, *campaign.innovations) if one.id != theme.id]
