"""click speaks Chinese: headings of the help, and what is said of a command written wrongly."""

from __future__ import annotations

from collections.abc import Sequence

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

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(name, _translated(text)) for name, text in rows], col_max, col_spacing)


def _translated(text: str) -> str:
    for english, chinese in WORDS.items():
        text = text.replace(english, chinese)
    return text


def mistake(failure: click.UsageError) -> str:
    """What was wrong with the command line, in Chinese, and where to look."""
    command = failure.ctx.command_path if failure.ctx else "portal"
    return f"{_what(failure)}。用 {command} --help 查看写法"


def _what(failure: click.UsageError) -> str:
    parameter = getattr(failure, "param", None)
    name = "/".join(
        (parameter.opts if parameter else None) or [str(getattr(failure, "param_hint", "") or "")]
    )
    if isinstance(failure, click.NoSuchOption):
        return f"没有 {failure.option_name} 这个选项"
    if isinstance(failure, click.MissingParameter):
        label = parameter.human_readable_name.upper() if isinstance(parameter, click.Argument) else name
        return f"缺少参数 {label}"
    if isinstance(failure, click.BadParameter):
        return f"参数 {name} 的值不对：{_reason(failure, parameter)}"
    message = failure.format_message()
    if message.startswith("No such command"):
        return f"没有 {message.split(chr(39))[1]} 这个命令"
    if message.startswith("Got unexpected extra argument"):
        return "多写了参数"
    return "命令写得不对"


def _reason(failure: click.BadParameter, parameter: click.Parameter | None) -> str:
    kind = parameter.type if parameter else None
    if isinstance(kind, click.Choice):
        return "可选的有 " + "、".join(map(str, kind.choices))
    if isinstance(kind, click.types.IntParamType):
        return "要写整数"
    if isinstance(kind, click.Path):
        return "没有这个文件，或打不开"
    text = failure.message
    return text if any("\u4e00" <= char <= "\u9fff" for char in text) else "写法不对"
