"""The file of one day on site: its text → sittings with their places, sittings → the text that is appended.

Rows by person never leave this file but as counts. A row that is there stays as it is, comments and all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from portal.disk.leftovers import clear_unfinished
from portal.disk.writing import write_whole
from portal.reading.parsed import parse
from portal.reading.record_kinds import SPOT_CHECK_DAY
from portal.records.spot_check_day import Attempt, SpotCheckDay
from portal.records.vocabulary import Words
from portal.source import Diagnostic, SourceFile, error
from portal.spotcheck.sitting import Chosen, Sitting

FIXED = {"right": "R", "wrong": "W"}
MEANT = {letter: id_ for id_, letter in FIXED.items()}
NONE, HIDDEN = "-", "*"
TIME = "%Y-%m-%d %H:%M"
# Nobody else on a shared computer needs to read who answered what.
PRIVATE = 0o600
HEAD = "抽查考核一天的记录，portal spot-check record 写的。不公开，不进版本库；姓名、证件号不要写进来。"


@dataclass(frozen=True)
class Day:
    """A day's file as it was read; `problems` say why there are no sittings in one that is wrong."""

    day: date
    file: SourceFile
    sittings: tuple[Sitting, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    def place(self, number: int) -> str:
        """File and line of a running number, for messages."""
        index = next(place for place, one in enumerate(self.sittings) if one.number == number)
        return f"{self.file.path}:{self.file.at('sittings', index).line}"


def file_of(folder: Path, day: date) -> Path:
    return folder / f"{day.isoformat()}.yaml"


def read_day(folder: Path, day: date, words: Words) -> Day:
    """The day's sittings; none where there is no file yet. Raises `OSError`."""
    path = file_of(folder, day)
    shown = f"{folder.name}/{path.name}"
    if not path.exists():
        return Day(day, SourceFile(shown, "", ""))
    return parsed(shown, path.read_bytes(), day, words)


def parsed(shown: str, raw: bytes, day: date, words: Words) -> Day:
    """The sittings in the bytes of a day's file; `shown` is its path in messages."""
    read = parse(shown, raw, SPOT_CHECK_DAY, words)
    record: SpotCheckDay | None = read.record
    if record is None:
        return Day(day, read.file, (), read.problems)
    sittings = tuple(_sitting(day, one) for one in record.sittings)
    return Day(day, read.file, sittings, tuple(_wrong(read.file, record, day)))


def append(folder: Path, before: Day, sittings: Iterable[Sitting]) -> None:
    """Write the day's file with these sittings at its end, whole or not at all. Raises `OSError`."""
    text = before.file.original or _head(before.day)
    rows = "".join(_row(one) for one in sittings)
    folder.mkdir(parents=True, exist_ok=True)
    clear_unfinished(folder)
    write_whole(file_of(folder, before.day), (text.rstrip() + "\n" + rows).encode(), PRIVATE)


def _wrong(file: SourceFile, record: SpotCheckDay, day: date) -> Iterable[Diagnostic]:
    if record.date != day:
        yield error(
            file.path,
            file.at("date"),
            "FILE-NAME",
            f"日期和文件名不一样：{day} 的文件里写的是 {record.date}",
            "改成一样",
        )
    seen: dict[int, int] = {}
    for index, one in enumerate(record.sittings):
        place = file.at("sittings", index, "number")
        if one.number in seen:
            yield error(
                file.path,
                place,
                "ID-DUPLICATE",
                f"编号 {one.number} 写了两次，第一次在第 {seen[one.number]} 行",
                "一个人一天只留一条：删去一条，或者改编号",
            )
        seen.setdefault(one.number, place.line)


def _head(day: date) -> str:
    return f"{SPOT_CHECK_DAY.schema_line}\n# {HEAD}\ndate: {day}\nsittings:\n"


def _row(one: Sitting) -> str:
    said: dict[str, Any] = {
        "number": one.number,
        "firm": one.firm,
        "business": one.business,
        "post": one.post,
        "paper": one.paper,
        "by": one.by,
        "started": one.started and f'"{one.started.strftime(TIME)}"',
        "minutes": one.minutes,
        "answers": f'"{".".join(map(_written, one.answers))}"',
        "retake_of": one.retake_of and f"{one.retake_of[0]}/{one.retake_of[1]}",
    }
    lines = [f"{name}: {value}" for name, value in said.items() if value is not None]
    return "  - " + "\n    ".join(lines) + "\n"


def _written(chosen: Chosen | None) -> str:
    if chosen is None:
        return HIDDEN
    return "".join(FIXED.get(one, one.upper()) for one in sorted(chosen)) or NONE


def _sitting(day: date, one: Attempt) -> Sitting:
    earlier, _, number = (one.retake_of or "").partition("/")
    return Sitting(
        day=day,
        number=one.number,
        paper=one.paper,
        firm=one.firm,
        business=one.business,
        post=one.post,
        by=one.by,
        started=datetime.strptime(one.started, TIME) if one.started else None,  # noqa: DTZ007 - where it was
        minutes=one.minutes,
        answers=tuple(map(_chosen, one.answers.split("."))),
        retake_of=(date.fromisoformat(earlier), int(number)) if one.retake_of else None,
    )


def _chosen(text: str) -> Chosen | None:
    if text in MEANT:
        return (MEANT[text],)
    return {NONE: (), HIDDEN: None}.get(text, tuple(sorted(text.lower())))
