"""Answers a query from the index's files, step by step as `search-index.js` does in the browser.

For the bench and the tests: it counts what is fetched. A query is answered by the pages in which
every term occurs in one of its forms: first those of which it is the title, what lies inside them, those
whose title begins with it, those with all terms in the title, newer ones first; then those that say the
terms in the title or most often.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from portal.records import addresses
from portal.search.coding import read_page_set, read_varints, rising, varint
from portal.search.folding import folded
from portal.search.indexing import gram_file, page_file
from portal.search.laying import END, START
from portal.search.terms import Term, readings

Fetch = Callable[[str], bytes]
# A shorter rest of a query is likely to be frequent, and a look at it in vain.
LONG_REST = 3
# What is fetched at once, before anyone knows whether it is needed: the directory for the query from
# each of its first characters on, and grams for all of a short query or for two places of a longer one.
KEYS_AHEAD, SHORT, GRAMS_AHEAD = 3, 3, (0, 2)
# Pages of which the titles are read instead of looked up: they will be shown at once.
FEW = 5
# What a term in the title counts beside one in the text, and how many of these count.
IN_TITLE, MOST_SAID = 5, 4


@dataclass(frozen=True)
class Answer:
    """Page numbers in the order of the results."""

    pages: list[int]
    in_title: int


@dataclass(frozen=True)
class _Pages:
    """How often a term stands on which page, once where it is too frequent to say; the pages with it in the title."""

    counts: Counter[int]
    titled: set[int]

    def says(self, page: int) -> int:
        """How much a page says of the term."""
        return (IN_TITLE if page in self.titled else 0) + min(self.counts[page], MOST_SAID)


@dataclass(frozen=True)
class _Entry:
    text: str
    key: str
    frequent: bool
    data: bytes


@dataclass(frozen=True)
class _Found:
    """Where a string occurs: the pages of a frequent one, else its places."""

    pages: set[int] | None = None
    titled: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)


class Index:
    """The index behind `fetch`, which gives a file by its path below the site's root. Keeps what it has read."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.keys: dict[int, list[str]] = {}
        self.grams: dict[int, list[_Entry]] = {}

    @cached_property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.fetch(addresses.SEARCH_INDEX))
        return found

    @cached_property
    def page_of(self) -> list[int]:
        """The page of every slot."""
        longer = iter(self.manifest["longer"])
        extra = dict(zip(longer, longer, strict=True))
        return [page for page in range(self.manifest["pages"]) for _ in range(1 + extra.get(page, 0))]

    def page(self, number: int) -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(self.fetch(self.manifest["folder"] + page_file(number)))
        return shown

    def search(self, query: str) -> Answer:
        """By the first reading of the query for which there is anything."""
        for terms in readings(query):
            answer = self._answer(terms)
            if answer.pages:
                return answer
        return Answer([], 0)

    def _answer(self, terms: list[Term]) -> Answer:
        found = [self._any_of(term) for term in terms]
        pages = set.intersection(*(set(one.counts) for one in found))
        titled = pages.intersection(*(one.titled for one in found))
        same, begun = self._by_title(whole_titles(terms), titled)
        within = {one for page in same for one in range(page + 1, page + 1 + self.inside.get(page, 0))}
        order: dict[int, None] = {}
        for tier in (same, within & pages, begun, titled):
            order |= dict.fromkeys(sorted(tier))
        in_title = len(order)
        rest = sorted(pages, key=lambda page: (-sum(one.says(page) for one in found), page))
        return Answer(list(order | dict.fromkeys(rest)), in_title)

    def _any_of(self, term: Term) -> _Pages:
        self._look_ahead(term.forms)
        counts: Counter[int] = Counter()
        for form in term.forms:
            counts.update(self._pages(form).counts)
        return _Pages(counts, set().union(*(self._pages(form).titled for form in term.named)))

    def _by_title(self, wholes: list[str], titled: set[int]) -> tuple[set[int], set[int]]:
        """Of the pages those whose title is one of `wholes`, and those whose title begins with it."""
        if len(titled) <= FEW:
            titles = {page: folded(self.page(page)["title"]) for page in titled}
            same = {page for page, title in titles.items() if title in wholes}
            return same, {page for page, title in titles.items() if title.startswith(tuple(wholes))}
        begun = {page for whole in wholes for page in self._pages(START + whole).counts} & titled
        same = (
            {page for whole in wholes for page in self._pages(START + whole + END).counts} if begun else set()
        )
        return same & begun, begun

    @cached_property
    def inside(self) -> dict[int, int]:
        """How many entries follow a page and lie inside it."""
        numbers = iter(self.manifest["inside"])
        return dict(zip(numbers, numbers, strict=True))

    def _look_ahead(self, forms: tuple[str, ...]) -> None:
        for form in forms:
            for start in range(min(len(form), KEYS_AHEAD)):
                self._run(form[start:])
        term = forms[0]
        for start in range(len(term)) if len(term) <= SHORT else GRAMS_AHEAD:
            self._entries(term[start:])

    def _pages(self, term: str) -> _Pages:
        found = self._find(term)
        if found.pages is not None:
            return _Pages(Counter(found.pages), found.titled)
        slot, title = self.manifest["slot"], self.manifest["title"]
        counts = Counter(self.page_of[place // slot] for place in found.places)
        return _Pages(
            counts,
            {
                self.page_of[at]
                for at, within in (divmod(place, slot) for place in found.places)
                if within < title and (at == 0 or self.page_of[at - 1] != self.page_of[at])
            },
        )

    def _find(self, text: str) -> _Found:
        alike = self._entries(text)
        if not alike:
            return _Found()
        if alike[0].frequent:
            data = alike[0].data
            size = next(read_varints(data))
            rest = data[len(varint(size)) :]
            return _Found(set(read_page_set(rest[:size])), set(read_page_set(rest[size:])))
        sure: set[int] = set()
        doubtful: set[int] = set()
        for one in alike:
            if one.text.startswith(text):
                sure.update(rising(one.data))
            elif text.startswith(one.text):
                doubtful.update(rising(one.data))
        if doubtful:
            sure |= self._followed(doubtful, text, len(alike[0].key))
        return _Found(places=sure)

    def _followed(self, places: set[int], text: str, step: int) -> set[int]:
        """Those of the places, where `text` begins for sure with `step` characters, at which it goes on as it should.

        A rest that is frequent says nothing. But where the text from its second character on is frequent,
        the grams had told, and none of these places is one.
        """
        shift = max(1, min(step, len(text) - LONG_REST))
        while shift:
            rest = self._find(text[shift:])
            if rest.pages is None:
                return {place for place in places if place + shift in rest.places}
            shift //= 2
        return set()

    def _entries(self, text: str) -> list[_Entry]:
        """The entries under the one key that can lead to `text`."""
        run, keys = self._run(text)
        if not keys:
            return []
        number = run * self.manifest["run"] + bisect_right(keys, text) - 1
        entries = self._grams(number)
        at = bisect_right(entries, text, key=lambda one: one.key) - 1
        key = entries[at].key
        if not text.startswith(key):
            return []
        alike = [one for one in entries if one.key == key]
        return alike if not alike[0].frequent or alike[0].text.startswith(text) else []

    def _run(self, text: str) -> tuple[int, list[str]]:
        """The part of the directory in which `text` would stand: its number, and the first keys of its files."""
        run = bisect_right(self.manifest["keys"], text) - 1
        if run >= 0 and run not in self.keys:
            self.keys[run] = json.loads(self.fetch(f"{self.manifest['folder']}keys/{run}.json"))
        return run, self.keys.get(run, [])

    def _grams(self, number: int) -> list[_Entry]:
        if number not in self.grams:
            self.grams[number] = _read(self.fetch(self.manifest["folder"] + gram_file(number)))
        return self.grams[number]


def whole_titles(terms: list[Term]) -> list[str]:
    """What a title would be that consists of the query."""
    if len(terms) == 1:
        return list(terms[0].named)
    return ["".join(term.named[0] for term in terms)]


def _read(raw: bytes) -> list[_Entry]:
    numbers = read_varints(raw)
    count, length = next(numbers), next(numbers)
    begin = len(varint(count)) + len(varint(length))
    names = raw[begin : begin + length].decode("utf-8").split("\n")[:-1]
    sizes = read_varints(raw[begin + length :])
    lengths = [next(sizes) for _ in range(count)]
    at, text, entries = len(raw) - sum(lengths), "", []
    for name, size in zip(names, lengths, strict=True):
        text = text[: int(name[0])] + name[2:]
        frequent = name[1] >= "A"
        short = ord(name[1]) - ord("@" if frequent else "0")
        entries.append(_Entry(text, text[:short], frequent, raw[at : at + size]))
        at += size
    return entries
