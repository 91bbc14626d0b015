"""click speaks Chinese: headings of the help, and what is said of a command written wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

WORDS = {
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这份说明",
    "Show the version and exit.": "显示版本",
    "[required]": "[必填]",
    "[default: ": "[默认：",
}
WRONG_USE = 2


class ChineseFormatter(click.HelpFormatter):
    """The help page with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(
            prog, args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …"), "用法："
        )

    def write_heading(self, heading: str) -> None:
        super().write_heading(WORDS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _translated(text)) for name, text in rows], col_max, col_spacing)


def _translated(text: str) -> str:
    for english, chinese in WORDS.items():
        text = text.replace(english, chinese)
    return text


def mistake(failure: click.UsageError) -> str:
    """What was wrong with the command line, in Chinese, and where to look."""
    ctx = failure.ctx or click.get_current_context(silent=True)
    command = ctx.command_path if ctx else "portal"
    return f"{_what(failure)}。用 {command} --help 查看写法"


def _what(failure: click.UsageError) -> str:
    if isinstance(failure, click.NoSuchOption):
        said = f"没有 {failure.option_name} 这个选项"
    elif isinstance(failure, click.BadOptionUsage):
        said = f"{failure.option_name} 后面缺少内容"
    elif isinstance(failure, click.MissingParameter):
        said = f"缺少参数 {_name(failure)}"
    elif isinstance(failure, click.BadParameter):
        said = f"参数 {_name(failure)} 的值不对：{_reason(failure, failure.param)}"
    elif named := re.match("No such command '(.*)'", failure.format_message()):
        said = f"没有 {named[1]} 这个命令"
    elif failure.format_message().startswith("Got unexpected extra argument"):
        said = "多写了参数"
    else:
        said = "命令写得不对"
    return said


def _name(failure: click.BadParameter) -> str:
    if isinstance(failure.param, click.Argument):
        return failure.param.metavar or failure.param.human_readable_name
    return "/".join(failure.param.opts) if failure.param else str(failure.param_hint or "")


def _reason(failure: click.BadParameter, parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return "可选的有 " + "、".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange):
        return f"要写 {kind.min} 到 {kind.max} 的整数"
    if isinstance(kind, click.types.IntParamType):
        return "要写整数"
    if isinstance(kind, click.Path):
        return "没有这个文件，或打不开"
    text = failure.message
    return text if any("\u4e00" <= char <= "\u9fff" for char in text) else "写法不对"
