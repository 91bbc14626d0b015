"""What the key says beside an answer: the articles behind it, and what has happened to the question since.

A frozen question has citations as they were written; what an article requires, in our words, is of today.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.publication.staleness import needs_review
from portal.quiz.candidates import FrozenQuestion
from portal.records import Entry, Site
from portal.records.citation import parse
from portal.records.question import Question


@dataclass(frozen=True)
class Basis:
    """A cited place, what it requires, and the version of the law that this follows."""

    name: str
    paraphrase: str
    version: str

    @property
    def text(self) -> str:
        return f"{self.name}：{self.paraphrase}（{self.version}）" if self.paraphrase else self.name


def basis(site: Site, text: str) -> Basis:
    """A law that is not known is shown as it was written."""
    citation = parse(text)
    entry = site.law_by_name.get(citation.law) if citation else None
    if citation is None or entry is None:
        return Basis(text, "", "")
    law = entry.record
    article = law.article(citation.article, citation.inserted)
    name = f"《{law.short_title}》{citation.place}"
    return Basis(name, article.paraphrase, law.paraphrased.id) if article else Basis(name, "", "")


def caution(site: Site, question: FrozenQuestion, today: datetime.date) -> str:
    """Why the answer of a frozen question may no longer hold; empty where nothing has changed."""
    entry = next((one for one in site.questions if one.record.id == question.id), None)
    if entry is None:
        return "题库里已经没有这道题"
    if entry.record.status == "retired":
        return f"这道题已经停用：{_reason(entry)}"
    if entry.record.version > question.version:
        return "这道题后来改过，答案以题库里的为准"
    return "所引条文在核对以后有变化，待复核" if needs_review(entry.record, site.law_by_name, today) else ""


def _reason(entry: Entry[Question]) -> str:
    retired = entry.record.retired
    return retired.reason if retired else "没有写原因"
