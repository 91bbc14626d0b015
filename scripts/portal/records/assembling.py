"""Parsed files → `Site`: list files are opened up, file names compared with ids, orders fixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from portal.records.article import KnowledgeArticle
from portal.records.site import Entry, Site
from portal.records.vocabulary import Words
from portal.source import Diagnostic, error

if TYPE_CHECKING:
    from portal.records.reading import Parsed

SINGLES = ("site", "publicity", "indicators", "campaign", "vocabulary")
NAMED_BY = {"outcome": "month", "case": "id", "law": "id", "risk": "id", "practice": "id"}


def assemble(files: Sequence[Parsed], words: Words) -> tuple[Site | None, list[Diagnostic]]:
    """The site of all records that could be read, and what is wrong between a file and its name."""
    by_kind: dict[str, list[Parsed]] = defaultdict(list)
    unreadable: dict[str, set[str]] = defaultdict(set)
    for one in files:
        if one.record is None:
            unreadable[one.kind.name].add(PurePosixPath(one.file.path).stem)
        else:
            by_kind[one.kind.name].append(one)
    problems = [*_wrong_names(by_kind), *_repeated_ids(by_kind)]
    if any(name not in by_kind for name in SINGLES):
        return None, problems
    site = Site(
        settings=_single(by_kind["site"]),
        publicity=_single(by_kind["publicity"]),
        indicators=_single(by_kind["indicators"]),
        campaign=_single(by_kind["campaign"]),
        words=words,
        outcomes=tuple(sorted(_whole(by_kind["outcome"]), key=lambda e: e.record.month)),
        cases=tuple(sorted(_whole(by_kind["case"]), key=lambda e: e.record.id)),
        laws=tuple(_whole(by_kind["law"])),
        risks=tuple(_whole(by_kind["risk"])),
        seasons=tuple(_items(by_kind["seasons"], "seasons")),
        practices=tuple(_whole(by_kind["practice"])),
        corrections=tuple(_items(by_kind["corrections"], "corrections")),
        articles=tuple(_article(one) for one in by_kind["article"]),
        questions=tuple(_items(by_kind["bank"], "questions")),
        unreadable={kind: frozenset(names) for kind, names in unreadable.items()},
    )
    return site, problems


def _single(files: list[Parsed]) -> Entry[Any]:
    return Entry(files[0].record, files[0].file)


def _whole(files: Iterable[Parsed]) -> Iterator[Entry[Any]]:
    return (Entry(one.record, one.file) for one in files)


def _items(files: Iterable[Parsed], field: str) -> Iterator[Entry[Any]]:
    for one in files:
        for index, record in enumerate(getattr(one.record, field)):
            if field == "questions" and record.topic is None:
                record = record.model_copy(update={"topic": one.record.topic})
            yield Entry(record, one.file, (field, index))


def _article(one: Parsed) -> Entry[KnowledgeArticle]:
    path = PurePosixPath(one.file.path)
    fields = {name: getattr(one.record, name) for name in type(one.record).model_fields}
    record = KnowledgeArticle.model_construct(
        **fields, id=path.stem, section=path.parent.name, body=one.file.body
    )
    return Entry(record, one.file)


def _wrong_names(by_kind: dict[str, list[Parsed]]) -> Iterator[Diagnostic]:
    for kind, field in NAMED_BY.items():
        for one in by_kind.get(kind, ()):
            path = PurePosixPath(one.file.path)
            identifier = getattr(one.record, field)
            if path.stem != identifier:
                hint = f"把文件名改成 {identifier}.yaml，或把 {field} 改成 {path.stem}"
                message = f"文件名 {path.name} 与 {field} “{identifier}”不一致"
                yield error(one.file.path, one.file.at(field), "ID-FILE-NAME", message, hint)
            elif kind == "case" and path.parent.name != one.record.year:
                hint = f"移到 content/cases/{one.record.year}/ 下"
                message = f"案例 {identifier} 放在了 {path.parent.name} 年的文件夹里"
                yield error(one.file.path, one.file.at("id"), "ID-FOLDER", message, hint)


def _repeated_ids(by_kind: dict[str, list[Parsed]]) -> Iterator[Diagnostic]:
    for kind, field in NAMED_BY.items():
        entries = [Entry(one.record, one.file) for one in by_kind.get(kind, ())]
        yield from _repeated(entries, field)
    yield from _repeated(list(_items(by_kind.get("seasons", ()), "seasons")), "id")
    yield from _repeated(list(_items(by_kind.get("bank", ()), "questions")), "id")
    yield from _repeated([_article(one) for one in by_kind.get("article", ())], "id")


def _repeated(entries: Sequence[Entry[Any]], field: str) -> Iterator[Diagnostic]:
    first: dict[str, Entry[Any]] = {}
    for entry in entries:
        identifier = getattr(entry.record, field)
        other = first.setdefault(identifier, entry)
        if other is not entry:
            where = f"{other.path}:{other.at(field).line}"
            message = f"编号“{identifier}”与 {where} 重复"
            yield error(entry.path, entry.at(field), "ID-REPEATED", message, "编号不能重用，换一个新的")
