"""The JSON Schema of a table's JSON file, draft 2020-12."""

from __future__ import annotations

from typing import Any

from portal.opendata.dataset import BOOLEAN, DATE, DEMO, INTEGER, LIST, MONTH, NUMBER, STRING, Column, Table
from portal.opendata.imprint import VERSION, Publication
from portal.opendata.json_file import indented

Schema = dict[str, Any]
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


def schema_bytes(table: Table, publication: Publication) -> bytes:
    return indented(
        {
            "$schema": DRAFT,
            "$id": publication.schema_url(table),
            "title": table.title,
            "description": table.description,
            "version": VERSION,
            **_closed(
                {**HEAD, "name": {"const": table.name}, "rows": {"type": "array", "items": _row(table)}}
            ),
        }
    )


def _row(table: Table) -> Schema:
    return _closed({column.name: _field(column) for column in table.columns})


def _closed(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _field(column: Column) -> Schema:
    kind = dict(TYPES[column.type])
    if column.nullable:
        kind["type"] = [kind["type"], "null"]
    if column.codes:
        kind["enum"] = [code for code, _ in column.codes] + ([None] if column.nullable else [])
    measure = {"x-unit": column.unit} if column.unit else {}
    return {"title": column.title, "description": column.description, **kind, **measure}
