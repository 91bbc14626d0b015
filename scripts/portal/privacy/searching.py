"""The door of the room: everything that is found in one text, each stretch once, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from portal.privacy.accounts import accounts
from portal.privacy.addresses import addresses
from portal.privacy.checked_numbers import checked_number
from portal.privacy.firms import firms
from portal.privacy.folding import Folded, fold
from portal.privacy.found import Found, Kind
from portal.privacy.hamlets import homes_without_number
from portal.privacy.mail import addresses_of_mail
from portal.privacy.named_numbers import named_numbers
from portal.privacy.names import full_names, masked
from portal.privacy.plates import plates
from portal.privacy.runs import digits_read, windows
from portal.privacy.tables import labelled_cells
from portal.privacy.telephones import local_numbers, telephone

# What a reader of the page does not see, but whoever opens its source: texts in attributes of tags.
TAG = re.compile(r"<[A-Za-z][^<>\n]{0,2000}>")
ATTRIBUTE = re.compile(
    r"\b(?:href|title|alt|content|value|placeholder|label|summary|aria-[a-z]+|data-[a-z-]+) ?= ?(\"[^\"<>]+\"|'[^'<>]+'|[^\s\"'<>]+)"
)
CLOSING = re.compile(r"</([A-Za-z]{1,10})>")
OPENING = re.compile(r"<([A-Za-z]{1,10})(?: [^<>]{0,50})?>\Z")
MARKS = ("**", "__", "~~", "`")


def search(text: str) -> list[Found]:
    """All that tells who somebody is, in stretches of `text` as written; where two overlap, the surer or longer one."""
    return [*_search(text, lambda folded: (*_numbers(folded), *_by_words(folded)))]


def search_with_firms(text: str) -> list[Found]:
    """All that `search` finds, and what tells which firm it is."""
    return [*_search(text, lambda folded: (*_numbers(folded), *_by_words(folded), *firms(folded.text)))]


def certain(text: str) -> list[Found]:
    """Only what its form or a check digit settles, whatever stands around it: for pages that are already rendered."""
    return [one for one in _search(text, _settled) if one.certain]


def _search(text: str, find: Callable[[Folded], Iterable[Found]]) -> list[Found]:
    found = _in_text(text, find)
    for start, hidden in _hidden(text) if "<" in text else ():
        inside = _in_text(hidden, find)
        found += [replace(one, start=one.start + start, end=one.end + start) for one in inside]
    return _apart(found)


def _hidden(text: str) -> Iterator[tuple[int, str]]:
    for tag in TAG.finditer(text):
        for attribute in ATTRIBUTE.finditer(text, *tag.span()):
            yield attribute.start(1), attribute[1]


def _in_text(text: str, find: Callable[[Folded], Iterable[Found]]) -> list[Found]:
    folded = fold(text)
    return [
        replace(one, start=start, end=end)
        for one in _apart(find(folded))
        for start, end in [_with_its_marks(text, *folded.stretch(one.start, one.end))]
    ]


def _with_its_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the mark before it that is closed inside it, or the one behind it that is opened inside it."""
    inside = text[start:end]
    closing, opening = CLOSING.match(text, end), OPENING.search(text, max(0, start - 64), start)
    if closing and f"<{closing[1]}" in inside and f"</{closing[1]}" not in inside:
        return start, closing.end()
    if opening and f"</{opening[1]}>" in inside and f"<{opening[1]}" not in inside:
        return opening.start(), end
    for mark in MARKS:
        if inside.count(mark) % 2:
            if text.startswith(mark, end):
                return start, end + len(mark)
            if text.endswith(mark, 0, start):
                return start - len(mark), end
    return start, end


def _settled(folded: Folded) -> Iterator[Found]:
    return chain(_numbers(folded), plates(folded.text), addresses_of_mail(folded.text))


def _numbers(folded: Folded) -> Iterator[Found]:
    text = digits_read(folded.text)
    for window in windows(text, _seams(folded)):
        found = checked_number(text, window) or telephone(text, window)
        if found:
            yield found


def _by_words(folded: Folded) -> Iterator[Found]:
    text = digits_read(folded.text)
    yield from _named(text)
    yield from _in_tables(text)
    yield from plates(text)
    yield from addresses_of_mail(folded.text)
    yield from addresses(folded.text)
    yield from homes_without_number(folded.text)
    for start, end in full_names(folded.text):
        yield Found(Kind.NAME, start, end, masked(folded.text[start:end]))


def _named(text: str) -> Iterator[Found]:
    return chain(local_numbers(text), named_numbers(text), accounts(text))


def _in_tables(text: str) -> Iterator[Found]:
    """What the word at the head of a column or a row names."""
    for label, start, end in labelled_cells(text) if "|" in text else ():
        shift = start - len(label) - 1
        for one in _named(f"{label}:{text[start:end]}"):
            if one.start > len(label):
                yield replace(one, start=one.start + shift, end=one.end + shift)


def _seams(folded: Folded) -> frozenset[int]:
    """Where markup or what cannot be seen was taken away between two characters."""
    if isinstance(folded.origin, range):
        return frozenset()
    pairs = zip(folded.origin, folded.origin[1:], strict=False)
    return frozenset(place for place, (left, right) in enumerate(pairs, 1) if right - left > 1)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Of those that overlap the surer, then the longer, then the first one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (not one.certain, one.start - one.end, one.start)):
        first = bisect(kept, one.start, key=_end)
        last = bisect(kept, one.end - 1, first, key=_start)
        if last == first:
            kept.insert(first, one)
        elif last == first + 1 and _is_more(one, kept[first]):
            kept[first] = one
    return kept


def _is_more(one: Found, other: Found) -> bool:
    """Whether a word names a longer number, of which the other only happens to be a part that fits a form."""
    inside = one.start <= other.start and other.end <= one.end
    return inside and one.end - one.start > other.end - other.start and not one.certain


def _start(found: Found) -> int:
    return found.start


def _end(found: Found) -> int:
    return found.end
