"""What commands share: options, the project they work on, failures told to the person at the terminal, progress."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from portal.clock import today
from portal.disk.leftovers import clear_below
from portal.disk.locking import Busy, locked
from portal.reading import Library, read
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.written import parse_date

PATIENCE = 2.0  # seconds before a progress line appears
INTERVAL = 0.2  # seconds between updates of the line
# Where commands write records and what goes with them.
WRITTEN = ("content", "quizzes", "site_config")
YEARS = range(2000, 2101)  # what a day may lie in; archives and caches cannot be dated much later


class Day(click.ParamType[datetime.date]):
    """A date on the command line, written as in the data files."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        try:
            day = parse_date(value)
        except ValueError:
            self.fail(f"“{value}”不是日期，写成 2024-06-21")
        if day.year not in YEARS:
            self.fail(f"年份要在 {YEARS[0]} 到 {YEARS[-1]} 之间")
        return day


today_option = click.option(
    "--today", type=Day(), default=today, show_default="今天", help="按哪一天生成，如 2024-06-21"
)


def fail(message: str) -> NoReturn:
    """Say what went wrong on standard error and leave with exit code 1."""
    click.echo(f"错误：{message}", err=True)
    sys.exit(1)


def project(root: Path) -> Path:
    """The project folder, or a failure that says what is missing."""
    if not (root / "mkdocs.yml").is_file() or not (root / "content").is_dir():
        fail(
            f"{root.absolute()} 不是项目文件夹（没有 mkdocs.yml 和 content）。到项目文件夹里运行，或用 --root 指定"
        )
    return root


@contextmanager
def alone(root: Path, *, needed: bool = True) -> Iterator[None]:
    """No other command writes to the project from reading to writing, or a failure that says which one does.

    What killed commands were writing is taken away first. A command that only shows something needs no such peace.
    """
    if not needed:
        yield
        return
    project(root)
    try:
        with locked(root, click.get_current_context().command_path):
            for folder in WRITTEN:
                clear_below(root / folder)
            yield
    except Busy as failure:
        fail(str(failure))


def read_site(root: Path) -> tuple[Site, Library]:
    """The site at `root`, or a failure that says where to look for what is broken.

    For commands that only need its settings and words, not its content to be right.
    """
    result = read(project(root))
    if result.site is None:
        fail(
            "网站设置、用词表、指标表或专项行动读不出来，先改好。"
            "看错在哪里：portal check site_config content/campaign.yaml"
        )
    return result.site, result.library


def tell_mentions(library: Library, closed: Sequence[Entry[Case]]) -> None:
    """Say which files other than those of the cases name a party: they go on saying so."""
    going = {entry.path for entry in closed}
    for name in {entry.record.party.name: "" for entry in closed if entry.record.party.form == "named"}:
        for path, one in library.files.items():
            if path not in going and name in one.file.original:
                line = next(number for number, text in enumerate(one.file.lines, 1) if name in text)
                click.echo(f"别的文件里还写着“{name}”，看看要不要改：{path}:{line}", err=True)


class ProgressLine:
    """One line on standard error that appears only when something takes longer than `PATIENCE`.

    Leaving the `with` block takes the line away; what is said afterwards stands on a line of its own.
    """

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()
        self.visible = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.started < PATIENCE or (now - self.shown < INTERVAL and done < total):
            return
        self.shown = now
        text = f"{stage}… {done}/{total}（{now - self.started:.0f} 秒）"
        if sys.stderr.isatty():
            click.echo(f"\r{text}\033[K", err=True, nl=False)
            self.visible = True
        elif not self.visible or done == total:
            click.echo(text, err=True)
            self.visible = True

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self.visible and sys.stderr.isatty():
            click.echo("\r\033[K", err=True, nl=False)
