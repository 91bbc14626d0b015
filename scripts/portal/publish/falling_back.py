"""Today's files are refused: the site is built from the last accepted input with today's date, so that what must go goes.

Periods end, dated withdrawals act, and so do withdrawals and early stops that stand in today's files, as far as those
can be read. Nothing is published that the public has not seen, unless its file is still the one that was accepted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from portal.closing.ending import CannotSplice, Ends, ends_in, with_ends
from portal.closing.tidying import stubs_in
from portal.publication.published import key_of, published
from portal.publication.waiting import records
from portal.publish.accepted import Accepted, kept, signatures, unpacked, write
from portal.publish.building import BuildFailed, Checked, examine
from portal.publish.held import held_by, published_keys
from portal.publish.leaving_out import key_of_file, without
from portal.publish.ledger import Gate
from portal.publish.manifest import manifest_in
from portal.publish.masking import build_masked
from portal.reading.record_kinds import BY_NAME
from portal.records import Site
from portal.source.progress import Progress, silent

# Of a reason that tells who the party was, nothing is carried over.
NEUTRAL = "原处罚信息撤回"
CASES, STUBS = BY_NAME["case"], BY_NAME["closed"]


@dataclass(frozen=True)
class Fallen:
    """What came of it: the site, or why there is none.

    `day` is that on which the input was accepted, `closed` what has gone since the last site, `carried` the cases whose
    end stands only in today's files, `waiting` the files that have changed since, `masked` those in which parties were
    masked. `unfit` tells what stands on the site all the same: that it was there before is no reason to keep a case.
    """

    day: datetime.date
    failure: str = ""
    pages: int = 0
    site: Site | None = None
    closed: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    unfit: str = ""


def fall_back(
    root: Path, target: Path, today: datetime.date, gate: Gate, progress: Progress = silent
) -> Fallen | None:
    """Build the input kept of the project at `root` into `target`; `None` where none is kept. Raises `OSError`."""
    with unpacked(root) as accepted:
        if accepted is None:
            return None
        fallen = Fallen(accepted.day, waiting=tuple(_differing(root, accepted.root)))
        carried, checked = _with_ends(root, accepted, target, today, progress)
        if checked.site is None:
            return replace(fallen, failure="留底的内容读不出来")
        new = frozenset(_newcomers(checked.site, accepted, root, target, today))
        site = without(checked.site, new)
        closed = tuple(_closing(target, site, today))

        def anew() -> Site | None:
            masked = examine(
                accepted.root, today, production=True, held=held_by(target), progress=progress
            ).site
            return without(masked, new) if masked else None

        try:
            built = build_masked(site, anew, accepted.root, target, today, gate, progress)
        except BuildFailed as failure:
            return replace(fallen, failure=str(failure))
        if carried:
            _remember(root, carried)
        ids = tuple(key_of_file(path) for path in carried)
        return replace(
            fallen,
            pages=built.pages,
            site=site,
            closed=closed,
            carried=ids,
            masked=built.masked,
            unfit=built.unfit,
        )


def _with_ends(
    root: Path, accepted: Accepted, target: Path, today: datetime.date, progress: Progress
) -> tuple[dict[str, str], Checked]:
    """The unpacked input with the ends that stand in today's files; the case files that this has changed."""
    _take_stubs(root, accepted)
    old = {path: (accepted.root / path).read_bytes() for path in _cases(accepted.root)}
    carried: dict[str, str] = {}
    held = held_by(target)

    def look(paths: Mapping[str, Ends]) -> Checked:
        for path, ends in paths.items():
            try:
                carried[path] = with_ends(path, old[path], ends)
            except CannotSplice:
                continue
            (accepted.root / path).write_text(carried[path], "utf-8", newline="\n")
        return examine(accepted.root, today, production=True, held=held, progress=progress)

    ends = {path: found for path in old if (found := _end_beyond(root / path, path, old[path]))}
    checked = look(ends)
    # What was accepted told of nobody, so that it can only be the reason which does.
    telling = {one.file for one in checked.errors if one.code.startswith("PRIV-")} & carried.keys()
    if telling:
        checked = look({path: _neutral(ends[path]) for path in telling})
    return carried, checked


def _end_beyond(file: Path, path: str, before: bytes) -> Ends | None:
    """The ends in today's file, where they are others than those in the file `before`."""
    try:
        ends = ends_in(path, file.read_bytes())
    except OSError:
        return None
    return ends if ends not in (Ends(), ends_in(path, before)) else None


def _neutral(ends: Ends) -> Ends:
    withdrawal = ends.withdrawal and ends.withdrawal.model_copy(update={"reason": NEUTRAL})
    return replace(ends, withdrawal=withdrawal)


def _take_stubs(root: Path, accepted: Accepted) -> None:
    """Stubs written since: a case that is nothing but a stub today must not open because its file was accepted."""
    today = root / STUBS.place
    if today.is_file() and stubs_in(raw := today.read_bytes()) is not None:
        (accepted.root / STUBS.place).write_bytes(raw)


def _newcomers(
    site: Site, accepted: Accepted, root: Path, target: Path, today: datetime.date
) -> Iterator[str]:
    """The files of records that would be public for the first time, and are not what was accepted any more."""
    manifest = manifest_in(target)
    seen = published_keys(manifest) if manifest else published(site, accepted.day).keys()
    new = published(site, today).keys() - seen
    for kind, entry in records(site):
        if key_of(kind, entry) in new and not _same(root / entry.path, accepted.root / entry.path):
            yield entry.path


def _closing(target: Path, site: Site, today: datetime.date) -> Iterator[str]:
    """What the last site shows and the new one does not."""
    manifest = manifest_in(target)
    before = manifest.records if manifest else {}
    for key, one in published(site, today).items():
        if one.state in ("closed", "withdrawn") and key in before and before[key].state == "open":
            yield key


def _remember(root: Path, carried: Mapping[str, str]) -> None:
    """Keep the ends with the input, so that they act even when the file that says them cannot be read tomorrow."""
    if found := kept(root):
        day, files = found
        write(root, day, {**files, **{path: text.encode() for path, text in carried.items()}})


def _differing(root: Path, other: Path) -> list[str]:
    """Files of the two inputs that are not the same. Raises `OSError`."""
    paths = signatures(root).keys() | signatures(other).keys()
    return sorted(path for path in paths if not _same(root / path, other / path))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _cases(root: Path) -> list[str]:
    found = (file.relative_to(root) for file in root.glob(CASES.place))
    return sorted(PurePosixPath(file).as_posix() for file in found)
