"""`datapackage.json`: all CSV files with their fields, as a Frictionless Data Package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.opendata.columns import SEPARATOR
from portal.opendata.dataset import BOOLEAN, DATE, INTEGER, LIST, MONTH, NUMBER, STRING, Column, Table
from portal.opendata.imprint import DEMO_NOTE, VERSION, Publication, description_of, title_of
from portal.opendata.json_file import indented
from portal.opendata.seal import Seal

# A list is one cell in a CSV file.
TYPES = {
    STRING: "string",
    INTEGER: "integer",
    NUMBER: "number",
    BOOLEAN: "boolean",
    DATE: "date",
    MONTH: "yearmonth",
    LIST: "string",
}
NAME = "food-safety-campaign"


def package_bytes(tables: Sequence[Table], publication: Publication, seals: Mapping[str, Seal]) -> bytes:
    """`seals` are the size and hash of the CSV file of each table, by the table's name."""
    demo = any(table.has_demo for table in tables)
    return indented(
        {
            "profile": "tabular-data-package",
            "name": NAME,
            "title": f"{publication.site_name}{'（含示例数据）' if demo else ''}",
            "description": f"{publication.site_name}的公开数据。{DEMO_NOTE if demo else ''}",
            "homepage": publication.base,
            "version": VERSION,
            "licenses": [{"path": f"{publication.base}#licence", "title": publication.licence}],
            "contributors": [{"title": publication.publisher, "role": "publisher"}],
            "resources": [_resource(table, seals[table.name]) for table in tables],
        }
    )


def _resource(table: Table, seal: Seal) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(one) for one in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": title_of(table),
        "description": description_of(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "bytes": seal.size,
        "hash": f"sha256:{seal.sha256}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    joined = f"；多个值之间用 {SEPARATOR} 隔开" if column.type == LIST else ""
    limits: dict[str, Any] = {} if column.nullable or column.type == LIST else {"required": True}
    if column.codes:
        limits["enum"] = [code for code, _ in column.codes]
    measure = {"unit": column.unit} if column.unit else {}
    return {
        "name": column.name,
        "title": column.title,
        "description": f"{column.description}{joined}",
        "type": TYPES[column.type],
        **measure,
        **({"constraints": limits} if limits else {}),
    }
