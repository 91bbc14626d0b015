"""换了网址的页面: a page at the old address of a record, which leads on to the new one.

A record names its earlier ids in `formerly`. Nothing of the record is told here, so that the page stays as it is
when the record is closed; it stands nowhere in lists, feeds and maps.
"""

from __future__ import annotations

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.publication.dates import Publishable
from portal.publication.published import of_kinds
from portal.records import Entry, addresses

TITLE = "这一页换了网址"


def plan(context: Context) -> list[Document]:
    public = context.public
    entries = [*(entry for _, entry in of_kinds(public)), *(one.entry for one in public.closed_cases)]
    return [
        _moved(context, entry, former) for entry in entries for _, former in addresses.formerly(entry.record)
    ]


def _moved(context: Context, entry: Entry[Publishable], former: str) -> Document:
    return page(
        context,
        Document(
            address=former,
            title=TITLE,
            description="内容还在，编号改了。浏览器没有自己转过去的，点下面的链接。",
            kind=kinds.MOVED,
            crumbs=trail((TITLE, former)),
            draft=context.public.is_draft(entry),
            sources=(entry.path,),
            moved_to=addresses.of_record(entry.record),
        ),
        "moved.html.j2",
        Values,
    )
