"""The search page as people use it: typing, pasting, walking by keyboard, filtering, and without scripts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE
from tests.projects import REPOSITORY
from tests.search.made import made_pages

from portal.bench.search_queries import QUERIES
from portal.bench.serving import served
from portal.records import addresses
from portal.search.indexing import index
from portal.search.lookup import Index

pytestmark = pytest.mark.browser
SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
EXAMPLES = json.loads((REPOSITORY / "tests/search/folding.json").read_text("utf-8"))
ASK = """async (queries) => {
  const { SearchIndex } = await import("/assets/0/search-index.js");
  const get = async (path) => (await fetch("/" + path)).arrayBuffer();
  const index = new SearchIndex(get);
  const answers = [];
  for (const query of queries) answers.push(await index.search(query));
  const filters = {};
  for (const [name, values] of Object.entries((await index.manifest()).filters)) {
    for (const [value] of values) filters[name + " " + value] = [...await index.filter(name, value)].length;
  }
  return { answers, filters };
}"""
FOLD = """async ({ folded, terms }) => {
  const text = await import("/assets/0/search-text.js");
  return { folded: folded.map(([one]) => text.folded(one)), terms: terms.map(([one]) => text.termsOf(one)) };
}"""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return index(made_pages(700))


@pytest.fixture(scope="module")
def bare(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An index and the scripts, without a page around them."""
    folder = tmp_path_factory.mktemp("index")
    for path, content in {**files, "index.html": b"<!doctype html><title>-</title>"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    shutil.copytree(SCRIPTS, folder / "assets/0")
    with served(folder) as place:
        yield place.url


def test_the_browser_finds_what_python_finds(phone: Page, bare: str, files: dict[str, bytes]) -> None:
    phone.goto(bare)
    asking = Index(files.__getitem__)
    found = phone.evaluate(ASK, list(QUERIES))
    expected = [asking.search(query) for query in QUERIES]
    assert found["answers"] == [{"pages": one.pages, "inTitle": one.in_title} for one in expected]
    assert found["filters"]["type 单位食堂"] == sum(
        "单位食堂" in one.business_types for one in made_pages(700)
    )


def test_the_browser_folds_as_python_does(phone: Page, bare: str) -> None:
    phone.goto(bare)
    found = phone.evaluate(FOLD, EXAMPLES)
    assert found["folded"] == [same for _, same in EXAMPLES["folded"]]
    assert found["terms"] == [terms for _, terms in EXAMPLES["terms"]]


def opened(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}search/{query}", wait_until="networkidle")


def titles(page: Page) -> list[str]:
    return page.locator(".p-result__title").all_inner_texts()


def test_results_come_while_writing_and_stay_in_the_address(phone: Page, address: str) -> None:
    opened(phone, address)
    phone.locator("#q").press_sequentially("过期")
    expect(phone.get_by_role("status")).to_contain_text("找到")
    assert phone.locator(".p-result mark").first.inner_text() == "过期"
    assert "q=" in phone.url
    phone.reload()
    expect(phone.get_by_role("status")).to_contain_text("找到")
    assert phone.locator("#q").input_value() == "过期"
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_text_without_keys_starts_a_search(phone: Page, address: str) -> None:
    """Paste, dictation and handwriting send no key, only what has changed."""
    opened(phone, address)
    phone.locator("#q").focus()
    phone.keyboard.insert_text("食品")
    expect(phone.locator(".p-result").first).to_be_visible()


def test_letters_of_an_input_method_are_no_query_yet(phone: Page, address: str) -> None:
    opened(phone, address)
    session = phone.context.new_cdp_session(phone)
    phone.locator("#q").focus()
    session.send("Input.imeSetComposition", {"text": "shi'pin", "selectionStart": 7, "selectionEnd": 7})
    phone.wait_for_function("document.querySelector('#q').value === \"shi'pin\"")
    assert "q=" not in phone.url
    session.send("Input.insertText", {"text": "食品"})
    expect(phone.locator(".p-result").first).to_be_visible()
    assert phone.locator("#q").input_value() == "食品"


def test_the_keyboard_alone_is_enough(phone: Page, address: str) -> None:
    opened(phone, address, "?q=食品")
    expect(phone.locator(".p-result").first).to_be_visible()
    phone.locator("#q").focus()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("ArrowDown")
    second = phone.locator(".p-result__title").nth(1)
    expect(second).to_be_focused()
    phone.keyboard.press("ArrowUp")
    phone.keyboard.press("ArrowUp")
    expect(phone.locator("#q")).to_be_focused()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Escape")
    expect(phone.locator("#q")).to_be_focused()
    phone.keyboard.press("ArrowDown")
    target = phone.locator(".p-result__title").first.inner_text()
    phone.keyboard.press("Enter")
    phone.wait_for_url(lambda url: "/search/" not in url)
    assert target.startswith(phone.locator("h1").inner_text()[:4]) or "#" in phone.url


def test_more_results_follow_on_demand(phone: Page, address: str) -> None:
    opened(phone, address, "?q=食品")
    expect(phone.locator(".p-result")).to_have_count(5)
    phone.locator("[data-more]").click()
    expect(phone.locator(".p-result__title").nth(5)).to_be_focused()


def test_filters_narrow_what_was_found(phone: Page, address: str) -> None:
    opened(phone, address, "?q=食品")
    expect(phone.get_by_role("status")).to_contain_text("找到")
    phone.get_by_role("combobox", name="栏目").select_option("典型案例")
    expect(phone.get_by_role("status")).to_contain_text("全部内容里有")
    sections = phone.locator(".p-result .p-about span:not(.p-mark):nth-of-type(2)")
    assert set(sections.all_inner_texts()) <= {"典型案例"}
    assert "section=" in phone.url
    phone.get_by_role("combobox", name="年份").select_option(index=1)
    expect(phone.get_by_role("status")).to_contain_text("找到")


def test_nothing_found_gives_advice_and_the_hotline(phone: Page, address: str) -> None:
    opened(phone, address, "?q=鲎白酒煲")
    expect(phone.get_by_role("status")).to_have_text("没有找到“鲎白酒煲”")
    assert phone.get_by_role("heading", name="换个说法试试").is_visible()
    assert phone.locator(".p-nothing a[href^='tel:']").is_visible()
    phone.locator("[data-words] a").first.click()
    expect(phone.locator(".p-result").first).to_be_visible()


def test_the_box_of_every_page_leads_here(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}about/")
    page.locator(".p-head__find input").focus()
    page.keyboard.insert_text("保质期")
    page.keyboard.press("Enter")
    expect(page.locator(".p-result").first).to_be_visible()
    assert titles(page)
    context.close()


def test_nothing_on_the_page_jumps(phone: Page, address: str) -> None:
    phone.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {"
        " window.shift += one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    opened(phone, address, "?q=食品")
    expect(phone.locator(".p-result").first).to_be_visible()
    assert phone.evaluate("window.shift") <= 0.02


def test_without_scripts_the_page_lists_what_there_is(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}search/?q=食品")
    assert page.locator("noscript .p-notice").is_visible()
    assert not page.locator("#q").is_visible()
    assert page.get_by_role("link", name="网站地图").first.is_visible()
    assert page.locator(".p-browse__links a").count() > 10
    context.close()


def test_a_preview_says_that_it_has_no_index(phone: Page, address: str) -> None:
    phone.route(f"**/{addresses.SEARCH_INDEX}", lambda route: route.fulfill(json={"folder": "", "pages": 0}))
    opened(phone, address, "?q=食品")
    expect(phone.get_by_role("status")).to_contain_text("正式生成的网站里才能用")
    assert phone.locator(".p-browse").is_visible()


def test_a_site_that_was_built_anew_is_asked_again(phone: Page, address: str, site: Path) -> None:
    """An old first file may still lie in the browser; what it leads to is gone."""
    old = {**json.loads((site / addresses.SEARCH_INDEX).read_bytes()), "folder": "search/gone/"}
    answers = [json.dumps(old)]
    phone.route(
        f"**/{addresses.SEARCH_INDEX}",
        lambda route: route.fulfill(body=answers.pop()) if answers else route.continue_(),
    )
    opened(phone, address, "?q=食品")
    expect(phone.locator(".p-result").first).to_be_visible()
