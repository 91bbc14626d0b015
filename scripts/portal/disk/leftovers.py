"""What killed runs leave: files that were being written, folders that were in use. The next run takes them away.

Ours are known by their names, which carry the number of the process; abandoned they are once that process is no more.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import time
from pathlib import Path

UNFINISHED = re.compile(r"\..+\.(?P<owner>[0-9]+)\.new")
ABANDONED = 24 * 60 * 60  # seconds after which a file is nobody's where processes cannot be asked for
# A plain text: type checkers take `sys.platform` for the one system they run on.
SYSTEM = str(sys.platform)


def unfinished_name(path: Path) -> str:
    """What a file is called until it is whole: `.2024-001.yaml.4711.new`."""
    return f".{path.name}.{os.getpid()}.new"


def clear_unfinished(folder: Path) -> None:
    """Take away the files that were being written in `folder` by runs that are no more."""
    for entry in os.scandir(folder):
        found = UNFINISHED.fullmatch(entry.name)
        if found and entry.is_file(follow_symlinks=False):
            clear(Path(entry.path), found["owner"])


def clear_below(folder: Path) -> None:
    """The same in all folders below."""
    for place, _, _ in os.walk(folder):
        clear_unfinished(Path(place))


def is_abandoned(path: Path, owner: int, now: float) -> bool:
    """Whether the process `owner` is no more; `now` is the time of the disk."""
    if SYSTEM == "win32":
        # There `os.kill` would end the process instead of asking for it.
        return now - path.stat().st_mtime > ABANDONED
    try:
        os.kill(owner, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def clear(left: Path, owner: str) -> None:
    """Take away what the process `owner` left, once it is no more; what the disk does not let go stays for the next run."""
    try:
        if not owner.isascii() or not owner.isdecimal() or not is_abandoned(left, int(owner), time.time()):
            return
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
    except OSError:
        return
