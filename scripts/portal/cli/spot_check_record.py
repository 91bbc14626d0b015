"""`portal spot-check record`: receipts, letters and filled-in sheets into the day's file, with what each has earned."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from portal.cli.spot_check_folder import day_of, folder_of, given_on
from portal.cli.spot_check_sources import Source, sources
from portal.cli.terminal import Day, alone, fail, project, read_site, today_option
from portal.disk.refusing import reason
from portal.records import Site
from portal.spotcheck.accepting import Desk
from portal.spotcheck.day import append
from portal.spotcheck.marks import marked
from portal.spotcheck.papers import Papers
from portal.spotcheck.recording import Recorded
from portal.spotcheck.recording import record as recorded
from portal.spotcheck.sitting import Sitting


@click.command(
    help="记录答案：写文件名（贴着回执的文本、填好的登记表），或者直接写回执、写“7: A BC 对 -”这样的一行。马上记下并评分；再记一次不会重复。"
)
@click.argument("brought", nargs=-1, required=True, metavar="文件或文字…")
@click.option("--day", type=Day(), help="哪一天考的，默认今天")
@click.option("--firm", type=click.IntRange(1), help="当天第几家单位")
@click.option("--business", metavar="业态", help="这家单位的业态")
@click.option("--post", metavar="岗位", help="这些人的岗位")
@click.option(
    "--retake",
    "retakes",
    multiple=True,
    metavar="编号=日期/编号",
    help="补考，如 --retake 12=2026-11-03/7，可以写几次",
)
@today_option
@click.pass_obj
def record(root: Path, /, brought: tuple[str, ...], day: date | None, today: date, **asked: Any) -> None:
    site, _ = read_site(project(root))
    day = day or today
    if day > today:
        fail(f"{day} 还没有到，没有记录任何东西")
    with alone(root):
        folder = folder_of(root, site)
        found = sources(site, brought, **asked)
        desk = _desk(site, folder, day)
        results = _taken(desk, found)
        new = [one for result in results for one in result.new]
        if new:
            try:
                append(folder, desk.day, new)
            except OSError as failure:
                fail(f"写不了 {folder.name}/{day}.yaml（{reason(failure)}），没有记录任何东西")
    _tell(desk, found, results, f"{folder.name}/{day}.yaml")
    if any(one.refusals for one in results):
        sys.exit(1)


def _desk(site: Site, folder: Path, day: date) -> Desk:
    ready = {entry.record.id for entry in site.questions if entry.record.status == "ready"}
    return Desk(
        day_of(folder, day, site),
        given_on(folder, day),
        Papers(site.bank_versions),
        ready,
        lambda earlier: day_of(folder, earlier, site),
    )


def _taken(desk: Desk, found: Sequence[Source]) -> list[Recorded]:
    results = []
    for source in found:
        if source.refusals:
            results.append(Recorded(refusals=source.refusals))
            continue
        desk, result = recorded(desk, source.brought)
        results.append(result)
    return results


def _tell(desk: Desk, found: Sequence[Source], results: Sequence[Recorded], file: str) -> None:
    sat = {one.number: one for result in results for one in result.sittings}
    new = {one.number for result in results for one in result.new}
    if sat:
        click.echo("编号  得分   合格")
        for number in sorted(sat):
            click.echo(_line(sat[number], desk.papers, number in new))
        click.echo(f"新记录 {len(new)} 人，以前记过 {len(sat) - len(new)} 人：{file}")
    for source, result in zip(found, results, strict=True):
        for one in result.refusals:
            click.echo(f"{one.place}: 错误：{one.message}\n    → {one.hint}", err=True)
        if result.refusals:
            click.echo(f"{source.name} 有 {len(result.refusals)} 处错误，这里面的一条也没有记", err=True)


def _line(sitting: Sitting, papers: Papers, new: bool) -> str:
    result = marked(sitting, papers)
    passed = "合格" if result.passed else "不合格"
    retake = "，补考" if sitting.retake_of else ""
    return f"{sitting.number:>4}  {result.score:>5.1f}  {passed}{retake}{'' if new else '（以前记过）'}"
