"""What the texts of a record tell of persons and firms, each with its place and the form in which it may stand.

Found once for each record, for all rules that ask; what the record itself answers for (`allowed`) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from portal import privacy
from portal.privacy.folding import fold, plain
from portal.privacy.found import Kind
from portal.reading.record_kinds import KINDS
from portal.records import Entry, Site
from portal.records.allowed import Searched
from portal.records.base import Record
from portal.records.case import Case
from portal.rules.public_text import public_texts, span_of
from portal.source import KeyPath, Span

# A telephone number in a field that may hold several; its last eight digits are those without the area code.
NUMBER = re.compile(r"[0-9][0-9 ()-]{5,}[0-9]")
LOCAL = 8
# Readers see something of every kind of file but for the table of misspelt words; a kind that is added is searched from
# its first day.
PUBLIC = tuple(kind.field for kind in KINDS if kind.name != "misspellings")


@dataclass(frozen=True, slots=True)
class Place:
    """`text` stands at `span`, in the field at `path`; `masked` is what may stand there."""

    kind: Kind
    text: str
    masked: str
    path: KeyPath
    span: Span


@dataclass(frozen=True, eq=False)
class _Asked:
    """An entry that is equal only to itself: the rules for one follow each other, so what was found is kept for a while."""

    entry: Entry[Record]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and other.entry is self.entry

    def __hash__(self) -> int:
        return id(self.entry)


def personal_data(entry: Entry[Record]) -> tuple[Place, ...]:
    """Everything found in the public texts of the record but for what it answers for."""
    answered = answers(entry.record)
    return tuple(place for place in _all(entry) if place.text.strip() not in answered)


def unused(entry: Entry[Record]) -> Iterator[tuple[int, str]]:
    """The answers, by their number in the list, to which there is no finding."""
    allowed = entry.record.allowed if isinstance(entry.record, Searched) else ()
    found = {place.text.strip() for place in _all(entry)} if allowed else set()
    for index, one in enumerate(allowed):
        if one.text.strip() not in found:
            yield index, one.text


def answers(record: Record) -> frozenset[str]:
    allowed = record.allowed if isinstance(record, Searched) else ()
    return frozenset(one.text.strip() for one in allowed)


def is_the_bureaus(kind: Kind, text: str, site: Site) -> bool:
    """Whether it is the bureau's own telephone, mail or address, which the settings say in `contact`."""
    contact = site.settings.record.contact
    if kind is Kind.TELEPHONE:
        said = _digits(text)
        own = map(_digits, NUMBER.findall(plain(contact.phone or "")))
        return any(one[-LOCAL:] in said for one in own)
    if kind is Kind.EMAIL:
        return text.casefold() == (contact.email or "").casefold()
    return kind in (Kind.HOME, Kind.ADDRESS) and text in (contact.address or "")


def _digits(number: str) -> str:
    return re.sub("[^0-9]", "", fold(number).text)


def hides_party(record: Record) -> bool:
    """Whether the record is a case used for teaching, which may not tell even of a firm which one it is."""
    return isinstance(record, Case) and record.party.form == "anonymised"


def _all(entry: Entry[Record]) -> tuple[Place, ...]:
    return _kept(_Asked(entry))


@lru_cache(maxsize=4)
def _kept(asked: _Asked) -> tuple[Place, ...]:
    return tuple(_found(asked.entry))


def _found(entry: Entry[Record]) -> Iterator[Place]:
    search = privacy.search_with_firms if hides_party(entry.record) else privacy.search
    for text in public_texts(entry):
        for one in search(text.value):
            written = text.value[one.start : one.end]
            yield Place(one.kind, written, one.masked, text.path, span_of(entry, text, one.start, one.end))
