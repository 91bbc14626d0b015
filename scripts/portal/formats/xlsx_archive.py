"""Is this really an .xlsx, and can it be opened in bounded time and memory?

Takes the bytes of a file, gives the merged ranges of every XML part, or the reason for refusing.
Runs before openpyxl, which trusts sizes: one merged range over a whole sheet would keep it busy for hours.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib

from openpyxl.utils.cell import column_index_from_string, range_boundaries

from portal.formats.finding import Finding

MAX_BYTES = 20 * 1024 * 1024
MAX_XML_BYTES = 40 * 1024 * 1024
MAX_PARTS = 2_000
MAX_ELEMENTS = 600_000
# Styles and names cost openpyxl thirty times as much as cells.
MAX_COSTLY_ELEMENTS = 150_000
CHEAP_PARTS = ("xl/worksheets/", "xl/sharedStrings")
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_MERGED_CELLS = 1_000_000
CHUNK = 64 * 1024

Range = tuple[int, int, int, int]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入"
CLEAN = "把要导入的表格复制到一个新工作簿里，另存后再导入"


class RefusalError(Exception):
    """Carries the Chinese message and hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def inspect(name: str, content: bytes) -> dict[str, tuple[Range, ...]] | Finding:
    """The merged ranges (min column, min row, max column, max row; from 1) of every XML part by its path."""
    try:
        _check_kind(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _probe_all(archive)
    except RefusalError as refused:
        return Finding(name, refused.message, refused.hint)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ET.ParseError, EOFError, ValueError):
        return Finding(name, "文件已损坏，打不开", f"向报送单位重新要一份；或者{SAVE_AS}")


def _check_kind(content: bytes) -> None:
    if not content:
        raise RefusalError("文件是空的（0 字节）", "向报送单位重新要一份")
    if len(content) > MAX_BYTES:
        raise RefusalError(f"文件有 {len(content) // 1024 // 1024} MB，超过 20 MB 的上限", CLEAN)
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise RefusalError(
                "文件设了打开密码，读不了",
                "在 Excel 里点“文件→信息→保护工作簿→用密码进行加密”，清空密码后保存",
            )
        raise RefusalError("这是旧版 Excel（.xls）文件，不是 .xlsx", SAVE_AS)
    if not content.startswith(b"PK"):
        raise RefusalError("这不是 Excel 工作簿，可能是 CSV、网页或别的文件改了扩展名", SAVE_AS)


def _probe_all(archive: zipfile.ZipFile) -> dict[str, tuple[Range, ...]]:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise RefusalError("压缩包设了密码，读不了", "向报送单位要一份没有密码的文件")
    if "xl/workbook.bin" in names:
        raise RefusalError("这是 Excel 二进制工作簿（.xlsb），不是 .xlsx", SAVE_AS)
    if not any(name.startswith("xl/") for name in names):
        raise RefusalError("这是压缩包或别的文档，不是 Excel 工作簿", SAVE_AS)
    readable = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    # zipfile never unpacks more than the size a part declares, so the declared sizes are a true bound.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in readable) > MAX_XML_BYTES:
        raise RefusalError("文件解压后大得不合理，没有打开", CLEAN)
    probe = _Probe()
    return {part.filename: probe.part(archive, part) for part in readable}


class _Probe:
    """Target of the XML parser: counts, notes merged ranges, builds no tree."""

    def __init__(self) -> None:
        self.elements = self.costly = self.merged_cells = 0
        self.cheap = False
        self.merged: list[Range] = []
        self.row = self.column = 0

    def part(self, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[Range, ...]:
        self.merged, self.row, self.column = [], 0, 0
        self.cheap = part.filename.startswith(CHEAP_PARTS)
        parser = ET.XMLParser(target=self)
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                parser.feed(chunk)
        if part.file_size:
            parser.close()
        return tuple(self.merged)

    def doctype(self, *_: object) -> None:
        raise RefusalError("文件里有不该有的内容（DOCTYPE），没有打开", SAVE_AS)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.costly += not self.cheap
        if self.elements > MAX_ELEMENTS or self.costly > MAX_COSTLY_ELEMENTS:
            raise RefusalError("表格里的内容多得不合理，没有打开", CLEAN)
        match tag.rpartition("}")[2]:
            case "row":
                self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            case "c":
                self.column = _column(attributes["r"]) if "r" in attributes else self.column + 1
            case "v" | "f" | "is" if self.row > MAX_ROWS or self.column > MAX_COLUMNS:
                message = f"表格超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列，不像月度报表"
                raise RefusalError(message, "删去表格以外的行和列，另存后再导入")
            case "mergeCell":
                self.merge(_bounded(attributes.get("ref", "")))

    def merge(self, cells: Range) -> None:
        left, top, right, bottom = cells
        self.merged.append(cells)
        self.merged_cells += max(0, right - left + 1) * max(0, bottom - top + 1)
        if self.merged_cells > MAX_MERGED_CELLS:
            raise RefusalError("合并的单元格多得不合理，没有打开", CLEAN)

    def end(self, tag: str) -> None:
        """Nothing to do when an element ends."""

    def close(self) -> None:
        """Nothing to hand back: what was noted stays in the probe."""


def _column(reference: str) -> int:
    return column_index_from_string(reference.rstrip("0123456789"))


def _bounded(reference: str) -> Range:
    """A merged range cut to the part of the sheet that is read."""
    left, top, right, bottom = range_boundaries(reference)
    return left or 1, top or 1, min(right or MAX_COLUMNS, MAX_COLUMNS), min(bottom or MAX_ROWS, MAX_ROWS)
