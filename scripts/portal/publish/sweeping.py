"""The last search of a finished site, before it takes the place of the old one: what may not stand there, wherever it is.

Takes each page as it is written and every other file as it lies, gives what was found with the pages that say it.
Rules search what staff have written, field by field; this searches what came of it, whoever wrote it (ADR 18).
"""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.pages import Document
from portal.privacy import Kind
from portal.publication.withheld import Withheld, party_names, plain
from portal.publish.certain_numbers import HINT, Found, certain
from portal.publish.name_search import BORDER, NameSearch
from portal.publish.rendered_text import is_text, of_file, of_head, of_html
from portal.records import Site
from portal.render.frames import Filled

TELEPHONE = re.compile(r"[0-9+(][0-9 ()\-]*")
SHORTEST, LOCAL_DIGITS = 7, 8  # of a telephone number without its area code


@dataclass
class Finding:
    """One text that may not stand on the site: `what` it is, as it may be told, and the addresses that say it.

    `party` is there where it is a party's, `words` are the text itself and never told.
    """

    what: str
    masked: str
    words: str
    party: Withheld | None = None
    addresses: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Permitted:
    """Numbers that may stand: the bureau's own telephones and mail, the codes of parties that are named rightly."""

    phones: tuple[str, ...]
    mail: str
    codes: frozenset[str]

    @classmethod
    def of(cls, site: Site, names: Collection[str]) -> Permitted:
        contact = site.settings.record.contact
        phones = TELEPHONE.findall(unicodedata.normalize("NFKC", f"{contact.phone or ''};{contact.hotline}"))
        return cls(tuple(map(_digits, phones)), plain(contact.email or ""), frozenset(map(plain, names)))

    def has(self, found: Found) -> bool:
        number = plain(found.number)
        if found.kind is Kind.TELEPHONE:
            said = _digits(number)
            # The area code may be left out, an extension may follow.
            return any(own[-LOCAL_DIGITS:] in said for own in self.phones if len(own) >= SHORTEST)
        is_mail, is_code = found.kind is Kind.EMAIL, found.kind is Kind.CREDIT_CODE
        return (is_mail and number == self.mail) or (is_code and number in self.codes)


def _digits(text: str) -> str:
    return "".join(char for char in plain(text) if char.isdigit())


class Sweep:
    """What may not stand on the site of one day, and what was found of it."""

    def __init__(self, site: Site, today: datetime.date) -> None:
        names = party_names(site, today)
        self.unseen = names.paths
        self.names = NameSearch.of(names.hidden, names.public)
        # A code that is hidden is told as the party's, with the case.
        self.permitted = Permitted.of(site, {*names.public, *(one.text for one in names.hidden)})
        self.findings: dict[tuple[str, str], Finding] = {}
        # Pages and files repeat each other: a case's words stand on its page, in lists, tables, the index of the search.
        # Their hashes, of 64 bits, are kept instead of them: a tenth of the memory, and no two alike in a million sites.
        self._seen: set[int] = set()
        self._telling: dict[int, list[Finding]] = {}

    def note(self, document: Document, page: Filled, *, framed: bool) -> None:
        """Search a page: all of it where it is the first in its frame, else what it does not share with the others."""
        text = of_html(page.html) if framed else f"{of_head(page.head)}{BORDER}{of_html(page.body)}"
        self.search(document.address, text)

    def files(self, folder: Path, documents: Collection[str]) -> None:
        """Search every file below `folder` but the pages at these addresses. Raises `OSError`."""
        pages = {f"{address}index.html" for address in documents}
        for place, _, names in os.walk(folder):
            below = os.path.relpath(place, folder).replace(os.sep, "/")
            for name in sorted(names):
                path = name if below == "." else f"{below}/{name}"
                if (
                    path not in pages
                    and is_text(name)
                    and (text := of_file(path, Path(place, name).read_bytes()))
                ):
                    self.search(path, text)

    def search(self, address: str, text: str) -> None:
        """Search the plain text of what lies at `address`; what was searched before is not searched again."""
        blocks = text.split(BORDER)
        marks = list(map(hash, blocks))
        fresh = set(marks) - self._seen
        for mark in self._telling.keys() & marks:
            for finding in self._telling[mark]:
                self._tell(address, finding)
        if fresh:
            self._seen |= fresh
            new = (block for block, mark in zip(blocks, marks, strict=True) if mark in fresh)
            self._search(address, BORDER.join(new))

    def _search(self, address: str, text: str) -> None:
        for block, party in self.names.search(text):
            self._tell(address, Finding(party.what, _masked(party.text), party.text, party), block)
        for block, number in self._numbers(text):
            self._tell(address, Finding(number.kind.value, number.masked, number.number), block)

    def _numbers(self, text: str) -> Iterator[tuple[str, Found]]:
        done = 0
        for hint in HINT.finditer(text):
            if hint.start() >= done:
                start, end = text.rfind(BORDER, 0, hint.start()) + 1, text.find(BORDER, hint.end())
                done = len(text) if end < 0 else end
                block = text[start:done]
                yield from ((block, found) for found in certain(block) if not self.permitted.has(found))

    def _tell(self, address: str, finding: Finding, block: str | None = None) -> None:
        known = self.findings.setdefault((finding.what, plain(finding.words)), finding)
        if address not in known.addresses:
            known.addresses.append(address)
        if block is not None:
            self._telling.setdefault(hash(block), []).append(known)


class Probe:
    """Looks at single texts before they are written, where nothing else would look at them in time."""

    def __init__(self, site: Site, today: datetime.date) -> None:
        self.site, self.today = site, today

    @cached_property
    def _sweep(self) -> Sweep:
        return Sweep(self.site, self.today)

    def telling(self, content: bytes) -> bool:
        """Whether this JSON may not stand on the site."""
        address = str(hash(content))
        self._sweep.search(address, of_file("text.json", content) or "")
        return any(address in one.addresses for one in self._sweep.findings.values())


def _masked(text: str) -> str:
    """The first and the last character of a name: whoever reads the message knows the case."""
    return f"{text[0]}……{text[-1]}"
