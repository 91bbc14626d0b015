"""Run MkDocs on an `Output`, into a folder of the caller's choice."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from portal.pages import Output
from portal.render.failures import RenderFailed
from portal.render.frames import FrameStore
from portal.render.plugin import PortalPlugin, Written, nothing

EPOCH = "SOURCE_DATE_EPOCH"


def render(
    output: Output,
    root: Path,
    into: Path,
    today: datetime.date,
    *,
    frames: FrameStore | None = None,
    only: Collection[str] | None = None,
    written: Written = nothing,
) -> list[str]:
    """Render `output` with the project's `mkdocs.yml` into the folder `into`; returns MkDocs' warnings.

    With `only`, just these addresses are rendered and nothing else in `into` is touched.
    Raises `RenderFailed` for what the theme or MkDocs cannot do, `OSError` for the disk.
    """
    with frozen_clock(today), Warnings() as warnings:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(into), hooks=[])
            plugin = PortalPlugin(lambda: output, frames, only, written)
            config.plugins["portal"] = plugin
            build(config, dirty=only is not None)
        except (Abort, MkDocsException) as failure:
            raise RenderFailed("；".join([str(failure), *warnings.messages])) from failure
    return warnings.messages


@contextmanager
def frozen_clock(today: datetime.date) -> Iterator[None]:
    """MkDocs dates its sitemap and its gzip by this variable; so that the same day gives the same bytes."""
    before = os.environ.get(EPOCH)
    freeze_clock(today)
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before


def freeze_clock(today: datetime.date) -> None:
    """For the rest of the process: MkDocs runs by itself and asks the hook what there is to show."""
    midnight = datetime.datetime.combine(today, datetime.time(), tzinfo=datetime.UTC)
    os.environ[EPOCH] = str(int(midnight.timestamp()))


class Warnings(logging.Handler):
    """Collects what MkDocs warns of instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if "'dirty' build" not in text:
            self.messages.append(text)

    def __enter__(self) -> Warnings:
        self.logger = logging.getLogger("mkdocs")
        self.propagated = self.logger.propagate
        self.logger.propagate = False
        self.logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self)
        self.logger.propagate = self.propagated
