"""The parts of an .xlsx as a parser meets them: counts what they cost, notes merged ranges, builds no tree.

`Probe.part` takes one part of the archive and gives its merged ranges, or raises `RefusalError`; what
the parts say of other parts is gathered on the way.
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
import zipfile

from openpyxl.utils.cell import column_index_from_string, range_boundaries

MAX_ELEMENTS = 600_000
# Styles and names cost openpyxl thirty times as much as cells.
MAX_COSTLY_ELEMENTS = 150_000
CHEAP_PARTS = ("xl/worksheets/", "xl/sharedStrings")
MAX_ROWS = 5_000
MAX_COLUMNS = 200
MAX_MERGED_CELLS = 1_000_000
CHUNK = 64 * 1024

Range = tuple[int, int, int, int]
SAVE_AS = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入"
CLEAN = "把要导入的表格复制到一个新工作簿里，另存后再导入"


class RefusalError(Exception):
    """Carries the Chinese message and hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Probe:
    """Target of the XML parser, for all parts of one file."""

    def __init__(self) -> None:
        self.elements = self.costly = self.merged_cells = 0
        self.cheap = False
        self.merged: list[Range] = []
        self.row = self.column = 0
        self.named: set[str] = set()
        self.suffixes: set[str] = {".xml", ".rels"}

    def will_be_read(self, name: str) -> bool:
        """Whether openpyxl may take this part for XML, by its name or because another part says so."""
        return name.lower().endswith(tuple(self.suffixes)) or posixpath.basename(name) in self.named

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
            case "Override" if _is_xml(attributes):
                self.named.add(posixpath.basename(attributes.get("PartName", "")))
            case "Default" if _is_xml(attributes):
                self.suffixes.add(f".{attributes.get('Extension', '').lower()}")
            case "Relationship" if attributes.get("Type", "").endswith("/worksheet"):
                self.named.add(posixpath.basename(attributes.get("Target", "")))

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


def _is_xml(attributes: dict[str, str]) -> bool:
    return attributes.get("ContentType", "").lower().endswith(("+xml", "/xml"))


def _column(reference: str) -> int:
    return column_index_from_string(reference.rstrip("0123456789"))


def _bounded(reference: str) -> Range:
    """A merged range cut to the part of the sheet that is read."""
    left, top, right, bottom = range_boundaries(reference)
    return left or 1, top or 1, min(right or MAX_COLUMNS, MAX_COLUMNS), min(bottom or MAX_ROWS, MAX_ROWS)
