"""Data files name their schema in the first line, so that editors complete and explain the keys."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.reading.record_kinds import KINDS
from portal.records import Site
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
    for kind in (one for one in KINDS if one.is_data):
        expected = kind.schema_line
        seen = ""
        for entry in kind.entries(site):
            if entry.path != seen and not entry.file.original.startswith(expected):
                place = Span(1, 1, 1, len(entry.file.lines[0]) + 1)
                hint = f"第一行写 {expected}"
                yield warning(entry.path, place, "FILE-SCHEMA-01", "第一行没有写明数据格式", hint)
            seen = entry.path
