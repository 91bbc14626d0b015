"""The Word files: they open, hold everything in real lists and tables, on A4, in Chinese fonts, the same each time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.paper.made import made

from portal.paper.paper import Paper
from portal.paper.word_paper import key_docx, paper_docx
from portal.records import Site


@pytest.fixture(scope="module")
def written(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(paper_docx(paper)))


@pytest.fixture(scope="module")
def key(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(key_docx(paper)))


def paragraphs(document: Document) -> list[Any]:
    """All of them in order, those in tables where the table stands."""
    return list(document.element.body.iter(qn("w:p")))


def text_of(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def listed(document: Document) -> list[tuple[int, str]]:
    """(level, text) of the items of the list of questions, the last list of the document."""
    items = [
        (int(p.pPr.numPr.numId.val), int(p.pPr.numPr.ilvl.val), text_of(p))
        for p in paragraphs(document)
        if p.pPr is not None and p.pPr.numPr is not None
    ]
    last = max(number for number, _, _ in items)
    return [(level, text) for number, level, text in items if number == last]


def test_the_paper_numbers_all_questions_and_their_options_in_printed_order(
    paper: Paper, written: Document
) -> None:
    expected = [
        item
        for one in paper.questions
        for item in [(0, one.question.stem), *((1, o.text) for o in one.options)]
    ]
    assert listed(written) == expected


def test_long_options_stand_below_each_other_in_the_same_list(paper: Paper) -> None:
    one = next(paper.questions)
    options = tuple(replace(option, text=option.text * 5) for option in one.options)
    section = replace(paper.sections[0], questions=(replace(one, choices=options),))
    long = docx.Document(io.BytesIO(paper_docx(replace(paper, sections=(section,)))))
    assert listed(long) == [(0, one.question.stem), *((1, option.text) for option in options)]


def test_the_list_counts_questions_in_digits_and_options_in_letters(written: Document) -> None:
    numbering: Any = written.part.numbering_part.element
    found = numbering.xpath("w:abstractNum[1]/w:lvl/w:numFmt/@w:val")
    assert found == ["decimal", "upperLetter"]


def test_the_head_is_that_of_the_paper(paper: Paper, written: Document) -> None:
    texts = [text_of(p) for p in paragraphs(written)]
    assert "食品安全知识抽查考核试卷" in texts
    assert all(rule in texts for rule in paper.rules)
    assert any(paper.code in text for text in texts)
    assert len(written.inline_shapes) == 0
    footer: Any = written.sections[0].footer
    assert [one.get(qn("w:instr")) for one in footer._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert paper.code in footer.paragraphs[0].text


def test_the_qr_code_is_on_the_paper_where_somebody_wants_it(paper: Paper) -> None:
    with_code = docx.Document(io.BytesIO(paper_docx(paper, "page")))
    assert len(with_code.inline_shapes) == 1
    assert any(text_of(p).startswith("考完再扫码") for p in paragraphs(with_code))


def test_the_last_line_is_never_alone_on_a_sheet(site: Site) -> None:
    """All of the last question keeps to what comes next, in columns or not, a judgement or not."""
    for form in range(1, 6):
        every = paragraphs(docx.Document(io.BytesIO(paper_docx(made(site, form)))))
        texts = [text_of(p) for p in every]
        assert texts[-1] == "（试卷到此结束）"
        *_, last = made(site, form).questions
        of_last = every[texts.index(last.question.stem) : -1]
        assert len(of_last) == 1 + len(last.options)
        assert all(p.pPr.keepNext is not None and p.pPr.keepNext.val for p in of_last)


def test_the_key_has_the_table_that_converts_to_a_hundred(key: Document) -> None:
    table = next(one for one in key.tables if one.cell(1, 1).text == "0.0")
    assert [cell.text for cell in table.rows[1].cells][:3] == ["0", "0.0", "9.1"]
    passed = {cell.text: cell.paragraphs[0].runs[0].font.bold for cell in table.rows[1].cells[7:9]}
    assert passed == {"54.5": False, "63.6": True}


def test_it_is_a4(written: Document, key: Document) -> None:
    for document in (written, key):
        section = document.sections[0]
        assert section.page_width
        assert section.page_height
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_chinese_has_chinese_fonts(written: Document) -> None:
    for name, font in (("Normal", "宋体"), ("Title", "黑体"), ("Heading 1", "黑体"), ("List Number", "宋体")):
        style: Any = written.styles[name]
        assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font


def grid_cells(document: Document) -> list[str]:
    """What is written into the cells below the numbers."""
    table = next(one for one in document.tables if one.cell(0, 0).text == "单项选择题")
    rows = list(table.rows)[1::2]
    return [cell.text for row in rows for cell in dict.fromkeys(row.cells[1:]) if cell.text]


def test_answers_stand_in_the_key_only(paper: Paper, written: Document, key: Document) -> None:
    assert grid_cells(written) == []
    assert grid_cells(key) == [one.answer for one in paper.questions]
    stems = [text for level, text in listed(key) if level == 0]
    assert stems == [f"{one.question.stem}　【{one.answer}】" for one in paper.questions]
    texts = "\n".join(text_of(p) for p in paragraphs(key))
    assert all(one.question.explanation in texts and one.question.id in texts for one in paper.questions)
    assert "《食品安全法》第四十五条第二款：" in texts
    plain = "\n".join(text_of(p) for p in paragraphs(written))
    assert not any(one.question.explanation in plain for one in paper.questions)


def test_the_right_options_are_bold_in_the_key(paper: Paper, key: Document) -> None:
    bold = {
        text_of(p)
        for p in paragraphs(key)
        if p.pPr is not None
        and p.pPr.numPr is not None
        and int(p.pPr.numPr.ilvl.val) == 1
        and all(run.rPr.b is not None and run.rPr.b.val for run in p.iter(qn("w:r")))
    }
    assert bold == {
        option.text for one in paper.questions for option in one.options if option.mark in one.answer
    }


def test_a_question_stays_on_one_page(paper: Paper, written: Document) -> None:
    texts = {one.question.stem for one in paper.questions} | {
        o.text for one in paper.questions for o in one.options
    }
    found = [p for p in paragraphs(written) if text_of(p) in texts]
    assert all(p.pPr.keepLines is not None for p in found)
    with_next = {text_of(p) for p in found if p.pPr.keepNext is not None and p.pPr.keepNext.val}
    assert {one.question.stem for one in paper.questions if one.options} <= with_next


def test_the_same_paper_is_the_same_bytes_and_says_no_day(site: Site, paper: Paper) -> None:
    assert paper_docx(made(site)) == paper_docx(paper)
    assert key_docx(made(site)) == key_docx(paper)
    with zipfile.ZipFile(io.BytesIO(paper_docx(paper))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "dcterms" not in core.replace("xmlns:dcterms", "")
    assert paper.code in core
