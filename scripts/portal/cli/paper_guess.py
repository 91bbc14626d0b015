"""`portal paper guess`: what somebody scores who knows nothing of food and goes by the form of questions alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from portal.cli.terminal import fail, read_site
from portal.quiz.candidates import FrozenQuestion
from portal.quiz.drawing import Drawing
from portal.quiz.guesser import Score, mean, scores
from portal.quiz.layout import CannotDraw
from portal.quiz.tells import TELLS, record
from portal.quiz.versions import BankVersion, current
from portal.records.blueprint import Blueprint

# Percentage points that tells may bring over blind chance.
MOST = 3.0
FORMS = 100


@click.command(
    help=f"看题库能不能猜：不懂的人只凭题目的样子（最短的、说“不”的、口气松的）答题，比瞎猜多得多少分。多出 {MOST:.0f} 分以上，退出码为 1。"
)
@click.pass_obj
def guess(root: Path) -> None:
    site, _ = read_site(root)
    version = current(site)
    bank = version.questions
    if not bank:
        fail("题库里还没有能进试卷的题")
    for line in _of_tells(bank):
        click.echo(line)
    found = dict(zip((one.key for one in bank), scores(bank), strict=True))
    whole = mean(list(found.values()))
    click.echo(f"整个题库 {len(bank)} 题：{_said(whole)}")
    for blueprint in version.blueprints:
        click.echo(f"{blueprint.title}：{_of_papers(blueprint, version, found)}")
    sys.exit(0 if whole.lead <= MOST else 1)


def _of_tells(bank: Sequence[FrozenQuestion]) -> Iterator[str]:
    for tell in TELLS:
        one = record(tell, bank)
        if one.asked:
            share, blind = 100 * one.right / one.asked, 100 * one.expected / one.asked
            yield f"{tell.name}：{one.asked} 题，对 {one.right} 题（{share:.0f}%，瞎猜 {blind:.0f}%）"


def _of_papers(blueprint: Blueprint, version: BankVersion, found: dict[str, Score]) -> str:
    """The mean over the first papers."""
    try:
        drawing = Drawing(blueprint, version.id, version.questions)
        forms = [drawing.form(number) for number in range(1, FORMS + 1)]
    except CannotDraw as failure:
        return f"组不成卷（{failure}）"
    means = [mean([found[key] for section in form for key in section]) for form in forms]
    most = max(one.guessed for one in means)
    return f"{FORMS} 份平均{_said(mean(means))}，最多的一份 {100 * most:.0f} 分"


def _said(score: Score) -> str:
    return (
        f"只凭样子答 {100 * score.guessed:.1f} 分，瞎猜 {100 * score.blind:.1f} 分，多 {score.lead:+.1f} 分"
    )
