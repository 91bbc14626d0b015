"""`portal serve`: preview on this machine; saving a file shows it in the browser."""

from __future__ import annotations

import errno
import gc
import socket
from pathlib import Path

import click

from portal.cli.terminal import ProgressLine, fail, project
from portal.clock import today
from portal.disk.private import own_folder, passing
from portal.disk.refusing import reason
from portal.preview import PreviewServer, Watch, Workbench
from portal.preview.server import address_of, is_loopback
from portal.preview.workbench import THEME, State
from portal.source.report import as_text

LAST_PORT = 65_535
PREVIEW = "preview"


@click.command(help="在本机预览。改了内容、模板或样式，浏览器自动刷新；内容有错时显示错在哪里。")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址")
@click.option("--port", type=click.IntRange(1, LAST_PORT), default=8000, show_default=True, help="监听的端口")
@click.pass_obj
def command(root: Path, host: str, port: int) -> None:
    root = project(root)
    with passing(own_folder(root), PREVIEW) as folder:
        bench = Workbench(root, folder, today)
        try:
            server = PreviewServer(bench, host, port)
        except OSError as failure:
            fail(_cannot_listen(failure, host, port))
        with ProgressLine() as progress:
            state = bench.refresh(progress=progress)
        _report(state)
        # The records just read stay for hours; looking through them at every save would take seconds.
        gc.freeze()
        click.echo(f"预览：{address_of(host, port)}　按 Ctrl+C 结束")
        if not is_loopback(host):
            click.echo("提醒：同一网络里的人都能打开这个预览，草稿也在里面", err=True)
        watch = Watch(root, THEME, lambda theme: _saved(bench, server, theme))
        watch.start()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("预览已结束")
        finally:
            watch.stop()
            server.server_close()


def _cannot_listen(failure: OSError, host: str, port: int) -> str:
    if isinstance(failure, socket.gaierror) or failure.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
        return f"--host {host} 不是这台电脑的地址。只在本机预览就不要写 --host"
    if failure.errno == errno.EADDRINUSE:
        return f"端口 {port} 正被别的程序使用。换一个，如 portal serve --port {_another(port)}"
    if failure.errno == errno.EACCES:
        return f"没有权限使用端口 {port}。换一个，如 portal serve --port 8000"
    return f"不能在 {address_of(host, port)} 上预览（{reason(failure)}）"


def _another(port: int) -> int:
    return port + 1 if port < LAST_PORT else port - 1


def _saved(bench: Workbench, server: PreviewServer, theme_changed: bool) -> None:
    _report(bench.refresh(theme_changed))
    server.announce()


def _report(state: State) -> None:
    if state.failure:
        click.echo(f"错误：{state.failure}", err=True)
    elif state.errors:
        click.echo(as_text(state.errors, state.lines), err=True)
        click.echo(f"有 {len(state.errors)} 个错误；改好后自动刷新", err=True)
    elif state.generation > 1:
        click.echo(f"已更新：{'、'.join(state.changed) or '模板或样式'}")
