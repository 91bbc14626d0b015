"""Terms of the glossary in running text: the first occurrence on a page becomes a link to its explanation.

`TermIndex` knows the words of all terms; `MarkedTerms` belongs to one page, marks paragraphs that are
already HTML and remembers which terms they used, so that the page can carry their explanations along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup, escape

from portal.records import addresses
from portal.records.glossary import GlossaryTerm

# What is passed over whole: links with their text, tags, character references.
PASSED_OVER = ("<a\\b.*?</a>", "<[^>]*>", "&[^;]*;")


class TermIndex:
    """Every word that is explained, and the words that only look like one."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        self.terms = tuple(terms)

    @cached_property
    def by_word(self) -> dict[str, GlossaryTerm]:
        return {str(escape(word)): term for term in self.terms for word in term.words}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One pattern for all words, the longer of two that begin alike first."""
        exceptions = {str(escape(word)) for term in self.terms for word in term.exceptions}
        words = sorted({*self.by_word, *exceptions}, key=lambda word: (-len(word), word))
        return re.compile("|".join((*PASSED_OVER, *map(re.escape, words))), re.DOTALL)


class MarkedTerms:
    """The terms of one page; `root` is the way from the page to the site's root."""

    def __init__(self, index: TermIndex, root: str) -> None:
        self.index = index
        self.root = root
        self.found: dict[str, GlossaryTerm] = {}

    def mark(self, paragraphs: str) -> Markup:
        """The HTML with a link at the first occurrence of every term that this page has not marked yet."""
        return Markup(self.index.pattern.sub(self._linked, str(paragraphs)))

    @property
    def used(self) -> list[GlossaryTerm]:
        """The terms marked so far, in the order of the page."""
        return list(self.found.values())

    def _linked(self, match: re.Match[str]) -> str:
        word = match[0]
        term = self.index.by_word.get(word)
        if term is None or term.id in self.found:
            return word
        self.found[term.id] = term
        place = f"{self.root}{addresses.term(term.id)}"
        return f'<a class="p-term" href="{place}" aria-describedby="term-{term.id}">{word}</a>'
