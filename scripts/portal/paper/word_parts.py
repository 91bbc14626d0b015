"""What papers and keys have in common as Word: their head, tables of cells, the answer grid, a question with options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from portal.paper.paper import ROW, GridRow, Paper, PaperSection
from portal.paper.question import PrintedQuestion
from portal.paper.word_page import WIDTH, numbered

LABEL, CELL = Mm(27), Mm(10.5)
INDENT = Mm(8.4)  # of options under their stem, as wide as a question's number
LETTER = Pt(22)
PADDING = Length(108 * 635)  # of cells; Word puts text, not borders, on the margin
NO_PADDING = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))


def head(document: Document, paper: Paper, title: str, facts: Sequence[str]) -> None:
    bureau = document.add_paragraph(paper.bureau)
    bureau.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(title, "Title")
    document.add_paragraph(paper.title, "Subtitle")
    line = document.add_paragraph("　　".join(facts), "Body Text")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(6)


def notes(document: Document, place: Document | _Cell, title: str, lines: Sequence[str], number: int) -> None:
    """A heading and a numbered list, in the document or in a cell of it."""
    first = place.paragraphs[0] if isinstance(place, _Cell) else place.add_paragraph()
    first.style = document.styles["Heading 2"]
    first.add_run(title)
    for line in lines:
        numbered(place.add_paragraph(line, document.styles["List"]), number)


def heading(document: Document, section: PaperSection, about: str) -> None:
    paragraph = document.add_paragraph(section.heading, "Heading 1")
    small = paragraph.add_run(f"（{about}）")
    small.font.size, small.font.bold = Pt(10), False


def gap(document: Document) -> None:
    """A narrow line between two tables, which would else be one."""
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def table(
    place: Document, rows: int, widths: Sequence[Length], *, lined: bool = True, indent: Length | None = None
) -> Table:
    """A table of columns that keep their widths; a row is never on two pages."""
    made: Any = place.add_table(rows, len(widths))
    made.autofit = False
    if lined:
        made.style = "Table Grid"
    left = indent or Length(PADDING if lined else 0)
    # Word minds the order of the properties.
    properties = made._tbl.tblPr
    indented = parse_xml(f'<w:tblInd {nsdecls("w")} w:w="{left.twips}" w:type="dxa"/>')
    properties.find(qn("w:tblW")).addnext(indented)
    if not lined:
        margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{NO_PADDING}</w:tblCellMar>")
        properties.find(qn("w:tblLook")).addprevious(margins)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    for row in made.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    return made  # type: ignore[no-any-return]


def write(cell: _Cell, text: str, *, bold: bool = False, size: float = 10) -> Paragraph:
    """One centred line in a cell."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = Pt(size * 1.3)
    run = paragraph.add_run(text)
    run.font.bold, run.font.size = bold, Pt(size)
    return paragraph


def tall(row: _Row, height: Length) -> None:
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST


def grid(document: Document, paper: Paper, *, with_answers: bool) -> None:
    """The answer grid, empty or filled in."""
    caption = document.add_paragraph("答案" if with_answers else "答题栏", "Heading 2")
    caption.paragraph_format.keep_with_next = True
    made = table(document, 2 * len(paper.grid), [LABEL, *[CELL] * ROW])
    for place, row in enumerate(paper.grid):
        _grid_row(made, 2 * place, row, with_answers)


def _grid_row(made: Table, at: int, row: GridRow, with_answers: bool) -> None:
    numbers, answers = made.rows[at], made.rows[at + 1]
    tall(answers, Mm(8.5))
    write(numbers.cells[0].merge(answers.cells[0]), row.label, bold=True)
    for place, one in enumerate(row.questions):
        for line, text in ((numbers, str(one.number)), (answers, one.answer if with_answers else "")):
            first = line.cells[1 + place * row.span]
            write(first.merge(line.cells[(place + 1) * row.span]), text, bold=True)
    used = len(row.questions) * row.span
    if used < ROW:
        numbers.cells[1 + used].merge(answers.cells[ROW])
    for paragraph in (p for cell in (*numbers.cells, *answers.cells) for p in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True


def question(
    document: Document, one: PrintedQuestion, number: int, *, with_answer: bool, then_more: bool = False
) -> None:
    """Stem and options as items of the list `number`, all on one page; with what comes next `then_more`."""
    then_more = then_more or with_answer
    stem = numbered(document.add_paragraph(one.question.stem, "List Number"), number)
    _together(stem, bool(one.options) or then_more)
    if with_answer:
        answer = stem.add_run(f"　【{one.answer}】")
        answer.font.bold = True
    if one.columns > 1 and one.options:
        _options_in_columns(document, one, number, with_answer, then_more)
        return
    for option in one.options:
        paragraph = numbered(document.add_paragraph(option.text, "List Number 2"), number, 1)
        paragraph.runs[0].font.bold = with_answer and option.right
        _together(paragraph, then_more or option is not one.options[-1])


def _options_in_columns(
    document: Document, one: PrintedQuestion, number: int, with_answer: bool, then_more: bool
) -> None:
    rows = -(-len(one.options) // one.columns)
    width = Length((WIDTH - INDENT) // one.columns)
    made = table(document, rows, [width] * one.columns, lined=False, indent=INDENT)
    for place, option in enumerate(one.options):
        row, column = divmod(place, one.columns)
        paragraph = numbered(made.cell(row, column).paragraphs[0], number, 1)
        paragraph.style = document.styles["List Number 2"]
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = LETTER, -LETTER
        paragraph.add_run(option.text).font.bold = with_answer and option.right
        _together(paragraph, then_more or row < rows - 1)


def _together(paragraph: Paragraph, with_next: bool) -> None:
    paragraph.paragraph_format.keep_together = True
    paragraph.paragraph_format.keep_with_next = with_next
