"""Who has a media kit (宣传素材), and where it lies: the newest cases, every article, every published month.

Drafts have none; what is closed or withdrawn is not among the public cases to begin with.
"""

from __future__ import annotations

from portal.pages.context import Context, once
from portal.records import Entry, addresses
from portal.records.case import Case


def kit_cases(context: Context) -> list[Entry[Case]]:
    """The newest cases, as many as the settings want kits for."""
    most = context.public.settings.media_kit_cases
    return [entry for entry in context.public.cases if not context.public.is_draft(entry)][:most]


@once
def kit_addresses(context: Context) -> dict[str, str]:
    """The address of a page → the address of its kit, for the pages that have one."""
    public = context.public
    pages = {addresses.case(e.record.id): addresses.kit("case", e.record.id) for e in kit_cases(context)}
    for one in public.articles:
        if not public.is_draft(one):
            pages[addresses.article(one.record)] = addresses.kit("article", one.record.id)
    for month in public.outcomes:
        if not public.is_draft(month):
            pages[addresses.month(month.record.month)] = addresses.kit("month", month.record.id)
    return pages
