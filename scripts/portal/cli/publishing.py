"""What came of a run of publishing, told at the terminal, and the exit code that says it to a scheduled task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

import click

from portal.cli.keys import in_short
from portal.cli.terminal import ProgressLine
from portal.publication.changes import next_change
from portal.publication.waiting import left_out
from portal.publish.falling_back import Fallen
from portal.publish.leaving_out import key_of_file
from portal.publish.publishing import Order, Run, publish
from portal.records import Site
from portal.source.report import as_text

WRITTEN, NOTHING, FALLEN_BACK = 0, 1, 3
FEW = 5


def published(order: Order) -> Run:
    """Publish, with a line of progress."""
    with ProgressLine() as progress:
        return publish(order, progress)


def told(run: Run, order: Order) -> int:
    """Say what came of it; returns the exit code."""
    _tell_drafts(run)
    if not run.refused:
        _tell_success(run, order)
        return WRITTEN
    checked, fallen = run.checked, run.fallen
    if checked.errors:
        click.echo(as_text(checked.errors, checked.lines), err=True)
    if fallen and not fallen.failure:
        _tell_fallen(run, fallen, order)
        return FALLEN_BACK
    if run.failure:
        click.echo(f"错误：{run.failure}", err=True)
    else:
        text = f"有 {len(checked.errors)} 个错误，没有生成网站；原来的网站没有改动。"
        click.echo(text, err=True)
    for line in _why_nothing(fallen, order, run.failure):
        click.echo(line, err=True)
    return NOTHING


def _tell_drafts(run: Run) -> None:
    checked = run.checked
    if not checked.left_out:
        return
    click.echo(as_text(checked.left_out, checked.lines), err=True)
    keys = dict.fromkeys(key_of_file(one.file) for one in checked.left_out)
    click.echo(f"草稿有错，没有收进来：{in_short(keys)}。别的照常生成。", err=True)


def _tell_success(run: Run, order: Order) -> None:
    site = run.checked.site
    assert site is not None
    if order.gate.production:
        _tell_left_out(site, order.today)
    if run.unkept:
        click.echo(f"这次的内容没有留底（{run.unkept}），再运行一次 portal build --production。", err=True)
    if warnings := len(run.checked.problems):
        click.echo(f"有 {warnings} 个提醒，用 portal check 查看。")
    _tell_next(site, order.today)
    preview = "预览：make serve" if order.target == order.root / "site" else ""
    click.echo(f"网站已生成：{shown(order.target)}（{run.pages} 页）。{preview}")


def _tell_fallen(run: Run, fallen: Fallen, order: Order) -> None:
    assert fallen.site is not None
    why = run.failure or f"有 {len(run.checked.errors)} 个错误"
    click.echo(f"今天的文件没有用：{why}", err=True)
    click.echo(f"改用 {fallen.day} 通过的内容，按 {order.today} 的日期生成，该隐去的已经隐去。", err=True)
    if fallen.carried:
        click.echo(f"今天的文件里写的撤回、停止公示，一起算了：{in_short(fallen.carried)}", err=True)
    if fallen.closed:
        click.echo(f"这次隐去：{in_short(fallen.closed)}", err=True)
    if fallen.masked:
        text = f"里面写着已经隐去的当事人，这次换成了“某单位”：{_some(fallen.masked)}。请在文件里改好，重新审签。"
        click.echo(text, err=True)
    if fallen.unfit:
        click.echo(f"提醒：{fallen.unfit}", err=True)
    if fallen.waiting:
        text = f"等着上网的改动：{len(fallen.waiting)} 个文件（{_some(fallen.waiting)}）。改好上面说的，再生成一次。"
        click.echo(text, err=True)
    _tell_next(fallen.site, order.today)
    click.echo(f"网站已生成：{shown(order.target)}（{fallen.pages} 页），内容是 {fallen.day} 的。")


def _some(paths: Sequence[str]) -> str:
    return "、".join(islice(paths, FEW)) + (" 等" if len(paths) > FEW else "")


def _why_nothing(fallen: Fallen | None, order: Order, failure: str) -> Iterator[str]:
    if not order.gate.production:
        return
    if fallen is None:
        yield "没有留底可用（正式发布成功一次以后才有）：到期该隐去的还在网站上，尽快改好再生成。"
    elif fallen.failure == failure:
        yield "用留底也生成不了，原因相同：到期该隐去的还在网站上，尽快处理。"
    else:
        yield f"用 {fallen.day} 的留底也生成不了：{fallen.failure}\n到期该隐去的还在网站上，尽快处理。"


def _tell_left_out(site: Site, today: date) -> None:
    """Whoever publishes sees at once where a record has gone."""
    for reason, keys in left_out(site, today).items():
        click.echo(f"没有发布（{reason.value}）：{in_short(keys)}")


def _tell_next(site: Site, today: date) -> None:
    if changes_on := next_change(site, today):
        click.echo(f"下次内容会变化的日期：{changes_on}（有记录到期、撤下或开始公开）。到那天要重新生成。")


def shown(target: Path) -> str:
    """A folder as a person at the terminal would call it."""
    here = Path.cwd()
    full = target.absolute()
    return f"{full.relative_to(here)}/" if full.is_relative_to(here) else str(full)
