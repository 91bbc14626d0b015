"""The private folder of spot checks, and what commands read there, or a failure that says what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portal.cli.paper_folder import safe
from portal.cli.terminal import fail
from portal.disk.refusing import reason
from portal.records import Site
from portal.source.report import as_text
from portal.spotcheck.day import Day, read_day
from portal.spotcheck.handed_out import BadSecret, HandedOut, handed_out


def folder_of(root: Path, site: Site) -> Path:
    """Where the settings say; never in what is published."""
    return safe(root, root / site.settings.record.spot_checks)


def day_of(folder: Path, day: date, site: Site) -> Day:
    """The day's file; its mistakes are shown as those of any record."""
    try:
        found = read_day(folder, day, site.words)
    except OSError as failure:
        fail(f"读不了 {folder.name}/{day}.yaml（{reason(failure)}）")
    if any(one.is_error for one in found.problems):
        click.echo(as_text(found.problems, {found.file.path: found.file.original.split("\n")}), err=True)
        fail(f"{found.file.path} 有错，先改好。没有记录任何东西")
    return found


def given_on(folder: Path, day: date) -> HandedOut | None:
    try:
        return handed_out(folder, day)
    except BadSecret as failure:
        fail(str(failure))
