"""`generate(site, today, templates)`: the whole plan of the site. No clock, no terminal.

The plan itself is pure; the templates it was given are read when a page's body is asked for.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from jinja2 import Environment

from portal.pages import about, addresses, campaign, cases, home, knowledge, outcomes, seasons, units
from portal.pages.context import Context
from portal.pages.document import Document, Footer, NavEntry, Output
from portal.pages.facets import BUSINESS, facets
from portal.records import Site
from portal.records.settings import Settings

PARTS: tuple[Callable[[Context], list[Document]], ...] = (
    home.plan,
    campaign.plan,
    outcomes.plan,
    units.plan,
    cases.plan,
    knowledge.plan,
    seasons.plan,
)


def generate(site: Site, today: datetime.date, templates: Environment, *, drafts: bool = False) -> Output:
    """Documents and files of `site` as it stands on `today`, their bodies from `templates`.

    With `drafts`, records that are not public yet are there too, marked; for previews only.
    """
    context = Context(site, today, templates, drafts)
    settings = site.settings.record
    documents = tuple(document for part in PARTS for document in part(context))
    documents += tuple(about.plan(context, frozenset(document.address for document in documents)))
    return Output(
        site_name=settings.site_name,
        site_url=settings.site_url,
        documents=documents,
        navigation=navigation(context),
        site_meta={
            "SiteName": settings.site_name,
            "SiteDomain": settings.site_domain or "",
            "SiteIDCode": settings.site_id_code or "",
        },
        footer=_footer(settings, demo=site.has_demo),
        demo=site.has_demo,
    )


def _footer(settings: Settings, *, demo: bool) -> Footer:
    codes = [(name, code) for name, code in _codes(settings) if code]
    return {"bureau": settings.bureau, "hotline": settings.contact.hotline, "codes": codes, "demo": demo}


def _codes(settings: Settings) -> tuple[tuple[str, str | None], ...]:
    return (
        ("网站标识码", settings.site_id_code),
        ("ICP备案号", settings.icp_number),
        ("公安备案号", settings.police_number),
        ("地址", settings.contact.address),
        ("电话", settings.contact.phone),
    )


def navigation(context: Context) -> tuple[NavEntry, ...]:
    """Five entries, two levels; records stay out of it, lists and indexes lead to them."""
    record = context.site.campaign.record
    by_business = [one for one in facets(context.site, context.cases) if one.group == BUSINESS]
    practices = [("经验做法", addresses.PRACTICES)] if context.practices else []
    return (
        NavEntry("首页", addresses.HOME, id="home"),
        _entry(
            "专项行动",
            "campaign",
            addresses.CAMPAIGN,
            [*((f.name, addresses.focus(f.id)) for f in record.focuses), *practices],
        ),
        _entry(
            "整治成效",
            "outcomes",
            addresses.OUTCOMES,
            [("单位报送", addresses.UNITS), ("总结评估", addresses.FINAL)],
        ),
        _entry("典型案例", "cases", addresses.CASES, [(one.title, one.address) for one in by_business]),
        _entry(
            "普法科普",
            "knowledge",
            addresses.KNOWLEDGE,
            [("法律法规", addresses.LAWS), ("一品一策", addresses.RISKS), ("重点时段", addresses.SEASONS)],
        ),
        _entry("关于", "about", addresses.ABOUT, [("更正与撤回", addresses.CORRECTIONS)]),
    )


def _entry(title: str, identifier: str, address: str, children: list[tuple[str, str]]) -> NavEntry:
    below = tuple(NavEntry(name, place) for name, place in children)
    return NavEntry(title, address, below, id=identifier)
