"""A bank that changes under people who are practising: the round goes on where they are, and they are told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.conftest import PHONE
from tests.browser.quiz_steps import Bank
from tests.browser.test_quiz_mine import PRACTISE

pytestmark = pytest.mark.browser
AT = ".p-player__at"
STEM = ".p-player .p-trial legend"
SAID = ".p-bar [role=status]"
NEW = "quiz/bank/eeeeeeeeee/"
LEAVE = """([name, place]) => localStorage.setItem(`portal.quiz.v1.choice.${name}`, JSON.stringify(place))"""
LAST = "JSON.parse(localStorage.getItem('portal.quiz.v1.choice.last-practice'))"


@pytest.fixture(scope="module")
def bank(whole_site: Path) -> Bank:
    return Bank.read(whole_site)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A phone whose requests all reach the network that these tests play."""
    context = browser.new_context(viewport=PHONE, service_workers="block")  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


class Published:
    """The site with another bank, in which some questions have another id: as if they had gone and others come."""

    def __init__(self, site: Path, gone: set[str]) -> None:
        (self.old,) = (site / "quiz/bank").iterdir()
        self.gone = gone

    def replace(self, page: Page) -> None:
        """From now on the old bank is gone from the network."""
        page.route(f"**/quiz/bank/{self.old.name}/*", lambda route: route.fulfill(status=404))
        page.route("**/quiz/papers.json", lambda route: route.fulfill(json={"bank": "eeeeeeeeee"}))
        page.route(f"**/{NEW}*", self._answer)

    def _answer(self, route: Route) -> None:
        data = json.loads((self.old / route.request.url.rpartition("/")[2]).read_text("utf-8"))
        if "id" in data:
            data["id"] = [f"other-{one}" if one in self.gone else one for one in data["id"]]
        route.fulfill(json=data)


def row_of_another_file(index: dict[str, Any]) -> int:
    """The first question that is not in the file of the one before it."""
    file = index["file"]
    return next(row for row in range(1, len(file)) if file[row] not in file[:row])


def practise(page: Page, address: str, query: str = "mode=order") -> None:
    page.goto(f"{address}quiz/practice/?{query}")
    expect(page.locator(STEM)).to_be_visible()


def stems(site: Path, index: dict[str, Any]) -> list[str]:
    (folder,) = (site / "quiz/bank").iterdir()
    questions = [
        one
        for file in sorted(folder.glob("[0-9]*.json"), key=lambda one: int(one.stem))
        for one in json.loads(file.read_text("utf-8"))["questions"]
    ]
    by_id = {one["id"]: one["stem"] for one in questions}
    return [by_id[one] for one in index["id"]]


def test_a_publication_in_mid_practice_goes_on_and_is_told(
    tab: Page, whole_address: str, whole_site: Path, bank: Bank
) -> None:
    ids, row = bank.index["id"], row_of_another_file(bank.index)
    tab.goto(f"{whole_address}quiz/")
    tab.evaluate(LEAVE, ["place/order///", {"seed": "x", "id": ids[row - 1]}])
    tab.route(f"**/quiz/bank/*/{bank.index['file'][row]}.json", lambda route: route.fulfill(status=404))
    practise(tab, whole_address)
    expect(tab.locator(AT)).to_contain_text(f"第{row}题，共{len(ids)}题")
    tab.unroute_all()
    # What comes next has gone from the bank, so that the one after it comes.
    Published(whole_site, {ids[row]}).replace(tab)
    tab.locator(".p-trial label").first.click()
    tab.get_by_role("button", name="对答案").click()
    tab.get_by_role("button", name="下一题").click()
    expect(tab.locator(STEM)).to_contain_text(stems(whole_site, bank.index)[row + 1])
    expect(tab.locator(AT)).to_contain_text(f"第{row + 1}题，共{len(ids) - 1}题")
    expect(tab.locator(SAID)).to_have_text("题库更新了，接着做。")


def test_a_round_whose_question_has_gone_goes_on_with_the_next_one(
    tab: Page, whole_address: str, whole_site: Path, bank: Bank
) -> None:
    ids = bank.index["id"]
    practise(tab, whole_address, "mode=random&topic=cleaning")
    everything = tab.evaluate("Object.entries(localStorage)")
    (kept,) = [json.loads(one) for key, one in everything if key.endswith("place/random/cleaning//")]
    Published(whole_site, {kept["id"]}).replace(tab)
    practise(tab, whole_address, "mode=random&topic=cleaning")
    expect(tab.locator(STEM)).to_contain_text(stems(whole_site, bank.index)[ids.index(kept["then"][0])])
    expect(tab.locator(SAID)).to_contain_text("上次做到的题已经不用了")


def test_an_old_copy_of_the_exam_page_draws_from_the_bank_of_today(tab: Page, whole_address: str) -> None:
    def old(route: Route) -> None:
        text = route.fetch().text()
        assert "data-version=" in text
        route.fulfill(
            body=re.sub(r'data-version="?\w+"?', 'data-version="00000000"', text), content_type="text/html"
        )

    tab.route("**/quiz/exam/?*", old)
    tab.goto(f"{whole_address}quiz/exam/?blueprint=catering-workers&form=3&time=1")
    expect(tab.locator(STEM)).to_be_visible()


def test_where_practice_was_left_is_known_to_other_pages(tab: Page, whole_address: str, bank: Bank) -> None:
    practise(tab, whole_address, "mode=order&topic=cleaning")
    left = tab.evaluate(LAST)
    assert left["query"] == "mode=order&topic=cleaning"
    assert left["title"].startswith("顺序练习，")
    number = [name for name, _ in bank.index["topics"]].index("cleaning")
    assert (left["at"], left["of"]) == (0, bank.index["topic"].count(number))


def test_a_question_whose_key_has_changed_is_asked_again(tab: Page, address: str) -> None:
    """The record of the old one counts no more; nobody should wonder where it has gone."""

    def with_new_keys(route: Route) -> None:
        index = route.fetch().json()
        route.fulfill(json=index | {"v": [2 for _ in index["v"]]})

    tab.goto(f"{address}quiz/mine/")
    expect(tab.locator("#wrong [data-count]")).to_have_text("0")
    tab.evaluate(PRACTISE)
    tab.route("**/quiz/bank/*/index.json", with_new_keys)
    tab.reload()
    changed = tab.locator("[data-changed]")
    expect(changed).to_contain_text("有1道题改过，以前的记录不算了。")
    expect(tab.locator("#wrong [data-count]")).to_have_text("1")
    tab.get_by_role("button", name=re.compile("看题和解析.*错题本")).click()
    expect(tab.locator("#wrong .p-question")).to_contain_text("这题改过，再做一次。")
    changed.get_by_role("link", name="再做一次").click()
    expect(tab.locator(".p-player__at")).to_contain_text("改过的题，第1题，共1题")
    expect(tab.locator(".p-player .p-notice:visible")).to_have_text("这题改过，再做一次。")
