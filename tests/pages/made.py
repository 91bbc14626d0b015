"""Sites for the tests of pages: the small site, changed record by record, and its pages as text."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from tests.projects import REPOSITORY, SMALL, TODAY

from portal.pages import Html, Output, generate
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.reading import read
from portal.records import Entry, Site
from portal.records.base import Record

R = TypeVar("R", bound=Record)


def small_site() -> Site:
    site = read(SMALL).site
    assert site is not None
    return site


def changed(entries: tuple[Entry[R], ...], which: str, **fields: Any) -> tuple[Entry[R], ...]:
    """The same records, the one with the id `which` changed."""
    assert any(one.record.id == which for one in entries)  # type: ignore[attr-defined]
    return tuple(
        Entry(one.record.model_copy(update=fields), one.file, one.root)
        if one.record.id == which  # type: ignore[attr-defined]
        else one
        for one in entries
    )


def with_indicators(site: Site, change: Callable[[Any], Any]) -> Site:
    record = site.indicators.record
    return replace(site, indicators=Entry(change(record), site.indicators.file))


def output(site: Site, day: str = TODAY, *, drafts: bool = False) -> Output:
    templates = environment(REPOSITORY / FOLDER)
    return generate(PublicSite(site, datetime.date.fromisoformat(day), drafts=drafts), templates)


def text(made: Output, address: str) -> str:
    body = made.by_address[address].body()
    return body.html if isinstance(body, Html) else body.before + body.text + body.after


def everything(made: Output) -> str:
    return "\n".join(text(made, document.address) for document in made.documents)
