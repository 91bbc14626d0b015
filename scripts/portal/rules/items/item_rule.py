"""What an item rule is: a warning about the wording of a question, which a waiver with a reason silences.

An item rule looks at one question at a time, a bank rule at all of them; neither looks at retired ones,
which nobody answers any more. Both are found by `portal.rules.checking` like every other rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.question import Question
from portal.rules.engine import Finding, RecordCheck, RecordRule, SiteRule
from portal.source import Diagnostic, Severity, warning

Items = Sequence[Entry[Question]]
ItemFinding = tuple[Entry[Question], Finding]
BankCheck = Callable[[Items], Iterator[ItemFinding]]


@dataclass(frozen=True)
class ItemRule(RecordRule):
    """Runs on every question in use that does not waive it."""

    def run(self, entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Diagnostic]:
        question = entry.record
        if isinstance(question, Question) and not is_retired(question) and not waives(question, self.code):
            yield from super().run(entry, site, today)


@dataclass(frozen=True)
class BankRule(SiteRule):
    """Runs once on all questions in use; what it says of a question that waives it is dropped."""

    found: BankCheck


def item_rule(code: str) -> Callable[[RecordCheck], ItemRule]:
    """Make a function `(entry, site, today) -> findings` the item rule `code`."""
    return lambda check: ItemRule(code, ("questions",), Severity.WARNING, check)


def bank_rule(code: str) -> Callable[[BankCheck], BankRule]:
    """Make a function `questions -> (question, finding)` the bank rule `code`."""

    def decorated(found: BankCheck) -> BankRule:
        @wraps(found)
        def check(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
            for entry, finding in found(in_use(site)):
                if not waives(entry.record, code):
                    yield warning(entry.path, finding.span, code, finding.message, finding.hint)

        return BankRule(code, check, found)

    return decorated


def in_use(site: Site) -> Items:
    """All questions but the retired ones, in the order of the files."""
    return [entry for entry in site.questions if not is_retired(entry.record)]


def by_file(questions: Items) -> Iterator[Items]:
    """The questions of one bank file after the other."""
    files: dict[str, list[Entry[Question]]] = {}
    for entry in questions:
        files.setdefault(entry.path, []).append(entry)
    yield from files.values()


def is_retired(question: Question) -> bool:
    return question.status == "retired"


def waives(question: Question, code: str) -> bool:
    return any(waiver.rule == code for waiver in question.waivers)
