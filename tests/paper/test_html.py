"""The printed files: complete, A4, nothing fetched, what has to be on a paper, answers only in the key."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from tests.paper.made import TEMPLATES, made

from portal.media.qr import qr_inline
from portal.paper.batch import slips_html
from portal.paper.html import QrPlace, key_html, paper_html
from portal.paper.paper import Paper
from portal.records import Site


def page(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode(), "html.parser")


def words(soup: Tag) -> str:
    return re.sub(r"\s+", "", soup.get_text())


def test_the_paper_has_every_question_with_its_options_as_lettered(paper: Paper) -> None:
    articles = page(paper_html(paper, TEMPLATES)).select("article")
    assert len(articles) == 5
    for article, one in zip(articles, paper.questions, strict=True):
        assert words(article).replace(
            "（试卷到此结束）", ""
        ) == f"{one.number}．{one.question.stem}" + "".join(
            f"{option.mark}．{option.text}" for option in one.options
        )


def test_the_head_says_what_has_to_be_said(paper: Paper) -> None:
    soup = page(paper_html(paper, TEMPLATES))
    text = words(soup)
    assert paper.code in text
    assert "时间20分钟" in text
    assert "卷面满分11分" in text
    assert "60分及以上合格（卷面7分及以上）" in text
    assert "多选题全对得分，多选、少选、错选不得分" in text
    assert "考核不收取任何费用" in text
    assert "第四十四条" in text
    assert paper.blueprint.note in text
    assert "卷面不写姓名、身份证号和电话" in text
    fields = [cell.get_text() for cell in soup.select(".fields th")]
    assert fields == ["编号", "岗位", "日期", "单位"]


def test_the_qr_code_is_on_the_paper_only_where_somebody_wants_it(paper: Paper) -> None:
    """It opens the paper with its answers: on the paper it is a key in three taps."""
    places: tuple[QrPlace, ...] = ("none", "slip")
    for place in places:
        soup = page(paper_html(paper, TEMPLATES, place))
        assert not soup.select("svg, figure")
        assert "扫码" not in words(soup)
    assert paper_html(paper, TEMPLATES) == paper_html(paper, TEMPLATES, "slip")
    assert str(qr_inline(paper.address)) in paper_html(paper, TEMPLATES, "page").decode()


def test_the_last_line_is_never_alone_on_a_sheet(paper: Paper) -> None:
    """It is a part of the last question, which no page cuts."""
    soup = page(paper_html(paper, TEMPLATES))
    (end,) = [one for one in soup.select("p") if one.get_text() == "（试卷到此结束）"]
    *_, last = soup.select("article")
    assert end.parent is last


def test_the_key_has_the_table_that_converts_to_a_hundred(paper: Paper) -> None:
    """Eleven marks, and seven of them pass."""
    table = page(key_html(paper, TEMPLATES)).select_one(".conversion")
    assert table
    assert [cell.get_text() for cell in table.select("td")][:3] == ["0.0", "9.1", "18.2"]
    assert [cell.get_text() for cell in table.select(".least")] == ["63.6"]
    assert [cell.get_text() for cell in table.select(".pass")] == ["63.6", "72.7", "81.8", "90.9", "100"]
    assert "卷面7分起" in words(table)


def test_the_grid_is_empty_on_the_paper_and_filled_in_on_the_key(paper: Paper) -> None:
    empty = [cell.get_text() for cell in page(paper_html(paper, TEMPLATES)).select(".grid td")]
    assert empty == [""] * 5
    filled = [cell.get_text() for cell in page(key_html(paper, TEMPLATES)).select(".grid td")]
    assert filled == [one.answer for one in paper.questions]


def test_the_paper_gives_nothing_away(paper: Paper) -> None:
    html = paper_html(paper, TEMPLATES).decode()
    assert 'class="right"' not in html
    assert not any(one.question.explanation in html or one.question.id in html for one in paper.questions)


def test_the_key_gives_answer_reason_and_article(paper: Paper) -> None:
    for article, one in zip(page(key_html(paper, TEMPLATES)).select("article"), paper.questions, strict=True):
        assert article.select_one(".answer").get_text() == one.answer  # type: ignore[union-attr]
        assert one.question.explanation in article.get_text()
        assert "《食品安全法》第四十五条第二款：" in article.get_text()
        bold = [item.get_text(strip=True)[0] for item in article.select("li.right")]
        assert "".join(bold) == ("" if one.question.type == "judge" else one.answer)


def test_a_reserved_question_is_named_in_the_key_only(site: Site) -> None:
    paper = next(one for one in (made(site, form) for form in range(1, 21)) if one.reserved)
    assert "保留题" not in words(page(paper_html(paper, TEMPLATES)))
    assert words(page(key_html(paper, TEMPLATES))).count("保留题，只用于纸质卷") == 1
    assert "有1题只在纸质卷上" in words(page(paper_html(paper, TEMPLATES, "page")))
    assert "有1题只在纸质卷上" in words(page(slips_html([paper], TEMPLATES)))


def test_it_is_a4_a_question_stays_whole_and_nothing_is_fetched(paper: Paper) -> None:
    for html in (paper_html(paper, TEMPLATES).decode(), key_html(paper, TEMPLATES).decode()):
        assert "size: A4" in html
        assert re.search(r"article \{[^}]*break-inside: avoid", html)
        assert "counter(page)" in html
        assert "<script" not in html
        assert " style=" not in html
        assert not re.search(r"(?:src|href)=|url\(|@import", html)


def test_the_same_paper_is_the_same_bytes(site: Site, paper: Paper) -> None:
    assert paper_html(made(site), TEMPLATES) == paper_html(paper, TEMPLATES)
    assert paper_html(made(site, 2), TEMPLATES) != paper_html(paper, TEMPLATES)
