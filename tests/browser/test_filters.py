"""Instant filters of the case index, explained terms and the short test: with scripts, by keyboard, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.projects import TODAY

pytestmark = pytest.mark.browser
CARDS = ".p-found .p-card"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone whose browser runs no scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def state(page: Page) -> str:
    return page.locator(".p-filter [role=status]").inner_text()


def test_a_choice_filters_at_once_and_stands_in_the_address(phone: Page, address: str) -> None:
    phone.goto(f"{address}cases/")
    whole = state(phone)
    phone.get_by_label("业态").select_option("retail")
    expect(phone.locator(CARDS).first).to_be_visible()
    assert phone.url.endswith("cases/?business=retail")
    assert state(phone) == f"找到{phone.locator(CARDS).count()}件"
    assert all("食品销售" in text for text in phone.locator(CARDS).all_inner_texts())
    phone.get_by_role("button", name="清除条件").click()
    expect(phone.locator(".p-listed")).to_be_visible()
    assert phone.url.endswith("cases/")
    assert state(phone) == whole


def test_words_are_found_as_they_are_typed(phone: Page, address: str) -> None:
    phone.goto(f"{address}cases/")
    words = phone.get_by_label("标题和说明里的字")
    words.press_sequentially("过期")
    expect(phone.locator(CARDS).first).to_be_visible()
    assert all("过期" in text for text in phone.locator(CARDS).all_inner_texts())
    # An input method may write digits and letters twice as wide.
    words.fill("２０２４-")
    expect(phone.locator(".p-filter [role=status]")).to_contain_text("找到")
    words.fill("没有这样的案例")
    expect(phone.locator(".p-filter [role=status]")).to_contain_text("没有符合条件的案例")
    assert phone.locator(CARDS).count() == 0


def test_cards_are_the_same_as_those_of_the_server(phone: Page, address: str) -> None:
    phone.clock.set_fixed_time(TODAY)  # the named case is still public
    phone.goto(f"{address}cases/?year=2024")
    expect(phone.locator(CARDS).first).to_be_attached()
    # What is seen and where it leads, whatever the spaces between the elements.
    looks = """cards => cards.map(card => {
      const copy = card.cloneNode(true);
      copy.querySelector("a").setAttribute("href", card.querySelector("a").href);
      return copy.outerHTML.replace(/>\\s+/g, ">").replace(/\\s+</g, "<");
    })"""
    made = phone.locator(CARDS).evaluate_all(looks)
    sent = phone.locator(".p-listed .p-card").evaluate_all(looks)
    assert made[: len(sent)] == sent


def test_the_address_is_honoured_and_back_returns_to_it(phone: Page, address: str) -> None:
    phone.goto(f"{address}cases/?business=retail&mode=standard&product=nonsense")
    expect(phone.locator(CARDS).first).to_be_visible()
    assert phone.get_by_label("业态").input_value() == "retail"
    phone.get_by_label("年份").select_option("2024")
    phone.locator(CARDS).first.get_by_role("link").click()
    expect(phone.locator("h2#facts")).to_be_visible()
    phone.go_back()
    expect(phone.locator(CARDS).first).to_be_visible()
    assert re.search(r"\?business=retail&mode=standard&year=2024$", phone.url)
    assert phone.get_by_label("年份").input_value() == "2024"


def test_filters_work_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}cases/")
    phone.get_by_label("年份").focus()
    phone.keyboard.press("ArrowDown")
    expect(phone.locator(CARDS).first).to_be_visible()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "清除条件"
    phone.keyboard.press("Enter")
    expect(phone.locator(".p-listed")).to_be_visible()


def test_without_the_data_the_facet_pages_come_back(phone: Page, address: str) -> None:
    phone.route("**/cases/index.json", lambda route: route.abort())
    phone.goto(f"{address}cases/?business=retail")
    facets = phone.get_by_role("navigation", name="按条件看案例")
    expect(facets).to_be_visible()
    expect(phone.locator(".p-filter")).to_have_count(0)
    facets.get_by_role("link", name="食品销售").click()
    assert phone.url.endswith("cases/business/retail/")


def test_without_scripts_there_are_facet_pages(plain: Page, address: str) -> None:
    plain.goto(f"{address}cases/")
    assert not plain.locator(".p-filter").is_visible()
    plain.get_by_role("navigation", name="按条件看案例").get_by_role("link", name="乳制品").click()
    assert plain.url.endswith("cases/product/dairy/")
    expect(plain.locator(".p-card").first).to_be_visible()


def test_a_term_is_explained_on_tap_and_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}cases/2024-001/")
    term = phone.locator("a.p-term").first
    note = phone.get_by_role("note")
    term.click()
    expect(note).to_contain_text("马上不再卖")
    box = note.bounding_box()
    assert box
    assert 0 <= box["x"] <= 360 - box["width"]
    phone.locator("h1").click()
    expect(note).to_have_count(0)
    term.focus()
    phone.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert term.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "名词解释"
    phone.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert phone.evaluate("document.activeElement.className") == "p-term"


def test_without_scripts_a_term_leads_to_the_glossary(plain: Page, address: str) -> None:
    plain.goto(f"{address}cases/2024-001/")
    plain.locator("a.p-term").first.click()
    assert plain.url.endswith("glossary/#stop-selling")


def test_the_short_test_says_what_is_right(phone: Page, address: str) -> None:
    phone.goto(f"{address}quiz/#try")
    trials = phone.locator(".p-trial")
    for number in range(trials.count()):
        trial = trials.nth(number)
        result = trial.get_by_role("status")
        trial.get_by_role("button", name="对答案").click()
        expect(result).to_have_text("先选一个答案。")
        right = (trial.locator(".p-answer").get_attribute("data-key") or "").split(",")
        # The first one wrong, the others right.
        wrong = trial.locator("input:not([value='" + "']):not([value='".join(right) + "'])").first
        for choice in [wrong] if number == 0 else [trial.locator(f"input[value={one}]") for one in right]:
            choice.check()
        trial.get_by_role("button", name="对答案").click()
        expect(result).to_contain_text("✗ 答错了。答案：" if number == 0 else "✓ 答对了。")
        expect(trial.get_by_text("《食品安全法》").first).to_be_visible()
    count = trials.count()
    expect(phone.locator(".p-try__score")).to_contain_text(f"{count}道题答对{count - 1}道")


def test_without_scripts_the_answers_can_be_unfolded(plain: Page, address: str) -> None:
    plain.goto(f"{address}quiz/")
    trial = plain.locator(".p-trial").first
    assert trial.get_by_role("button").count() == 0
    trial.locator("summary").click()
    assert trial.get_by_text("答案：").is_visible()


def test_a_row_of_choices_shows_the_chosen_one(phone: Page, address: str) -> None:
    phone.set_viewport_size({"width": 200, "height": 600})
    phone.goto(address + "cases/focus/links/")
    chosen = phone.locator(".p-facets [aria-current]")
    row = chosen.locator("..").bounding_box()
    chip = chosen.bounding_box()
    assert row
    assert chip
    assert row["x"] <= chip["x"]
    assert chip["x"] + min(chip["width"], row["width"]) <= row["x"] + row["width"] + 1
