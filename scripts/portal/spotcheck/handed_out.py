"""What was handed out on a day: the secret behind its slips, and which paper each running number got.

`<day>.secret` beside the day's file, readable by its owner only. The secret is made once; a number that has been given a
paper keeps it, so that slips can be printed again.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from portal.disk.writing import write_whole
from portal.spotcheck.slips import Slip, slip

PRIVATE = 0o600
LENGTH = 32


class BadSecret(ValueError):
    """A file that holds no day's secret; the text is Chinese."""


@dataclass(frozen=True)
class HandedOut:
    """The day's secret and the codes of papers by running number."""

    day: date
    secret: bytes
    papers: Mapping[int, str] = field(default_factory=dict)

    def slip(self, number: int) -> Slip:
        return slip(self.secret, self.day, number)

    def with_papers(self, papers: Mapping[int, str]) -> HandedOut:
        """With further numbers; what a number has stays."""
        return HandedOut(self.day, self.secret, dict(sorted({**papers, **self.papers}.items())))


def secret_file(folder: Path, day: date) -> Path:
    return folder / f"{day.isoformat()}.secret"


def handed_out(folder: Path, day: date) -> HandedOut | None:
    """What was handed out on the day; `None` where nothing was. Raises `BadSecret` and `OSError`."""
    path = secret_file(folder, day)
    if not path.exists():
        return None
    try:
        data = json.loads(path.read_bytes())
        secret = bytes.fromhex(data["secret"])
        papers = {int(number): str(code) for number, code in data["papers"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as failure:
        raise BadSecret(f"{folder.name}/{path.name} 坏了，当天的凭条核对不了。从备份恢复它") from failure
    if len(secret) != LENGTH:
        raise BadSecret(f"{folder.name}/{path.name} 不完整，当天的凭条核对不了。从备份恢复它")
    return HandedOut(day, secret, papers)


def new_day(day: date) -> HandedOut:
    """A day with a secret that nobody can guess."""
    return HandedOut(day, secrets.token_bytes(LENGTH))


def keep(folder: Path, given: HandedOut) -> None:
    """Write it beside the day's file. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = {str(number): code for number, code in given.papers.items()}
    content = json.dumps({"secret": given.secret.hex(), "papers": papers}, indent=1) + "\n"
    write_whole(secret_file(folder, given.day), content.encode(), PRIVATE)
