"""`content/glossary.yaml`: the words of the field in plain language (名词解释), explained wherever they occur."""

from __future__ import annotations

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.citation_text import CitationText
from portal.records.scalars import Slug, Text


class GlossaryTerm(Record):
    """One term. Its words are found in running text letter by letter, as Chinese has no spaces."""

    id: Slug = described("编号", "用在网址里，如 sample-retention")
    term: Text = described("名词", "网站上用的写法，如 留样")
    aliases: tuple[Text, ...] = described("别名", "意思相同的其他写法，正文里也认", ())
    exceptions: tuple[Text, ...] = described(
        "例外", "碰巧含有这个词、意思不同的写法，如 保留样品，正文里不认", ()
    )
    explanation: Text = described("解释", "80 字以内，任何人都看得懂", max_length=80)
    citations: tuple[CitationText, ...] = described("依据", "", ())
    see: tuple[Slug, ...] = described("参见", "其他名词的编号", ())
    allowed: tuple[Allowed, ...] = answered()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that readers may find the term under."""
        return (self.term, *self.aliases)


class Glossary(Record):
    """The file."""

    terms: tuple[GlossaryTerm, ...] = described("名词", "", ())
