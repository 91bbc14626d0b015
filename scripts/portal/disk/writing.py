"""Bytes onto the disk: whole or not at all, so that a full disk or a pulled plug leaves what was there.

Each file is first written beside its place, under a name that `leftovers.py` knows, and then takes its place in one step.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from portal.disk.leftovers import clear_unfinished, unfinished_name

# Of a new file; the system takes away what it gives to nobody.
USUAL = 0o666


def write_whole(path: Path, content: bytes, mode: int = USUAL) -> None:
    """The file with this content, in the place of any that is there. Raises `OSError` and leaves what is there."""
    with _beside(path, content, mode) as waiting:
        waiting.replace(path)


def create_whole(path: Path, content: bytes) -> None:
    """A file where none is. Raises `FileExistsError`, or `OSError` and leaves none."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, content, USUAL) as waiting:
        _take_free_place(waiting, path)


def put_all(contents: Mapping[Path, bytes]) -> None:
    """Give every file its content, or, when one cannot be written, leave all as they were and raise `OSError`."""
    before = {path: _before(path) for path in contents}
    for folder in {path.parent for path in contents}:
        folder.mkdir(parents=True, exist_ok=True)
        clear_unfinished(folder)
    with contextlib.ExitStack() as stack:
        waiting = {
            path: stack.enter_context(_beside(path, content, USUAL)) for path, content in contents.items()
        }
        try:
            for path, ready in waiting.items():
                ready.replace(path)
        except OSError:
            _restore(before)
            raise


@contextmanager
def _beside(path: Path, content: bytes, mode: int) -> Iterator[Path]:
    """The content on the disk itself, beside its place: after a power cut no name leads to an empty file."""
    waiting = path.with_name(unfinished_name(path))
    try:
        with os.fdopen(os.open(waiting, _flags(), mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode == USUAL and path.is_file():
            shutil.copymode(path, waiting)
        yield waiting
    finally:
        waiting.unlink(missing_ok=True)


def _flags() -> int:
    # Where there is a difference, the line ends of the content stay as they are.
    return os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def _take_free_place(waiting: Path, path: Path) -> None:
    """In one step, so that a file that somebody has just saved there is not replaced."""
    try:
        os.link(waiting, path)
    except FileExistsError:
        raise
    except (
        OSError,
        AttributeError,
    ):  # a disk without second names; Windows renames onto nothing that is there
        if path.exists():
            raise FileExistsError(path) from None
        waiting.rename(path)


def _before(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is None and path.is_file():
            path.unlink()
        elif content is not None and (not path.exists() or path.read_bytes() != content):
            write_whole(path, content)
