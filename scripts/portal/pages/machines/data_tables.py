"""The tables of the open data, out of what is public today."""

from __future__ import annotations

import datetime

from portal.opendata import (
    case_table,
    knowledge_tables,
    law_tables,
    outcome_tables,
    reference_tables,
    reporting_table,
    word_tables,
)
from portal.opendata.dictionary import dictionary
from portal.opendata.table import Table
from portal.pages.context import Context
from portal.pages.figures.units import lateness
from portal.pages.machines.correction_log import correction_log
from portal.records import addresses
from portal.records.law import Article, Law

ORDER = (
    "outcomes_monthly",
    "outcomes_by_unit",
    "outcomes_breakdowns",
    "reporting",
    "indicators",
    "cases",
    "knowledge",
    "risks",
    "practices",
    "laws",
    "law_articles",
    "glossary",
    "seasons",
    "corrections",
)


def data_tables(context: Context) -> list[Table]:
    """All tables in the order they are shown, the dictionary of their fields last."""
    found = [*_figures(context), *_law_and_advice(context), *_news(context)]
    tables = sorted(found, key=lambda table: ORDER.index(table.name))
    return [*tables, dictionary(tables)]


def _figures(context: Context) -> list[Table]:
    outcomes = [entry.record for entry in context.public.outcomes]
    figures, campaign = context.figures, context.public.campaign
    updated = _latest_figures(context)
    revised = {one.month for one in outcomes if context.public.shown_revisions(one)}
    return [
        outcome_tables.monthly(outcomes, figures, revised, campaign.demo_units, updated),
        outcome_tables.by_unit(outcomes, figures, campaign.demo_units, updated),
        outcome_tables.breakdowns(outcomes, figures, campaign.demo_units, updated),
        reporting_table.reporting(
            outcomes, campaign, lambda outcome, report: lateness(context, outcome, report), updated
        ),
        reference_tables.indicators(context.public),
    ]


def _latest_figures(context: Context) -> datetime.date | None:
    """The day on which a month was published or a figure put right."""
    days = [entry.record.published_on for entry in context.public.outcomes]
    days += [
        one.on for entry in context.public.outcomes for one in context.public.shown_revisions(entry.record)
    ]
    return max(filter(None, days), default=None)


def _law_and_advice(context: Context) -> list[Table]:
    base = context.public.settings.site_url
    sections = {term.id: term.name for term in context.public.words.groups["knowledge_sections"].values()}
    instruments = [entry.record for entry in context.public.laws]

    def place(law: Law, article: Article) -> str:
        return base + addresses.law_article(law, article.number, article.inserted)

    return [
        law_tables.laws(instruments, context.public.today, lambda law: base + addresses.law(law)),
        law_tables.law_articles(instruments, place),
        knowledge_tables.knowledge(
            [entry.record for entry in context.public.articles],
            sections,
            context.public.today,
            lambda article: base + addresses.article(article),
        ),
        knowledge_tables.risks(
            [entry.record for entry in context.public.risks], lambda card: base + addresses.risk(card.id)
        ),
    ]


def _news(context: Context) -> list[Table]:
    settings = context.public.settings
    base = settings.site_url
    newest = max((e.record.published_on for e in context.public.cases if e.record.published_on), default=None)
    return [
        case_table.cases(
            [entry.record for entry in context.public.cases],
            settings.bureau,
            lambda case: base + addresses.case(case.id),
            newest,
        ),
        reference_tables.seasons(
            [entry.record for entry in context.public.seasons], lambda one: base + addresses.season(one.id)
        ),
        reference_tables.corrections(correction_log(context)),
        word_tables.practices(
            [entry.record for entry in context.public.practices],
            lambda one: base + addresses.practice(one.id),
        ),
        word_tables.glossary(
            [entry.record for entry in context.public.terms],
            lambda one: base + addresses.term(one.id),
        ),
    ]
