"""The pages in which questions are answered: practice, mock exam, and a paper opened by its code.

They hold what can be chosen, as plain forms; the rest is made by the player's modules (`quiz-*.js`), which
load the bank. Without scripts the pages say so and lead to the topics, where everything can be read.
"""

from __future__ import annotations

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.kinds import PageKind
from portal.pages.page import page
from portal.pages.quiz.bank import bank_files
from portal.pages.quiz.mine import offline
from portal.pages.quiz.topics import CRUMB, ReadyTopic, files, in_order, topics
from portal.quiz.marking import RULES
from portal.records import addresses

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
SHARED = ("quiz-chance", "quiz-dom", "quiz-progress", "quiz-store", "quiz-question", "quiz-keys")
PAPERS = (
    *("quiz-codes", "quiz-layout", "quiz-drawing", "quiz-marking"),
    *("quiz-paper", "quiz-result", "quiz-sitting", "quiz-exam"),
)


def plan(context: Context) -> list[Document]:
    return [_practice(context), _exam(context), _paper(context)]


def _practice(context: Context) -> Document:
    found = topics(context)
    document = _document(
        context,
        kinds.QUIZ_PRACTICE,
        addresses.QUIZ_PRACTICE,
        "练习",
        "按顺序、随机、按主题、按岗位和业态练，做一题对一题，写明为什么、依据哪一条。",
        (*SHARED, "quiz-bank", "quiz-round", "quiz-practice"),
    )
    return page(
        context,
        document,
        "quiz_practice.html.j2",
        lambda: {
            "topics": found,
            "modes": MODES,
            "choices": _choices(context, found),
            "total": sum(len(topic.entries) for topic in found),
            "bank": bank_files(context).folder,
        },
    )


def _exam(context: Context) -> Document:
    document = _document(
        context,
        kinds.QUIZ_EXAM,
        addresses.QUIZ_EXAM,
        "模拟考试",
        "按岗位和业态选一种卷，计时作答，交卷以后打分，逐题看对错、为什么、依据哪一条。",
        (*SHARED, *PAPERS),
    )
    return page(
        context,
        document,
        "quiz_exam.html.j2",
        lambda: {
            "topics": topics(context),
            "papers": context.public.bank.blueprints,
            "rules": RULES,
            "version": context.public.bank.present,
        },
    )


def _paper(context: Context) -> Document:
    document = _document(
        context,
        kinds.QUIZ_PAPER,
        addresses.QUIZ_PAPER,
        "按卷号考试",
        "填上纸质卷的卷号，在手机上做同一份卷子。",
        (*SHARED, *PAPERS),
    )
    return page(
        context,
        document,
        "quiz_paper.html.j2",
        lambda: {"topics": topics(context), "version": context.public.bank.present},
    )


def _document(
    context: Context, kind: PageKind, address: str, title: str, description: str, scripts: tuple[str, ...]
) -> Document:
    return Document(
        address=address,
        title=title,
        description=description,
        kind=kind,
        source=context.public.settings.bureau,
        crumbs=trail(CRUMB, (title, address)),
        scripts=(*scripts, *offline(context)),
        sources=files(entry for topic in topics(context) for entry in topic.entries),
    )


def _choices(context: Context, found: list[ReadyTopic]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(field, label, options) of what questions can be chosen by."""
    entries = [entry for topic in found for entry in topic.entries]
    groups = context.public.words.groups
    chosen = [("topic", "主题", [(topic.term.id, topic.term.name) for topic in found])]
    for field, label, group in (("post", "岗位", "posts"), ("business", "业态", "business_types")):
        words = in_order(context.public, group, entries)
        chosen.append((field, label, [(groups[group][word].id, word) for word in words]))
    return chosen
