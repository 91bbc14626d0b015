"""练一练: the ways to practise, a short test, the topics, and what is examined and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.citations import CitedArticle
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.pages.quiz.mine import offline
from portal.pages.quiz.questions import ShownQuestion, shown
from portal.pages.quiz.topics import AUDIENCES, CRUMB, NAMED, ReadyTopic, in_order, source_paths, topics
from portal.records import Entry, addresses
from portal.records.question import Question
from portal.records.question_type import TYPES
from portal.records.vocabulary import Term

TRIED = 6


class Door(NamedTuple):
    """A way to practise: what it is called, where it leads, what it is."""

    name: str
    address: str
    note: str

    @property
    def stays(self) -> bool:
        """Whether it leads to a place on the hub itself."""
        return self.address.startswith("#")


DOORS = (
    Door("顺序练习", addresses.practise("order"), "从头做到尾，下次接着做"),
    Door("随机练习", addresses.practise("random"), "题目打乱了做"),
    Door("按主题", "#topics", "一次练一个主题"),
    Door("按岗位和业态", addresses.QUIZ_CHOICE, "只练自己用得上的"),
    Door("未做题", addresses.practise("new"), "还没有做过的"),
    Door("易错题", addresses.practise("weak"), "自己常做错的"),
    Door("背题", addresses.practise("study"), "题目和答案一起看"),
    Door("模拟考试", addresses.QUIZ_EXAM, "按试卷、计时、打分"),
    Door("错题本", addresses.practise("wrong"), "连对两次移出"),
    Door("收藏", addresses.practise("starred"), "自己标了星的"),
)
# Why there are spot checks, who is asked, what follows; what the hub says rests on these.
BASIS = (
    "食品安全法 第四十四条",
    "食品安全法实施条例 第二十条",
    "监督检查管理办法 第二十九条",
    "企业主体责任规定 第十七条",
    "集中用餐单位主体责任规定 第二十一条",
    "上海市食品安全条例 第三十一条",
    "上海市食品安全条例 第九十四条",
)


class WordCount(NamedTuple):
    """How many questions are for a post or a kind of business."""

    term: Term
    questions: int


class CountTable(NamedTuple):
    """The counts of all posts, or of all kinds of business; `field` is theirs in addresses."""

    title: str
    field: str
    rows: list[WordCount]


@dataclass(frozen=True)
class HubValues(Values):
    """`posts` can be chosen once; `trial` is the short test, `basis` what is said of spot checks rests on.

    `checked` says whether there are results of spot checks to lead to.
    """

    doors: tuple[Door, ...]
    topics: list[ReadyTopic]
    total: int
    counted: list[CountTable]
    posts: list[WordCount]
    trial: list[ShownQuestion]
    basis: list[CitedArticle]
    checked: bool


def short_test(found: list[ReadyTopic]) -> list[Entry[Question]]:
    """A few questions for everyone: topics in turn and types in turn, by id; the same ones until the bank changes.

    Where none are marked for the public, all are taken.
    """
    marked = [[one for one in topic.entries if one.record.for_public] for topic in found]
    left = marked if any(marked) else [list(topic.entries) for topic in found]
    taken: list[Entry[Question]] = []
    while len(taken) < TRIED and any(left):
        for entries in filter(None, left):
            wanted = list(TYPES)[len(taken) % len(TYPES)]
            taken.append(next((one for one in entries if one.record.type == wanted), entries[0]))
            entries.remove(taken[-1])
    return taken[:TRIED]


def plan(context: Context) -> list[Document]:
    found = topics(context)
    entries = [entry for topic in found for entry in topic.entries]

    def values() -> HubValues:
        counted = [
            CountTable(one.title, one.field, _counted(context, one.group, entries)) for one in AUDIENCES
        ]
        return HubValues(
            doors=DOORS,
            topics=found,
            total=len(entries),
            counted=counted,
            posts=next(table.rows for table in counted if table.field == "post"),
            trial=[shown(context, entry) for entry in short_test(found)],
            basis=[one for one in context.cited(BASIS) if one.law],
            checked=bool(context.public.spot_checks),
        )

    return [
        page(
            context,
            Document(
                address=addresses.QUIZ,
                title="练一练",
                description="食品从业人员的食品安全知识抽查考核考什么、怎么练。题目写明依据哪一条；没有条文的通行做法，题上标明。",
                kind=kinds.QUIZ_HUB,
                source=context.public.settings.bureau,
                crumbs=trail(CRUMB),
                scripts=("quiz-choices", "quiz-front", "try", *offline(context)),
                sources=source_paths(entries),
            ),
            "quiz.html.j2",
            values,
        )
    ]


def _counted(context: Context, group: str, entries: list[Entry[Question]]) -> list[WordCount]:
    """How many questions each word of a group has, for those that have any, as the vocabulary has them."""
    count = Counter(word for entry in entries for word in NAMED[group](entry.record))
    words = context.public.words.groups[group]
    return [WordCount(words[word], count[word]) for word in in_order(context.public, group, entries)]
