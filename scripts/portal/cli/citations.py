"""`portal citations`: how often each law is cited; `--verify FOLDER` holds the questions against the laws' texts."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import click

from portal.cli.terminal import fail, read_site, today_option
from portal.formats.laws.basis import verify
from portal.publication.staleness import CITING, cited
from portal.records import Site
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
@today_option
@click.pass_obj
def command(root: Path, folder: Path | None, today: date) -> None:
    site, library = read_site(root)
    if folder is None:
        click.echo("\n".join(overview(site)) or "还没有引用法规。")
        return
    result = verify(site, _texts(folder), today)
    if result.problems:
        files = {one.file: library.files[one.file].file.lines for one in result.problems}
        click.echo(as_text(result.problems, files))
    click.echo(f"核对了 {result.checked} 题，{result.found} 处找到。")
    sys.exit(1 if any(problem.is_error for problem in result.problems) else 0)


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
