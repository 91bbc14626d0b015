"""`generate(site, today)`: the whole plan of the site. Pure: no disk, no clock, no terminal."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from portal.pages import about, addresses, campaign, cases, home, knowledge, outcomes, seasons, units
from portal.pages.context import Context
from portal.pages.document import Document, NavEntry, Output
from portal.pages.facets import facets
from portal.pages.templates import environment
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
    about.plan,
)


def generate(site: Site, today: datetime.date, templates: Path, *, drafts: bool = False) -> Output:
    """Documents and files of `site` as it stands on `today`; `templates` is the folder of page templates.

    With `drafts`, records that are not public yet are there too, marked; for previews only.
    """
    context = Context(site, today, environment(templates), drafts)
    settings = site.settings.record
    return Output(
        site_name=settings.site_name,
        site_url=settings.site_url,
        documents=tuple(document for part in PARTS for document in part(context)),
        navigation=navigation(context),
        site_meta={
            "SiteName": settings.site_name,
            "SiteDomain": settings.site_domain or "",
            "SiteIDCode": settings.site_id_code or "",
        },
        footer={
            "bureau": settings.bureau,
            "hotline": settings.contact.hotline,
            "codes": [(name, code) for name, code in _codes(settings) if code],
        },
    )


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
    by_business = [one for one in facets(context.site, context.cases) if one.group == "业态"]
    return (
        NavEntry("首页", addresses.HOME, id="home"),
        _entry(
            "专项行动",
            "campaign",
            addresses.CAMPAIGN,
            [(f.name, addresses.focus(f.id)) for f in record.focuses],
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
