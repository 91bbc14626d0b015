"""The paper as a Word file, for whoever prints from Word or fits it to an occasion, and the key with what the cited articles say."""

from __future__ import annotations

import io

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from portal.media.qr import qr_png
from portal.paper.conversion import Conversion, conversion
from portal.paper.html import QrPlace
from portal.paper.paper import Paper
from portal.paper.question import PrintedQuestion
from portal.paper.word_page import QUESTIONS, RULES, WIDTH, add_list, blank, saved
from portal.paper.word_parts import INDENT, gap, grid, head, heading, notes, question, table, tall, write
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes, qr_words

CODE = Mm(31)
QR_CELL = Mm(36)


def paper_docx(paper: Paper, qr: QrPlace = "slip") -> bytes:
    document = blank(f"{paper.title} 试卷 {paper.code}", paper.bureau, f"{paper.code} 试卷")
    facts = [
        f"卷号：{paper.code}",
        f"岗位：{'、'.join(paper.blueprint.posts)}",
        f"业态：{'、'.join(paper.blueprint.business_types)}",
    ]
    head(document, paper, f"{EXAM}试卷", facts)
    _fields(document)
    _before(document, paper, qr == "page")
    grid(document, paper, with_answers=False)
    _score(document, paper)
    number = add_list(document, QUESTIONS)
    *_, last = paper.questions
    for section in paper.sections:
        heading(document, section, section.about)
        for one in section.questions:
            # The last line of the paper stands below a question, never on a sheet of its own.
            question(document, one, number, with_answer=False, then_more=one is last)
    end = document.add_paragraph("（试卷到此结束）")
    end.alignment = WD_ALIGN_PARAGRAPH.CENTER
    end.paragraph_format.space_before = Pt(14)
    return saved(document)


def _fields(document: Document) -> None:
    """What is filled in: no name, no number of a person."""
    made = table(document, 2, [Mm(16), Mm(42), Mm(16), Mm(42), Mm(16), Mm(42)])
    for place, name in enumerate(("编号", "岗位", "日期")):
        write(made.cell(0, 2 * place), name, bold=True)
    write(made.cell(0, 5), "年　　月　　日")
    write(made.cell(1, 0), "单位", bold=True)
    made.cell(1, 1).merge(made.cell(1, 5))
    for row in made.rows:
        tall(row, Mm(9))


def _before(document: Document, paper: Paper, with_qr: bool) -> None:
    """The notes, the QR code beside them."""
    gap(document)
    if not with_qr:
        notes(document, document, "答题之前", paper.rules, add_list(document, RULES))
        return
    made = table(document, 1, [Length(WIDTH - QR_CELL), QR_CELL], lined=False)
    left, right = made.row_cells(0)
    notes(document, left, "答题之前", paper.rules, add_list(document, RULES))
    picture = right.paragraphs[0]
    picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture.paragraph_format.line_spacing = 1  # a line of a fixed height would cut the picture off
    run = picture.add_run()
    run.add_picture(io.BytesIO(qr_png(paper.address)), CODE)
    for described in run.element.xpath(".//wp:docPr"):
        described.set("descr", f"二维码：{paper.address}")
    _small(right.add_paragraph(), qr_words(paper.reserved))


def _small(paragraph: Paragraph, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = Pt(11)
    paragraph.add_run(text).font.size = Pt(8)


def _score(document: Document, paper: Paper) -> None:
    """What whoever marks the paper fills in."""
    gap(document)
    names = [f"{section.title}\n（{section.total}分）" for section in paper.sections]
    names += [f"卷面得分\n（满分{paper.total}）", "得分\n（百分制）", "是否\n合格", "阅卷"]
    made = table(document, 2, [Length(WIDTH // len(names))] * len(names))
    for place, name in enumerate(names):
        write(made.cell(0, place), name, bold=True)
    tall(made.rows[1], Mm(9))


def key_docx(paper: Paper) -> bytes:
    document = blank(f"{paper.title} 答案 {paper.code}", paper.bureau, f"{paper.code} 答案")
    facts = [f"卷号：{paper.code}", f"第几份：{paper.form}", f"题库版本：{paper.version}"]
    head(document, paper, f"{EXAM}答案和解析", facts)
    document.add_paragraph(FOR_MARKERS, "Body Text").runs[0].font.bold = True
    grid(document, paper, with_answers=True)
    notes(
        document, document, "怎样计分", marking_notes(paper.blueprint, paper.total), add_list(document, RULES)
    )
    if scores := conversion(paper.blueprint, paper.total):
        _conversion(document, scores)
    number = add_list(document, QUESTIONS)
    for section in paper.sections:
        heading(document, section, section.worth)
        for one in section.questions:
            question(document, one, number, with_answer=True)
            _reasons(document, one)
    return saved(document)


def _conversion(document: Document, scores: Conversion) -> None:
    """Marks into a score of 100; what passes is bold."""
    words = f"卷面得分换成百分制（左边一列加上面一行是卷面得分，粗体的合格{scores.said}）"
    caption = document.add_paragraph(words, "Body Text")
    caption.paragraph_format.keep_with_next = True
    columns = len(scores.columns) + 1
    made = table(document, len(scores.rows) + 1, [Length(WIDTH // columns)] * columns)
    for cell, text in zip(made.row_cells(0)[1:], scores.columns, strict=True):
        write(cell, text, bold=True, size=9)
    for place, row in enumerate(scores.rows):
        cells = made.row_cells(place + 1)
        write(cells[0], str(row.first), bold=True, size=9)
        for cell, one in zip(cells[1:], row.cells, strict=False):
            write(cell, one.score, bold=one.passed, size=9)
        for paragraph in (p for cell in cells for p in cell.paragraphs):
            paragraph.paragraph_format.keep_with_next = row is not scores.rows[-1]


def _reasons(document: Document, one: PrintedQuestion) -> None:
    """Below the question, on the same page."""
    lines = [("注意", f"{one.caution}。")] if one.caution else []
    lines.append(("解析", one.question.explanation))
    lines += [("依据", base.text) for base in one.bases]
    lines.append(("题号", one.question.id + ("，保留题，只用于纸质卷" if one.question.reserved else "")))
    for place, (name, text) in enumerate(lines):
        paragraph = document.add_paragraph(style="Body Text")
        paragraph.add_run(f"{name}　").font.bold = True
        paragraph.add_run(text).font.bold = name == "注意"
        layout = paragraph.paragraph_format
        layout.left_indent, layout.first_line_indent = INDENT + Pt(30), -Pt(30)
        layout.keep_together, layout.keep_with_next = True, place < len(lines) - 1
