"""All files of one release: each table in every form, the data package and the manifest around them.

Takes tables and the terms, gives paths below the folder `data/` and files that are made on demand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from portal.filetypes.filetype import CSV, JSON, JSON_SCHEMA
from portal.opendata.csv_file import csv_bytes, package_bytes, sheet_bytes
from portal.opendata.dataset import Dataset
from portal.opendata.imprint import VERSION, Imprint, SealedFile, schema_path
from portal.opendata.json_file import indented, json_bytes, schema_bytes

PACKAGE, MANIFEST = "datapackage.json", "manifest.json"


def sheet_of(table: Dataset) -> str:
    """The file with Chinese headings."""
    return f"{table.name}.zh.csv"


def release(datasets: Sequence[Dataset], imprint: Imprint) -> dict[str, SealedFile]:
    """Path → file; those that tell of others come last."""
    files: dict[str, SealedFile] = {}
    for table in datasets:
        files[f"{table.name}.csv"] = SealedFile(partial(csv_bytes, table), CSV)
        files[sheet_of(table)] = SealedFile(partial(sheet_bytes, table), CSV)
        files[f"{table.name}.json"] = SealedFile(partial(json_bytes, table, imprint), JSON)
        files[schema_path(table)] = SealedFile(partial(schema_bytes, table, imprint), JSON_SCHEMA)
    described = dict(files)
    files[PACKAGE] = SealedFile(lambda: _package(datasets, imprint, described), JSON)
    sealed = dict(files)
    files[MANIFEST] = SealedFile(lambda: _manifest(sealed, imprint), JSON)
    return files


def _package(datasets: Sequence[Dataset], imprint: Imprint, files: dict[str, SealedFile]) -> bytes:
    return package_bytes(
        datasets, imprint, {table.name: files[f"{table.name}.csv"].seal for table in datasets}
    )


def _manifest(files: dict[str, SealedFile], imprint: Imprint) -> bytes:
    listed: list[dict[str, Any]] = [
        {
            "path": path,
            "mediatype": file.filetype.media_type,
            "bytes": file.seal.size,
            "sha256": file.seal.sha256,
        }
        for path, file in files.items()
    ]
    day = imprint.generated_for.isoformat()
    return indented({"version": VERSION, "base": imprint.base, "generated_for": day, "files": listed})
