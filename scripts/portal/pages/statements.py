"""隐私说明 and 无障碍说明: what stays on a reader's device, what everybody can use and what not yet, whom to tell."""

from __future__ import annotations

from dataclasses import dataclass

from portal.pages import kinds
from portal.pages.contact import Way, ways
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.records import addresses


@dataclass(frozen=True)
class StatementValues(Values):
    """`ways` lead to the editor; where there are none, nothing is said of any."""

    ways: list[Way]


def plan(context: Context) -> list[Document]:
    return [
        _statement(
            context,
            addresses.PRIVACY,
            "隐私说明",
            "看本站不用注册、不用登录，网页不收集个人信息。练习记录只存在您自己的设备里。",
            "privacy.html.j2",
        ),
        _statement(
            context,
            addresses.ACCESSIBILITY,
            "无障碍说明",
            "看不清的、听网页的、只用键盘的、用旧手机的，都要能用本站。这里写明能做到什么、还有哪些不足。",
            "accessibility.html.j2",
        ),
    ]


def _statement(context: Context, address: str, title: str, description: str, template: str) -> Document:
    return page(
        context,
        Document(
            address=address,
            title=title,
            description=description,
            kind=kinds.STATEMENT,
            crumbs=trail((title, address)),
        ),
        template,
        lambda: StatementValues(ways(context.public.settings)),
    )
