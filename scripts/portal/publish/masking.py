"""The kept input, built although the last search finds something: on a refused night what must go goes, with its name.

A case is closed, and an article goes on naming its party: that article is masked and the rest built as it was. Only
parties are masked, in the unpacked input and nowhere else. What remains is told, and no reason to keep a case open.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from portal.publication.withheld import NAME
from portal.publish.building import BuildFailed, build
from portal.publish.ledger import Gate
from portal.publish.sweep_report import NotPublishable, Traced
from portal.records import Site
from portal.source.progress import Progress

MARKS = ("**", "__", "~~", "*", "_")
SOMEBODY, SOMETHING = "某单位", "（已隐去）"


@dataclass(frozen=True)
class Built:
    """The number of pages, the files in which parties were masked, and what stands on the site all the same."""

    pages: int
    masked: tuple[str, ...] = ()
    unfit: str = ""


def build_masked(
    site: Site,
    anew: Callable[[], Site | None],
    root: Path,
    target: Path,
    today: datetime.date,
    gate: Gate,
    progress: Progress,
) -> Built:
    """Build `site` from the input in `root`, which may be written in; `anew` reads it again. Raises `BuildFailed`."""
    found: list[NotPublishable] = []

    def first(unfit: NotPublishable) -> None:
        found.append(unfit)
        if any(one.is_party_in_files for one in unfit.traced):
            raise unfit

    try:
        pages = build(site, root, target, today, progress, gate=replace(gate, unfit=first))
        return Built(pages, unfit=_told(found))
    except BuildFailed:
        if not found:
            raise
    masked = mask(root, found.pop().traced)
    try:
        smaller = anew()
        if smaller:
            pages = build(smaller, root, target, today, progress, gate=replace(gate, unfit=found.append))
            return Built(pages, tuple(masked), _told(found))
    except BuildFailed:
        found.clear()
    # As it was before anything was masked: worse for one name, better than every case that should be gone.
    pages = build(site, root, target, today, progress, gate=replace(gate, unfit=found.append))
    return Built(pages, unfit=_told(found))


def _told(found: Iterable[NotPublishable]) -> str:
    return "\n".join(map(str, found))


def mask(root: Path, traced: Iterable[Traced]) -> list[str]:
    """Write something that names nobody in each place below `root`; returns the files, in order. Raises `OSError`."""
    stretches: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for one in traced:
        if one.finding.party:
            instead = SOMEBODY if one.finding.what == NAME else SOMETHING
            for place in one.places:
                stretches[place.path][place.start, place.end] = instead
    for path, found in stretches.items():
        (root / path).write_bytes(
            _masked((root / path).read_bytes().decode("utf-8", "replace"), found).encode()
        )
    return sorted(stretches)


def _masked(text: str, found: dict[tuple[int, int], str]) -> str:
    """From the end, so that places stay right; of two that overlap the first is masked whole."""
    last = len(text)
    for (first, beyond), instead in sorted(found.items(), reverse=True):
        start, end = _with_marks(text, first, beyond)
        if end <= last:
            text, last = text[:start] + instead + text[end:], start
    return text


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the mark that ends, or begins, an emphasis of a part of it."""
    for mark in MARKS:
        if text.count(mark, start, end) % 2:
            if text.startswith(mark, end):
                return start, end + len(mark)
            if text.endswith(mark, 0, start):
                return start - len(mark), end
    return start, end
