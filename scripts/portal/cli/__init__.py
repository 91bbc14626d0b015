"""The command `portal`: arguments in, exit code and text out.

With the MkDocs hook the only room that touches the clock and the terminal. A mistake of the user's
is one sentence and exit code 1; a traceback is a bug of ours.
"""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import click

from portal import __version__
from portal.cli.speech import WRONG_USE, ChineseFormatter, mistake
from portal.disk import refusing

ROOT = "项目文件夹，默认为当前文件夹"
COMMANDS = {
    "check": ("portal.cli.check", "检查内容，指出每一处错误在哪里、怎样改"),
    "build": ("portal.cli.build", "生成网站"),
    "status": ("portal.cli.status", "网站是哪天的，有什么该变没有变、接下来变什么、等着什么"),
    "verify": ("portal.cli.verify", "核对一个生成好的网站：有没有少、多、改动的文件"),
    "withdraw": ("portal.cli.withdraw", "马上撤下一个案例"),
    "tidy": ("portal.cli.tidy", "清理已经隐去的案例的文件"),
    "serve": ("portal.cli.serve", "本地预览，改了内容自动刷新"),
    "new": ("portal.cli.new", "新建一个案例、月度数据、文章等"),
    "import": ("portal.cli.importing", "导入各单位报来的表格"),
    "review": ("portal.cli.review", "三审签字：初审、复审、终审"),
    "migrate": ("portal.cli.migrate", "把旧版本的文件改成现在的写法"),
    "schema": ("portal.cli.schema", "更新编辑器用的字段说明（JSON Schema）"),
    "paper": ("portal.cli.paper", "组卷：看题库够不够、封存题库、印试卷和答案"),
    "bank": ("portal.cli.bank", "题库好不好：要回头看的题、够不够、多久没核对、题目统计"),
    "spot-check": ("portal.cli.spot_check", "抽查考核：印凭条和登记表，记录答案"),
    "citations": ("portal.cli.citations", "列出引用的法规，核对题目的原文依据"),
    "export": ("portal.cli.export", "导出 Markdown，供其他生成器使用"),
    "server-config": ("portal.cli.server_config", "写出 nginx、Caddy 或 Apache 的设置"),
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
        return _with_root(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("命令"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


def _with_root(command: click.Command) -> click.Command:
    """People write `--root` before or after the command's name; both are right."""
    if not any(parameter.name == "root" for parameter in command.params):
        command.params.append(
            click.Option(
                ["--root"],
                type=click.Path(path_type=Path),
                expose_value=False,
                is_eager=True,
                callback=_set_root,
                help=ROOT,
            )
        )
    for below in getattr(command, "commands", {}).values():
        _with_root(below)
    return command


def _set_root(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.obj = value


@click.command(cls=LazyCommands, help="食品安全信息公开与培训门户：把 YAML 和 Markdown 变成静态网站。")
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help=ROOT)
@click.version_option(__version__, prog_name="portal", message="%(prog)s %(version)s")
@click.pass_context
def portal(ctx: click.Context, root: Path) -> None:
    ctx.obj = root


def main() -> None:
    """Run the command line; the exit code is 0, 1 for a failure, 2 for a command written wrongly."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a question mark instead of a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    click.Context.formatter_class = ChineseFormatter
    try:
        portal.main(prog_name="portal", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as failure:
        click.echo(failure.ctx.get_help())
    except click.UsageError as failure:
        click.echo(f"错误：{mistake(failure)}", err=True)
        sys.exit(WRONG_USE)
    except click.ClickException as failure:
        click.echo(f"错误：{failure.format_message()}", err=True)
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as failure:
        click.echo(f"错误：{refusing.refused(failure)}", err=True)
        sys.exit(1)
