"""What lies in `site_config/static`, whatever it is: files to be published, and links and the like that never are.

Nothing is opened here and no link is followed; what of it may be published is for the rules to say.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from portal.records.site import Files
from portal.records.static_file import STATIC, Form, StaticFile

# Empty, so that git keeps a folder in which nothing lies yet; never published.
PLACEHOLDER = ".gitkeep"
NO_FOLLOWING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def static_files(root: Path) -> tuple[StaticFile, ...]:
    """Everything in the folder, in the order of the paths."""
    place = root / STATIC
    if place.is_symlink():
        return (_entry(place, "."),)
    return tuple(sorted(_below(place, ""), key=lambda one: one.path))


def bytes_at(files: tuple[StaticFile, ...]) -> Files:
    """Gives the bytes of the file that will lie at a place of the site, read when it is asked for."""
    by_path = {one.path: one for one in files if one.form is Form.FILE}

    def content(path: str) -> bytes | None:
        found = by_path.get(path)
        try:
            return found.read() if found else None
        except OSError:
            return None

    return content


def _below(folder: Path, path: str) -> Iterator[StaticFile]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    except OSError:
        yield StaticFile(path or ".", Form.UNREADABLE, 0, (), bytes)
        return
    for entry in entries:
        below = f"{path}/{entry.name}" if path else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), below)
        elif entry.name != PLACEHOLDER or entry.stat(follow_symlinks=False).st_size:
            yield _entry(Path(entry.path), below)


def _entry(file: Path, path: str) -> StaticFile:
    status = file.lstat()
    form = Form.FILE if stat.S_ISREG(status.st_mode) else Form.OTHER
    form = Form.LINK if stat.S_ISLNK(status.st_mode) else form
    signature = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_dev)
    return StaticFile(path, form, status.st_size, signature, lambda: _read(file))


def _read(file: Path) -> bytes:
    """The bytes; not those of another file to which a link leads meanwhile."""
    with os.fdopen(os.open(file, os.O_RDONLY | NO_FOLLOWING), "rb") as opened:
        return opened.read()
