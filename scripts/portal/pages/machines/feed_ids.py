"""Ids that stay: `tag:` URIs (RFC 4151) for entries of feeds, and what the ids of calendars end in.

Takes the authority and year of the settings, so that an id survives another domain, another address and another id of
the record. A site that has not set them takes the host of its address and the year of the campaign.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from portal.pages.context import Context
from portal.publication.dates import Publishable
from portal.records.closed_case import ClosedCase
from portal.records.outcome import Outcome


def authority(context: Context) -> str:
    """The domain that answers for the ids."""
    settings = context.public.settings
    known = settings.feed_ids
    return known.authority if known else (urlsplit(settings.site_url).hostname or "localhost").lower()


def tag(context: Context, kind: str, identifier: str) -> str:
    """`tag:jinshan.gov.cn,2024:case/2024-001`"""
    known = context.public.settings.feed_ids
    year = known.year if known else context.public.campaign.issued_on.year
    return f"tag:{authority(context)},{year}:{kind}/{identifier}"


def first_id(record: Publishable | ClosedCase) -> str:
    """The id that the record was given first; an article that lay in another section names that section too."""
    former = () if isinstance(record, Outcome) else record.formerly
    return former[0].rpartition("/")[2] if former else record.id
