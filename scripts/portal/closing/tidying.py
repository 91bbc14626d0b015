"""Closed cases → stubs: what `content/closed-cases.yaml` says of them once their files are gone.

Takes the site of a day and the text of the file, gives another text. A stub holds neither party nor facts
(个人信息保护法 Art. 19 and 47); what it holds makes the same page as before.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from portal.closing.ending import CannotSplice
from portal.formats.merging.yaml_text import YamlText, rendered
from portal.publication.dates import WITHDRAWN, closing, is_public
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.closed_case import ClosedCase, ClosedCases
from portal.source import read_yaml

PLACE = "content/closed-cases.yaml"
HEADER = """# yaml-language-server: $schema=../site_config/schemas/closed.schema.json
# 已经隐去、文件也清理掉的案例：只留编号和日期，由 portal tidy 写入。编号不再给别的案例，这里的不要删。
"""


@dataclass(frozen=True)
class Tidied:
    """A case whose file can go; `stub` is `None` where one was written before the file could be taken away."""

    entry: Entry[Case]
    reason: str
    on: datetime.date
    stub: ClosedCase | None


def to_tidy(site: Site, today: datetime.date) -> list[Tidied]:
    """The cases that were public and are closed by `today`, in order."""
    written = {entry.record.id: entry.record for entry in site.closed_cases}
    found = (_tidied(entry, site, today, written.get(entry.record.id)) for entry in site.cases)
    return [one for one in found if one]


def _tidied(
    entry: Entry[Case], site: Site, today: datetime.date, written: ClosedCase | None
) -> Tidied | None:
    case = entry.record
    if written:
        # Another case under the same id is a mistake that is told, not a file that was left over.
        left_over = written.published_on == case.published_on
        return Tidied(entry, written.reason, written.closed_on, None) if left_over else None
    closed = closing(entry, site.publicity.record, today) if is_public(case, today) else None
    if closed is None or closed.on is None or case.published_on is None:
        return None
    reason = reason_of(case, closed.reason, closed.on)
    return Tidied(entry, reason, closed.on, _stub(case, reason, closed.on))


def reason_of(case: Case, closed: str, on: datetime.date) -> str:
    """Why a case is closed, as its stub says it."""
    if closed == WITHDRAWN:
        return "withdrawn"
    stopped = case.decision.stopped_early
    return "stopped" if stopped and stopped.on == on else "expired"


def with_stubs(raw: bytes | None, stubs: Sequence[ClosedCase]) -> str:
    """The text of the file with these stubs behind those it has. Raises `CannotSplice`."""
    present = stubs_in(raw) if raw is not None else ()
    if present is None:
        raise CannotSplice
    known = {stub.id for stub in present}
    new = [stub for stub in stubs if stub.id not in known]
    if raw is None or not present:
        text = HEADER + rendered({"cases": [_written(stub) for stub in new]})
    else:
        spliced = YamlText(read_yaml(PLACE, raw).file)
        if new:
            spliced.insert(("cases",), len(present) - 1, [_written(stub) for stub in new])
        text = spliced.result()
    if stubs_in(text.encode()) != (*present, *new):
        raise CannotSplice
    return text


def stubs_in(raw: bytes) -> tuple[ClosedCase, ...] | None:
    """The stubs in a file with these bytes; `None` where they cannot be read."""
    reading = read_yaml(PLACE, raw)
    if reading.data is None or any(problem.is_error for problem in reading.problems):
        return None
    try:
        return ClosedCases.model_validate(reading.data).cases
    except ValidationError:
        return None


def _stub(case: Case, reason: str, on: datetime.date) -> ClosedCase:
    withdrawal = case.withdrawal if reason == "withdrawn" else None
    said = {"id": case.id, "demo": case.demo, "published_on": case.published_on, "closed_on": on}
    return ClosedCase.model_validate(
        {**said, "reason": reason, "withdrawal": withdrawal, "formerly": case.formerly}
    )


def _written(stub: ClosedCase) -> dict[str, Any]:
    """What differs from what would be read without it."""
    return stub.model_dump(exclude_defaults=True)
