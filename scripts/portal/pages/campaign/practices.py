"""经验做法: their list, and a page for every one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Link, Values, page
from portal.records import Entry, addresses
from portal.records.case import Case
from portal.records.practice import Practice

# So many stand below a practice.
LISTED = 3
CRUMBS = (("专项行动", addresses.CAMPAIGN), ("经验做法", addresses.PRACTICES))


@dataclass(frozen=True)
class PracticesValues(Values):
    practices: list[Practice]


@dataclass(frozen=True)
class PracticeValues(Values):
    """`about` are the words above the text: by whom, and what it is about; `places` the pages about the same."""

    practice: Practice
    about: list[str]
    places: list[Link]
    others: list[Practice]
    cases: list[Case]


def plan(context: Context) -> list[Document]:
    return [_practices(context), *(_practice(context, entry) for entry in context.public.practices)]


def _practices(context: Context) -> Document:
    return page(
        context,
        Document(
            address=addresses.PRACTICES,
            title="经验做法",
            description="各单位在排查整治中摸索出来的办法：原来难在哪里，怎样做，效果如何。",
            kind=kinds.PRACTICES,
            updated_on=context.public.practices[0].record.published_on if context.public.practices else None,
            crumbs=trail(*CRUMBS),
            demo=any(entry.record.demo for entry in context.public.practices),
            sources=tuple(entry.path for entry in context.public.practices),
        ),
        "practices.html.j2",
        lambda: PracticesValues([entry.record for entry in context.public.practices]),
    )


def _practice(context: Context, entry: Entry[Practice]) -> Document:
    record = entry.record
    return page(
        context,
        Document(
            address=addresses.practice(record.id),
            title=record.title,
            description=record.summary,
            kind=kinds.PRACTICE,
            scripts=("terms",),
            published_on=record.published_on,
            source=record.unit,
            crumbs=trail(*CRUMBS, (record.title, addresses.practice(record.id))),
            demo=record.demo,
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
        ),
        "practice.html.j2",
        lambda: PracticeValues(
            practice=record,
            about=_about(record),
            places=list(_places(context, record)),
            others=[one.record for one in context.public.practices if one.record.id != record.id][:LISTED],
            cases=_cases(context, record)[:LISTED],
        ),
    )


def _about(practice: Practice) -> list[str]:
    """One word may be a focus and a business type at once (集体用餐配送); it is said once."""
    return [practice.unit, *dict.fromkeys(filter(None, (practice.focus, practice.business_type)))]


def _places(context: Context, practice: Practice) -> Iterator[Link]:
    """The pages of the 工作重点 it belongs to and of the unit that reports it."""
    campaign = context.public.campaign
    for focus in campaign.focuses:
        if focus.name == practice.focus:
            yield Link(f"工作重点：{focus.name}", addresses.focus(focus.id))
    for unit in campaign.units:
        if unit.name == practice.unit:
            yield Link(f"{unit.name}报送的数据", addresses.unit(unit.id))


def _cases(context: Context, practice: Practice) -> list[Case]:
    """Those of the same kind of business; where the practice names none, of the same 工作重点."""
    cases = [entry.record for entry in context.public.cases]
    if practice.business_type:
        return [case for case in cases if case.business_type == practice.business_type]
    return [case for case in cases if case.focus == practice.focus]
