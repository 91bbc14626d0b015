"""`portal spot-check settle`: the rows by person of a month become counts in `quizzes/spot-checks`, and go.

The month's file is on the disk before anything is deleted; a run that is killed between is finished by the next one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portal.cli.spot_check_folder import day_of, folder_of
from portal.cli.terminal import alone, fail, project, read_site, today_option
from portal.disk.writing import put_all
from portal.records import Site
from portal.records.month import Month
from portal.spotcheck.marks import marked
from portal.spotcheck.papers import NoPaper, Papers
from portal.spotcheck.settling import Sat, settled, text_of, waiting


@click.command(
    help="统计一个月的抽查考核：人数写进 quizzes/spot-checks，按人的记录删掉。先列出来，加 --write 才动手。"
)
@click.argument("month", metavar="月份")
@click.option("--should", type=click.IntRange(min=1), metavar="人数", help="本月应考人数，用来算覆盖率")
@click.option("--anyway", is_flag=True, help="不等没有补考的人")
@click.option("--write", is_flag=True, help="动手统计、删除；不加时只列出来")
@today_option
@click.pass_obj
def settle(root: Path, month: str, should: int | None, anyway: bool, write: bool, today: date) -> None:
    try:
        wanted = Month.parse(month)
    except ValueError:
        fail(f"“{month}”不是月份，写成 2026-11")
    with alone(project(root), needed=write):
        site, _ = read_site(root)
        _settle(root, site, wanted, should, today, anyway=anyway, write=write)


def _settle(
    root: Path, site: Site, month: Month, should: int | None, today: date, *, anyway: bool, write: bool
) -> None:
    folder = folder_of(root, site)
    days = sorted(date.fromisoformat(file.stem) for file in folder.glob("????-??-??.yaml"))
    sat = _marked(folder, site, days)
    of_month = [day for day in days if Month.of(day) == month]
    record = settled(month, sat, should)
    if record is None:
        fail(f"{folder.name} 里没有 {month} 的考核记录")
    _refuse_earlier(sat, month)
    if (open_ones := waiting(month, sat, today)) and not anyway:
        fail(f"还有 {len(open_ones)} 人没有补考。补考记录好了再统计；不等了，加 --anyway（满一年的自动不等）")
    place = root / "quizzes/spot-checks" / f"{month}.yaml"
    content = text_of(record).encode()
    if place.is_file() and place.read_bytes() != content:
        fail(f"quizzes/spot-checks/{month}.yaml 已经有了，数不一样。先核对，没有用的删掉再统计")
    going = [file for day in of_month for file in sorted(folder.glob(f"{day}.*"))]
    click.echo(
        f"{month} 考核 {record.people} 人，首次合格 {record.passed} 人，补考后合格 {record.passed_after} 人。"
    )
    click.echo(f"写 quizzes/spot-checks/{month}.yaml，删去按人的记录：{'、'.join(one.name for one in going)}")
    if not write:
        click.echo("没有改动任何文件。确认以后加 --write。")
        return
    put_all({place: content})
    for file in going:
        file.unlink(missing_ok=True)
    click.echo("已统计。核对以后填上 published_on（发布日期），再生成网站：portal build")


def _marked(folder: Path, site: Site, days: list[date]) -> Sat:
    papers = Papers(site.bank_versions)
    sittings = [one for day in days for one in day_of(folder, day, site).sittings]
    try:
        return [(one, marked(one, papers)) for one in sittings]
    except NoPaper as failure:
        fail(str(failure))


def _refuse_earlier(sat: Sat, month: Month) -> None:
    """The retakes of an earlier month lie in this one: they would be gone before that month is added up."""
    there = {(one.day, one.number) for one, _ in sat}
    again = [one.retake_of for one, _ in sat if one.retake_of and Month.of(one.day) == month]
    earlier = sorted({Month.of(key[0]) for key in again if key in there} - {month})
    if earlier:
        fail(f"{month} 里有 {earlier[0]} 的补考，先统计 {earlier[0]}：portal spot-check settle {earlier[0]}")
