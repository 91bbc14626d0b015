"""`portal build`: read → check → generate → MkDocs → verify → swap."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from portal.cli.keys import RecordKey, in_short
from portal.cli.terminal import ProgressLine, fail, project, today_option
from portal.publication.changes import next_change
from portal.publication.waiting import left_out
from portal.publish.building import BuildFailed, Checked, build, examine
from portal.publish.ledger import Gate
from portal.records import Site
from portal.source.report import as_text


@click.command(help="检查内容并生成网站。失败时原来的网站原样不动。")
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成到哪个文件夹，默认为项目里的 site")
@click.option("--production", is_flag=True, help="正式发布：有示例数据、占位的网址或者编码时拒绝生成")
@click.option("--accept-earlier", is_flag=True, help="正式发布：确实要按比上一次更早的日期生成")
@click.option(
    "--accept-missing",
    type=RecordKey(),
    multiple=True,
    help="正式发布：发布过的这一条确实不要了，如 case:2024-001；可以写几次",
)
@click.option("--fast", is_flag=True, help="快速生成：不压缩、不建检索索引，只供试看")
@today_option
@click.pass_obj
def command(
    root: Path,
    site_dir: Path | None,
    production: bool,
    accept_earlier: bool,
    accept_missing: tuple[str, ...],
    fast: bool,
    today: date,
) -> None:
    root = project(root)
    if production and fast:
        fail("--fast 只供试看，不能和 --production 一起用")
    target = site_dir or root / "site"
    with ProgressLine() as progress:
        checked = examine(root, today, production=production, progress=progress)
    if checked.site is None or checked.errors:
        _refuse(checked)
    warned: list[str] = []
    gate = Gate(production, accept_earlier, frozenset(accept_missing), warned.append)
    try:
        with ProgressLine() as progress:
            pages = build(checked.site, root, target, today, progress, complete=not fast, gate=gate)
    except BuildFailed as failure:
        fail(str(failure))
    for text in warned:
        click.echo(text, err=True)
    if production:
        _tell_left_out(checked.site, today)
    warnings = len(checked.problems) - len(checked.errors)
    if warnings:
        click.echo(f"有 {warnings} 个提醒，用 portal check 查看。")
    if changes_on := next_change(checked.site, today):
        click.echo(f"下次内容会变化的日期：{changes_on}（有记录到期、撤下或开始公开）。到那天要重新生成。")
    preview = "" if site_dir else "预览：make serve"
    click.echo(f"网站已生成：{_shown(target)}（{pages} 页）。{preview}")


def _refuse(checked: Checked) -> NoReturn:
    click.echo(as_text(checked.errors, checked.lines), err=True)
    click.echo(f"有 {len(checked.errors)} 个错误，没有生成网站；原来的网站没有改动。", err=True)
    sys.exit(1)


def _tell_left_out(site: Site, today: date) -> None:
    """Whoever publishes sees at once where a record has gone."""
    for reason, keys in left_out(site, today).items():
        click.echo(f"没有发布（{reason.value}）：{in_short(keys)}")


def _shown(target: Path) -> str:
    here = Path.cwd()
    full = target.absolute()
    return f"{full.relative_to(here)}/" if full.is_relative_to(here) else str(full)
