"""本月易错: the questions that most people missed in the last months of spot checks, and what to read about them.

Only questions that are for everyone today, as they were asked, and that enough people answered; of each one how many
marks it cost, the wrong option most people fell for, its articles, and practice of its topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from portal.pages import kinds
from portal.pages.context import Context, once, trail
from portal.pages.document import Document
from portal.pages.page import Values, page
from portal.pages.quiz.questions import ShownQuestion, shown
from portal.pages.quiz.topics import CRUMB
from portal.records import Entry, addresses
from portal.records.article import KnowledgeArticle
from portal.records.question import Question
from portal.records.spot_check import SpotCheck
from portal.records.vocabulary import Term
from portal.spotcheck.flags import OptionRow, option_table
from portal.spotcheck.months import latest, totals
from portal.spotcheck.statistics import LEAST, ItemSums, measured

TITLE = "本月易错"
# Questions on the page; one of which more than this share of the marks was got is no pitfall.
MOST, KNOWN = 10, 0.8
ARTICLES = 2
# Fewer people than this are no crowd, and nobody's business.
CROWD = 5


@dataclass(frozen=True)
class Missed:
    """A question that cost marks: `got` is the mean share of its marks in percent, of `people` first attempts."""

    shown: ShownQuestion
    topic: Term
    got: float
    people: int
    trap: str
    articles: list[KnowledgeArticle]

    @property
    def percent(self) -> str:
        return f"{self.got:.0%}"


@dataclass(frozen=True)
class MissedValues(Values):
    missed: list[Missed]
    period: str
    least: int


def plan(context: Context) -> list[Document]:
    months = _months(context)
    return [
        page(
            context,
            Document(
                address=addresses.QUIZ_MISSED,
                title=TITLE,
                description="抽查考核里大家错得最多的题：错在哪里，看哪一条，练哪个主题。",
                kind=kinds.QUIZ_MISSED,
                source=context.public.settings.bureau,
                crumbs=trail(CRUMB, (TITLE, addresses.QUIZ_MISSED)),
                demo=any(one.demo for one in months),
                sources=tuple(one.path for one in context.public.spot_checks),
            ),
            "quiz_missed.html.j2",
            lambda: MissedValues(missed(context), _period(months), LEAST),
        )
    ]


@once
def missed(context: Context) -> list[Missed]:
    """The worst first."""
    sums = totals(_months(context))
    found = (
        _missed(context, entry, of_it)
        for entry in context.public.bank.ready
        if (of_it := sums.get((entry.record.id, entry.record.version)))
    )
    kept = (one for several in found for one in several)
    return sorted(kept, key=attrgetter("got"))[:MOST]


def _months(context: Context) -> list[SpotCheck]:
    """The last months of which the answers were counted."""
    return latest([one.record for one in context.public.spot_checks if one.record.items])


def _missed(context: Context, entry: Entry[Question], sums: ItemSums) -> Iterator[Missed]:
    found, question = measured(sums), entry.record
    if found is None or found.facility > KNOWN:
        return
    term = context.public.words.groups["topics"][question.topic or ""]
    trap = _trap(question, option_table(question, sums))
    yield Missed(shown(context, entry), term, found.facility, found.n, trap, _articles(context, question))


def _trap(question: Question, table: list[OptionRow]) -> str:
    """The wrong option that most people chose, in words; empty where no crowd did."""
    wrong = max((row for row in table if not row.right), key=attrgetter("people"), default=None)
    if wrong is None or wrong.people < CROWD:
        return ""
    words: dict[str, str] = {one.id: one.word for one in question.kind.fixed}
    return words.get(wrong.option) or f"{wrong.option.upper()}. {question.options[wrong.option]}"


def _articles(context: Context, question: Question) -> list[KnowledgeArticle]:
    """Those that cite what the question cites, then those on its topic; the newest of each first."""
    cited = set(question.citations)
    public = [one.record for one in context.public.articles]
    alike = [one for one in public if cited & {*one.citations}]
    on_topic = [one for one in public if question.topic in one.topics and one not in alike]
    return [*alike, *on_topic][:ARTICLES]


def _period(months: list[SpotCheck]) -> str:
    """`2026年6月到2026年11月`"""
    names = [one.month.name for one in sorted(months, key=attrgetter("month"))]
    return "到".join(dict.fromkeys((*names[:1], *names[-1:])))
