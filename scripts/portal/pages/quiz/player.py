"""The pages in which questions are answered: practice, mock exam, and a paper opened by its code.

They hold what can be chosen, as plain forms; the rest is made by the player's modules (`quiz-*.js`), which
load the bank. Without scripts the pages say so and lead to the topics, where everything can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.kinds import PageKind
from portal.pages.page import Values, page
from portal.pages.quiz.bank import bank_files
from portal.pages.quiz.mine import offline
from portal.pages.quiz.topics import AUDIENCES, CRUMB, ReadyTopic, in_order, source_paths, topics
from portal.records import addresses
from portal.records.blueprint import Blueprint


class Mode(NamedTuple):
    """A way to go through the questions, as the practice page offers it."""

    id: str
    name: str
    note: str


MODES = (
    Mode("order", "顺序练习", "下次接着做"),
    Mode("random", "随机练习", "打乱了做"),
    Mode("new", "未做题", "还没做过的"),
    Mode("weak", "易错题", "常做错的"),
    Mode("study", "背题", "直接看答案"),
    Mode("wrong", "错题本", "连对两次移出"),
    Mode("starred", "收藏", "标了星的"),
)


class Option(NamedTuple):
    """One word that questions can be chosen by, and its id in addresses."""

    id: str
    word: str


class Criterion(NamedTuple):
    """What questions can be chosen by: 主题, 岗位, 业态; `field` is its name in forms and addresses."""

    field: str
    label: str
    options: list[Option]


class OfferedPaper(NamedTuple):
    """A sort of paper, and the ids of the posts and kinds of business that it is for."""

    blueprint: Blueprint
    suits: str


@dataclass(frozen=True)
class PlayerValues(Values):
    """What all these pages say where scripts are off."""

    topics: list[ReadyTopic]


@dataclass(frozen=True)
class PracticeValues(PlayerValues):
    """`bank` is the folder of the bank's files."""

    modes: tuple[Mode, ...]
    criteria: list[Criterion]
    total: int
    bank: str


@dataclass(frozen=True)
class ExamValues(PlayerValues):
    """`version` is the id of the present bank, from which papers are drawn."""

    papers: list[OfferedPaper]
    version: str


@dataclass(frozen=True)
class PaperValues(PlayerValues):
    version: str


def plan(context: Context) -> list[Document]:
    return [_practice(context), _exam(context), _paper(context)]


def _practice(context: Context) -> Document:
    found = topics(context)
    folder = bank_files(context).folder
    document = _document(
        context,
        kinds.QUIZ_PRACTICE,
        addresses.QUIZ_PRACTICE,
        "练习",
        "按顺序、随机、按主题、按岗位和业态练，做一题对一题，写明为什么；依据哪一条，或者是通行做法，也写明。",
        "quiz-practice",
        (f"{folder}index.json", f"{folder}0.json"),
    )
    return page(
        context,
        document,
        "quiz_practice.html.j2",
        lambda: PracticeValues(
            topics=found,
            modes=MODES,
            criteria=_criteria(context, found),
            total=sum(topic.count for topic in found),
            bank=folder,
        ),
    )


def _exam(context: Context) -> Document:
    document = _document(
        context,
        kinds.QUIZ_EXAM,
        addresses.QUIZ_EXAM,
        "模拟考试",
        "按岗位和业态选一种卷，计时作答，交卷以后打分，逐题看对错、为什么、依据哪一条。",
        "quiz-exam",
    )
    return page(
        context,
        document,
        "quiz_exam.html.j2",
        lambda: ExamValues(
            topics=topics(context),
            papers=[OfferedPaper(one, _suits(context, one)) for one in context.public.bank.blueprints],
            version=context.public.bank.present,
        ),
    )


def _paper(context: Context) -> Document:
    document = _document(
        context,
        kinds.QUIZ_PAPER,
        addresses.QUIZ_PAPER,
        "按卷号考试",
        "填上纸质卷的卷号，在手机上做同一份卷子。",
        "quiz-exam",
    )
    return page(
        context,
        document,
        "quiz_paper.html.j2",
        lambda: PaperValues(topics(context), context.public.bank.present),
    )


def _document(
    context: Context,
    kind: PageKind,
    address: str,
    title: str,
    description: str,
    script: str,
    data: tuple[str, ...] = (),
) -> Document:
    return Document(
        address=address,
        title=title,
        description=description,
        kind=kind,
        source=context.public.settings.bureau,
        crumbs=trail(CRUMB, (title, address)),
        scripts=("quiz-choices", script, *offline(context)),
        data=data,
        sources=source_paths(entry for topic in topics(context) for entry in topic.entries),
    )


def _suits(context: Context, blueprint: Blueprint) -> str:
    groups = context.public.words.groups
    named = (("posts", blueprint.posts), ("business_types", blueprint.business_types))
    return " ".join(groups[group][word].id for group, words in named for word in words)


def _criteria(context: Context, found: list[ReadyTopic]) -> list[Criterion]:
    entries = [entry for topic in found for entry in topic.entries]
    criteria = [Criterion("topic", "主题", [Option(topic.term.id, topic.term.name) for topic in found])]
    for audience in AUDIENCES:
        terms = context.public.words.groups[audience.group]
        words = in_order(context.public, audience.group, entries)
        options = [Option(terms[word].id, word) for word in words]
        criteria.append(Criterion(audience.field, audience.title, options))
    return criteria
