"""The topics of the quiz bank, each with a page that reads as questions with folded answers.

Only questions that are `ready` are ever shown; drafts not even in a preview, because a question that is
later reserved for papers must not have been seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.pages import kinds
from portal.pages.context import Context, trail
from portal.pages.document import Document
from portal.pages.page import page
from portal.pages.quiz.questions import shown
from portal.publication.public_site import PublicSite
from portal.records import Entry, addresses
from portal.records.question import Question
from portal.records.vocabulary import Term

CRUMB = ("练一练", addresses.QUIZ)


@dataclass(frozen=True)
class ReadyTopic:
    """A topic and its questions for everyone, by id."""

    term: Term
    entries: tuple[Entry[Question], ...]

    @property
    def address(self) -> str:
        return addresses.quiz_topic(self.term.id)


def topics(context: Context) -> list[ReadyTopic]:
    """The topics that have questions to show, in the order of the vocabulary."""
    return context.once("quiz topics", lambda: _topics(context.public))


def _topics(public: PublicSite) -> list[ReadyTopic]:
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
            description=f"{topic.term.note or name}。共{len(topic.entries)}道题，先想好再看答案和依据。",
            kind=kinds.QUIZ_TOPIC,
            updated_on=max(entry.record.verified_on for entry in topic.entries),
            source=context.public.settings.bureau,
            keywords=(name,),
            business_types=in_order(context.public, "business_types", topic.entries),
            crumbs=trail(CRUMB, (name, topic.address)),
            sources=files(topic.entries),
        ),
        "quiz_topic.html.j2",
        lambda: {"topic": topic, "questions": [shown(context, entry) for entry in topic.entries]},
    )


def in_order(public: PublicSite, group: str, entries: Iterable[Entry[Question]]) -> tuple[str, ...]:
    """The words of a group (`posts`, `business_types`) that the questions are for, as the vocabulary has them."""
    named = {one for entry in entries for one in getattr(entry.record, group)}
    return tuple(word for word in public.words.groups[group] if word in named)


def files(entries: Iterable[Entry[Question]]) -> tuple[str, ...]:
    """The files that the questions stand in."""
    return tuple(sorted({entry.path for entry in entries}))
