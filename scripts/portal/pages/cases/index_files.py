"""All public cases as data for the instant filters of the case index.

Takes the cases in the order of the index, gives `cases/index.json` with what is filtered by (column by
column, words by their number) and `cases/index/<n>.json` with the titles and summaries of so many cases
in a row, which a browser fetches only for what it shows or searches in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from markupsafe import escape

from portal.pages.context import Context
from portal.pages.drafts import IN_WORDS
from portal.records import Entry, addresses
from portal.records.case import Case
from portal.records.vocabulary import Term
from portal.typesetting import Typesetter, places_in

# Compressed, so many titles and summaries are some 40 KB.
CASES_A_FILE = 400


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → bytes, made when they are written."""
    public = context.public
    cases = [_titled(context, entry) for entry in public.cases]
    index = CaseIndex(cases, public.words.groups, public.ends, Typesetter.of(context.own_words))
    texts = {addresses.case_texts(n): index.text_file(n) for n in range(index.file_count)}
    return {addresses.CASE_INDEX: index.columns, **texts}


def _titled(context: Context, entry: Entry[Case]) -> Case:
    """The case; a draft says so in its title, the only thing that the list in the browser shows of its state."""
    case = entry.record
    is_draft = context.public.is_draft(entry)
    return case.model_copy(update={"title": f"{case.title}{IN_WORDS}"}) if is_draft else case


class CaseIndex:
    """The files of one list of cases; all bear the same version, so that old and new ones are not mixed."""

    def __init__(
        self,
        cases: list[Case],
        groups: Mapping[str, Mapping[str, Term]],
        ends: Mapping[str, str],
        typesetter: Typesetter,
    ) -> None:
        self.cases, self.groups, self.ends, self.typesetter = cases, groups, ends, typesetter

    @property
    def file_count(self) -> int:
        return -(-len(self.cases) // CASES_A_FILE)

    @cached_property
    def version(self) -> str:
        digest = hashlib.sha256()
        for case in self.cases:
            digest.update(f"{case.id}\0{case.title}\0{case.summary}\n".encode())
        return digest.hexdigest()[:10]

    def columns(self) -> bytes:
        """What cases are filtered by and shown with beside their texts."""
        found: dict[str, object] = {
            "version": self.version,
            "size": CASES_A_FILE,
            "id": [case.id for case in self.cases],
            "date": [case.published_on.isoformat() if case.published_on else "" for case in self.cases],
            "until": {
                number: self.ends[one.id] for number, one in enumerate(self.cases) if one.id in self.ends
            },
            "demo": [number for number, case in enumerate(self.cases) if case.demo],
        }
        found["business"] = self._column("business_types", (case.business_type for case in self.cases))
        found["focus"] = self._column("focuses", (case.focus for case in self.cases))
        found["product"] = self._column("products", (case.product for case in self.cases))
        return _json(found)

    def _column(self, group: str, values: Iterable[str | None]) -> dict[str, object]:
        """The words that occur, as (id, word) in the order of the vocabulary, and each case's number among them."""
        used = list(values)
        words = [word for word in self.groups[group] if word in set(used)]
        number = {word: place for place, word in enumerate(words)}
        return {
            "words": [(self.groups[group][word].id, word) for word in words],
            "of": [number.get(value, -1) if value else -1 for value in used],
        }

    def text_file(self, number: int) -> Callable[[], bytes]:
        def made() -> bytes:
            part = self.cases[number * CASES_A_FILE : (number + 1) * CASES_A_FILE]
            texts = [(case.title, case.summary) for case in part]
            lines = [self._lines(case) for case in part]
            return _json({"version": self.version, "cases": texts, "lines": lines})

        return made

    def _lines(self, case: Case) -> tuple[list[int], list[int], list[int]]:
        """Where lines of the title may end, what of it stays whole, and what of the summary: as on the pages."""
        title = places_in(self.typesetter.page(f'<a class="p-card__title">{escape(case.title)}</a>'))
        summary = places_in(self.typesetter.page(f"<p>{escape(case.summary)}</p>"))
        return title.breaks, title.wholes, summary.wholes


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
