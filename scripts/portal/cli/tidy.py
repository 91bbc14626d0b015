"""`portal tidy`: party and facts of closed cases out of the project; a stub keeps the address and the id.

The stub is written first and the file taken away last: a run that is killed loses no id, and the next one goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from portal import clock
from portal.cli.terminal import alone, fail, read_site, tell_mentions, today_option
from portal.closing.ending import CannotSplice
from portal.closing.tidying import PLACE, Tidied, stubs_in, to_tidy, with_stubs
from portal.disk.refusing import reason
from portal.disk.writing import put_all
from portal.publish import accepted
from portal.records.closed_case import ClosedCase

WHY = {"expired": "公示期满", "stopped": "提前停止公示", "withdrawn": "已撤回"}


@click.command(
    help="清理已经隐去的案例：把当事人和案情从文件里拿掉，只留编号、日期和撤回原因。先列出来，加 --write 才动手。"
)
@click.option("--write", is_flag=True, help="动手清理；不加时只列出来")
@today_option
@click.pass_obj
def command(root: Path, write: bool, today: date) -> None:
    if write and today > clock.today():
        fail(f"{today} 还没有到，那天才隐去的案例不能先清理")
    with alone(root, needed=write):
        _run(root, write, today)


def _run(root: Path, write: bool, today: date) -> None:
    site, library = read_site(root)
    found = to_tidy(site, today)
    old = [entry.record for entry in site.closed_cases]
    remembered = _in_kept(root, {*(one.id for one in old), *(one.entry.record.id for one in found)})
    if not found and not remembered:
        click.echo("没有要清理的案例。")
        return
    _show(found, remembered)
    tell_mentions(library, [one.entry for one in found])
    if not write:
        click.echo("没有改动任何文件。确认以后加 --write。")
        return
    _write(root, found, old)
    click.echo(
        f"已清理 {len(found)} 件，网址和页面不变。版本库的历史里还有原文，怎样处理见 README“撤下一个案例”。"
    )


def _show(found: Sequence[Tidied], remembered: Sequence[str]) -> None:
    for one in found:
        click.echo(f"案例 {one.entry.record.id}　{WHY[one.reason]}，{one.on} 起隐去　{one.entry.path}")
    if found:
        click.echo(f"这 {len(found)} 件删去文件，编号、日期和撤回原因写进 {PLACE}，编号不再给别的案例。")
    if remembered:
        click.echo(f"留底（.portal）里的 {len(remembered)} 件也一起清理。")


def _write(root: Path, found: Sequence[Tidied], old: Sequence[ClosedCase]) -> None:
    new = [one.stub for one in found if one.stub]
    place = root / PLACE
    try:
        if new:
            text = with_stubs(place.read_bytes() if place.is_file() else None, new)
            put_all({place: text.encode()})
        accepted.clear_leftovers(root)
        _out_of_kept(root, [*old, *new])
        for one in found:
            _take_away(root / one.entry.path)
    except CannotSplice:
        fail(f"{PLACE} 里有错，一件也没有清理。先改好：portal check {PLACE}")
    except OSError as failure:
        fail(
            f"写不了 {failure.filename or PLACE}（{reason(failure)}）。没有清理完，排除以后再运行一次 portal tidy --write"
        )


def _take_away(file: Path) -> None:
    """The file and what was left of it when a change of it was cut short."""
    for copy in file.parent.glob(f".{file.name}.*.new"):
        copy.unlink(missing_ok=True)
    file.unlink(missing_ok=True)


def _in_kept(root: Path, ids: set[str]) -> list[str]:
    """The files of these cases in the kept input."""
    found = accepted.kept(root)
    return [path for path in (found[1] if found else ()) if _id_of(path) in ids]


def _out_of_kept(root: Path, stubs: Sequence[ClosedCase]) -> None:
    """The kept input with stubs in the place of files, too."""
    found = accepted.kept(root)
    ids = {stub.id for stub in stubs}
    if found is None or not _in_kept(root, ids):
        return
    day, files = found
    before = files.get(PLACE)
    # What was accepted can be read; if it cannot, the stubs stand by themselves.
    readable = before if before is not None and stubs_in(before) is not None else None
    left = {path: content for path, content in files.items() if _id_of(path) not in ids}
    left[PLACE] = with_stubs(readable, stubs).encode()
    accepted.write(root, day, dict(sorted(left.items())))


def _id_of(path: str) -> str:
    """The id of the case whose file lies at `path`; nothing for any other file."""
    return Path(path).stem if path.startswith("content/cases/") else ""
