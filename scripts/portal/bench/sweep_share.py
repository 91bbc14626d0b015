"""`python -m portal.bench.sweep_share <project> <site> <day> <file>`: a full build, and what of it the last search took.

Writes the CPU seconds that were spent in the search to the file. The clock around it costs less than a microsecond a page.
"""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from portal.publish.publishing import Order, publish
from portal.publish.sweeping import Sweep

P = ParamSpec("P")
R = TypeVar("R")
PARTS = ("__init__", "note", "files")


def main(project: str, site: str, day: str, file: str) -> int:
    spent = 0.0

    def counted(method: Callable[P, R]) -> Callable[P, R]:
        def run(*arguments: P.args, **named: P.kwargs) -> R:
            nonlocal spent
            began = time.process_time()
            try:
                return method(*arguments, **named)
            finally:
                spent += time.process_time() - began

        return run

    with ExitStack() as clocks:
        for name in PARTS:
            clocks.enter_context(patch.object(Sweep, name, counted(getattr(Sweep, name))))
        run = publish(Order(Path(project), Path(site), datetime.date.fromisoformat(day)))
    if run.refused:
        sys.stderr.write(run.failure or "\n".join(map(str, run.checked.errors[:5])))
        return 1
    Path(file).write_text(json.dumps({"sweep_cpu_s": spent}), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
