"""Records as `Material`: what a case, an article and a month have to say on a poster and in a chat.

Only what the record's own page shows today may come in here, so everything is taken from the same
places as there.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from markdown import Markdown  # type: ignore[import-untyped]

from portal.charts.sentences import compared
from portal.media.material import Figure, Material, Point, Points, Publisher
from portal.media.short_text import closed
from portal.pages.cases.publicity import until
from portal.pages.context import Context
from portal.pages.kits import article_points
from portal.pages.templates import figure
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import Outcome
from portal.records.remarks import REMARK

LESSONS, ADVICE, FIGURES = 3, 2, 6
# The same dialect as on the page (`fenced_code` comes with MkDocs), without what only makes anchors.
EXTENSIONS = ("admonition", "attr_list", "fenced_code", "footnotes", "tables")
PROVISIONAL_WORD = "初步数"
PROVISIONAL = "本月为初步数，定稿后可能有变化。"


def publisher(context: Context) -> Publisher:
    settings = context.public.settings
    return Publisher(settings.bureau, settings.site_name, settings.contact.hotline)


def url(context: Context, address: str) -> str:
    return context.public.settings.site_url + address


def of_case(context: Context, case: Case) -> Material:
    ends = context.public.last_day(case)
    return Material(
        kind="典型案例",
        title=case.title,
        summary=case.summary,
        url=url(context, addresses.case(case.id)),
        column="典型案例",
        publisher=publisher(context),
        parts=(
            Points("经营者怎样做", tuple(map(Point, case.lessons[:LESSONS]))),
            Points("消费者怎样做", tuple(map(Point, case.advice[:ADVICE]))),
        ),
        more="".join(case.advice),
        date=_day(case.published_on),
        note=f"本案{until(ends)}，到期请撤下。" if ends else "",
        demo=case.demo,
    )


def of_article(context: Context, article: KnowledgeArticle) -> Material:
    html = html_of(context.public_text(article))
    points = article_points.points(html)
    return Material(
        kind="普法科普",
        title=article.title,
        summary=article.summary,
        url=url(context, addresses.article(article)),
        column="普法科普",
        publisher=publisher(context),
        parts=(Points("记住这几条", points),) if points else (),
        headed=True,
        more=article_points.opening(html),
        date=_day(article.published_on),
    )


def of_month(context: Context, outcome: Outcome) -> Material:
    figures = tuple(_figures(context, outcome.month))
    told = "，".join(f"{one.name}{one.value}{one.unit}" for one in figures)
    return Material(
        kind="月度通报",
        title=month_title(outcome),
        summary=_month_summary(outcome, told),
        url=url(context, addresses.month(outcome.month)),
        column="整治成效",
        publisher=publisher(context),
        figures=figures,
        headed=True,
        date=_day(outcome.published_on),
        note=_note(outcome),
        demo=context.public.figures_are_demo,
    )


def month_title(outcome: Outcome) -> str:
    return f"{outcome.month.name}食品安全排查整治情况"


def _month_summary(outcome: Outcome, told: str) -> str:
    """The month's own sentence, or its figures; a provisional figure is never passed on without saying so."""
    summary = outcome.summary or f"{outcome.month.name}{told}。"
    said = outcome.status != "provisional" or PROVISIONAL_WORD in summary
    return summary if said else f"{closed(summary)}以上为{PROVISIONAL_WORD}。"


def _note(outcome: Outcome) -> str:
    """What the month's page says before its figures, once."""
    note = outcome.note or ""
    said = outcome.status != "provisional" or PROVISIONAL_WORD in note
    return note if said else PROVISIONAL + note


def _figures(context: Context, month: Month) -> list[Figure]:
    """The month's figures of the columns that every table shows, those that are there."""
    figures = context.figures
    row, months = figures.district(month), figures.months
    place = months.index(month)
    before = figures.district(months[place - 1]) if place else None
    made = []
    for one in figures.view(figures.views.columns):
        now = figures.value(one.id, row)
        if now is not None:
            earlier = figures.value(one.id, before) if before is not None else None
            made.append(_figure(one, now, earlier))
    return made[:FIGURES]


def _figure(indicator: Indicator, now: float, before: float | None) -> Figure:
    change = compared(now, before, indicator.decimals, indicator.unit) if before is not None else ""
    return Figure(indicator.name, figure(now, indicator.decimals), indicator.unit, change)


@lru_cache(maxsize=64)
def html_of(text: str) -> str:
    """An article's Markdown as HTML; links to other articles' files stay what they are."""
    html: str = Markdown(extensions=EXTENSIONS).convert(text)
    return REMARK.sub("", html)


def _day(day: datetime.date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
