"""`portal paper draw`: papers with keys onto the disk, from a blueprint and a number or from the code of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from portal.cli.paper_choice import Wanted, refuse_unreadable, wanted_papers
from portal.cli.paper_folder import safe, write
from portal.cli.terminal import ProgressLine, alone, fail, project, read_site, today_option
from portal.pages.templates import FOLDER as TEMPLATES
from portal.pages.templates import environment
from portal.paper.files import batch_files, files
from portal.paper.html import QrPlace
from portal.paper.paper import Paper, compose
from portal.publish.building import BuildFailed, as_build_failed
from portal.quiz.codes import MOST_FORMS
from portal.quiz.layout import CannotDraw
from portal.records import Site

MOST_AT_ONCE = 100
OUT = "printed"
# End of a file's name → what it is for.
KINDS = {
    "-papers.html": "全部试卷，一份接一份",
    "-keys.html": "全部答案和换算表，一份一行，阅卷用",
    "-strips.html": "对答案的纸条，剪开压在答题栏旁边",
    "-slips.html": "二维码，考完剪开，按卷号发",
    "-slip.html": "二维码，考完再发",
    "-key.html": "答案和解析",
    "-key.docx": "答案和解析，Word",
    ".docx": "试卷，Word",
    ".html": "试卷",
}


@dataclass(frozen=True)
class How:
    """How papers are printed."""

    qr: QrPlace
    duplex: bool
    each: bool


@click.command(
    help="印卷子和答案。写方案的编号 ID，可以写第几份，不写就随机取一份；或者用 --code 按卷号取以前的原卷。"
)
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--form", type=click.IntRange(1, MOST_FORMS), help="第几份，1 起的任何整数；不写就随机取，谁也猜不到"
)
@click.option(
    "--count",
    type=click.IntRange(1, MOST_AT_ONCE),
    default=1,
    help="从这一份起连着印几份：全部试卷一个文件，另有答案总表、对答案的纸条",
)
@click.option("--code", metavar="卷号", help="按卷号取原卷，题库后来改过也一样")
@click.option(
    "--qr",
    type=click.Choice(["none", "page", "slip"]),
    default="slip",
    help="二维码（扫了能看答案）：slip 另印成条，考完再发（默认）；page 印在卷面上；none 不印",
)
@click.option("--duplex", is_flag=True, help="双面印：每份从正面开始，需要时空出背面")
@click.option("--each", is_flag=True, help="和 --count 一起用：另外每份各写试卷和带解析的答案（网页、Word）")
@click.option("--out", type=click.Path(path_type=Path), help="放在哪个文件夹，默认为项目里的 printed")
@click.option("--overwrite", is_flag=True, help="文件已经有了也重新写")
@today_option
@click.pass_obj
def draw(
    root: Path,
    /,
    out: Path | None,
    overwrite: bool,
    today: date,
    qr: QrPlace,
    duplex: bool,
    each: bool,
    **asked: Any,
) -> None:
    root = project(root)
    site, _ = read_site(root)
    refuse_unreadable(site)
    wanted = wanted_papers(site, **asked)
    folder = safe(root, out or root / OUT)
    papers: list[Paper] = []
    with ProgressLine() as progress:
        for place, paper in enumerate(_composed(site, wanted, today)):
            progress("正在组卷", place, len(wanted.forms))
            papers.append(paper)
        contents = _files(root, papers, How(qr, duplex, each))
    with alone(root):
        write({folder / name: content for name, content in contents.items()}, overwrite)
    click.echo("\n".join(_said(papers, wanted, folder, contents)))
    for line in _cautions(papers):
        click.echo(line, err=True)


def _composed(site: Site, wanted: Wanted, today: date) -> Iterator[Paper]:
    try:
        for form in wanted.forms:
            yield compose(site, wanted.version, wanted.blueprint, form, today)
    except CannotDraw as failure:
        fail(
            f"{wanted.blueprint.title}组不成卷：{failure}。运行 portal paper coverage {wanted.blueprint.id} 看缺什么"
        )


def _files(root: Path, papers: Sequence[Paper], how: How) -> dict[str, bytes]:
    """Of one paper its own files, of several those of the batch; their own, too, where they are wanted."""
    found: dict[str, bytes] = {}
    with _failing():
        templates = environment(root / TEMPLATES)
        if len(papers) > 1:
            found |= batch_files(papers, templates, how.qr, duplex=how.duplex)
        if len(papers) == 1 or how.each:
            for one in papers:
                found |= files(one, templates, how.qr)
    return found


@contextmanager
def _failing() -> Iterator[None]:
    try:
        with as_build_failed():
            yield
    except BuildFailed as failure:
        fail(str(failure))


def _said(papers: Sequence[Paper], wanted: Wanted, folder: Path, names: Iterable[str]) -> Iterator[str]:
    for paper in papers:
        reserved = f"，其中保留题 {paper.reserved} 题" if paper.reserved else ""
        questions = sum(1 for _ in paper.questions)
        yield f"卷号 {paper.code}：{paper.title}，第 {paper.form} 份，{questions} 题{reserved}"
    if wanted.at_random:
        yield f"没有写 --form，随机从第 {wanted.forms[0]} 份开始；要再印一样的，写 --form {wanted.forms[0]} 或者 --code 卷号"
    yield f"已写入 {folder}（网页用浏览器打开，打印成A4，不要缩放）："
    for name in names:
        yield f"  {name}  {next(what for end, what in KINDS.items() if name.endswith(end))}"


def _cautions(papers: Sequence[Paper]) -> Iterator[str]:
    for paper in papers:
        doubtful = [one for one in paper.questions if one.caution]
        if doubtful:
            yield f"注意：{paper.code} 有 {len(doubtful)} 题的答案现在不一定对，答案里写明了原因，不要再用它考人："
            yield from (f"  第 {one.number} 题（{one.question.id}）：{one.caution}" for one in doubtful)
