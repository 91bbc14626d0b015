"""What of a single record is shown on a day: its text, its corrections and revisions, and its last change."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Set

from portal.records.article import KnowledgeArticle
from portal.records.case import Case, CaseCorrection
from portal.records.outcome import Outcome, Revision
from portal.records.remarks import without_remarks

Changing = Case | KnowledgeArticle | Outcome


def shown_text(article: KnowledgeArticle, public: Set[tuple[str, str]]) -> str:
    """The article's Markdown without remarks; a link to an article that is not among the `public` (section, id) is plain text."""
    text, done = "", 0
    for link in article.links():
        if (link.section, link.id) not in public:
            text += article.body[done : link.start] + link.text
            done = link.end
    return without_remarks(text + article.body[done:])


def forms(article: KnowledgeArticle) -> tuple[str, ...]:
    """The Markdown as it is written, then what may be shown of it: with all of its links to articles, with none.

    What is left out joins what stood on either side of it, so each form says what the others may not: `<scr<!-- -->ipt>`.
    """
    linked = {(link.section, link.id) for link in article.links()}
    return tuple(dict.fromkeys((article.body, shown_text(article, linked), shown_text(article, frozenset()))))


def shown_corrections(case: Case, today: datetime.date) -> list[CaseCorrection]:
    """The corrections made by `today`."""
    return [one for one in case.corrections if one.on <= today]


def shown_revisions(outcome: Outcome, public: Collection[str], today: datetime.date) -> list[Revision]:
    """The revisions made by `today` of figures whose indicator is among the `public` ones."""
    return [one for one in outcome.revisions if one.on <= today and one.indicator in public]


def changed_on(record: Changing, public: Collection[str], today: datetime.date) -> datetime.date | None:
    """The day of the last change that is shown; `None` where nothing has changed since publication."""
    if isinstance(record, Case):
        days = [one.on for one in shown_corrections(record, today)]
    elif isinstance(record, Outcome):
        days = [one.on for one in shown_revisions(record, public, today)]
    else:
        days = [record.updated_on] if record.updated_on and record.updated_on <= today else []
    return max(days, default=None)
