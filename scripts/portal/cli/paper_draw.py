"""`portal paper draw`: papers with keys onto the disk, from a blueprint and a number or from the code of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from portal.cli.paper_choice import Wanted, refuse_unreadable, wanted_papers
from portal.cli.terminal import ProgressLine, alone, fail, project, read_site, today_option
from portal.disk.refusing import reason
from portal.disk.writing import put_all
from portal.pages.templates import FOLDER as TEMPLATES
from portal.pages.templates import environment
from portal.paper.html import files
from portal.paper.paper import Paper, compose
from portal.publish.building import BuildFailed, as_build_failed
from portal.publish.staging import SiteFolder
from portal.quiz.codes import MOST_FORMS
from portal.quiz.layout import CannotDraw
from portal.records import Site

MOST_AT_ONCE = 100
OUT = "printed"
# Folders of the project whose files are published, or belong to the product.
TAKEN = ("site", "content", "quizzes", "site_config", "scripts", "docs", "tests")


@click.command(
    help="印卷子和答案（网页和 Word 各一份）。写方案的编号 ID 和第几份，或者用 --code 按卷号取以前的原卷。"
)
@click.argument("name", metavar="[ID]", required=False)
@click.option("--form", type=click.IntRange(1, MOST_FORMS), help="第几份，1 起的任何整数")
@click.option(
    "--count",
    type=click.IntRange(1, MOST_AT_ONCE),
    default=1,
    help="从这一份起连着印几份；补考用后面的一份，题目大多不同",
)
@click.option("--code", metavar="卷号", help="按卷号取原卷，题库后来改过也一样")
@click.option("--out", type=click.Path(path_type=Path), help="放在哪个文件夹，默认为项目里的 printed")
@click.option("--overwrite", is_flag=True, help="文件已经有了也重新写")
@today_option
@click.pass_obj
def draw(
    root: Path, /, name: str | None, out: Path | None, overwrite: bool, today: date, **asked: Any
) -> None:
    root = project(root)
    site, _ = read_site(root)
    refuse_unreadable(site)
    wanted = wanted_papers(site, name, **asked)
    folder = _safe(root, out or root / OUT)
    contents: dict[Path, bytes] = {}
    papers: list[Paper] = []
    with ProgressLine() as progress:
        for place, paper in enumerate(_composed(site, wanted, today)):
            progress("正在组卷", place, len(wanted.forms))
            contents |= {folder / one: content for one, content in _files(root, paper).items()}
            papers.append(paper)
    with alone(root):
        _write(contents, overwrite)
    click.echo("\n".join(_said(papers, folder)))
    for line in _cautions(papers):
        click.echo(line, err=True)


def _safe(root: Path, folder: Path) -> Path:
    """The folder, unless what is written there would be published: keys and reserved questions never are."""
    place, home = folder.resolve(), root.resolve()
    above = (place, *place.parents)
    if any(home / name in above for name in TAKEN) or place == home:
        fail(f"卷子不能放在 {folder} 里：项目自己的文件夹会公开，或者会弄混。换一个文件夹，如 --out printed")
    if any(SiteFolder(one).is_ours(one) for one in above):
        fail(f"{folder} 在生成好的网站里，放在那里的答案会公开。换一个文件夹，如 --out printed")
    return folder


def _composed(site: Site, wanted: Wanted, today: date) -> Iterator[Paper]:
    try:
        for form in wanted.forms:
            yield compose(site, wanted.version, wanted.blueprint, form, today)
    except CannotDraw as failure:
        fail(
            f"{wanted.blueprint.title}组不成卷：{failure}。运行 portal paper coverage {wanted.blueprint.id} 看缺什么"
        )


def _files(root: Path, paper: Paper) -> dict[str, bytes]:
    try:
        with as_build_failed():
            return files(paper, environment(root / TEMPLATES))
    except BuildFailed as failure:
        fail(str(failure))


def _write(contents: dict[Path, bytes], overwrite: bool) -> None:
    there = [path for path in contents if path.exists()]
    if there and not overwrite:
        more = f"等 {len(there)} 个文件" if len(there) > 1 else ""
        fail(
            f"{there[0]} {more}已经有了，没有写任何文件。要重新写，加 --overwrite；或者用 --out 换一个文件夹"
        )
    try:
        put_all(contents)
    except OSError as failure:
        fail(
            f"写不了 {failure.filename or '文件'}（{reason(failure)}），没有写任何文件。"
            "正用 Word 打开着的，先关掉"
        )


def _said(papers: Sequence[Paper], folder: Path) -> Iterator[str]:
    for paper in papers:
        reserved = f"，其中保留题 {paper.reserved} 题" if paper.reserved else ""
        questions = sum(1 for _ in paper.questions)
        yield f"卷号 {paper.code}：{paper.title}，第 {paper.form} 份，{questions} 题{reserved}"
    yield f"已写入 {folder}：每份有试卷、答案（-key），各有网页（.html，用浏览器打开打印）和 Word（.docx）"


def _cautions(papers: Sequence[Paper]) -> Iterator[str]:
    for paper in papers:
        doubtful = [one for one in paper.questions if one.caution]
        if doubtful:
            yield f"注意：{paper.code} 有 {len(doubtful)} 题的答案现在不一定对，答案里写明了原因，不要再用它考人："
            yield from (f"  第 {one.number} 题（{one.question.id}）：{one.caution}" for one in doubtful)
