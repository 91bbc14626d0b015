"""`portal check`: read and check, print every finding, exit 1 when there is an error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from portal.cli.terminal import ProgressLine, fail, project, today_option
from portal.reading import read
from portal.rules import check
from portal.source import Diagnostic, capped
from portal.source.report import as_github, as_json, as_text


@click.command(
    help="检查内容。给出 PATH 时只报告这些文件或文件夹里的问题。有错误时退出码为 1，只有提醒时为 0。"
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="输出格式"
)
@today_option
@click.pass_obj
def command(root: Path, paths: tuple[str, ...], form: str, today: date) -> None:
    root = project(root)
    with ProgressLine() as progress:
        result = read(root, progress=progress)
        problems = list(result.problems)
        if result.site:
            problems += check(result.site, today).all
    shown = _within(root, paths, capped(problems))
    if form == "json":
        _for_programs(as_json(shown))
    elif form == "github":
        _for_programs(as_github(shown))
    else:
        files = result.library.files
        lines = {one.file: files[one.file].file.lines for one in shown if one.file in files}
        _say(shown, as_text(shown, lines), len(files))
    sys.exit(1 if any(problem.is_error for problem in shown) else 0)


def _for_programs(text: str) -> None:
    """UTF-8 whatever the terminal's own encoding is."""
    if text:
        sys.stdout.buffer.write(f"{text}\n".encode())


def _say(shown: Sequence[Diagnostic], text: str, files: int) -> None:
    errors = sum(problem.is_error for problem in shown)
    if shown:
        click.echo(text)
    click.echo(f"检查了 {files} 个文件：{errors} 个错误，{len(shown) - errors} 个提醒。")


def _within(root: Path, paths: tuple[str, ...], problems: list[Diagnostic]) -> list[Diagnostic]:
    """The findings in the given files and folders; paths count from the current folder or the project."""
    if not paths:
        return problems
    wanted = [_relative(root, path) for path in paths]
    return [p for p in problems if any(_lies_in(p.file, w) for w in wanted)]


def _relative(root: Path, path: str) -> str:
    base = root.resolve()
    found = None
    for candidate in (Path(path).resolve(), (base / path).resolve()):
        if candidate.exists() and candidate.is_relative_to(base):
            found = found or candidate.relative_to(base).as_posix()
    if found is None:
        fail(f"没有这个文件或文件夹：{path}")
    return found


def _lies_in(file: str, place: str) -> bool:
    return place in (".", file) or file.startswith(place + "/")
