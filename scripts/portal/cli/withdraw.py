"""`portal withdraw`: a case off the site now, in one build, and the addresses that caches and search engines still hold."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from portal.cli.publishing import NOTHING, published, told
from portal.cli.terminal import Day, alone, fail, project, tell_mentions, today_option
from portal.cli.writing import ChangedMeanwhile, replace_all
from portal.closing.ending import CannotSplice, withdrawn
from portal.closing.purging import Purge, tells_of, to_purge
from portal.publication.dates import is_public
from portal.publish.ledger import Gate
from portal.publish.manifest import files_below, manifest_in
from portal.publish.publishing import Order
from portal.reading import Library, read
from portal.reading.record_kinds import BY_NAME
from portal.records import Entry, Site
from portal.records.case import Case, Withdrawal
from portal.records.scalars import parse_text
from portal.records.wording import nearest
from portal.rules.withdrawals import problems_of_reason
from portal.source.report import as_text

CASE = BY_NAME["case"]


@click.command(
    help="马上撤下一个案例：把撤回写进文件，生成一次网站，列出要清缓存、请搜索引擎删除的网址。"
    "退出码和 portal build 一样；今天别的文件有错，就用上一次通过的内容生成。"
)
@click.argument("identifier", metavar="编号")
@click.option(
    "--reason", required=True, metavar="原因", help="公开显示，不能写出当事人，如 处罚决定经复议撤销"
)
@click.option(
    "--decision-changed-on", "changed_on", type=Day(), metavar="日期", help="原决定变更、撤销的日期"
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="网站在哪个文件夹，默认为项目里的 site")
@today_option
@click.pass_obj
def command(
    root: Path, identifier: str, reason: str, changed_on: date | None, site_dir: Path | None, today: date
) -> None:
    with alone(project(root)):
        result = read(root)
        if result.site is None:
            fail(
                "网站设置、用词表、指标表或专项行动读不出来，先改好：portal check site_config content/campaign.yaml"
            )
        entry = _case(result.site, result.library, identifier, today)
        withdrawal = Withdrawal(on=today, decision_changed_on=changed_on, reason=_reason(reason))
        _refuse_bad(entry.record, withdrawal, result.site, today)
        try:
            text = withdrawn(entry.file, withdrawal)
        except CannotSplice:
            fail(
                f"{entry.path} 的写法特别，程序接不上。在文件末尾自己写上 withdrawal 的 on 和 reason，再生成网站"
            )
        target = site_dir or root / "site"
        telling = _telling(target, entry.record)
        manifest = manifest_in(target)
        try:
            replace_all({root / entry.path: text}, {root / entry.path: entry.file.original})
        except ChangedMeanwhile:
            fail(f"{entry.path} 刚刚被改过，没有撤回。看过改动以后再撤一次")
    click.echo(f"已写入 {entry.path}：{today} 撤回，{withdrawal.reason}")
    order = Order(root, target, today, Gate(production=bool(manifest and manifest.production)))
    run = published(order)
    code = told(run, order)
    if code == NOTHING:
        click.echo(
            f"撤回已经写进文件，网站还没有变：案例 {identifier} 还在网站上，尽快改好再生成。", err=True
        )
        sys.exit(code)
    site = run.site or result.site
    _tell(to_purge(site.settings.record.site_url, identifier, telling))
    tell_mentions(result.library, [entry])
    sys.exit(code)


def _case(site: Site, library: Library, identifier: str, today: date) -> Entry[Case]:
    found = next((entry for entry in site.cases if entry.record.id == identifier), None)
    if found is None:
        _unknown(site, library, identifier)
    case = found.record
    if case.withdrawal:
        fail(
            f"案例 {identifier} 已经写了 {case.withdrawal.on} 撤回（{found.path}）。网站上还有的，再生成一次：portal build --production"
        )
    if not is_public(case, today):
        fail(f"案例 {identifier} 还没有公开，不用撤回。不想让它上网，删去 {found.path} 里的 published_on")
    return found


def _unknown(site: Site, library: Library, identifier: str) -> NoReturn:
    if any(entry.record.id == identifier for entry in site.closed_cases):
        fail(f"案例 {identifier} 已经隐去，文件也清理了，不用撤回")
    for path, one in library.files.items():
        if Path(path).stem != identifier:
            continue
        if one.kind is not CASE:
            fail(
                f"“{identifier}”是{one.kind.title}（{path}），不是案例。别的内容删去 published_on 再生成，"
                "在 content/corrections.yaml 里写明撤回"
            )
        lines = {path: one.file.lines}
        click.echo(as_text(one.problems, lines), err=True)
        fail(f"{path} 有错，读不出来，没有撤回。先改好上面的，再撤一次")
    meant = nearest(identifier, [entry.record.id for entry in site.cases])
    fail(f"没有编号为“{identifier}”的案例。{f'是不是“{meant}”？' if meant else '编号如 2024-001'}")


def _reason(reason: str) -> str:
    try:
        return " ".join(parse_text(reason).split())
    except ValueError:
        fail("--reason 是空的，写明撤回的原因，如 处罚决定经复议撤销")


def _refuse_bad(case: Case, withdrawal: Withdrawal, site: Site, today: date) -> None:
    if found := problems_of_reason(case, withdrawal, site, today):
        fail(
            f"{'；'.join(found)}。撤回原因会一直公开，改成不说是谁的写法，如 处罚决定经复议撤销。没有改动任何文件"
        )
    changed_on = withdrawal.decision_changed_on
    if changed_on and not case.decision.decided_on <= changed_on <= withdrawal.on:
        fail(
            f"决定变更日期 {changed_on} 不在决定日期 {case.decision.decided_on} 和今天 {withdrawal.on} 之间，核对后再撤"
        )


def _telling(target: Path, case: Case) -> list[str]:
    """The files of the site that tell of the case, while it is still there."""
    return [path for path in files_below(target) if tells_of(path, (target / path).read_bytes(), case)]


def _tell(purge: Purge) -> None:
    if purge.engines:
        click.echo("请搜索引擎删除这些网址的快照：")
        click.echo("\n".join(f"  {url}" for url in purge.engines))
    if purge.caches:
        click.echo("在 CDN 和网页服务器上清除这些网址的缓存（末尾的 * 是整个文件夹）：")
        click.echo("\n".join(f"  {url}" for url in purge.caches))
