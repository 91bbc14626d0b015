"""A Word document as all of ours begin and end: A4, fonts for Chinese, lists that number themselves, a foot line.

`blank` gives the document, `saved` its bytes, which are the same for the same content.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

A4 = Mm(210), Mm(297)
MARGIN, TOP, FOOT = Mm(18), Mm(18), Mm(20)
WIDTH = Mm(210 - 2 * 18)
SONG, HEI = ("Times New Roman", "宋体"), ("Arial", "黑体")
# Style of the template → fonts, size, bold, space before, space after (points).
STYLES: dict[str, tuple[tuple[str, str], float, bool, float, float]] = {
    "Normal": (SONG, 11.5, False, 0, 0),
    "Title": (HEI, 19, True, 0, 2),
    "Subtitle": (HEI, 14, True, 0, 4),
    "Heading 1": (HEI, 12.5, True, 12, 4),
    "Heading 2": (HEI, 11, True, 4, 2),
    "List Number": (SONG, 11.5, False, 5, 0),
    "List Number 2": (SONG, 11.5, False, 0, 0),
    "List": (SONG, 10, False, 0, 0),
    "Body Text": (SONG, 10, False, 0, 0),
    "Footer": (SONG, 9, False, 0, 0),
}
TABLES = ("Normal Table", "Table Grid")
CENTRED = ("Title", "Subtitle")
# Level of a list: how it counts, its label, left edge and label's width in twips.
QUESTIONS = (("decimal", "%1．", 480, 480), ("upperLetter", "%2．", 920, 440))
RULES = (("decimal", "%1．", 320, 320),)
LEADING = 1.5
# What the template gives its styles that is none of ours: spaced letters, lines, indents and lists of its own.
UNWANTED = "w:rPr/w:spacing | w:rPr/w:kern | w:pPr/w:pBdr | w:pPr/w:numPr | w:pPr/w:ind | w:pPr/w:tabs"
THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file knows


def blank(title: str, author: str, foot: str) -> Document:
    """An empty document with these properties; `foot` stands at the foot of each page beside its number."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = TOP, FOOT
    section.footer_distance = Mm(10)
    _drop_table_styles(document)
    for name, looks in STYLES.items():
        _dress(document, name, *looks)
    _speak_chinese(document)
    _add_foot(document, foot)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, "zh-CN"
    properties.comments, properties.last_modified_by, properties.revision = "", author, 1
    return document


def _drop_table_styles(document: Document) -> None:
    """The template brings a hundred coloured ones, which make files larger and each look-up slower."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLES:
            style.delete()


def _dress(
    document: Document,
    name: str,
    fonts: tuple[str, str],
    size: float,
    bold: bool,
    before: float,
    after: float,
) -> None:
    style: Any = document.styles[name]
    style.font.name, style.font.size, style.font.bold = fonts[0], Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.italic = False
    written = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in THEME_FONTS:
        written.attrib.pop(qn(f"w:{theme}"), None)
    # Word chooses among fonts by the script of each character; without this one Chinese is in any font.
    written.set(qn("w:eastAsia"), fonts[1])
    for unwanted in style.element.xpath(UNWANTED):
        unwanted.getparent().remove(unwanted)
    layout = style.paragraph_format
    # Lines of a fixed height: how tall a font makes them differs between systems, and with it the pages.
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), Pt(size * LEADING)
    if name in CENTRED:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _speak_chinese(document: Document) -> None:
    for language in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        language.set(qn("w:eastAsia"), "zh-CN")


def _add_foot(document: Document, text: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{text}\t第")
    _field(paragraph, "PAGE")
    paragraph.add_run("页，共")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run("页")


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in."""
    xml = f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(xml))


def add_list(document: Document, levels: tuple[tuple[str, str, int, int], ...]) -> int:
    """A list that numbers itself through the document; gives its number for `numbered`."""
    numbering: Any = document.part.numbering_part.element
    number = 1 + max(int(one) for one in numbering.xpath("w:abstractNum/@w:abstractNumId"))
    written = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{counting}"/><w:lvlText w:val="{label}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{width}"/></w:pPr></w:lvl>'
        for level, (counting, label, left, width) in enumerate(levels)
    )
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{written}</w:abstractNum>"
        ),
    )
    return int(numbering.add_num(number).numId)


def numbered(paragraph: Paragraph, list_number: int, level: int = 0) -> Paragraph:
    """The paragraph as the next item of a list."""
    properties: Any = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = list_number
    return paragraph


def saved(document: Document) -> bytes:
    """The file; without the days of saving, so that the same document is the same bytes."""
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a picture of the template
            package.rels.pop(name)
    for part in package.iter_parts():
        if part.partname == "/docProps/core.xml":
            core: Any = part
            for day in core.element.xpath("dcterms:created | dcterms:modified"):
                day.getparent().remove(day)
    written = io.BytesIO()
    document.save(written)
    return _dateless(written.getvalue())


def _dateless(archive: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            made.writestr(entry, source.read(name))
    return target.getvalue()
