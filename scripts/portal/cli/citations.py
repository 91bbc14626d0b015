"""`portal citations`: how often each law is cited; `--verify FOLDER` holds the questions against the laws' texts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from portal.cli.terminal import fail, read_site, today_option
from portal.formats.laws.basis import verify
from portal.formats.laws.records import misfits
from portal.publication.staleness import CITING, cited
from portal.reading.project import Library
from portal.records import Site
from portal.source import Diagnostic
from portal.source.report import as_text

NAMES = {
    "cases": "典型案例",
    "articles": "科普文章",
    "risks": "一品一策",
    "questions": "题库",
    "terms": "名词解释",
}
SUFFIXES = (".md", ".txt")


@click.command(
    help="列出每部法规被引用多少处。加 --verify 时，逐题核对原文依据（basis）是不是在所引的条文里；有找不到的，退出码为 1。"
)
@click.option(
    "--verify",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="放法规文本的文件夹，文件名如 食品安全法(2025-09-12修正,2025-12-01施行).md",
)
@click.option(
    "--records",
    "of_records",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="核对法规文件里的条数、款数、各章和同一个文件夹里的文本是不是一致。",
)
@click.option("--stale", is_flag=True, help="只列出还没有和官方网站上的文本核对过的法规。")
@today_option
@click.pass_obj
def command(root: Path, folder: Path | None, of_records: Path | None, stale: bool, today: date) -> None:
    site, library = read_site(root)
    if stale:
        click.echo("\n".join(unchecked(site)) or "每部法规都和官方文本核对过。")
    elif of_records is not None:
        problems = tuple(misfits(site, _texts(of_records)))
        _tell(problems, library, f"核对了 {len(site.laws)} 部法规，{len(problems)} 处不一致。")
    elif folder is not None:
        result = verify(site, _texts(folder), today)
        _tell(result.problems, library, f"核对了 {result.checked} 题，{result.found} 处找到。")
    else:
        click.echo("\n".join(overview(site)) or "还没有引用法规。")


def _tell(problems: Sequence[Diagnostic], library: Library, result: str) -> NoReturn:
    """Print the problems and the result; the exit code says whether there were errors."""
    if problems:
        files = {one.file: library.files[one.file].file.lines for one in problems}
        click.echo(as_text(problems, files))
    click.echo(result)
    sys.exit(1 if any(problem.is_error for problem in problems) else 0)


def unchecked(site: Site) -> list[str]:
    """A line per law that the bureau has not compared with the official text since its newest version: from which
    copy it was read, where the official one is."""
    found = []
    for entry in site.laws:
        law = entry.record
        if law.source_checked is None or law.source_checked < law.current.adopted:
            copy = (
                f"照{law.read_from.copy_of}（{law.read_from.on}）写的"
                if law.read_from
                else "没有写照哪份文本"
            )
            found.append(f"《{law.short_title}》{copy}，官方文本：{law.official_url}")
    return found


def overview(site: Site) -> list[str]:
    """A line per law that is cited, the most cited first; by short title."""
    uses: dict[str, Counter[str]] = {}
    articles: dict[str, set[tuple[int, int]]] = {}
    for kind in CITING:
        for entry in getattr(site, kind):
            for _, citation in cited(entry.record):
                law = site.law_by_name.get(citation.law)
                title = law.record.short_title if law else citation.law
                uses.setdefault(title, Counter())[kind] += 1
                articles.setdefault(title, set()).add((citation.article, citation.inserted))
    ranked = sorted(uses, key=lambda title: (-uses[title].total(), title))
    return [_line(title, uses[title], len(articles[title])) for title in ranked]


def _line(title: str, uses: Counter[str], articles: int) -> str:
    parts = "、".join(f"{NAMES[kind]} {uses[kind]}" for kind in CITING if uses[kind])
    return f"《{title}》{articles} 条，{uses.total()} 处：{parts}"


def _texts(folder: Path) -> dict[str, str]:
    """The law texts by file name."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in SUFFIXES and path.is_file():
            try:
                found[path.name] = path.read_text("utf-8-sig")
            except UnicodeDecodeError:
                fail(f"{path} 不是 UTF-8 编码，另存为 UTF-8")
    if not found:
        fail(f"{folder} 里没有 .md 或 .txt 文件")
    return found
