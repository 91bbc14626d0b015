"""A table as JSON: what it is and under which terms, then the rows, one on each line."""

from __future__ import annotations

import datetime
import json
from typing import Any

from portal.opendata.dataset import Table
from portal.opendata.imprint import VERSION, Publication, description_of, title_of


def json_bytes(table: Table, publication: Publication) -> bytes:
    head = {
        "$schema": publication.schema_url(table),
        "version": VERSION,
        "name": table.name,
        "title": title_of(table),
        "description": description_of(table),
        "publisher": publication.publisher,
        "licence": publication.licence,
        "citation": publication.citation(table.title),
        "generated_for": publication.generated_for.isoformat(),
        "demo": table.has_demo,
    }
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    names = table.names
    rows = ",\n".join(dumped(dict(zip(names, row, strict=True))) for row in table.rows)
    return f'{opening},\n "rows": [\n{rows}\n]}}\n'.encode()


def dumped(value: Any) -> str:
    """One line of JSON; dates as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_date)


def indented(value: Any) -> bytes:
    """A small file that people read too."""
    return (json.dumps(value, ensure_ascii=False, indent=2, default=_date) + "\n").encode()


def _date(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
