"""Every state of the player keeps to WCAG 2.2 AA as far as axe sees it, light and dark, on a phone; fingers find every target."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.test_accessibility import AXE, broken_rules

pytestmark = pytest.mark.browser
SMALL = """[...document.querySelectorAll(".p-player button, .p-player .p-choice, .p-player summary, .p-player select")]
  .filter((one) => one.checkVisibility())
  .filter((one) => { const box = one.getBoundingClientRect(); return box.height < 44 || box.width < 44; })
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=request.param)
    yield context.new_page()
    context.close()


def wrong(page: Page) -> list[str]:
    page.evaluate(AXE)
    return [*broken_rules(page), *page.evaluate(SMALL)]


def test_practice(page: Page, whole_address: str) -> None:
    broken = {}
    page.goto(f"{whole_address}quiz/practice/")
    expect(page.locator(".p-choose")).to_be_visible()
    broken["choice"] = wrong(page)
    page.goto(f"{whole_address}quiz/practice/?mode=order")
    expect(page.locator(".p-player .p-trial")).to_be_visible()
    page.get_by_text("设置", exact=True).click()
    broken["question"] = wrong(page)
    # One right and one wrong answer, whichever comes first.
    for number in range(4):
        page.locator(".p-trial .p-choice").nth(number % 2).click()
        page.get_by_role("button", name="对答案").click()
        expect(page.locator(".p-verdict")).to_be_visible()
        broken[f"feedback {number}"] = wrong(page)
        page.get_by_role("button", name="下一题").click()
    page.goto(f"{whole_address}quiz/practice/?mode=starred")
    expect(page.locator(".p-verdict")).to_be_visible()
    broken["nothing"] = wrong(page)
    assert {state: rules for state, rules in broken.items() if rules} == {}


def test_exam(page: Page, whole_address: str) -> None:
    broken = {}
    page.goto(f"{whole_address}quiz/exam/?blueprint=catering-workers&form=3")
    expect(page.get_by_role("button", name="正式模拟")).to_be_visible()
    broken["before"] = wrong(page)
    page.get_by_role("button", name="正式模拟").click()
    page.locator(".p-trial .p-choice").first.click()
    page.get_by_role("button", name="标记").click()
    broken["question"] = wrong(page)
    page.get_by_role("button", name="答题卡").click()
    broken["sheet"] = wrong(page)
    page.get_by_role("button", name="交卷").click()
    broken["handing in"] = wrong(page)
    page.get_by_role("button", name="确定交卷").click()
    expect(page.locator(".p-score")).to_be_visible()
    broken["result"] = wrong(page)
    page.goto(f"{whole_address}quiz/paper/?code=CY")
    expect(page.locator("#quiz-trouble")).to_be_visible()
    broken["no code"] = wrong(page)
    assert {state: rules for state, rules in broken.items() if rules} == {}


@pytest.mark.parametrize("query", ["practice/", "practice/?mode=order", "exam/"])
def test_nothing_jumps(page: Page, whole_address: str, query: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {"
        "if (!one.hadRecentInput) window.shift += one.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{whole_address}quiz/{query}", wait_until="networkidle")
    assert page.evaluate("window.shift") < 0.02
