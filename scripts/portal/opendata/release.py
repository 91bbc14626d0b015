"""All files of one release: each dataset in every form, the data package and the manifest around them.

`FORMS` is the only list of forms: the files, the page 数据开放, JSON-LD and the servers' settings follow it. Takes
datasets and the imprint, gives paths below the folder `data/` and files that are made on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from portal.filetypes import CSV, JSON, JSON_SCHEMA, XLSX, FileType
from portal.opendata.csv_file import ABOUT_FORMULAS, csv_bytes, package_bytes, sheet_bytes
from portal.opendata.dataset import Dataset
from portal.opendata.imprint import VERSION, Imprint, SealedFile, schema_path
from portal.opendata.json_file import indented, json_bytes, schema_bytes
from portal.opendata.xlsx_file import xlsx_bytes

PACKAGE, MANIFEST = "datapackage.json", "manifest.json"
# Who a form is for; the page names them in this order.
BY_PEOPLE, BY_PROGRAMS = "用 Excel、WPS 打开", "程序读取"


@dataclass(frozen=True)
class Form:
    """One of the forms of every dataset."""

    name: str  # what readers call it
    ending: str  # of the file's name; its last part is that of the file type
    filetype: FileType
    read: str  # one of the above
    write: Callable[[Dataset, Imprint], bytes]
    about: str  # sentences on how to read it; may be empty where that is plain
    mark: str = ""  # what sets it apart, behind its name

    def path(self, dataset: Dataset) -> str:
        return f"{dataset.name}.{self.ending}"


PLAIN = Form(
    "CSV",
    "csv",
    CSV,
    BY_PROGRAMS,
    lambda dataset, imprint: csv_bytes(dataset),
    about=f"CSV 是 UTF-8 编码，带字节顺序标记；一格里有多个值时用 | 隔开。{ABOUT_FORMULAS}。",
)
BOOK = Form(
    "Excel",
    "xlsx",
    XLSX,
    BY_PEOPLE,
    xlsx_bytes,
    about="Excel（.xlsx）的第一张表是说明，第二张表是数据，表头是中文。",
)
SHEET = Form(
    "中文 CSV",
    "zh.csv",
    CSV,
    BY_PEOPLE,
    lambda dataset, imprint: sheet_bytes(dataset),
    about="中文 CSV（.zh.csv）是同样的内容，表头和代码换成中文。",
)
FORMS = (BOOK, SHEET, PLAIN, Form("JSON", "json", JSON, BY_PROGRAMS, json_bytes, about=""))


def release(datasets: Sequence[Dataset], imprint: Imprint) -> dict[str, SealedFile]:
    """Path → file; those that tell of others come last."""
    files: dict[str, SealedFile] = {}
    for dataset in datasets:
        for form in FORMS:
            files[form.path(dataset)] = SealedFile(partial(form.write, dataset, imprint), form.filetype)
        files[schema_path(dataset)] = SealedFile(partial(schema_bytes, dataset, imprint), JSON_SCHEMA)
    described = dict(files)
    files[PACKAGE] = SealedFile(lambda: _package(datasets, imprint, described), JSON)
    sealed = dict(files)
    files[MANIFEST] = SealedFile(lambda: _manifest(sealed, imprint), JSON)
    return files


def _package(datasets: Sequence[Dataset], imprint: Imprint, files: dict[str, SealedFile]) -> bytes:
    return package_bytes(datasets, imprint, {one.name: files[PLAIN.path(one)].seal for one in datasets})


def _manifest(files: dict[str, SealedFile], imprint: Imprint) -> bytes:
    listed = [
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
