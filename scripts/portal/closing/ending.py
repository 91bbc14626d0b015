"""What ends a case's publicity before its period, in the text of its file: `withdrawal`, `decision.stopped_early`.

Takes the bytes of files, gives texts in which every other character stays; what was spliced in is read again before
it is given. An end is taken from a file even where the rest of it has mistakes: what must go does not wait for them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from portal.formats.merging.yaml_text import YamlText
from portal.records.base import Record
from portal.records.case import StoppedEarly, Withdrawal
from portal.source import SourceFile, read_yaml

WITHDRAWAL: tuple[str, ...] = ("withdrawal",)
STOPPED: tuple[str, ...] = ("decision", "stopped_early")
R = TypeVar("R", bound=Record)


class CannotSplice(Exception):
    """The file is written in a way that we cannot write into."""


@dataclass(frozen=True)
class Ends:
    """The ends that a case's file names, as far as they can be read."""

    withdrawal: Withdrawal | None = None
    stopped_early: StoppedEarly | None = None


def ends_in(path: str, raw: bytes) -> Ends:
    """The ends in the file at `path`, each by itself; nothing in a file that no data can be made of."""
    # Most files name none, and reading ten thousand of them takes a while.
    if b"withdrawal" not in raw and b"stopped_early" not in raw:
        return Ends()
    data = read_yaml(path, raw).data or {}
    return Ends(_part(data, WITHDRAWAL, Withdrawal), _part(data, STOPPED, StoppedEarly))


def with_ends(path: str, raw: bytes, ends: Ends) -> str:
    """The text of the file with those `ends` that it lacks or dates later; nothing that it says opens again."""
    reading = read_yaml(path, raw)
    text, present = YamlText(reading.file), ends_in(path, raw)
    _add(text, reading.data, WITHDRAWAL, present.withdrawal, ends.withdrawal)
    _add(text, reading.data, STOPPED, present.stopped_early, ends.stopped_early)
    new = text.result()
    found = ends_in(path, new.encode())
    if _dates(found) != _earliest(present, ends) or _others(path, new) != _others(
        path, raw.decode("utf-8-sig")
    ):
        raise CannotSplice
    return new


def withdrawn(file: SourceFile, withdrawal: Withdrawal) -> str:
    """The text of `file`, which names no withdrawal, with this one. Raises `CannotSplice`."""
    return with_ends(file.path, file.original.encode(), Ends(withdrawal))


def _part(data: dict[str, Any], path: tuple[str, ...], model: type[R]) -> R | None:
    value: Any = data
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    if value is None:
        return None
    try:
        return model.model_validate(value)
    except ValidationError:
        return None


def _add(
    text: YamlText,
    data: dict[str, Any] | None,
    path: tuple[str, ...],
    old: Withdrawal | StoppedEarly | None,
    new: Withdrawal | StoppedEarly | None,
) -> None:
    if new is None or (old and old.on <= new.on):
        return
    container: Any = data
    for step in path[:-1]:
        container = container.get(step) if isinstance(container, dict) else None
    if old:
        text.replace((*path, "on"), new.on)
    elif isinstance(container, dict) and container and path not in text.keys:
        written = {key: value for key, value in new.model_dump().items() if value is not None}
        text.insert(path[:-1], list(container)[-1], {path[-1]: written})
    else:
        raise CannotSplice


def _dates(ends: Ends) -> tuple[datetime.date | None, ...]:
    return tuple(end.on if end else None for end in (ends.withdrawal, ends.stopped_early))


def _earliest(*several: Ends) -> tuple[datetime.date | None, ...]:
    return tuple(
        min((day for day in days if day), default=None) for days in zip(*map(_dates, several), strict=True)
    )


def _others(path: str, text: str) -> dict[str, Any] | None:
    """What the file says apart from the ends."""
    data = read_yaml(path, text.encode()).data
    if data is None:
        return None
    decision = data.get("decision")
    inner = (
        {key: value for key, value in decision.items() if key != STOPPED[-1]}
        if isinstance(decision, dict)
        else decision
    )
    return {key: value for key, value in data.items() if key not in WITHDRAWAL} | {"decision": inner}
