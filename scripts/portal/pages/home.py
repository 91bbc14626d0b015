"""The home page: what the campaign is, where it stands, what applies today, what is new; and 适老版首页, four big doors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.figures.headlines import Headline, headlines
from portal.pages.knowledge.seasons import coming, current
from portal.pages.machines.news import News, news
from portal.pages.page import Values, page
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.month import Month
from portal.records.outcome import Outcome
from portal.records.season import Occurrence, Season

LISTED = 4
# The place on every page that turns the big type on where scripts are off.
ELDER_ANCHOR = "#elder"

MonthState = Literal["past", "now", "ahead"]


class CareNow(NamedTuple):
    """A period of care, and whether it is 现在 or 接下来."""

    when: str
    season: Season
    occurrence: Occurrence


@dataclass(frozen=True)
class HomeValues(Values):
    """`anchor` is put behind the addresses of the four doors, which stand here too where the big type is on."""

    heading: str
    anchor: str
    standing: str
    progress: list[MonthState]
    warning: CareNow | None
    latest: Outcome | None
    headlines: list[Headline]
    newest_case: Case | None
    more_cases: list[Case]
    articles: list[KnowledgeArticle]
    news: list[News]


@dataclass(frozen=True)
class ElderValues(Values):
    """With `anchor` every link keeps the big type, with scripts or without."""

    anchor: str


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.HOME,
                title=context.public.settings.site_name,
                description=context.public.campaign.summary,
                kind=kinds.HOME,
                scripts=("quiz-last",),
                demo=context.public.figures_are_demo
                or any(entry.record.demo for entry in context.public.cases[:LISTED]),
                updated_on=news(context)[0].on if news(context) else None,
            ),
            "home.html.j2",
            lambda: _values(context),
        )
    ]


def _values(context: Context) -> HomeValues:
    outcomes = context.public.outcomes
    cases = [entry.record for entry in context.public.cases[:LISTED]]
    return HomeValues(
        heading=context.public.settings.site_name,
        anchor="",
        standing=standing(context),
        progress=progress(context),
        warning=warning(context),
        latest=outcomes[-1].record if outcomes else None,
        headlines=headlines(context),
        newest_case=cases[0] if cases else None,
        more_cases=cases[1:],
        articles=[entry.record for entry in context.public.articles[:LISTED]],
        news=news(context)[:LISTED],
    )


def warning(context: Context) -> CareNow | None:
    """The period of care that today lies in, else the next one to come, with the words for when."""
    for when, found in (("现在", current(context)), ("接下来", coming(context))):
        if found:
            season, occurrence = found[0]
            return CareNow(when, season, occurrence)
    return None


def standing(context: Context) -> str:
    """Where the campaign stands today: `第3个月，共11个月`, not begun, or over."""
    months = context.public.campaign.months
    now = Month.of(context.public.today)
    if now < months[0]:
        return f"尚未开始，共{len(months)}个月"
    if now > months[-1]:
        return f"{len(months)}个月已全部结束"
    return f"第{months.index(now) + 1}个月，共{len(months)}个月"


def progress(context: Context) -> list[MonthState]:
    """How every month of the campaign lies to today."""
    now = Month.of(context.public.today)
    return [
        "past" if month < now else "now" if month == now else "ahead"
        for month in context.public.campaign.months
    ]


def plan_elder(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.ELDER,
                title="适老版首页",
                description="字更大、一栏显示、四扇大门：打电话、学知识、看案例、看成效。",
                kind=kinds.ELDER,
                crumbs=trail(("适老版首页", addresses.ELDER)),
            ),
            "elder.html.j2",
            lambda: ElderValues(ELDER_ANCHOR),
        )
    ]
