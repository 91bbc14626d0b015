"""`.portal` of a project: what is nobody else's business, and folders that are there while a run needs them.

Not where the system keeps what is passing: a killed run leaves drafts and parties in them, and only the project's next
run knows that they are its own.
"""

from __future__ import annotations

import glob
import hashlib
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.disk.leftovers import clear, clear_unfinished
from portal.disk.writing import write_whole

FOLDER = ".portal"
# Older projects do not know of the folder; what lies in it must not get into a repository.
IGNORE = b"*\n"


def own_folder(root: Path) -> Path:
    """The folder of the project, made where there is none; what killed runs were writing in it goes. Raises `OSError`."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    if not (folder / ".gitignore").is_file() or (folder / ".gitignore").read_bytes() != IGNORE:
        write_whole(folder / ".gitignore", IGNORE)
    clear_unfinished(folder)
    return folder


@contextmanager
def passing(folder: Path, name: str) -> Iterator[Path]:
    """A folder that nobody else may look into, taken away afterwards; those of killed runs are taken away first."""
    clear_passing(folder, name)
    with tempfile.TemporaryDirectory(prefix=f"{name}.{os.getpid()}.{computer()}.", dir=folder) as place:
        yield Path(place)


def clear_passing(folder: Path, name: str) -> None:
    """Take away such folders of runs that are no more.

    On a drive that several computers share, each clears its own: none can ask for the processes of another.
    """
    for left in folder.glob(f"{glob.escape(name)}.*.*"):
        owner, *more = left.name.removeprefix(f"{name}.").split(".")
        ours = len(more) == 1 or more[0] == computer()  # earlier versions did not say where
        if ours and left.is_dir() and not left.is_symlink():
            clear(left, owner)


def computer() -> str:
    """What tells this computer from others, without its name."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]
