"""`portal spot-check sheet`: slips to cut, one per running number, and the day's Excel sheet for answers on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from portal.cli.paper_choice import refuse_unreadable, wanted_papers
from portal.cli.paper_draw import OUT
from portal.cli.paper_folder import safe, write
from portal.cli.spot_check_folder import folder_of, given_on
from portal.cli.terminal import Day, alone, fail, project, read_site
from portal.formats.answer_sheet import SheetRow, answer_sheet
from portal.media.qr import qr_inline
from portal.pages.templates import FOLDER as TEMPLATES
from portal.pages.templates import environment
from portal.paper.html import filled
from portal.quiz.codes import PaperCode
from portal.quiz.codes import write as code_of
from portal.records import Site, addresses
from portal.spotcheck.handed_out import HandedOut, keep, new_day
from portal.spotcheck.papers import DrawnPaper, NoPaper, Papers
from portal.spotcheck.slips import MOST_NUMBERS

MOST_AT_ONCE = 500
SLIPS = "paper/spot_check_slips.html.j2"


@click.command(help="印一天的凭条（每个编号一张，剪开发）和登记答案的 Excel 表。再运行一次印出来的一样。")
@click.argument("day", type=Day(), metavar="日期")
@click.option("--paper", "name", required=True, metavar="ID", help="组卷方案的编号，每个编号一份不同的卷")
@click.option("--count", type=click.IntRange(1, MOST_AT_ONCE), required=True, help="多少个编号")
@click.option("--from", "first", type=click.IntRange(1, MOST_NUMBERS), default=1, help="从几号起，默认 1")
@click.option("--out", type=click.Path(path_type=Path), help="放在哪个文件夹，默认为项目里的 printed")
@click.option("--overwrite", is_flag=True, help="文件已经有了也重新写（填过的 Excel 表会没有）")
@click.pass_obj
def sheet(
    root: Path, day: date, name: str, count: int, first: int, out: Path | None, overwrite: bool
) -> None:
    site, _ = read_site(project(root))
    refuse_unreadable(site)
    if first + count - 1 > MOST_NUMBERS:
        fail(f"编号到 {MOST_NUMBERS} 为止")
    numbers = range(first, first + count)
    folder, printed = folder_of(root, site), safe(root, out or root / OUT)
    with alone(root):
        given = given_on(folder, day) or new_day(day)
        given = given.with_papers(_papers(site, name, [one for one in numbers if one not in given.papers]))
        drawn = _drawn(site, given, numbers, name)
        files = _files(root, site, given, drawn)
        keep(folder, given)
        write({printed / file: content for file, content in files.items()}, overwrite)
    click.echo(
        f"{day} 的凭条 {numbers[0]}–{numbers[-1]} 号，{drawn[first].blueprint.title}。已写入 {printed}："
    )
    for file in files:
        click.echo(
            f"  {file}  {'凭条，打印以后剪开' if file.endswith('.html') else '登记表，考在纸上的填答案'}"
        )
    click.echo(f"当天的密钥在 {folder.name}/{day}.secret，只留在这台电脑上，不要发给别人")
    if reserved := sum(question.reserved for one in drawn.values() for question, _ in one.questions):
        click.echo(f"注意：这些卷里共有 {reserved} 道保留题只印在纸上，手机上不显示、不计分", err=True)


def _papers(site: Site, name: str, numbers: Sequence[int]) -> dict[int, str]:
    """Papers for numbers that have none yet, one after another from a form that nobody can guess."""
    if not numbers:
        return {}
    wanted = wanted_papers(site, name, None, len(numbers), None)
    codes = (code_of(PaperCode(wanted.blueprint.code, wanted.version.id, form)) for form in wanted.forms)
    return dict(zip(numbers, codes, strict=True))


def _drawn(site: Site, given: HandedOut, numbers: range, name: str) -> dict[int, DrawnPaper]:
    papers = Papers(site.bank_versions)
    try:
        drawn = {number: papers[given.papers[number]] for number in numbers}
    except NoPaper as failure:
        fail(str(failure))
    other = next((number for number, one in drawn.items() if one.blueprint.id != name), None)
    if other is not None:
        fail(
            f"编号 {other} 当天已经发过{drawn[other].blueprint.title}的卷。"
            f"接着发用 --from {max(given.papers) + 1 if other in given.papers else other}，没有写任何文件"
        )
    return drawn


def _files(root: Path, site: Site, given: HandedOut, drawn: Mapping[int, DrawnPaper]) -> dict[str, bytes]:
    first, last = min(drawn), max(drawn)
    stem = f"spot-check-{given.day}-{first}-{last}"
    address = site.settings.record.site_url
    slips = [
        {
            "number": number,
            "slip": given.slip(number).code,
            "paper": paper,
            "qr": qr_inline(address + addresses.paper(paper.code)),
        }
        for number, paper in drawn.items()
    ]
    html = filled(environment(root / TEMPLATES), SLIPS, day=given.day, slips=slips, range=f"{first}–{last}号")
    rows = [SheetRow(number, one.code, len(one.questions)) for number, one in drawn.items()]
    words = {
        name: [*(site.words.group(group) or {})]
        for name, group in (("业态", "business_types"), ("岗位", "posts"))
    }
    return {f"{stem}.html": html, f"{stem}.xlsx": answer_sheet(rows, words)}
