"""What a rule is and how rules are run.

A rule is one function with a stable code. A record rule looks at one record at a time, so that an
editing preview runs it only on what has changed; a site rule looks at everything at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.records import Entry, Site
from portal.records.base import Record
from portal.source import Diagnostic, Severity, Span

# Of which record depends on the lists that the rule is for; the engine hands it what stands in them.
RecordCheck = Callable[[Entry[Any], Site, datetime.date], Iterator["Finding"]]
SiteCheck = Callable[[Site, datetime.date], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a record rule says: the place within the record, what is wrong, how to mend it."""

    span: Span
    message: str
    hint: str = ""


@dataclass(frozen=True)
class RecordRule:
    """Runs on every entry of `Site.<on>`, which is a list of entries or a single one."""

    code: str
    on: tuple[str, ...]
    severity: Severity
    check: RecordCheck

    @property
    def manual(self) -> str:
        return self.check.__doc__ or ""

    def run(self, entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Diagnostic]:
        for found in self.check(entry, site, today):
            yield Diagnostic(entry.path, found.span, self.code, found.message, found.hint, self.severity)


@dataclass(frozen=True)
class SiteRule:
    """Runs once on the whole site and names the files itself."""

    code: str
    check: SiteCheck

    @property
    def manual(self) -> str:
        return self.check.__doc__ or ""


def record_rule(
    code: str, *on: str, severity: Severity = Severity.ERROR
) -> Callable[[RecordCheck], RecordRule]:
    """Make a function `(entry, site, today) -> findings` the rule `code` for the named lists of the site."""
    return lambda check: RecordRule(code, on, severity, check)


def site_rule(code: str) -> Callable[[SiteCheck], SiteRule]:
    """Make a function `(site, today) -> diagnostics` the rule `code`."""
    return lambda check: SiteRule(code, check)
