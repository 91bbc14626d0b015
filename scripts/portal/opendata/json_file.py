"""A dataset as JSON, and the JSON Schema (draft 2020-12) of that file.

The file says what it is and under which terms, then come the rows, one on each line.
"""

from __future__ import annotations

import datetime
import json

from portal.opendata.dataset import BOOLEAN, DATE, DEMO, INTEGER, LIST, MONTH, NUMBER, STRING, Dataset, Field
from portal.opendata.imprint import VERSION, Imprint

Schema = dict[str, object]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
TYPES: dict[str, Schema] = {
    STRING: TEXT,
    INTEGER: {"type": "integer"},
    NUMBER: {"type": "number"},
    BOOLEAN: {"type": "boolean"},
    DATE: DAY,
    MONTH: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$"},
    LIST: {"type": "array", "items": TEXT},
}
HEAD: dict[str, Schema] = {
    "$schema": TEXT,
    "version": {"const": VERSION},
    "name": TEXT,
    "title": TEXT,
    "description": TEXT,
    "publisher": TEXT,
    "licence": TEXT,
    "citation": TEXT,
    "generated_for": DAY,
    DEMO: {"type": "boolean"},
}


def json_bytes(dataset: Dataset, imprint: Imprint) -> bytes:
    head = {
        "$schema": imprint.schema_url(dataset),
        "version": VERSION,
        "name": dataset.name,
        "title": dataset.shown_title,
        "description": dataset.shown_description,
        "publisher": imprint.publisher,
        "licence": imprint.licence,
        "citation": imprint.citation(dataset.title, dataset.updated_on),
        "generated_for": imprint.generated_for.isoformat(),
        "demo": dataset.has_demo,
    }
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    names = dataset.names
    rows = ",\n".join(dumped(dict(zip(names, row, strict=True))) for row in dataset.rows)
    return f'{opening},\n "rows": [\n{rows}\n]}}\n'.encode()


def dumped(value: object) -> str:
    """One line of JSON; dates as ISO 8601."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_date)


def indented(value: object) -> bytes:
    """A small file that people read too."""
    return (json.dumps(value, ensure_ascii=False, indent=2, default=_date) + "\n").encode()


def _date(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def schema_bytes(dataset: Dataset, imprint: Imprint) -> bytes:
    return indented(
        {
            "$schema": DRAFT,
            "$id": imprint.schema_url(dataset),
            "title": dataset.title,
            "description": dataset.description,
            "version": VERSION,
            **_closed(
                {**HEAD, "name": {"const": dataset.name}, "rows": {"type": "array", "items": _row(dataset)}}
            ),
        }
    )


def _row(dataset: Dataset) -> Schema:
    return _closed({column.name: _field(column) for column in dataset.columns})


def _closed(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _field(column: Field) -> Schema:
    kind = dict(TYPES[column.type])
    if column.nullable:
        kind["type"] = [kind["type"], "null"]
    if column.codes:
        kind["enum"] = [code for code, _ in column.codes] + ([None] if column.nullable else [])
    measure = {"x-unit": column.unit} if column.unit else {}
    return {"title": column.title, "description": column.description, **kind, **measure}
