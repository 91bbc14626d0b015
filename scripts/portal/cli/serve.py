"""`portal serve`: preview on this machine; saving a file shows it in the browser."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import click

from portal.cli.terminal import ProgressLine, fail, project, today
from portal.preview import PreviewServer, Watch, Workbench
from portal.preview.workbench import THEME, State
from portal.publish.building import BuildFailed, told
from portal.source.progress import Progress, silent
from portal.source.report import as_text


@click.command(help="在本机预览。改了内容、模板或样式，浏览器自动刷新；内容有错时显示错在哪里。")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址")
@click.option("--port", default=8000, show_default=True, help="监听的端口")
@click.pass_obj
def command(root: Path, host: str, port: int) -> None:
    root = project(root)
    with tempfile.TemporaryDirectory(prefix="portal-preview-") as folder:
        bench = Workbench(root, Path(folder), today)
        try:
            server = PreviewServer(bench, host, port)
        except OSError:
            fail(f"端口 {port} 正被别的程序使用。换一个，如 portal serve --port {port + 1}")
        progress = ProgressLine()
        _report(_refresh(bench, False, progress))
        progress.close()
        # The records just read stay for hours; looking through them at every save would take seconds.
        gc.freeze()
        click.echo(f"预览：http://{host}:{port}/　按 Ctrl+C 结束")
        watch = Watch(root, THEME, lambda theme: _saved(bench, server, theme))
        watch.start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("预览已结束")
        finally:
            watch.stop()
            server.server_close()


def _saved(bench: Workbench, server: PreviewServer, theme_changed: bool) -> None:
    _report(_refresh(bench, theme_changed))
    server.announce()


def _refresh(bench: Workbench, theme_changed: bool, progress: Progress = silent) -> State | None:
    """The new state; `None` when a template or the theme is broken, which is told and lived through."""
    try:
        with told():
            return bench.refresh(theme_changed, progress)
    except BuildFailed as failure:
        click.echo(f"错误：{failure}", err=True)
        return None


def _report(state: State | None) -> None:
    if state is None:
        return
    if state.errors:
        click.echo(as_text(state.errors, state.lines), err=True)
        click.echo(f"有 {len(state.errors)} 个错误；改好后自动刷新", err=True)
    elif state.generation > 1:
        click.echo(f"已更新：{'、'.join(state.changed) or '模板或样式'}")
