"""Whether the `basis` of every question stands in the article it cites, by the texts of the laws.

Takes the questions and the law texts by file name, gives diagnostics and counts. The texts are no part of
the project: whoever checks brings them along.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.formats.laws.text import Articles, dated, holds, places, read_articles, text_for
from portal.records import Entry, Site
from portal.records.citation import Citation, parse
from portal.records.law import Law
from portal.records.question import Question
from portal.source import Diagnostic, Span, error, warning


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found; questions in use, and those of them whose phrase stands where they say."""

    problems: tuple[Diagnostic, ...]
    checked: int
    found: int


class Texts:
    """The articles of every law, each text read once."""

    def __init__(self, site: Site, texts: Mapping[str, str], today: datetime.date) -> None:
        self.site, self.texts, self.today = site, texts, today
        self.files = {
            entry.record.id: text_for(entry.record, texts, self._day(entry.record)) for entry in site.laws
        }
        self.read: dict[str, Articles] = {}

    def _day(self, law: Law) -> datetime.date:
        """Citations are numbered as the record is: where that is a version to come, its text counts already."""
        return max(self.today, law.paraphrased.effective)

    def of(self, citation: Citation) -> Articles | None:
        """The articles of the cited law; `None` when the law is not known or has no text."""
        entry = self.site.law_by_name.get(citation.law)
        name = self.files.get(entry.record.id) if entry else None
        if name is None:
            return None
        if name not in self.read:
            self.read[name] = read_articles(self.texts[name])
        return self.read[name]


def verify(site: Site, texts: Mapping[str, str], today: datetime.date) -> Verification:
    """Every question that is not retired and rests on the law, against `texts` by file name."""
    laws = Texts(site, texts, today)
    questions = [
        entry for entry in site.questions if entry.record.status != "retired" and entry.record.ground == "law"
    ]
    problems = list(_about_texts(laws, questions))
    found = 0
    for entry in questions:
        of_question = list(_about_question(laws, entry))
        found += entry.record.basis is not None and _stands(laws, entry.record)
        problems += of_question
    return Verification(tuple(sorted(problems)), len(questions), found)


def _about_question(laws: Texts, entry: Entry[Question]) -> Iterator[Diagnostic]:
    question = entry.record
    for index, citation in _citations(question):
        articles = laws.of(citation)
        if articles is not None and places(articles, citation) is None:
            message = f"《{citation.law}》的文本里没有{citation.place}"
            yield error(
                entry.path, entry.at("citations", index), "BASIS-PLACE", message, "对照原文改正条、款、项"
            )
    if question.basis is None:
        hint = "从所引条文里抄一句关键的话，写成 basis"
        yield warning(entry.path, entry.at("id"), "BASIS-NONE", f"{question.id} 没有写原文依据", hint)
    elif not _stands(laws, question) and any(laws.of(one) is not None for _, one in _citations(question)):
        elsewhere = _elsewhere(laws, question)
        hint = (
            f"这句话在{elsewhere}里，改正引用" if elsewhere else "对照原文，一字不差地抄所引条、款、项里的话"
        )
        yield error(entry.path, entry.at("basis"), "BASIS-PHRASE", "所引条文里没有这句话", hint)


def _stands(laws: Texts, question: Question) -> bool:
    """Whether the phrase occurs in a place that the question cites."""
    return any(
        holds(places(articles, citation) or (), question.basis or "")
        for _, citation in _citations(question)
        if (articles := laws.of(citation)) is not None
    )


def _elsewhere(laws: Texts, question: Question) -> str | None:
    """Where in the cited laws the phrase stands instead, if it stands in one paragraph of one of them."""
    for _, citation in _citations(question):
        for (article, inserted), paragraphs in (laws.of(citation) or {}).items():
            for number, paragraph in enumerate(paragraphs, start=1):
                if holds([paragraph.whole], question.basis or ""):
                    place = Citation(citation.law, article, inserted, number).place
                    return f"《{citation.law}》{place}"
    return None


def _about_texts(laws: Texts, questions: list[Entry[Question]]) -> Iterator[Diagnostic]:
    """Cited laws without a text, and those whose text is older than the version in force, once each."""
    for law, (path, span, count) in _first_citations(laws.site, questions).items():
        record = laws.site.law_by_name[law].record
        name, current = laws.files[record.id], record.in_force(laws.today)
        if name is None:
            message = f"文件夹里没有《{record.short_title}》的文本，{count} 处引用核对不了"
            yield error(
                path,
                span,
                "BASIS-LAW",
                message,
                f"放进一个以“{record.short_title}(日期)”命名的 .md 或 .txt 文件",
            )
        elif current and datetime.date.min < dated(name) < current.adopted:
            message = f"《{record.short_title}》的文本“{name}”比现行版本（{current.id}）旧"
            yield warning(path, span, "BASIS-OLD", message, "换成现行文本再核对")


def _first_citations(site: Site, questions: list[Entry[Question]]) -> dict[str, tuple[str, Span, int]]:
    """By short title: file and place of the first citation of the law, and how many there are."""
    found: dict[str, tuple[str, Span, int]] = {}
    for entry in questions:
        for index, citation in _citations(entry.record):
            if law := site.law_by_name.get(citation.law):
                title = law.record.short_title
                path, span, count = found.get(title) or (entry.path, entry.at("citations", index), 0)
                found[title] = (path, span, count + 1)
    return found


def _citations(question: Question) -> Iterator[tuple[int, Citation]]:
    for index, text in enumerate(question.citations):
        if citation := parse(text):
            yield index, citation
