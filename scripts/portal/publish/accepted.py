"""The input of the last accepted formal publication, kept in one file below `.portal/` of the project.

From it the site is built when today's files are refused, so that what must go goes. The file is whole or not there at
all, and only its owner may read it: drafts lie in it, and parties whose time is not over yet.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import stat
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal.disk.leftovers import UNFINISHED, clear, clear_unfinished
from portal.disk.private import FOLDER, clear_passing, own_folder, passing
from portal.disk.writing import write_whole

NAME, UNPACKED = "accepted.zip", "unpacked"
ROOMS, SETTINGS = ("content", "quizzes", "site_config"), "mkdocs.yml"
ABOUT = "accepted.json"
UNDATED = (1980, 1, 1, 0, 0, 0)
OWNER_ONLY = 0o600

Signatures = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Accepted:
    """The kept input, unpacked in `root`; it was accepted as of `day`."""

    root: Path
    day: datetime.date


def signatures(root: Path) -> Signatures:
    """Every file of the input with its modification time (ns) and size. Raises `OSError`."""
    found = {}
    for path in _paths(root):
        status = (root / path).stat()
        if stat.S_ISREG(status.st_mode):
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def keep(root: Path, day: datetime.date, before: Signatures) -> bool:
    """Keep the input, which was accepted as of `day`, unless a file has changed since the signatures were taken.

    Returns whether it was kept. Raises `OSError` and leaves what was kept.
    """
    try:
        files = {path: (root / path).read_bytes() for path in before}
        same = signatures(root) == before
    except FileNotFoundError:
        same = False
    if same:
        write(root, day, files)
    return same


def write(root: Path, day: datetime.date, files: Mapping[str, bytes]) -> None:
    """Keep these files, in one step. Raises `OSError`."""
    clear_leftovers(root)
    write_whole(own_folder(root) / NAME, _packed(day, files), OWNER_ONLY)


def kept(root: Path) -> tuple[datetime.date, dict[str, bytes]] | None:
    """The day of the kept input and its files; `None` where there is none, or one that cannot be read."""
    try:
        with zipfile.ZipFile(root / FOLDER / NAME) as packed:
            day = datetime.date.fromisoformat(json.loads(packed.read(ABOUT))["day"])
            return day, {name: packed.read(name) for name in packed.namelist() if name != ABOUT}
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError, EOFError):
        return None


@contextmanager
def unpacked(root: Path) -> Iterator[Accepted | None]:
    """The kept input in a folder of its own, which nobody else may look into and which is taken away afterwards."""
    found = kept(root)
    if found is None:
        yield None
        return
    day, files = found
    clear_leftovers(root)
    with passing(own_folder(root), UNPACKED) as place:
        for path, content in files.items():
            file = place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Accepted(place, day)


def _paths(root: Path) -> Iterator[str]:
    for room in ROOMS:
        for place, folders, names in os.walk(root / room):
            folders[:] = sorted(set(folders) - {"__pycache__"})
            below = Path(place).relative_to(root).as_posix()
            # A link that leads nowhere is told by whoever reads the project.
            there = (name for name in sorted(names) if (Path(place) / name).exists())
            yield from (f"{below}/{name}" for name in there if not UNFINISHED.fullmatch(name))
    yield SETTINGS


def _packed(day: datetime.date, files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    about = json.dumps({"day": day.isoformat()}).encode()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in {ABOUT: about, **files}.items():
            packed.writestr(zipfile.ZipInfo(path, UNDATED), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def clear_leftovers(root: Path) -> None:
    """Take away what killed runs have left: it tells as much as the file itself."""
    folder = root / FOLDER
    if folder.is_dir():
        clear_unfinished(folder)
        clear_passing(folder, UNPACKED)
        # As earlier versions called what they were writing.
        for left in folder.glob(f"{NAME}.*.new"):
            clear(left, left.name.split(".")[-2])
