"""`portal migrate`: files of a project made with an earlier version → what has to change, and the change with `--write`."""

from __future__ import annotations

from pathlib import Path

import click

from portal.cli.terminal import fail, project
from portal.cli.writing import replace_all
from portal.migrating import Migration, migrate
from portal.migrating.migration import concerned
from portal.reading.listing import data_files


@click.command(
    help="把旧版本的文件改成现在的写法。先显示会怎样改，加 --write 才写入；要么全改，要么一个也不动。"
)
@click.option("--write", is_flag=True, help="写入文件；不加时只显示会有什么变化")
@click.pass_obj
def command(root: Path, write: bool) -> None:
    found = migrate(_files(project(root)))
    if found.refusals:
        listed = "、".join(found.refusals)
        fail(f"{listed} 读不出来，没有改动任何文件。先改好：portal check {' '.join(found.refusals)}")
    if not found.changes:
        click.echo("没有要改的文件：都是现在的写法。")
        return
    for change in found.changes:
        click.echo(f"{change.diff}\n")
    if write:
        _write(root, found)
        click.echo(
            f"已改 {len(found.changes)} 个文件。接下来：portal schema 更新编辑器的提示，portal check 再检查一次"
        )
    else:
        click.echo(f"要改 {len(found.changes)} 个文件。看过没有问题，加 --write 写入：portal migrate --write")


def _files(root: Path) -> dict[str, bytes]:
    listing = data_files(root)
    closed = [path for path in listing.unreadable if concerned(path)]
    if closed:
        fail(f"{'、'.join(closed)} 读不了，没有改动任何文件。看是什么原因：portal check {' '.join(closed)}")
    return {path: (root / path).read_bytes() for path in listing.files if concerned(path)}


def _write(root: Path, found: Migration) -> None:
    try:
        replace_all({root / change.path: change.new for change in found.changes})
    except OSError as failure:
        fail(f"写不了 {failure.filename or '文件'}（{failure.strerror or failure}），没有改动任何文件")
