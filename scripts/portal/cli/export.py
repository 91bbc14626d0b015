"""`portal export DIR`: read → check → generate → a folder of Markdown, without MkDocs."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from portal.cli.terminal import ProgressLine, fail, project, today_option
from portal.publish.building import BuildFailed, as_build_failed, examine, plan
from portal.publish.markdown_tree import export
from portal.source.report import as_text


@click.command(
    help="把整个网站导出成 Markdown 到文件夹 DIR，供其他生成器使用。DIR 里上一次导出的文件会整个换掉。"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@today_option
@click.pass_obj
def command(root: Path, folder: Path, today: date) -> None:
    root = project(root)
    with ProgressLine() as progress:
        checked = examine(root, today, progress=progress)
    if checked.site is None or checked.errors:
        click.echo(as_text(checked.errors, checked.lines), err=True)
        click.echo(f"有 {len(checked.errors)} 个错误，没有导出。", err=True)
        sys.exit(1)
    try:
        with ProgressLine() as progress, as_build_failed():
            pages = export(plan(checked.site, root, today), root, folder, today, progress)
    except BuildFailed as failure:
        fail(str(failure))
    click.echo(f"已导出 {pages} 页 Markdown：{folder}。试生成：mkdocs build -f {folder / 'mkdocs.yml'}")
