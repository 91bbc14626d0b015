"""Run a command and say what it cost: CPU seconds of it and its children, and its greatest memory.

The commands that are measured are ours and plain MkDocs. CPU seconds, not wall time: on a shared machine only they say something about the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import portal

# getrusage counts memory in KiB, but in bytes on macOS.
RSS_UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024
SHOWN = 2000  # characters of a failed command's output


class RunFailed(Exception):
    """The command ended with an error; the message is what it said."""


@dataclass(frozen=True)
class Cost:
    """What one run took: CPU seconds (user and system), greatest resident memory in MiB."""

    cpu_s: float
    peak_mib: float


def can_measure() -> bool:
    """Only systems with `wait4` tell what a finished process has used."""
    return hasattr(os, "wait4")


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run `command` to its end. Raises `RunFailed`."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=dict(environment))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RunFailed(said.read().decode("utf-8", "replace").strip()[-SHOWN:])
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / RSS_UNITS_PER_MIB)


def portal_command(project: Path, *arguments: str) -> Cost:
    """`portal` with these arguments on the project. Raises `RunFailed`."""
    return _python("portal", "--root", str(project), *arguments)


def swept_build(project: Path, site: Path, day: str) -> tuple[Cost, float]:
    """A full build of the project, and the CPU seconds that its last search took. Raises `RunFailed`."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "sweep.json")
        cost = _python("portal.bench.sweep_share", str(project), str(site), day, str(told))
        return cost, float(json.loads(told.read_bytes())["sweep_cpu_s"])


def mkdocs(tree: Path, site: Path) -> Cost:
    """Plain MkDocs on the tree. Raises `RunFailed`."""
    return _python("mkdocs", "build", "--quiet", "-f", str(tree / "mkdocs.yml"), "-d", str(site))


def _python(module: str, *arguments: str) -> Cost:
    """Run a module with the same Python and the same `portal` as this process."""
    here = str(Path(portal.__file__).parents[1])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    return measure([sys.executable, "-m", module, *arguments], environment)
