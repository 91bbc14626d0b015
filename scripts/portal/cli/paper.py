"""`portal paper`: papers drawn from the bank by blueprint.

Here is `portal paper freeze`: the present bank and blueprints into `quizzes/versions`, where they stay as they are.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from portal.cli.paper_coverage import coverage
from portal.cli.paper_draw import draw
from portal.cli.paper_guess import guess
from portal.cli.paper_suggest import suggest
from portal.cli.terminal import ProgressLine, alone, fail, project, today_option
from portal.disk.writing import put_all
from portal.publish.building import examine
from portal.quiz.versions import freeze as frozen
from portal.quiz.versions import identifier
from portal.reading.listing import VERSIONS
from portal.source.report import as_text


@click.command(
    help="封存现在的题库和组卷方案（quizzes/versions），以后改了题，也能按卷号查到原卷。印卷子以前运行。"
)
@today_option
@click.pass_obj
def freeze(root: Path, today: date) -> None:
    with alone(project(root)):
        _freeze(root, today)


def _freeze(root: Path, today: date) -> None:
    with ProgressLine() as progress:
        checked = examine(root, today, progress=progress)
    # A mistake that is frozen stays for ever.
    wrong = [one for one in checked.errors if one.file.startswith("quizzes/")]
    if checked.site is None or wrong:
        click.echo(as_text(wrong or checked.errors, checked.lines), err=True)
        fail(f"题库有 {len(wrong or checked.errors)} 个错误，改好再封存")
    if not checked.site.blueprints:
        fail("还没有组卷方案，不用封存")
    content = frozen(checked.site)
    name = identifier(content)
    place = f"{VERSIONS}/{name}.json"
    if name in checked.site.bank_versions:
        click.echo(f"已经封存过了：{place}")
        sys.exit(0)
    put_all({root / place: content})
    click.echo(f"已封存：{place}。把它和题库一起提交到版本库，以后不要改、不要删")


@click.group(help="按组卷方案（quizzes/papers）组卷。")
def command() -> None:
    pass


for one in (coverage, guess, suggest, freeze, draw):
    command.add_command(one)
