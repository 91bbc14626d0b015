"""Runs `portal` and kills it, as a power cut would, when it touches the disk for the n-th time.

`run(n)` in a process of its own, the command in `sys.argv`. With 0 nothing is killed, and the last line says how often
the disk was touched and at which touch the new site took its place.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from portal.cli import main

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
TOUCHING = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
EXCHANGE = "renameat2"


class Touches:
    """Counts what changes the disk, by the events that Python itself reports."""

    def __init__(self, last: int) -> None:
        self.last, self.count, self.exchange = last, 0, 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        exchanging = event == "ctypes.dlsym" and arguments[1] == EXCHANGE
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if not (exchanging or writing or event in TOUCHING):
            return
        self.count += 1
        if exchanging:
            self.exchange = self.count
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def run(last: int) -> None:
    """The command that `sys.argv` says, killed at the touch number `last`."""
    touches = Touches(last)
    sys.addaudithook(touches)
    try:
        main()
    finally:
        print(json.dumps({"touches": touches.count, "exchange": touches.exchange}))
