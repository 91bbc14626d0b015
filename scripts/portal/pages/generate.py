"""`generate(public, templates)`: the whole plan of the site. No clock, no terminal.

The plan itself is pure; the templates it was given are read when a page's body is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import Environment

from portal.pages import about, contact, home, moved, search, statements, updates
from portal.pages.campaign import campaign_pages, practices
from portal.pages.cases import case_pages, index_files, listing
from portal.pages.context import Context
from portal.pages.document import Document, Footer, Output
from portal.pages.figures import chart_files, compared, results, spot_checks, units
from portal.pages.kits import kit_pages, share_cards
from portal.pages.knowledge import articles, glossary, laws, new_rules, risks, seasons
from portal.pages.machines import calendars, feeds, open_data, site_map
from portal.pages.navigation import navigation
from portal.pages.quiz import bank, doors, mine, missed, player, topics, versions
from portal.publication.public_site import PublicSite
from portal.records.settings import Settings

PARTS: tuple[Callable[[Context], list[Document]], ...] = (
    home.plan,
    campaign_pages.plan,
    practices.plan,
    results.plan,
    units.plan,
    compared.plan,
    spot_checks.plan,
    listing.plan,
    case_pages.plan,
    articles.plan,
    laws.plan,
    new_rules.plan,
    risks.plan,
    moved.plan,
    seasons.plan,
    glossary.plan,
    doors.plan,
    topics.plan,
    player.plan,
    mine.plan,
    missed.plan,
    topics.plan_retired,
    home.plan_elder,
    updates.plan,
    statements.plan,
    kit_pages.plan,
    open_data.plan,
    search.plan,
)
# Files beside the pages: path → bytes, made when they are written.
FILES: tuple[Callable[[Context], Mapping[str, Callable[[], bytes]]], ...] = (
    index_files.files,
    feeds.files,
    calendars.files,
    open_data.files,
    search.files,
    bank.files,
    versions.files,
    site_map.files,
    kit_pages.files,
    share_cards.files,
    risks.files,
)


def generate(public: PublicSite, templates: Environment) -> Output:
    """Documents and files of what is public on a day, their bodies from `templates`.

    Drafts, where a preview has them among what it shows, are marked.
    """
    context = Context(public, templates)
    settings = public.settings
    documents = tuple(document for part in PARTS for document in part(context))
    documents += tuple(about.plan(context, frozenset(document.address for document in documents)))
    sections = navigation(context)
    documents += tuple(site_map.plan(context, documents))
    files = {path: content for part in FILES for path, content in part(context).items()}
    return Output(
        site_name=settings.site_name,
        site_url=settings.site_url,
        documents=documents,
        navigation=sections,
        site_meta={
            "SiteName": settings.site_name,
            "SiteDomain": settings.site_domain or "",
            "SiteIDCode": settings.site_id_code or "",
        },
        footer=_footer(settings, demo=public.has_demo),
        demo=public.has_demo,
        words=context.own_words,
        files=files,
        search_words=search.words(context),
        charts=lambda: chart_files.files(context, documents),
        static={one.path: one.read for one in public.static_files},
    )


def _footer(settings: Settings, *, demo: bool) -> Footer:
    return {
        "bureau": settings.bureau,
        "hotline": settings.contact.hotline,
        "codes": contact.footer_codes(settings),
        "reachable": settings.contact.reaches_editor,
        "demo": demo,
    }
