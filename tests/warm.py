"""A process that has read the program once; every command of the tests runs in a copy of it, a process of its own.

Half of what a small build costs is reading the program and its word lists, which is the same every time. The copy is
made before any command ran, so that none sees what another has left in memory. `python -m tests.warm` waits for
lines of JSON and answers each with the exit code.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.proofs import dying

from portal.cli import COMMANDS, main
from portal.privacy.words import cut

# Where processes cannot be copied safely, a new one is started each time.
CAN_COPY = sys.platform == "linux"


class Warm:
    """The waiting process of this run of the tests, seen from outside."""

    def __init__(self, environment: dict[str, str]) -> None:
        repository = str(Path(__file__).parents[1])
        pythonpath = f"{environment['PYTHONPATH']}{os.pathsep}{repository}"
        # A process with threads must not be copied.
        settings = environment | {"PYTHONPATH": pythonpath, "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(
        self, arguments: list[str], cwd: Path | None, environment: dict[str, str], dying: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `portal` with these arguments, as `subprocess.run` does; `dying` is for `tests.proofs.dying`."""
        with tempfile.TemporaryDirectory() as folder:
            said, complained = Path(folder, "stdout"), Path(folder, "stderr")
            work = {
                "arguments": arguments,
                "cwd": str((cwd or Path()).absolute()),
                "environment": environment,
                "dying": dying,
                "streams": [os.devnull, str(said), str(complained)],
            }
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(f"{json.dumps(work)}\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return subprocess.CompletedProcess(
                ["portal", *arguments], code, said.read_text("utf-8"), complained.read_text("utf-8")
            )


def copy_for_work() -> dict[str, Any] | None:
    """What to do: returned in a copy for each line that comes; nothing, when the tests are over."""
    for line in sys.stdin:
        if not (copy := os.fork()):
            work: dict[str, Any] = json.loads(line)
            return work
        _, status = os.waitpid(copy, 0)
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(status))
    return None


def take_up(work: dict[str, Any]) -> None:
    """Be the process that was asked for: its folder, its settings, its files instead of the pipes."""
    for number, name in enumerate(work["streams"]):
        file = os.open(name, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.chdir(work["cwd"])
    os.environ.clear()
    os.environ.update(work["environment"])
    sys.argv[1:] = work["arguments"]


if __name__ == "__main__":
    for module, _ in COMMANDS.values():
        importlib.import_module(module)
    cut("词典")
    if found := copy_for_work():
        take_up(found)
        main() if found["dying"] is None else dying.run(found["dying"])
