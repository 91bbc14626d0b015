"""`portal paper coverage`: what every blueprint needs of the bank and what is there; with `--forms`, how often it is met."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from portal.cli.columns import table
from portal.cli.terminal import ProgressLine, fail, read_site
from portal.quiz.candidates import Candidate
from portal.quiz.coverage import TIMES, CellNeed, counts, needs
from portal.quiz.exposure import Exposure, exposure
from portal.quiz.layout import CannotDraw
from portal.quiz.overlap import COMPARED, Overlap
from portal.quiz.versions import current
from portal.records import Site
from portal.records.blueprint import Blueprint
from portal.records.question_type import TYPES
from portal.records.vocabulary import Words


@click.command(
    help="看题库够不够组卷：每种卷每个主题、题型平均要几题、有几题，各岗位、业态、主题有多少题。给出 ID 时只看这些方案。"
)
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option(
    "--forms",
    type=click.IntRange(1, 1_000_000),
    help="另外试组这么多份卷子，看每道题在多少卷子里出现，坐得近的人最多有几题相同；相同太多的，退出码为 1",
)
@click.pass_obj
def coverage(root: Path, names: tuple[str, ...], forms: int | None) -> None:
    site, _ = read_site(root)
    version = current(site)
    bank = list(version.questions)
    enough = True
    for blueprint in _chosen(site, names):
        lines, is_enough = _needs(blueprint, bank)
        enough = enough and is_enough
        click.echo("\n".join(lines))
        if forms and is_enough:
            with ProgressLine() as progress:
                progress("正在组卷", 0, forms)
                found = exposure(blueprint, version.id, bank, forms)
            click.echo("\n".join(_exposure(found)))
            enough = enough and not found.broken and not any(one.too_much for one in found.overlaps)
        click.echo()
    if not names:
        click.echo("\n".join(_counts(site.words, bank)))
    sys.exit(0 if enough else 1)


def _chosen(site: Site, names: Sequence[str]) -> list[Blueprint]:
    known = {entry.record.id: entry.record for entry in site.blueprints}
    for name in names:
        if name not in known:
            fail(f"没有组卷方案“{name}”。可选：{'、'.join(known)}")
    return [known[name] for name in names or known]


def _needs(blueprint: Blueprint, bank: Sequence[Candidate]) -> tuple[list[str], bool]:
    """The matrix of a blueprint, counted without reserved questions, as phones draw."""
    open_one = blueprint.model_copy(update={"reserved": False})
    suitable = [one for one in bank if one.suits(open_one)]
    reserved = sum(one.suits(blueprint) for one in bank) - len(suitable)
    head = f"{blueprint.id}（{blueprint.title}）：每卷 {blueprint.count} 题，适合的有 {len(suitable)} 题"
    head += f"，另有保留题 {reserved} 题" if reserved else ""
    try:
        cells = needs(open_one, bank)
    except CannotDraw as failure:
        return [head, f"  组不成卷：{failure}"], False
    rows = [["主题", *(f"{one.kind.word} 要/有" for one in blueprint.sections)]]
    rows += [[topic, *(_shown(cell) for cell in cells if cell.topic == topic)] for topic in blueprint.topics]
    short = [cell for cell in cells if not cell.enough]
    said = (
        f"  {len(short)} 格不到平均用量的 {TIMES} 倍（标有 ✗）"
        if short
        else f"  每格都够平均用量的 {TIMES} 倍"
    )
    return [head, *table(rows), said], not short


def _shown(cell: CellNeed) -> str:
    return f"{float(cell.mean):.2f}/{cell.there}{'' if cell.enough else ' ✗'}"


def _exposure(found: Exposure) -> Iterator[str]:
    yield f"  试组 {found.forms} 份：{len(found.broken)} 份不合方案；前后两份平均有 {found.overlap:.2f} 题相同"
    yield from (f"    {one}" for one in found.broken[:5])
    yield "  两份卷子相同的题最多有："
    yield from (f"    {_overlap(one)}" for one in found.overlaps)
    yield "  每道题在多少份卷子里出现（最少/平均/最多）："
    rows = [["主题", "题型", "题数", "出现"]]
    for cell in found.cells:
        shares = "/".join(f"{share:.1%}" for share in (cell.least, cell.mean, cell.most))
        rows.append([cell.topic, TYPES[cell.type].word, str(cell.questions), shares])
    yield from table(rows)


def _overlap(one: Overlap) -> str:
    who = {0: f"前 {COMPARED} 份里任意两份", 1: "相邻的两份", 2: "隔一份的"}.get(
        one.apart, f"号码相差 {one.apart} 以内的"
    )
    most = f"{who} {one.shared} 题（{one.percent:.0f}%，第 {one.forms[0]} 份和第 {one.forms[1]} 份）"
    return f"{most} ✗ 超过 {one.limit}%，要给这种卷补题" if one.too_much else most


def _counts(words: Words, bank: Iterable[Candidate]) -> Iterator[str]:
    found = counts(bank)
    business_types = list(words.group("business_types") or {})
    for post in words.group("posts") or {}:
        yield f"{post}：各业态、主题的题数"
        rows = [["主题", *business_types]]
        rows += [
            [topic, *(str(found[post, one, topic] or "·") for one in business_types)]
            for topic in words.group("topics") or {}
        ]
        yield from table(rows)
        yield ""
