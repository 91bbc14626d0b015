"""我的练习: wrong answers, stars and progress of whoever uses this device, the record as a file, practice without network.

The page has words, topics and totals; what is known of the reader stays in the browser, `quiz-mine.js` puts it in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.pages.quiz.bank import bank_files
from portal.pages.quiz.topics import CRUMB, ReadyTopic, source_paths, topics
from portal.records import addresses

TITLE = "我的练习"


class OwnList(NamedTuple):
    """A list that readers fill themselves; its id is also the mode that practises it."""

    id: str
    title: str
    note: str
    empty: str
    train: str


LISTS = (
    OwnList("wrong", "错题本", "练习和考试里答错的题都在这里，连对两次移出。", "现在没有错题。", "练错题"),
    OwnList("starred", "收藏", "做题时标了星的题。", "还没有收藏。", "练收藏的题"),
)


@dataclass(frozen=True)
class MineValues(Values):
    """`bank` is the folder of the bank's files; `offline` says whether the page may be kept for practice without network."""

    topics: list[ReadyTopic]
    lists: tuple[OwnList, ...]
    total: int
    bank: str
    version: str
    offline: bool


def offline(context: Context) -> tuple[str, ...]:
    """The module by which a page of the quiz works without network; a preview must not be kept by a browser."""
    return () if context.public.drafts else ("quiz-offline",)


def plan(context: Context) -> list[Document]:
    found = topics(context)

    def values() -> MineValues:
        bank = bank_files(context)
        return MineValues(
            topics=found,
            lists=LISTS,
            total=sum(topic.count for topic in found),
            bank=bank.folder,
            version=bank.version,
            offline=bool(offline(context)),
        )

    return [
        page(
            context,
            Document(
                address=addresses.QUIZ_MINE,
                title=TITLE,
                tab=f"{TITLE}：错题本、收藏、进度",
                description="记录只存在这台设备的浏览器里，不上传；清除浏览器的数据会一起清掉。",
                kind=kinds.QUIZ_MINE,
                source=context.public.settings.bureau,
                crumbs=trail(CRUMB, (TITLE, addresses.QUIZ_MINE)),
                scripts=("quiz-mine", "quiz-history", *offline(context)),
                sources=source_paths(entry for topic in found for entry in topic.entries),
            ),
            "quiz_mine.html.j2",
            values,
        )
    ]
