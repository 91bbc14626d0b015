"""停用的题: which questions are used no more and why; their ids stay taken, so links to them stay answered."""

from __future__ import annotations

from typing import Any

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.pages.quiz.topics import CRUMB, files
from portal.records import addresses

TITLE = "停用的题"


def plan(context: Context) -> list[Document]:
    """The page says nothing of a question but its id, the day and the reason."""
    retired = context.public.bank.retired

    def values() -> dict[str, Any]:
        return {"retired": [(entry.record.id, entry.record.retired) for entry in retired]}

    return [
        page(
            context,
            Document(
                address=addresses.QUIZ_RETIRED,
                title=TITLE,
                description="不再使用的题目的编号和停用原因。编号不会给别的题用。",
                kind=kinds.QUIZ_RETIRED,
                source=context.public.settings.bureau,
                crumbs=trail(CRUMB, (TITLE, addresses.QUIZ_RETIRED)),
                sources=files(retired),
            ),
            "quiz_retired.html.j2",
            values,
        )
    ]
