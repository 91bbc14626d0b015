"""适老版首页: four big doors; every link keeps the big type, with scripts or without."""

from __future__ import annotations

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.records import addresses

# The place on every page that turns the big type on where scripts are off.
ANCHOR = "#elder"


def plan(context: Context) -> list[Document]:
    return [
        page(
            context,
            Document(
                address=addresses.ELDER,
                title="适老版首页",
                description="字更大、一栏显示、四扇大门：打电话、学知识、看案例、看成效。",
                kind=kinds.ELDER,
                crumbs=trail(("适老版首页", addresses.ELDER)),
            ),
            "elder.html.j2",
            lambda: {"anchor": ANCHOR},
        )
    ]
