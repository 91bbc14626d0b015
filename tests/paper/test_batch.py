"""Many papers for one room: a file to print, one sheet of keys, strips to lay beside the grid, slips for afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from tests.paper.made import TEMPLATES, made

from portal.paper.batch import keys_html, papers_html, slips_html, strips_html
from portal.paper.html import paper_html
from portal.paper.length import even_pages
from portal.paper.paper import Paper
from portal.records import Site


@pytest.fixture(scope="module")
def papers(site: Site) -> list[Paper]:
    return [made(site, form) for form in range(8, 14)]


def page(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode(), "html.parser")


def test_all_papers_stand_in_one_file_in_order_each_with_its_own_foot(papers: list[Paper]) -> None:
    html = papers_html(papers, TEMPLATES, "slip", duplex=False)
    soup = page(html)
    shown = soup.select(".paper")
    assert [one.select_one(".code").get_text() for one in shown] == [one.code for one in papers]  # type: ignore[union-attr]
    alone = page(paper_html(papers[2], TEMPLATES)).select_one("main")
    assert alone
    assert shown[2].get_text().split() == alone.get_text().split()
    for one in papers:
        assert f'content: "{one.code} 试卷"' in html.decode()
    assert not soup.select("svg, [class*=pages-]")
    assert len(page(papers_html(papers, TEMPLATES, "page", duplex=False)).select("svg")) == len(papers)


def test_printed_on_both_sides_each_paper_takes_whole_sheets(papers: list[Paper]) -> None:
    soup = page(papers_html(papers, TEMPLATES, "slip", duplex=True))
    assert [one["class"][1] for one in soup.select(".paper")] == ["pages-2"] * len(papers)
    long = replace(papers[0], sections=papers[0].sections * 8)
    assert even_pages(long, with_qr=False) > even_pages(papers[0], with_qr=False)


def test_the_sheet_of_keys_has_a_row_for_each_paper_and_a_column_for_each_question(
    papers: list[Paper],
) -> None:
    soup = page(keys_html(papers, TEMPLATES))
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in soup.select(".keys tbody tr")]
    assert rows == [[str(one.form), one.code, *(q.answer for q in one.questions)] for one in papers]
    head = [cell.get_text() for cell in soup.select(".keys thead tr:last-child th")]
    assert head == ["1", "2", "3", "4", "5"]
    assert "考试结束以前不给应考人员看" in soup.get_text()
    assert soup.select(".conversion .least")


def test_an_answer_that_may_no_longer_hold_is_marked_there_too(papers: list[Paper]) -> None:
    first = papers[0].sections[0].questions[0]
    doubtful = replace(first, caution="这道题已经停用：条文变了")
    section = replace(papers[0].sections[0], questions=(doubtful, *papers[0].sections[0].questions[1:]))
    batch = [replace(papers[0], sections=(section, *papers[0].sections[1:])), *papers[1:]]
    soup = page(keys_html(batch, TEMPLATES))
    assert [cell.get_text() for cell in soup.select(".keys td") if "※" in cell.get_text()] == [
        f"{first.answer}※"
    ]
    assert f"第8份第1题（{first.question.id}）：这道题已经停用" in soup.get_text()


def test_the_strips_have_the_cells_of_the_answer_grid(papers: list[Paper]) -> None:
    for paper, strips in zip(papers, page(strips_html(papers, TEMPLATES)).select(".strips"), strict=True):
        grid = page(paper_html(paper, TEMPLATES)).select(".grid tr:nth-child(2)")
        for row, strip in zip(grid, strips.select(".grid"), strict=True):
            spans = [cell.get("colspan", "1") for cell in row.select("td")]
            assert [cell.get("colspan", "1") for cell in strip.select("td")] == spans
            named = "-".join(one.get_text() for one in strip.select("small, b"))
            assert named == paper.code
        assert [cell.get_text() for cell in strips.select("td")] == [one.answer for one in paper.questions]


def test_a_slip_says_which_paper_it_belongs_to_and_gives_no_answer(papers: list[Paper]) -> None:
    slips = page(slips_html(papers, TEMPLATES)).select(".slips li")
    for paper, slip in zip(papers, slips, strict=True):
        assert paper.code in slip.get_text()
        assert f"第{paper.form}份" in slip.get_text()
        assert len(slip.select("svg")) == 1
        assert not any(one.question.stem in slip.get_text() for one in paper.questions)


def test_nothing_is_fetched_and_all_is_a4(papers: list[Paper]) -> None:
    for made_file in (keys_html, strips_html, slips_html):
        html = made_file(papers, TEMPLATES).decode()
        assert "size: A4" in html
        assert "<script" not in html
        assert " style=" not in html
        assert "url(" not in html
