"""The parts of an .xlsx file that hold no cells: what lies in it, how its parts belong together, how cells look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FONT = '<name val="等线"/><family val="2"/>'
DAYS = '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
FONTS = (
    f'<fonts count="3"><font><sz val="11"/>{FONT}</font><font><b/><sz val="11"/>{FONT}</font>'
    f'<font><b/><sz val="16"/>{FONT}</font></fonts>'
)
# The first two fills are fixed by the format.
FILLS = (
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF6"/></patternFill></fill></fills>'
)
BORDERS = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
TEXT, GENERAL, DAY = 49, 0, 164
# Number format, font, fill, whether long texts go on in the next line: in the order of `Style`.
LOOKS = (
    (GENERAL, 0, 0, False),
    (TEXT, 0, 0, False),
    (TEXT, 1, 2, True),
    (DAY, 0, 0, False),
    (TEXT, 2, 0, False),
    (TEXT, 0, 0, True),
)


def content_types(sheets: int) -> str:
    made = "".join(
        f'<Override PartName="/xl/worksheets/sheet{place}.xml" ContentType="{PARTS}.worksheet+xml"/>'
        for place in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{PARTS}.sheet.main+xml"/>{made}'
        f'<Override PartName="/xl/styles.xml" ContentType="{PARTS}.styles+xml"/></Types>'
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Id → (kind, target)."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def workbook(names: Sequence[str]) -> str:
    made = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{place}" r:id="rId{place}"/>'
        for place, name in enumerate(names, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{made}</sheets></workbook>"
    )


def styles() -> str:
    formats = "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1"'
        f' applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"{_wrap(wrap)}/></xf>'
        for number, font, fill, wrap in LOOKS
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'<styleSheet xmlns="{MAIN}">{DAYS}{FONTS}{FILLS}{BORDERS}<cellStyleXfs count="1">{plain}</cellStyleXfs>'
        f'<cellXfs count="{len(LOOKS)}">{formats}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _wrap(wanted: bool) -> str:
    return ' wrapText="1"' if wanted else ""
