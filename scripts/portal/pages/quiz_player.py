"""The pages in which questions are answered: practice, mock exam, and a paper opened by its code.

They hold what can be chosen, as plain forms; the rest is made by the player's modules (`quiz-*.js`), which
load the bank. Without scripts the pages say so and lead to the topics, where everything can be read.
"""

from __future__ import annotations

from typing import Any

from portal.pages import addresses
from portal.pages.bound import templated
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.quiz_bank import bank_files
from portal.pages.quiz_topics import CRUMB, SECTION, ReadyTopic, files, in_order, topics

# (mode, name, what it is), as the practice page offers them.
MODES = (
    ("order", "顺序练习", "下次接着做"),
    ("random", "随机练习", "打乱了做"),
    ("new", "未做题", "还没做过的"),
    ("weak", "易错题", "常做错的"),
    ("study", "背题", "直接看答案"),
    ("wrong", "错题本", "连对两次移出"),
    ("starred", "收藏", "标了星的"),
)
# What a page loads at once, so that no module waits for another one to name it.
SHARED = ("quiz-chance", "quiz-dom", "quiz-bank", "quiz-store", "quiz-question", "quiz-keys")


def plan(context: Context) -> list[Document]:
    return [_practice(context)]


def _practice(context: Context) -> Document:
    found = topics(context)

    def values() -> dict[str, Any]:
        return {
            "topics": found,
            "modes": MODES,
            "choices": _choices(context, found),
            "total": sum(len(topic.entries) for topic in found),
            "bank": bank_files(context).folder,
        }

    return _page(
        context,
        "quiz_practice.html.j2",
        values,
        address=addresses.QUIZ_PRACTICE,
        title="练习",
        description="按顺序、随机、按主题、按岗位和业态练，做一题对一题，写明为什么、依据哪一条。",
        kind="quiz-practice",
        scripts=(*SHARED, "quiz-session", "quiz-practice"),
    )


def _page(context: Context, template: str, values: Any, *, title: str, **fields: Any) -> Document:
    return templated(
        context,
        template,
        values,
        title=title,
        section=SECTION,
        source=context.site.settings.record.bureau,
        crumbs=trail(CRUMB, (title, fields["address"])),
        listing=True,
        sources=files(entry for topic in topics(context) for entry in topic.entries),
        **fields,
    )


def _choices(context: Context, found: list[ReadyTopic]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(field, label, options) of what questions can be chosen by."""
    entries = [entry for topic in found for entry in topic.entries]
    groups = context.site.words.groups
    chosen = [("topic", "主题", [(topic.term.id, topic.term.name) for topic in found])]
    for field, label, group in (("post", "岗位", "posts"), ("business", "业态", "business_types")):
        words = in_order(context.site, group, entries)
        chosen.append((field, label, [(groups[group][word].id, word) for word in words]))
    return chosen
