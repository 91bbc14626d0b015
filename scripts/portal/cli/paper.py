"""`portal paper`: papers drawn from the bank by blueprint."""

from __future__ import annotations

import click

from portal.cli.paper_coverage import coverage
from portal.cli.paper_draw import draw
from portal.cli.paper_freeze import freeze


@click.group(help="按组卷方案（quizzes/papers）组卷。")
def command() -> None:
    pass


for one in (coverage, freeze, draw):
    command.add_command(one)
