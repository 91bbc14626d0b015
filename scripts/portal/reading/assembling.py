"""Parsed files → `Site`: list files are opened up, file names compared with ids, orders fixed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from portal.reading.naming import misnamed, misnamed_article, repeated
from portal.reading.parsed import Parsed
from portal.records.article import KnowledgeArticle
from portal.records.site import Entry, Site
from portal.records.vocabulary import Words
from portal.source import Diagnostic

SINGLES = ("site", "publicity", "indicators", "campaign", "vocabulary")
NAMED_BY = {"outcome": "month", "case": "id", "law": "id", "risk": "id", "practice": "id", "blueprint": "id"}


def assemble(
    files: Sequence[Parsed], words: Words, versions: Mapping[str, bytes]
) -> tuple[Site | None, list[Diagnostic]]:
    """The site of all records that could be read, and what is wrong between a file and its name."""
    by_kind: dict[str, list[Parsed]] = defaultdict(list)
    unreadable: dict[str, set[str]] = defaultdict(set)
    for one in files:
        if one.record is None:
            unreadable[one.kind.name].add(PurePosixPath(one.file.path).stem)
        else:
            by_kind[one.kind.name].append(one)
    problems = [*_misnamed(by_kind, words), *_repeated(by_kind)]
    if any(name not in by_kind for name in SINGLES):
        return None, problems
    site = Site(
        settings=_single(by_kind["site"]),
        publicity=_single(by_kind["publicity"]),
        indicators=_single(by_kind["indicators"]),
        campaign=_single(by_kind["campaign"]),
        vocabulary=_single(by_kind["vocabulary"]),
        words=words,
        outcomes=tuple(sorted(_whole(by_kind["outcome"]), key=lambda e: e.record.month)),
        cases=tuple(sorted(_whole(by_kind["case"]), key=lambda e: e.record.id)),
        laws=tuple(_whole(by_kind["law"])),
        risks=tuple(_whole(by_kind["risk"])),
        seasons=tuple(_items(by_kind["seasons"], "seasons")),
        practices=tuple(_whole(by_kind["practice"])),
        corrections=tuple(_items(by_kind["corrections"], "corrections")),
        terms=tuple(_items(by_kind["glossary"], "terms")),
        articles=tuple(_article(one) for one in by_kind["article"]),
        questions=tuple(_items(by_kind["bank"], "questions")),
        blueprints=tuple(_whole(by_kind["blueprint"])),
        bank_versions=versions,
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
            takes_topic = field == "questions" and record.topic is None
            shared = {"topic": one.record.topic} if takes_topic else {}
            yield Entry(record.model_copy(update=shared) if shared else record, one.file, (field, index))


def _article(one: Parsed) -> Entry[KnowledgeArticle]:
    path = PurePosixPath(one.file.path)
    fields = {name: getattr(one.record, name) for name in type(one.record).model_fields}
    record = KnowledgeArticle.model_construct(
        **fields, id=path.stem, section=path.parent.name, body=one.file.body
    )
    return Entry(record, one.file)


def _misnamed(by_kind: dict[str, list[Parsed]], words: Words) -> Iterator[Diagnostic]:
    for kind, field in NAMED_BY.items():
        yield from misnamed(kind, field, list(_whole(by_kind.get(kind, ()))))
    for one in by_kind.get("article", ()):
        yield from misnamed_article(_article(one), words)


def _repeated(by_kind: dict[str, list[Parsed]]) -> Iterator[Diagnostic]:
    for kind, field in NAMED_BY.items():
        yield from repeated(_whole(by_kind.get(kind, ())), field)
    yield from repeated(_items(by_kind.get("seasons", ()), "seasons"), "id")
    yield from repeated(_items(by_kind.get("bank", ()), "questions"), "id")
    yield from repeated(_items(by_kind.get("glossary", ()), "terms"), "id")
    articles = (_article(one) for one in by_kind.get("article", ()))
    yield from repeated(articles, "id", "两篇文章不能同名，改其中一个的文件名")
