"""`portal import`: a unit's spreadsheet → what it would change in the months' files, and the change itself with `--write`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from portal.cli.terminal import alone, fail, read_site, today_option
from portal.cli.writing import ChangedMeanwhile, replace_all
from portal.disk.refusing import reason
from portal.formats.importing import import_outcomes
from portal.formats.report import ImportResult, as_text
from portal.formats.workbook.archive import MAX_BYTES
from portal.publish.building import examine
from portal.source import report

OPTIONS: Sequence[Callable[[Any], Any]] = (
    click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path)),
    click.option("--month", metavar="月份", help="表里没有写月份时指定，如 2024-06"),
    click.option("--unit", metavar="单位", help="表里没有写单位时指定，如 示例一所"),
    click.option("--write", is_flag=True, help="写入文件；不加时只显示会有什么变化"),
    click.option("--overwrite-reason", metavar="原因", help="与现有的数不同时，写明原因才能改"),
    today_option,
    click.pass_obj,
)


def importing(function: Callable[..., None]) -> Callable[..., None]:
    """The arguments that both commands take."""
    for add in reversed(OPTIONS):
        function = add(function)
    return function


@click.group(help="导入各单位报来的表格（.xlsx）。先显示会有什么变化，加 --write 才写入。")
def command() -> None:
    """The group only holds its commands."""


@command.command(help="排查整治统计表、汇总表：变成月度数据；文件里的隐患清单一起导入。")
@importing
def outcomes(root: Path, file: Path, **asked: Any) -> None:
    _run(root, file, **asked)


@command.command(help="隐患清单：变成按工作重点、业态分类的数，不带出名称、电话和地址。")
@importing
def hazards(root: Path, file: Path, **asked: Any) -> None:
    _run(root, file, hazards_only=True, **asked)


def _run(root: Path, file: Path, write: bool, today: date, **asked: Any) -> None:
    """`asked` is what `import_outcomes` takes besides the file, the site and today."""
    with alone(root, needed=write):
        site, _ = read_site(root)
        result = import_outcomes(_content(file), file.name, site, today=today, **asked)
        writes = write and result.writable and result.changed
        if writes:
            _write(root, result)
    click.echo(as_text(result, written=writes), nl=False)
    if writes:
        _check(root, result, today)
    sys.exit(0 if result.writable else 1)


def _content(file: Path) -> bytes:
    """At most one byte more than an import accepts: enough to refuse the rest by its size."""
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        fail(f"没有这个文件：{file}。文件名里有空格时，整个加英文双引号")
    except IsADirectoryError:
        fail(f"{file} 是文件夹。一次导入一个 .xlsx 文件")
    except OSError as failure:
        fail(f"读不了 {file}（{reason(failure)}）。正用 Excel 打开着的，先关掉")


def _write(root: Path, result: ImportResult) -> None:
    changed = [plan for plan in result.plans if plan.new_text and plan.changed]
    try:
        replace_all(
            {root / plan.path: plan.new_text or "" for plan in changed},
            {root / plan.path: plan.existing or "" for plan in changed},
        )
    except ChangedMeanwhile as changed_file:
        fail(f"{changed_file.path.name} 刚刚被改过，没有改动任何文件。看过改动以后再导入一次")
    except OSError as failure:
        fail(f"写不了 {failure.filename or 'content/outcomes'}（{reason(failure)}），没有改动任何文件")


def _check(root: Path, result: ImportResult, today: date) -> None:
    """What `portal check` says of the months that were written."""
    checked = examine(root, today)
    paths = [plan.path for plan in result.plans if plan.changed]
    found = [problem for problem in checked.problems if problem.file in paths]
    errors = sum(problem.is_error for problem in found)
    click.echo(f"\nportal check {' '.join(paths)}：{errors} 个错误，{len(found) - errors} 个提醒")
    if found:
        click.echo(f"\n{report.as_text(found, checked.lines)}", nl=False)
