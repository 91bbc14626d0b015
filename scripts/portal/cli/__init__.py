"""The command `portal`: arguments in, exit code and text out.

With the MkDocs hook the only room that touches the clock and the terminal. A mistake of the user's
is one sentence and exit code 1; a traceback is a bug of ours.
"""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from portal import __version__

COMMANDS = {
    "check": ("portal.cli.check", "检查内容，指出每一处错误在哪里、怎样改"),
    "build": ("portal.cli.build", "生成网站"),
    "serve": ("portal.cli.serve", "本地预览，改了内容自动刷新"),
    "new": ("portal.cli.new", "新建一个案例、月度数据、文章等"),
    "import": ("portal.cli.importing", "导入各单位报来的表格"),
    "schema": ("portal.cli.schema", "更新编辑器用的字段说明（JSON Schema）"),
    "export": ("portal.cli.export", "导出 Markdown，供其他生成器使用"),
    "bench": ("portal.cli.bench", "测量生成速度"),
}


class LazyCommands(click.Group):
    """Imports a command's module only when it is run: `portal check` does not pay for pandas."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[name][0])
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.command(cls=LazyCommands, help="食品安全信息公开与培训门户：把 YAML 和 Markdown 变成静态网站。")
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="项目文件夹，默认为当前文件夹")
@click.version_option(__version__, prog_name="portal", message="%(prog)s %(version)s")
@click.pass_context
def portal(ctx: click.Context, root: Path) -> None:
    ctx.obj = root


def main() -> None:
    portal(prog_name="portal")
