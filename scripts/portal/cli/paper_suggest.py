"""`portal paper suggest`: which topics people are weak at, and what shares the next papers could have; changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from portal.cli.columns import table
from portal.cli.terminal import fail, read_site
from portal.quiz.versions import current
from portal.records.blueprint import Blueprint
from portal.spotcheck.months import latest, totals
from portal.spotcheck.statistics import LEAST
from portal.spotcheck.suggesting import STEP, TopicResult, suggested


@click.command(
    help=f"照最近半年抽查考核的结果，看每种卷哪些主题薄弱，建议下一次的主题比例（每个主题最多增减{STEP}个百分点）。"
    "只打印出来，不改文件。给出 ID 时只看这些方案。"
)
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.pass_obj
def suggest(root: Path, names: tuple[str, ...]) -> None:
    site, _ = read_site(root)
    months = latest([one.record for one in site.spot_checks])
    if not months:
        fail("quizzes/spot-checks 里还没有抽查考核的结果：portal spot-check settle")
    version, sums = current(site), totals(months)
    known = {one.id: one for one in version.blueprints}
    for name in names:
        if name not in known:
            fail(f"没有组卷方案“{name}”。可选：{'、'.join(known)}")
    for name in names or known:
        click.echo("\n".join(_told(known[name], suggested(known[name], version.questions, sums))))
        click.echo()


def _told(blueprint: Blueprint, results: list[TopicResult]) -> Iterator[str]:
    who = "、".join(blueprint.business_types)
    yield f"{blueprint.id}（{blueprint.title}；{who}）"
    rows = [["主题", "答题人次", "得分率", "现在", "建议"]]
    rows += [
        [one.topic, str(one.answers), _got(one), f"{one.share}%", _changed(one)]
        for one in sorted(results, key=lambda one: 2 if one.got is None else one.got)
    ]
    yield from table(rows)
    if all(one.suggested == one.share for one in results):
        few = all(one.got is None for one in results)
        yield f"  每个主题都不满{LEAST}人次，看不出来" if few else "  主题比例不用改"
        return
    yield f"  要照这个改，把 quizzes/papers/{blueprint.id}.yaml 里的 topics 换成下面的，再运行 portal paper coverage："
    yield "topics:"
    yield from (f"  {one.topic}: {one.suggested}" for one in results)


def _got(one: TopicResult) -> str:
    return "—" if one.got is None else f"{one.got:.0%}"


def _changed(one: TopicResult) -> str:
    change = one.suggested - one.share
    return f"{one.suggested}%（{change:+d}）" if change else f"{one.suggested}%"
