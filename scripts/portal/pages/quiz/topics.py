"""The topics of the quiz bank, each with a page that reads as questions with folded answers; 停用的题.

Only questions that are `ready` are ever shown; drafts not even in a preview, because a question that is
later reserved for papers must not have been seen. Of those that are used no more, only the reason is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from portal.pages import kinds
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.pages.quiz.questions import ShownQuestion, shown
from portal.publication.public_site import PublicSite
from portal.records import Entry, addresses
from portal.records.question import Question, Retirement
from portal.records.vocabulary import Term

CRUMB = ("练一练", addresses.QUIZ)
RETIRED = "停用的题"


class Audience(NamedTuple):
    """Whom questions are for: what it is called, its field in forms and addresses, its words."""

    title: str
    field: str
    group: str


AUDIENCES = (Audience("岗位", "post", "posts"), Audience("业态", "business", "business_types"))
# The words of such a group that a question names.
NAMED: Mapping[str, Callable[[Question], tuple[str, ...]]] = {
    "posts": lambda question: question.posts,
    "business_types": lambda question: question.business_types,
}


@dataclass(frozen=True)
class ReadyTopic:
    """A topic and its questions for everyone, by id."""

    term: Term
    entries: tuple[Entry[Question], ...]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def address(self) -> str:
        return addresses.quiz_topic(self.term.id)


class RetiredQuestion(NamedTuple):
    """All that is told of a question that is used no more."""

    id: str
    why: Retirement | None


@dataclass(frozen=True)
class TopicValues(Values):
    topic: ReadyTopic
    questions: list[ShownQuestion]


@dataclass(frozen=True)
class RetiredValues(Values):
    retired: list[RetiredQuestion]


@once
def topics(context: Context) -> list[ReadyTopic]:
    """The topics that have questions to show, in the order of the vocabulary."""
    public = context.public
    found = (
        ReadyTopic(term, tuple(entry for entry in public.bank.ready if entry.record.topic == term.name))
        for term in public.words.groups["topics"].values()
    )
    return [topic for topic in found if topic.entries]


def plan(context: Context) -> list[Document]:
    return [_page(context, topic) for topic in topics(context)]


def _page(context: Context, topic: ReadyTopic) -> Document:
    name = topic.term.name
    return page(
        context,
        Document(
            address=topic.address,
            title=f"练一练：{name}",
            description=f"{topic.term.note or name}。共{topic.count}道题，先想好再看答案和解析。",
            kind=kinds.QUIZ_TOPIC,
            updated_on=max(entry.record.verified_on for entry in topic.entries),
            source=context.public.settings.bureau,
            keywords=(name,),
            business_types=in_order(context.public, "business_types", topic.entries),
            crumbs=trail(CRUMB, (name, topic.address)),
            sources=source_paths(topic.entries),
        ),
        "quiz_topic.html.j2",
        lambda: TopicValues(topic, [shown(context, entry) for entry in topic.entries]),
    )


def plan_retired(context: Context) -> list[Document]:
    """Which questions are used no more and why: their ids stay taken, so links to them stay answered."""
    retired = context.public.bank.retired

    return [
        page(
            context,
            Document(
                address=addresses.QUIZ_RETIRED,
                title=RETIRED,
                description="不再使用的题目的编号和停用原因。编号不会给别的题用。",
                kind=kinds.QUIZ_RETIRED,
                source=context.public.settings.bureau,
                crumbs=trail(CRUMB, (RETIRED, addresses.QUIZ_RETIRED)),
                sources=source_paths(retired),
            ),
            "quiz_retired.html.j2",
            lambda: RetiredValues([RetiredQuestion(one.record.id, one.record.retired) for one in retired]),
        )
    ]


def in_order(public: PublicSite, group: str, entries: Iterable[Entry[Question]]) -> tuple[str, ...]:
    """The words of a group (`posts`, `business_types`) that the questions are for, as the vocabulary has them."""
    named = {word for entry in entries for word in NAMED[group](entry.record)}
    return tuple(word for word in public.words.groups[group] if word in named)


def source_paths(entries: Iterable[Entry[Question]]) -> tuple[str, ...]:
    """The files that the questions stand in."""
    return tuple(sorted({entry.path for entry in entries}))
