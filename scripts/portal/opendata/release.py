"""All files of one release: each table in every form, the data package and the manifest around them.

Takes tables and the terms, gives paths below the folder `data/` and files that are made on demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from portal.opendata.csv_file import csv_bytes, sheet_bytes
from portal.opendata.dataset import Table
from portal.opendata.imprint import VERSION, Publication
from portal.opendata.json_file import indented, json_bytes
from portal.opendata.package_file import package_bytes
from portal.opendata.schema_file import schema_bytes
from portal.opendata.seal import SealedFile

PACKAGE, MANIFEST = "datapackage.json", "manifest.json"
CSV, JSON, SCHEMA = "text/csv", "application/json", "application/schema+json"


def sheet_of(table: Table) -> str:
    """The file with Chinese headings."""
    return f"{table.name}.zh.csv"


def release(tables: Sequence[Table], publication: Publication) -> dict[str, SealedFile]:
    """Path → file; those that tell of others come last."""
    files: dict[str, SealedFile] = {}
    for table in tables:
        files[f"{table.name}.csv"] = SealedFile(partial(csv_bytes, table), CSV)
        files[sheet_of(table)] = SealedFile(partial(sheet_bytes, table), CSV)
        files[f"{table.name}.json"] = SealedFile(partial(json_bytes, table, publication), JSON)
        files[f"schemas/{table.name}.schema.json"] = SealedFile(
            partial(schema_bytes, table, publication), SCHEMA
        )
    described = dict(files)
    files[PACKAGE] = SealedFile(lambda: _package(tables, publication, described), JSON)
    sealed = dict(files)
    files[MANIFEST] = SealedFile(lambda: _manifest(sealed, publication), JSON)
    return files


def _package(tables: Sequence[Table], publication: Publication, files: dict[str, SealedFile]) -> bytes:
    return package_bytes(
        tables, publication, {table.name: files[f"{table.name}.csv"].seal for table in tables}
    )


def _manifest(files: dict[str, SealedFile], publication: Publication) -> bytes:
    listed: list[dict[str, Any]] = [
        {"path": path, "mediatype": file.media_type, "bytes": file.seal.size, "sha256": file.seal.sha256}
        for path, file in files.items()
    ]
    day = publication.generated_for.isoformat()
    return indented({"version": VERSION, "base": publication.base, "generated_for": day, "files": listed})
