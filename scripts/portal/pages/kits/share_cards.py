"""Share cards (the pictures that chat apps show beside a link): one per section, one per kit.

`image_of` says which card a page has; `files` makes the cards of the sections, `kit` those of the kits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from portal.media.card import Card, share_card
from portal.pages import kinds
from portal.pages.context import Context
from portal.pages.document import Document
from portal.pages.kinds import CardWords, Section
from portal.pages.kits.holders import kit_addresses
from portal.records import addresses


def image_of(context: Context, document: Document) -> str:
    """The path of the card of a page: its kit's, its section's, or that of the home page."""
    if kit := kit_addresses(context).get(document.address):
        return kit + addresses.KIT_CARD
    section = document.kind.section
    return addresses.card((section if section.card else kinds.FRONT).id)


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    drawn = [kinds.FRONT, *(section for section in kinds.SECTIONS if section.card)]
    return {addresses.card(section.id): partial(_draw, context, section) for section in drawn}


def _draw(context: Context, section: Section) -> bytes:
    settings, campaign = context.public.settings, context.public.campaign
    said = section.card or CardWords(campaign.document_number, settings.site_name, campaign.summary)
    demo = {
        kinds.FRONT: context.public.has_demo,
        kinds.OUTCOMES: context.public.figures_are_demo,
        kinds.CASES: any(entry.record.demo for entry in context.public.cases),
    }.get(section, False)
    return share_card(
        Card(said.kind, said.title, said.summary, settings.bureau, settings.contact.hotline, demo)
    )
