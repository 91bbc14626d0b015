"""What was typed after `portal spot-check record` → what each file or text brings, and what is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from portal.cli.asking import id_of_word
from portal.cli.terminal import fail
from portal.disk.refusing import reason
from portal.formats.answer_sheet import FilledRow, filled_rows
from portal.formats.workbook.cell import Remark
from portal.records import Site
from portal.spotcheck.brought import Brought, Unit, Unreadable, in_text
from portal.spotcheck.receipt import BadReceipt, find, parse
from portal.spotcheck.recording import Refusal

MOST_BYTES = 5_000_000
PASTED = "贴进来的文字"
GROUPS = {"业态": "business_types", "岗位": "posts"}


@dataclass(frozen=True)
class Source:
    """One file or text: what is in it, or why nothing of it can be taken."""

    name: str
    brought: tuple[Brought, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def sources(site: Site, given: Sequence[str], *, retakes: Sequence[str], **unit: Any) -> list[Source]:
    """All that was given, in its order; unreadable files and wrong options are failures."""
    repeated = dict(_retake(one) for one in retakes)
    return [_with_retakes(_source(site, one, unit), repeated) for one in given]


def _source(site: Site, given: str, unit: Mapping[str, Any]) -> Source:
    path = Path(given)
    if given == "-":
        return _text(PASTED, sys.stdin.read(), _unit(site, unit))
    if not _is_file(path):
        if find(given) or ":" in given or "：" in given:
            return _text(PASTED, given, _unit(site, unit))
        fail(f"没有文件 {given}，它也不是回执或者“7: A BC 对 -”这样的答案")
    content = _read(path)
    if content[:2] == b"PK":
        return _sheet(site, path.name, content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError:
            fail(f"{path} 不是文本，也不是 .xlsx。照片里的二维码先用手机扫出文字，再贴进来")
    return _text(path.name, text, _unit(site, unit))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a pasted text is too long for a name
        return False


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            fail(f"{path} 太大（超过 5 MB），看看是不是选错了文件")
        return path.read_bytes()
    except OSError as failure:
        fail(f"读不了 {path}（{reason(failure)}）")


def _text(name: str, text: str, unit: Unit) -> Source:
    try:
        return Source(name, in_text(name, text, unit))
    except Unreadable as failure:
        return Source(name, refusals=(Refusal(failure.place, str(failure), failure.hint),))


def _unit(site: Site, asked: Mapping[str, Any]) -> Unit:
    """The firm and post of everybody in a text, or a failure that names what is missing."""
    if asked["firm"] is None:
        fail("缺少 --firm（当天第几家单位），如 --firm 1")
    words = [
        _word(site, group, asked[option], f"--{option}", what)
        for (what, group), option in zip(GROUPS.items(), ("business", "post"), strict=True)
    ]
    return Unit(asked["firm"], *words)


def _word(site: Site, group: str, given: str | None, option: str, what: str) -> str:
    identifier = id_of_word(site.words, group, given, option, what)
    return next(term.name for term in site.words.groups[group].values() if term.id == identifier)


def _sheet(site: Site, name: str, content: bytes) -> Source:
    rows = filled_rows(name, content)
    if isinstance(rows, Remark):
        return Source(name, refusals=(Refusal(rows.address, rows.message, rows.hint),))
    if not rows:
        return Source(name, refusals=(Refusal(name, "登记表里还没有答案", "按卷面题序填进 第1题、第2题……"),))
    found = [(row, _wrong(site, row)) for row in rows]
    refusals = [Refusal(row.address, *one) for row, wrong in found for one in wrong]
    if refusals:
        return Source(name, refusals=tuple(refusals))
    return Source(name, tuple(_brought(site, row) for row in rows))


def _wrong(site: Site, row: FilledRow) -> Iterator[tuple[str, str]]:
    for column in ("编号", "单位序号"):
        if not row.cells[column].isdecimal() or int(row.cells[column]) < 1:
            yield f"{column}“{row.cells[column][:10]}”不是 1 起的整数", "填数字"
    for column, group in GROUPS.items():
        if site.words.canonical(group, row.cells[column]) is None:
            choice = "、".join(site.words.groups[group])
            yield f"{column}“{row.cells[column][:10]}”不是已有的{column}", f"可选：{choice}"


def _brought(site: Site, row: FilledRow) -> Brought:
    business, post = (site.words.canonical(group, row.cells[name]) or "" for name, group in GROUPS.items())
    unit = Unit(int(row.cells["单位序号"]), business, post)
    return Brought(
        row.address,
        unit,
        number=int(row.cells["编号"]),
        letters=row.answers,
        paper=row.cells["卷号"],
        retake=row.cells["补考"],
    )


def _retake(written: str) -> tuple[int, str]:
    number, _, earlier = written.replace("＝", "=").partition("=")
    if not number.strip().isdecimal() or not earlier.strip():
        fail(f"--retake “{written}”的写法不对，写成 --retake 12=2026-11-03/7")
    return int(number), earlier


def _with_retakes(source: Source, retakes: Mapping[int, str]) -> Source:
    return replace(
        source,
        brought=tuple(replace(one, retake=retakes.get(_number(one), one.retake)) for one in source.brought),
    )


def _number(one: Brought) -> int:
    try:
        return parse(one.receipt)[0].number if one.receipt else one.number
    except BadReceipt:
        return 0
