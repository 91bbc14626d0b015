"""The input of the last accepted formal publication, kept in one file below `.portal/` of the project.

From it the site is built when today's files are refused, so that what must go goes. The file is whole or not there at
all, and only its owner may read it: drafts lie in it, and parties whose time is not over yet.
"""

from __future__ import annotations

import datetime
import io
import json
import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal.publish.staging import is_abandoned

FOLDER, NAME, UNPACKED = ".portal", "accepted.zip", "unpacked"
ROOMS, SETTINGS = ("content", "quizzes", "site_config"), "mkdocs.yml"
ABOUT = "accepted.json"
# What was being written when somebody pulled the plug.
UNFINISHED = re.compile(r"\..+\.\d+\.new")
UNDATED = (1980, 1, 1, 0, 0, 0)
# Older projects do not know of the folder; what lies in it must not get into a repository.
IGNORE = "*\n"

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
    folder = root / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / ".gitignore").write_text(IGNORE, "utf-8")
    clear_leftovers(root)
    waiting = folder / f"{NAME}.{os.getpid()}.new"
    try:
        with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(_packed(day, files))
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(folder / NAME)
    finally:
        waiting.unlink(missing_ok=True)


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
    # In the project and not where the system keeps what is passing: a killed run leaves parties there.
    with tempfile.TemporaryDirectory(prefix=f"{UNPACKED}.{os.getpid()}.", dir=root / FOLDER) as name:
        for path, content in files.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Accepted(Path(name), day)


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
    """Take away what killed runs have left: it tells as much as the file itself. Raises `OSError`."""
    now = time.time()
    for pattern, place in ((f"{NAME}.*.new", -2), (f"{UNPACKED}.*", 1)):
        for left in (root / FOLDER).glob(pattern):
            owner = left.name.split(".")[place]
            if not re.fullmatch(r"[0-9]+", owner) or not is_abandoned(left, int(owner), now):
                continue
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
