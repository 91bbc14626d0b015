"""One run of publishing: today's files, or, where a formal publication refuses them, the last accepted ones.

Takes what was asked for, gives what came of it; who asked tells it in words. A site that was accepted is kept, so that
the next run has something to fall back on.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from portal.disk.locking import Busy, locked
from portal.disk.refusing import reason
from portal.publish.accepted import Signatures, keep, signatures
from portal.publish.building import OPEN, BuildFailed, Checked, as_build_failed, build, examine
from portal.publish.falling_back import Fallen, fall_back
from portal.publish.held import held_by
from portal.publish.ledger import Gate
from portal.records import Site
from portal.source.progress import Progress, silent


@dataclass(frozen=True)
class Order:
    """What is to be published where; a `gate` for production makes it a formal publication."""

    root: Path
    target: Path
    today: datetime.date
    gate: Gate = OPEN
    complete: bool = True


@dataclass(frozen=True)
class Run:
    """What came of it. `failure` says why today's files, which had no errors, gave no site.

    `fallen` is there where they were refused and an earlier input was kept; `unkept` says why this one was not.
    """

    checked: Checked
    failure: str = ""
    pages: int = 0
    fallen: Fallen | None = None
    unkept: str = ""

    @property
    def refused(self) -> bool:
        return bool(self.failure or self.checked.site is None or self.checked.errors)

    @property
    def site(self) -> Site | None:
        """What was built; `None` where nothing was."""
        if not self.refused:
            return self.checked.site
        return self.fallen.site if self.fallen and not self.fallen.failure else None


def publish(order: Order, progress: Progress = silent) -> Run:
    """Raises `OSError` where the project cannot be read at all."""
    production = order.gate.production
    before = signatures(order.root)
    held = held_by(order.target)
    checked = examine(order.root, order.today, production=production, held=held, progress=progress)
    run = _built(order, checked, progress)
    if not production:
        return run
    if not run.refused:
        return Run(run.checked, pages=run.pages, unkept=_kept(order, before))
    try:
        with as_build_failed():
            fallen = fall_back(order.root, order.target, order.today, order.gate, progress)
    except BuildFailed as failure:
        fallen = Fallen(order.today, failure=str(failure))
    return Run(run.checked, run.failure, fallen=fallen)


def _built(order: Order, checked: Checked, progress: Progress) -> Run:
    if checked.site is None or checked.errors:
        return Run(checked)
    try:
        pages = build(
            checked.site,
            order.root,
            order.target,
            order.today,
            progress,
            complete=order.complete,
            gate=order.gate,
        )
    except BuildFailed as failure:
        return Run(checked, str(failure))
    return Run(checked, pages=pages)


def _kept(order: Order, before: Signatures) -> str:
    """Why the input could not be kept; nothing where it was."""
    try:
        # Nobody tidies a party out of what is kept while it is written anew.
        with locked(order.root, "portal build"):
            same = keep(order.root, order.today, before)
    except Busy as failure:
        return str(failure)
    except OSError as failure:
        return f"写不了 {failure.filename or '.portal'}（{reason(failure)}）"
    return "" if same else "生成期间有文件改动过"
