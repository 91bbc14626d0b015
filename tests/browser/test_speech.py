"""Reading aloud says what is there: in sentences, tables by row, no signs and charts, with a way on, back and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.kinds import fullest_pages
from tests.browser.voice import VOICE, listen

pytestmark = pytest.mark.browser
MOST = 60
SIGNS = re.compile(r"[★☆✓✗▸▾›＋※／—]")
BUTTON = "[data-speak]:visible"


@pytest.fixture
def listener(browser: Browser) -> Iterator[Page]:
    """A phone with a voice that speaks as fast as a test can read."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(VOICE)
    yield page
    context.close()


KINDS = ("month", "unit", "case", "article", "seasons", "quiz")


def test_every_kind_of_page_is_heard_in_short_sentences(
    listener: Page, whole_site: Path, whole_address: str
) -> None:
    pages = fullest_pages(whole_site)
    for kind in KINDS:
        heard = listen(listener, whole_address + pages[kind])
        assert len(heard) > 10, kind
        assert [one for one in heard if len(one) > MOST or SIGNS.search(one)] == [], kind
        # No digits of charts and calendars; the hotline is no number of twelve thousand.
        assert not re.search(r"\d{6}月|日一二三四五六|12315", "".join(heard)), kind


def test_a_table_is_heard_row_by_row_with_its_headers(listener: Page, address: str) -> None:
    heard = "\n".join(listen(listener, address + "outcomes/2024-05/"))
    assert re.search(r"^.+：报送：按时，", heard, re.MULTILINE)
    # The unit follows its number, and a change is said in words.
    assert re.search(r"\d+户次", heard)
    assert "（户次）" not in heard


def test_what_is_hidden_folded_or_a_second_line_is_not_heard(listener: Page, address: str) -> None:
    heard = "\n".join(listen(listener, address + "cases/2024-001/"))
    assert "发布时间" not in heard
    assert "相关知识" not in heard
    cited = listener.locator(".p-source").first.inner_text()
    assert cited not in heard
    assert listener.locator(".p-citations p").first.inner_text()[:12] in heard


def test_the_form_of_a_question_is_heard(listener: Page, address: str) -> None:
    heard = listen(listener, address + "quiz/")
    legend = listener.locator("legend").first.inner_text().split(". ", 1)[1]
    assert any(legend[:15] in one for one in heard)
    assert any(one.startswith("A. ") for one in heard)


def test_it_pauses_and_goes_back_and_forth_by_blocks(listener: Page, address: str) -> None:
    listener.goto(address + "about/")
    listener.evaluate("voice.ends = false")
    listener.locator(BUTTON).click()
    for name in ("下一段", "下一段", "上一段", "暂停"):
        listener.get_by_role("button", name=name, exact=True).click()
    listener.get_by_role("button", name="继续", exact=True).click()
    blocks = listener.locator("h1, .p-lead, main h2").all_inner_texts()
    listener.locator(".is-spoken", has_text=blocks[1]).wait_for()
    expect(listener.locator(BUTTON)).to_have_text("停止朗读")
    listener.get_by_role("button", name="停止", exact=True).click()
    expect(listener.locator(BUTTON)).to_be_focused()
    expect(listener.locator(BUTTON)).to_have_text("朗读")
    assert listener.locator(".is-spoken").count() == 0


@pytest.mark.parametrize(
    ("trouble", "told"),
    [("voice.langs = ['en-US']", "没有中文语音"), ("voice.begins = false", "没有读出声音")],
)
def test_without_a_voice_it_says_so_and_the_button_comes_back(
    listener: Page, address: str, trouble: str, told: str
) -> None:
    listener.clock.install()
    listener.goto(address + "about/")
    listener.evaluate(trouble)
    listener.locator(BUTTON).click()
    if "begins" in trouble:
        expect(listener.locator(BUTTON)).to_have_text("停止朗读")
        listener.clock.run_for(6000)
    expect(listener.locator(".p-listen .p-said")).to_contain_text(told)
    expect(listener.locator(BUTTON)).to_have_text("朗读")
    listener.clock.run_for(9000)
    expect(listener.locator(".p-listen .p-said")).to_be_empty()


def test_the_button_stands_under_the_title_of_every_kind_of_page(whole_site: Path) -> None:
    for kind, place in fullest_pages(whole_site).items():
        file = whole_site / place
        html = (file / "index.html" if file.is_dir() else file).read_text("utf-8")
        if kind in ("wechat", "home"):
            continue
        # Where questions are answered they come first, and each has a button of its own.
        before = "</quiz-.*?>" if kind in ("quiz-practice", "quiz-exam", "quiz-paper") else "</h1>"
        gap = r".*?" if before != "</h1>" else r"\s*"
        assert re.search(rf'{before}{gap}<div class="p-listen', html, re.DOTALL), kind


def test_it_is_large_in_the_elder_version(listener: Page, address: str) -> None:
    for path in ("", "about/", "elder/"):
        listener.goto(address + path + "?mode=elder")
        box = listener.locator(BUTTON).bounding_box()
        assert box is not None
        assert box["height"] >= 60
