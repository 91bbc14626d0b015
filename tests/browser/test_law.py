"""A law's page leads to an article by its number, however it is written, and says why one is missing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
LAW = "laws/food-safety-law/"
READ = """async (examples) => {
  const script = document.querySelector("script[src*='law.js']").src;
  const { $article_number: { articleOf } } = await import(script);
  return examples.map((one) => { const found = articleOf(one); return found && [found.number, found.inserted]; });
}"""
EXAMPLES: list[tuple[str, list[int] | None]] = [
    ("45", [45, 0]),
    ("第４５条", [45, 0]),
    ("四十五", [45, 0]),
    ("一百二十四", [124, 0]),
    ("第一百零二条第二款", [102, 0]),
    ("一二四", [124, 0]),
    ("十条", [10, 0]),
    ("食品安全法 第45条之一", [45, 1]),
    ("健康证", None),
    ("零", None),
    ("", None),
]


def test_numbers_are_read_however_they_are_written(phone: Page, address: str) -> None:
    phone.goto(address + LAW)
    assert phone.evaluate(READ, [one for one, _ in EXAMPLES]) == [read for _, read in EXAMPLES]


def test_the_box_leads_to_an_article(phone: Page, address: str) -> None:
    phone.goto(address + LAW)
    phone.get_by_label("跳到第").fill("四十五")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(re.compile("#a45$"))
    expect(phone.get_by_role("link", name="第四十五条", exact=True).last).to_be_focused()
    expect(phone.locator("#a45")).to_be_in_viewport()


def test_the_box_says_why_an_article_is_missing(phone: Page, address: str) -> None:
    phone.goto(address + LAW)
    box, said = phone.get_by_label("跳到第"), phone.locator(".p-jump [role=status]")
    for wanted, answer in (
        ("46", "第四十六条没有写在本页"),
        ("二百", "一共154条，没有第二百条"),
        ("健康证", "不像条号"),
    ):
        box.fill(wanted)
        phone.get_by_role("button", name="跳转").click()
        expect(said).to_contain_text(answer)
        expect(box).to_be_focused()
        assert box.get_attribute("aria-describedby") == "jump-help jump-said"
    phone.goto(address)
    phone.goto(address + LAW + "#a46")
    expect(said).to_contain_text("第四十六条没有写在本页")
    expect(said.get_by_role("link")).to_have_attribute("href", "https://flk.npc.gov.cn/")
    expect(box).to_be_in_viewport()


def test_a_tap_on_an_article_copies_its_address(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(address + LAW + "?from=chat")
    phone.locator("#a124 dt a").click()
    phone.get_by_text("第一百二十四条的网址已复制").wait_for()
    assert phone.evaluate("navigator.clipboard.readText()") == address + LAW + "#a124"
