"""Whether a record's id agrees with its file name and folder, and belongs to it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.scalars import SLUG
from portal.records.site import Entry
from portal.records.vocabulary import Words
from portal.records.wording import nearest
from portal.source import FILE_START, Diagnostic, error

RENUMBER = "编号不能重用，换一个新的"
RENAME = "两篇文章不能同名，改其中一个的文件名"


def misnamed(entries: Sequence[Entry[Any]], field: str, words: Words) -> Iterator[Diagnostic]:
    """Records of one kind whose `field` is not the name of their file, or whose folder is not theirs."""
    names = {PurePosixPath(entry.path).stem for entry in entries}
    for entry in entries:
        path, identifier = PurePosixPath(entry.path), str(getattr(entry.record, field))
        if path.stem != identifier:
            message = f"文件名 {path.name} 与 {field} “{identifier}”不一致"
            hint = _right_name(field, identifier, path.stem, is_taken=identifier in names)
            yield error(entry.path, entry.at(field), "ID-FILE-NAME", message, hint)
        elif isinstance(entry.record, Case):
            yield from _misfiled_case(entry)
        elif isinstance(entry.record, KnowledgeArticle):
            yield from _misnamed_article(entry, words)


def _misfiled_case(entry: Entry[Case]) -> Iterator[Diagnostic]:
    """A case that lies in the folder of another year."""
    folder, case = PurePosixPath(entry.path).parent.name, entry.record
    if folder != case.year:
        message, hint = f"案例 {case.id} 放在了 {folder} 文件夹里", f"移到 content/cases/{case.year}/ 下"
        yield error(entry.path, entry.at("id"), "ID-FOLDER", message, hint)


def _right_name(field: str, identifier: str, stem: str, *, is_taken: bool) -> str:
    rename, renumber = f"把文件名改成 {identifier}.yaml", f"把 {field} 改成 {stem}"
    if not is_taken:
        return f"{rename}，或{renumber}" if SLUG.fullmatch(stem) else rename
    if SLUG.fullmatch(stem):
        return f"{renumber}（{identifier}.yaml 已经有了）"
    return f"多余的副本就删去；是新的一条，文件名和 {field} 一起换成新的编号"


def _misnamed_article(entry: Entry[KnowledgeArticle], words: Words) -> Iterator[Diagnostic]:
    """An article whose file name cannot stand in an address, or whose folder is no section."""
    path, section = PurePosixPath(entry.path), entry.record.section
    if not SLUG.fullmatch(path.stem):
        hint = "只用小写字母、数字和连字符，如 read-food-labels.md"
        yield error(entry.path, FILE_START, "ID-FORM", f"文件名 {path.name} 不能用在网址里", hint)
    terms = words.group("knowledge_sections")
    sections = {term.id: term.name for term in terms.values()} if terms else {}
    if sections and section not in sections:
        meant = nearest(section, sections)
        listed = "、".join(f"{folder}（{name}）" for folder, name in sections.items())
        hint = f"是不是 {meant}？可用的文件夹：{listed}" if meant else f"可用的文件夹：{listed}"
        yield error(entry.path, FILE_START, "ID-FOLDER", f"没有“{section}”这个栏目", hint)


def repeated(entries: Iterable[Entry[Any]], field: str) -> Iterator[Diagnostic]:
    """Every record after the first that bears the same id; a file that is named by it comes first."""
    first: dict[str, Entry[Any]] = {}
    for entry in sorted(
        entries, key=lambda one: PurePosixPath(one.path).stem != str(getattr(one.record, field))
    ):
        identifier = getattr(entry.record, field)
        other = first.setdefault(identifier, entry)
        if other is not entry:
            message = f"编号“{identifier}”与 {other.path}:{other.at(field).line} 重复"
            hint = RENAME if isinstance(entry.record, KnowledgeArticle) else RENUMBER
            yield error(entry.path, entry.at(field), "ID-REPEATED", message, hint)
