"""Answers a query from the index's files, step by step as `search-index.js` does in the browser.

For the bench and the tests: it counts what is fetched. A query is answered by the pages in which
every term occurs in one of its forms, those with all terms in the title first, then newer ones.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from portal.records import addresses
from portal.search.coding import read_page_set, read_varints, rising, varint
from portal.search.folding import terms_of
from portal.search.indexing import gram_file, page_file

Fetch = Callable[[str], bytes]
# A shorter rest of a query is likely to be frequent, and a look at it in vain.
LONG_REST = 3
# What is fetched at once, before anyone knows whether it is needed: the directory for the query from
# each of its first characters on, and grams for all of a short query or for two places of a longer one.
KEYS_AHEAD, SHORT, GRAMS_AHEAD = 3, 3, (0, 2)


@dataclass(frozen=True)
class Answer:
    """Page numbers in the order of the results."""

    pages: list[int]
    in_title: int


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
        pages: set[int] | None = None
        titled: set[int] = set()
        for forms in terms_of(query):
            self._look_ahead(forms)
            found = [self._pages(form) for form in forms]
            here, there = (set().union(*sets) for sets in zip(*found, strict=True))
            titled = there if pages is None else titled & there
            pages = here if pages is None else pages & here
        first = sorted(titled & (pages or set()))
        return Answer(first + sorted((pages or set()) - titled), len(first))

    def _look_ahead(self, forms: tuple[str, ...]) -> None:
        for form in forms:
            for start in range(min(len(form), KEYS_AHEAD)):
                self._run(form[start:])
        term = forms[0]
        for start in range(len(term)) if len(term) <= SHORT else GRAMS_AHEAD:
            self._entries(term[start:])

    def _pages(self, term: str) -> tuple[set[int], set[int]]:
        """The pages with the term, and those that have it in the title."""
        found = self._find(term)
        if found.pages is not None:
            return found.pages, found.titled
        slot, title = self.manifest["slot"], self.manifest["title"]
        pages = {self.page_of[place // slot] for place in found.places}
        return pages, {
            self.page_of[at]
            for at, within in (divmod(place, slot) for place in found.places)
            if within < title and (at == 0 or self.page_of[at - 1] != self.page_of[at])
        }

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
