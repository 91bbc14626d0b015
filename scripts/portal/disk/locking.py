"""One run at a time writes to a project: a lock of the system's own, which ends with the process that holds it.

Takes the project and what is being done, gives way or raises `Busy`. A run that is killed leaves a file, but no lock.
"""

from __future__ import annotations

import errno
import importlib
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.disk.leftovers import SYSTEM
from portal.disk.private import own_folder

NAME = "lock"
PATIENCE = 5.0  # seconds a run waits for another one, which mostly takes less
PAUSE = 0.05
# Windows lets nobody read what is locked, so it locks a byte far behind the text.
BEHIND = 1 << 30
TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
LONGEST = 4096


class Busy(Exception):
    """Another run holds the lock; the message says which, in Chinese."""


@contextmanager
def locked(root: Path, doing: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the project while `doing`, a command, reads and writes.

    Raises `Busy` after `patience` seconds, `OSError` where there can be no file for it.
    """
    file = _opened(own_folder(root) / NAME)
    try:
        _wait(file, patience)
        _sign(file, doing)
        try:
            yield
        finally:
            _sign(file, "")
    finally:
        os.close(file)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        # Another user's file: it can be locked without being written to.
        return os.open(path, os.O_RDONLY)


def _wait(file: int, patience: float) -> None:
    last = time.monotonic() + patience
    while not _taken(file):
        if time.monotonic() > last:
            raise Busy(_holder(file))
        time.sleep(PAUSE)


def _taken(file: int) -> bool:
    """Whether the lock is ours now. On a disk that knows no locks it is, as if there were no one else."""
    try:
        if SYSTEM == "win32":
            msvcrt = importlib.import_module("msvcrt")
            os.lseek(file, BEHIND, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl = importlib.import_module("fcntl")
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as failure:
        return failure.errno not in TAKEN
    return True


def _sign(file: int, doing: str) -> None:
    """Say who holds the lock, as far as the disk lets us."""
    said = {"doing": doing, "process": os.getpid(), "computer": platform.node()}
    try:
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(said, ensure_ascii=False).encode() if doing else b"")
    except OSError:
        return


def _holder(file: int) -> str:
    try:
        os.lseek(file, 0, os.SEEK_SET)
        said = json.loads(os.read(file, LONGEST))
        who = f"电脑 {said['computer']} 上的 {said['doing']}（进程 {said['process']}）"
    except (OSError, ValueError, KeyError, TypeError):
        who = "另一个 portal 命令"
    return f"{who}正在写这个项目，没有改动任何文件。等它结束再运行一次"
