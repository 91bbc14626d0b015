"""The key as a Word file: answers in printed letters, why, and what the cited articles say."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from portal.paper.paper import Paper
from portal.paper.question import PrintedQuestion
from portal.paper.word_page import QUESTIONS, RULES, add_list, blank, saved
from portal.paper.word_parts import INDENT, grid, head, heading, notes, question
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes


def key_docx(paper: Paper) -> bytes:
    document = blank(f"{paper.title} 答案 {paper.code}", paper.bureau, f"{paper.code} 答案")
    facts = [f"卷号：{paper.code}", f"第几份：{paper.form}", f"题库版本：{paper.version}"]
    head(document, paper, f"{EXAM}答案和解析", facts)
    document.add_paragraph(FOR_MARKERS, "Body Text").runs[0].font.bold = True
    grid(document, paper, with_answers=True)
    notes(
        document, document, "怎样计分", marking_notes(paper.blueprint, paper.total), add_list(document, RULES)
    )
    number = add_list(document, QUESTIONS)
    for section in paper.sections:
        heading(document, section, section.worth)
        for one in section.questions:
            question(document, one, number, with_answer=True)
            _reasons(document, one)
    return saved(document)


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
