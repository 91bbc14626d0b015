"""Sheets of cells → the bytes of an .xlsx file, the same for the same cells: no clock, no name of a program's user.

Knows nothing of datasets. Texts stay texts, whatever they look like: none is a formula, none becomes a number or a
day. Written here because libraries put the time of writing into the file and take ten times as long (ADR 10).
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, repeat
from xml.sax.saxutils import escape

from portal.opendata.workbook_parts import content_types, relations, styles, workbook

Value = str | int | float | datetime.date | None
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows
# Excel counts days from the one before 1900-01-01, and believes that there was a 1900-02-29.
DAY_ZERO = datetime.date(1899, 12, 30)
# A cell holds no more; Excel calls a file with longer ones broken.
LONGEST = 32_767
CUT = "……（太长，其余见 CSV 或 JSON）"
# XML knows no other characters below the blank; Excel reads `_x0041_` as A.
UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ESCAPED_ALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


class Style(IntEnum):
    """How a cell looks: its place among the formats of `styles`."""

    NUMBER = 0
    TEXT = 1
    HEADING = 2
    DAY = 3
    TITLE = 4
    WRAPPED = 5


@dataclass(frozen=True)
class Sheet:
    """`lines` of cells; a sheet with `headed` begins with a line of headings that stays in sight, and can be filtered."""

    name: str
    lines: Iterable[Sequence[Value]]
    widths: tuple[int, ...]
    headed: bool = False
    # How the first lines look, one after the other; all others are plain.
    looks: tuple[Style, ...] = ()


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The file; its first sheet is the one that opens."""
    names = [one.name for one in sheets]
    parts = {
        "[Content_Types].xml": content_types(len(names)),
        "_rels/.rels": relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": workbook(names),
        "xl/_rels/workbook.xml.rels": relations(
            {f"rId{place}": ("worksheet", f"worksheets/sheet{place}.xml") for place in _places(names)}
            | {f"rId{len(names) + 1}": ("styles", "styles.xml")}
        ),
        "xl/styles.xml": styles(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, text in chain(
            parts.items(),
            ((f"xl/worksheets/sheet{place}.xml", _sheet(one)) for place, one in enumerate(sheets, 1)),
        ):
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, f"{HEAD}{text}".encode())
    return made.getvalue()


def _places(names: Sequence[str]) -> range:
    return range(1, len(names) + 1)


def _sheet(sheet: Sheet) -> str:
    rows = list(_rows(sheet))
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, 1)
    )
    pane = (
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if sheet.headed else ""
    )
    last = f"{column_name(len(sheet.widths))}{max(len(rows), 1)}"
    filtered = f'<autoFilter ref="A1:{last}"/>' if sheet.headed else ""
    return (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/>'
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"{filtered}</worksheet>"
    )


def _rows(sheet: Sheet) -> Iterator[str]:
    names = [column_name(place) for place in range(1, len(sheet.widths) + 1)]
    looks: Iterator[Style | None] = chain((Style.HEADING,) if sheet.headed else (), sheet.looks, repeat(None))
    for number, (line, look) in enumerate(zip(sheet.lines, looks, strict=False), 1):
        cells = "".join(
            _cell(f"{name}{number}", value, look)
            for name, value in zip(names, line, strict=False)
            if value is not None and value != ""
        )
        yield f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Value, look: Style | None) -> str:
    if isinstance(value, datetime.date):
        return f'<c r="{place}" s="{Style.DAY}"><v>{(value - DAY_ZERO).days}</v></c>'
    if isinstance(value, str):
        style = Style.TEXT if look is None else look
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
    return f'<c r="{place}" s="{Style.NUMBER}"><v>{value!r}</v></c>'


def _text(value: str) -> str:
    # XML and Excel know one kind of line break.
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if len(value) > LONGEST:
        value = value[: LONGEST - len(CUT)] + CUT
    if "_" in value:
        value = ESCAPED_ALIKE.sub("_x005F_", value)
    return escape(UNKNOWN.sub("", value))


def column_name(number: int) -> str:
    """`A` for 1, `AB` for 28."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
