"""Whether the law that a record cites is still the law it was checked against.

Takes a record, the laws by name and a day; gives what has taken the place of what was cited. Pages put 待复核 on
what is stale, rules say which citation it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from itertools import chain

from portal.records import Entry
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.citation import Citation, parse
from portal.records.glossary import GlossaryTerm
from portal.records.law import Article, Law
from portal.records.question import Question
from portal.records.risk import Risk
from portal.source import KeyPath

# What is checked against the law of a day (`verified_on`), and what cites at all.
Verified = KnowledgeArticle | Risk | Question
Citing = Verified | Case | GlossaryTerm
LawByName = Mapping[str, Entry[Law]]
# The lists of the site that hold what cites.
CITING = ("cases", "articles", "risks", "questions", "terms")


def cited(record: Citing) -> Iterator[tuple[KeyPath, Citation]]:
    """Every citation of a record that can be read, with its path in the record."""
    if isinstance(record, Case):
        lists: list[tuple[KeyPath, tuple[str, ...]]] = [
            (("provisions_violated",), record.provisions_violated),
            (("legal_basis",), record.legal_basis),
        ]
    elif isinstance(record, Risk):
        lists = [
            (("points", number, "citations"), point.citations) for number, point in enumerate(record.points)
        ]
    else:
        lists = [(("citations",), record.citations)]
    return chain.from_iterable(_parsed(path, texts) for path, texts in lists)


def _parsed(path: KeyPath, texts: tuple[str, ...]) -> Iterator[tuple[KeyPath, Citation]]:
    for index, text in enumerate(texts):
        if citation := parse(text):
            yield (*path, index), citation


def cited_law(record: Citing, laws: LawByName) -> Iterator[tuple[KeyPath, Citation, Law]]:
    """The citations of laws that are known."""
    for path, citation in cited(record):
        if law := laws.get(citation.law):
            yield path, citation, law.record


def needs_review(record: Verified, laws: LawByName, today: datetime.date) -> bool:
    """Whether the record must carry 待复核: what it cites has changed since `verified_on` or is outdated."""
    return any(
        outdated(law, today) or amended_since(record, citation, law, today)
        for _, citation, law in cited_law(record, laws)
    )


def outdated(law: Law, today: datetime.date) -> str | None:
    """What has taken the place of the text that `law.articles` follow, by `today`; `None` if nothing has."""
    if law.repealed and law.repealed.on <= today:
        return law.repealed.replaced_by or "新规定"
    current = law.in_force(today)
    if current is None or law.versions.index(current) <= law.versions.index(law.paraphrased):
        return None
    return current.id


def amended_since(record: Verified, citation: Citation, law: Law, today: datetime.date) -> str | None:
    """The version, in force by `today`, that changed the cited article after the record was checked; `None` if none did."""
    article = law.article(citation.article, citation.inserted)
    return _amended_after(law, article, record.verified_on, today) if article else None


def _amended_after(
    law: Law, article: Article, verified_on: datetime.date, today: datetime.date
) -> str | None:
    for version in law.versions:
        if version.id in article.changed_in and verified_on < version.effective <= today:
            return version.id
    return None
