"""`portal migrate`: files of a project made with an earlier version → what has to change, and the change with `--write`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from portal.cli.terminal import alone, fail, project
from portal.cli.writing import replace_all
from portal.disk.refusing import reason
from portal.formats.merging.plan import unified
from portal.migrating import Change, migrate
from portal.migrating.migration import concerned
from portal.migrating.signatures import migrate_signatures
from portal.reading import read
from portal.reading.listing import data_files


@click.command(
    help="把旧版本的文件改成现在的写法。先显示会怎样改，加 --write 才写入；要么全改，要么一个也不动。"
)
@click.option("--write", is_flag=True, help="写入文件；不加时只显示会有什么变化")
@click.pass_obj
def command(root: Path, write: bool) -> None:
    with alone(project(root), needed=write):
        _run(root, write)


def _run(root: Path, write: bool) -> None:
    changes = _changes(root)
    if not changes:
        click.echo("没有要改的文件：都是现在的写法。")
    elif not write:
        _show(changes)
        click.echo(f"要改 {len(changes)} 个文件。看过没有问题，加 --write 写入：portal migrate --write")
    else:
        written: set[str] = set()
        while changes:
            _show(changes)
            _write(root, changes)
            written |= {change.path for change in changes}
            changes = _changes(root)
        click.echo(
            f"已改 {len(written)} 个文件。接下来：portal schema 更新编辑器的提示，portal check 再检查一次"
        )


def _changes(root: Path) -> tuple[Change, ...]:
    """What the steps over the text find; then, in files that all read well, signatures without a hash."""
    found = migrate(_files(root))
    if found.refusals:
        listed = "、".join(found.refusals)
        fail(f"{listed} 读不出来，没有改动任何文件。先改好：portal check {' '.join(found.refusals)}")
    return found.changes or tuple(_signatures(root))


def _signatures(root: Path) -> Iterator[Change]:
    result = read(root)
    if result.site is None:
        return
    for path, new in migrate_signatures(result.site).items():
        old = result.library.files[path].file.original
        yield Change(path, new, unified(old, new, f"现有 {path}", f"迁移后 {path}"))


def _show(changes: Iterable[Change]) -> None:
    for change in changes:
        click.echo(f"{change.diff}\n")


def _files(root: Path) -> dict[str, bytes]:
    listing = data_files(root)
    closed = [path for path in listing.unreadable if concerned(path)]
    if closed:
        fail(f"{'、'.join(closed)} 读不了，没有改动任何文件。看是什么原因：portal check {' '.join(closed)}")
    return {path: (root / path).read_bytes() for path in listing.files if concerned(path)}


def _write(root: Path, changes: Iterable[Change]) -> None:
    try:
        replace_all({root / change.path: change.new for change in changes})
    except OSError as failure:
        fail(f"写不了 {failure.filename or '文件'}（{reason(failure)}），没有改动任何文件")
