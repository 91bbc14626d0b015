"""Share cards (the pictures that chat apps show beside a link): one per section, one per kit.

`image_of` says which card a page has; `files` makes the cards of the sections, `kit` those of the kits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from portal.media.card import Card, share_card
from portal.pages.context import Context
from portal.records import addresses

HOME = "home"
# Section → (word above, title, one sentence); the home page's comes from the campaign.
SECTIONS = {
    "campaign": ("专项行动", "重点查什么、怎样查", "六个工作重点，每一个用大白话说清楚。"),
    "outcomes": ("整治成效", "查出多少、整改多少", "按月、按单位公布隐患排查、整改、抽检和案件数据。"),
    "cases": ("典型案例", "违反了哪一条、怎样处罚", "每个案例写清事实、依据和今后怎样做。"),
    "knowledge": ("普法科普", "吃得明白、做得合规", "给消费者和经营者的食品安全知识，附法律条文。"),
    "quiz": ("练一练", "食品安全知识练习", "按岗位和业态练习、模拟考核，做错了告诉你为什么。"),
}


def image_of(context: Context, address: str, section: str) -> str:
    """The path of the card of the page at `address`."""
    if address in context.kits:
        return f"{context.kits[address]}card.png"
    return addresses.card(section if address and section in SECTIONS else HOME)


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    return {addresses.card(section): partial(_draw, context, section) for section in (HOME, *SECTIONS)}


def _draw(context: Context, section: str) -> bytes:
    settings, campaign = context.public.settings, context.public.campaign
    kind, title, summary = SECTIONS.get(
        section, (campaign.document_number, settings.site_name, campaign.summary)
    )
    demo = {
        HOME: context.public.has_demo,
        "outcomes": context.public.figures_are_demo,
        "cases": any(entry.record.demo for entry in context.public.cases),
    }.get(section, False)
    return share_card(Card(kind, title, summary, settings.bureau, settings.contact.hotline, demo))
