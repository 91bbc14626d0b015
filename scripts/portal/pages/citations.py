"""Citations as readers see them: the place in the law, what it says, and by which version of the law.

Takes a citation's text and a day, gives what templates print. Paraphrases are written
from one version (`Law.paraphrased`); wherever another one counts, the page says so.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.publication.public_site import PublicSite
from portal.publication.staleness import outdated
from portal.records import addresses
from portal.records.citation import parse
from portal.records.law import Article, Law, Version


@dataclass(frozen=True)
class CitedArticle:
    """A citation as it is shown: the law, the place in it, what it says, where it is explained, and a caution."""

    text: str
    law: Law | None
    place: str
    paraphrase: str
    address: str
    note: str

    @property
    def version(self) -> str:
        """The version of the law that the paraphrase follows."""
        return self.law.paraphrased.id if self.law and self.paraphrase else ""


def cite(public: PublicSite, text: str, decided_on: datetime.date | None = None) -> CitedArticle:
    """What stands behind a citation; an unknown law is shown as it was written.

    With `decided_on` it is the basis of a decision, which rests on the law of its day.
    """
    citation = parse(text)
    entry = public.law_by_name.get(citation.law) if citation else None
    if citation is None or entry is None:
        return CitedArticle(text, None, text, "", "", "")
    law = entry.record
    article = law.article(citation.article, citation.inserted)
    return CitedArticle(
        text,
        law,
        citation.place,
        article.paraphrase if article else "",
        addresses.law_article(law, citation.article, citation.inserted) if article else addresses.law(law),
        _of_decision(law, article, decided_on, public.today)
        if decided_on
        else _of_today(law, article, public.today),
    )


def _of_today(law: Law, article: Article | None, today: datetime.date) -> str:
    if law.is_repealed(today):
        return f"这部法规已废止，由{outdated(law, today)}取代"
    paraphrased, in_force = law.paraphrased, law.in_force(today)
    if article is None or in_force is None or paraphrased is in_force:
        return ""
    if paraphrased.effective <= in_force.effective:
        return f"要点依据{paraphrased.id}的文本，现行的是{in_force.id}"
    return f"要点依据{paraphrased.id}的文本，还没有施行" if _differs(law, article, in_force) else ""


def _of_decision(law: Law, article: Article | None, decided_on: datetime.date, today: datetime.date) -> str:
    then = law.in_force(decided_on)
    if then is None:
        return ""
    if article and _differs(law, article, then):
        return f"决定时施行的是{then.id}；要点依据{law.paraphrased.id}的文本，这一条有修改"
    return f"依据决定时的文本（{then.id}）" if outdated(law, today) else ""


def _differs(law: Law, article: Article, version: Version) -> bool:
    """Whether `article` was changed between `version` and the one our paraphrase follows."""
    ends = (law.versions.index(version), law.versions.index(law.paraphrased))
    between = law.versions[min(ends) + 1 : max(ends) + 1]
    return any(one.id in article.changed_in for one in between)
