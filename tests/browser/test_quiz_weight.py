"""What a phone fetches for the first question, seen in a browser: few files, all at once; and that the bench sees it too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from portal.bench.quiz import Opened, QuizCost, cost_on
from portal.cli.bench_tables import table

pytestmark = pytest.mark.browser
PRACTICE = "quiz/practice/?mode=order"
FETCHED = """performance.getEntriesByType("resource").map(({ name, initiatorType }) =>
  [name.replace(/.*[/](assets|bank)[/][^/]+[/]/, ""), initiatorType])"""


def test_nothing_is_waited_for_that_the_page_does_not_name(phone: Page, address: str) -> None:
    """A file that only a script names is asked for one round trip later."""
    phone.goto(address + PRACTICE)
    expect(phone.locator(".p-trial legend")).to_be_visible()
    fetched: list[list[str]] = phone.evaluate(FETCHED)
    scripts = {name for name, _ in fetched if name.endswith(".js")}
    named: list[str] = phone.evaluate("[...document.scripts].map(({ src }) => src.replace(/.*[/]/, ''))")
    assert scripts == {name for name in named if name}
    assert len(scripts) <= 7
    first = [by for name, by in fetched if name in {"index.json", "0.json"}]
    assert first == ["link", "link"]


def test_the_page_is_read_on_while_the_style_sheet_comes(small: Path) -> None:
    """A script inside a page waits for the style sheets before it, and the rest of the page with it."""
    for page in ("index.html", "quiz/practice/index.html", "404.html"):
        html = (small / "site" / page).read_text("utf-8")
        places = [html.index(mark) for mark in ("<script>", 'rel="stylesheet"', '<script type="module"')]
        assert places == sorted(places), page


def test_the_bench_tells_bytes_and_time(browser: Browser, site: Path) -> None:
    found = cost_on(browser, site, 1, lambda *_: None, ["practice"]).as_json()
    page = found["pages"][0]
    copies = [*site.glob("assets/*/quiz-*.js.br")]
    small = [file for file in site.glob("assets/*/quiz-*.js") if not Path(f"{file}.br").exists()]
    assert found["player_bytes"] == sum(file.stat().st_size for file in (*copies, *small))
    html = (site / "quiz/practice/index.html").read_text("utf-8")
    names = set(re.findall(r'src="[./]+assets/\w+/([\w-]+)\.js"', html))
    named = [next(site.glob(f"assets/*/{name}.js")) for name in names]
    copies = [file.with_name(f"{file.name}.br") for file in named]
    assert page["script_bytes"] >= sum(file.stat().st_size for file in copies if file.is_file())
    assert page["script_bytes"] < sum(file.stat().st_size for file in named) / 2
    assert page["bytes"] > page["script_bytes"]
    assert min(page["shown_ms"], page["shown_connecting_ms"]) > 0


def test_its_table_is_read_by_people() -> None:
    opened = Opened("practice", PRACTICE, 11_751, 49_195, 11, 765, 1268)
    told = table(QuizCost(3, 20_430, 7, (opened,)))
    assert "全部脚本 20.4 KB（7 个文件）" in told
    assert re.search(r"练习 +11\.8 +49\.2 +11 +765 +1268", told)
