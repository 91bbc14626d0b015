"""Data files name their schema in the first line, so that editors complete and explain the keys."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from portal.reading.record_kinds import BY_NAME
from portal.records import Entry, Site
from portal.rules.engine import site_rule
from portal.source import Diagnostic, Span, warning


@site_rule("FILE-SCHEMA-01")
def names_its_schema(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """数据文件的第一行写明它的格式。

    编辑器靠这一行给出每一项的说明、可选的词和当场的提示；少了它不影响网站，只是填写时没有帮助。
    错：第一行就是 `id: 2024-001`
    对：第一行写 `# yaml-language-server: $schema=../../../site_config/schemas/case.schema.json`
    程度：提醒
    """
    for kind, entries in _by_kind(site):
        expected = schema_line(kind)
        seen = ""
        for entry in entries:
            if entry.path != seen and not entry.file.original.startswith(expected):
                place = Span(1, 1, 1, len(entry.file.lines[0]) + 1)
                hint = f"第一行写 {expected}"
                yield warning(entry.path, place, "FILE-SCHEMA-01", "第一行没有写明数据格式", hint)
            seen = entry.path


def schema_line(kind: str) -> str:
    """The first line of a file of this kind; its path is relative to the file's folder."""
    folders = BY_NAME[kind].place.split("/")[:-1]
    up = "" if folders == ["site_config"] else "../" * len(folders) + "site_config/"
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json"


def _by_kind(site: Site) -> Iterator[tuple[str, Iterable[Entry[Any]]]]:
    yield from (("site", (site.settings,)), ("publicity", (site.publicity,)))
    yield from (("indicators", (site.indicators,)), ("campaign", (site.campaign,)))
    yield ("vocabulary", (site.vocabulary,))
    yield from (("outcome", site.outcomes), ("case", site.cases), ("law", site.laws), ("risk", site.risks))
    yield from (("seasons", site.seasons), ("practice", site.practices), ("corrections", site.corrections))
    yield from (("bank", site.questions), ("glossary", site.terms), ("blueprint", site.blueprints))
