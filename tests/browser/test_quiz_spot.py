"""A spot check on a phone: number and slip before, the exam as ever, a receipt at the end that Python finds genuine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import PHONE

from portal.quiz.codes import PaperCode, write
from portal.spotcheck.receipt import is_genuine, verified
from portal.spotcheck.slips import slip

pytestmark = pytest.mark.browser
SECRET, DAY = bytes(range(32)), date(2026, 12, 1)
SLIP, OTHER = (slip(SECRET, DAY, number).code for number in (12, 13))
BEGUN = datetime.fromisoformat("2026-12-01T09:12:20")


@dataclass(frozen=True)
class Sat:
    """A spot check that was sat: the page with its result, what was chosen, what was asked of the server."""

    page: Page
    code: str
    chosen: list[tuple[str, ...]]
    asked: list[str]

    @property
    def receipt(self) -> str:
        return self.page.locator(".p-receipt__text").inner_text()


@pytest.fixture(scope="module")
def code(whole_site: Path) -> str:
    version = json.loads((whole_site / "quiz/papers.json").read_text("utf-8"))["version"]
    return write(PaperCode("CY", version, 3))


def fill_in(page: Page, number: str, code: str) -> None:
    page.get_by_label("编号").fill(number)
    page.get_by_label("凭条码").fill(code)
    page.get_by_role("button", name="打开卷子").click()


@pytest.fixture(scope="module")
def sat(browser: Browser, whole_address: str, code: str) -> Iterator[Sat]:
    """By the address of the paper, with a reload in mid exam; the second question is left out; 18 minutes."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.install(time=BEGUN)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{whole_address}quiz/paper/?code={code}")
    page.get_by_role("button", name="这是抽查考核").click()
    fill_in(page, " 12", SLIP.lower().replace("-", " "))
    expect(page.locator(".p-player")).to_contain_text("抽查考核，编号12")
    page.get_by_role("button", name="开始，30分钟").click()
    chosen: list[tuple[str, ...]] = []
    while not page.get_by_role("button", name="确定交卷").is_visible():
        if len(chosen) == 1:
            chosen.append(())
        else:
            page.keyboard.press("1")
            chosen.append(
                tuple(
                    page.locator(".p-trial input:checked").evaluate_all("all => all.map((one) => one.value)")
                )
            )
        if len(chosen) == 5:
            page.reload()
            page.locator(".p-trial").wait_for()
        page.keyboard.press("Enter")
    page.clock.fast_forward(17 * 60_000)
    page.get_by_role("button", name="确定交卷").click()
    page.locator(".p-receipt__text").wait_for()
    yield Sat(page, code, chosen, asked)
    context.close()


def test_it_ends_in_a_receipt_that_is_genuine(sat: Sat) -> None:
    receipt = verified(sat.receipt, SLIP)
    assert (receipt.paper, receipt.number) == (sat.code, 12)
    assert list(receipt.answers) == sat.chosen
    assert receipt.started == BEGUN.replace(second=0)
    assert 17 <= receipt.minutes <= 19
    expect(sat.page.locator(".p-receipt svg")).to_have_attribute("aria-label", "编号12的回执二维码")


def test_one_that_was_altered_is_not(sat: Sat) -> None:
    first = re.search(r"/([A-DRW])\.-\.", sat.receipt)
    assert first
    altered = sat.receipt.replace(first[0], f"/{'B' if first[1] == 'A' else 'A'}.-.")
    assert not is_genuine(altered, SLIP)
    assert not is_genuine(sat.receipt.replace("/12/", "/13/"), SLIP)
    assert not is_genuine(sat.receipt, OTHER)


def test_nothing_of_the_slip_goes_to_a_server(sat: Sat) -> None:
    plain = SLIP.replace("-", "")
    assert sat.asked
    assert [url for url in sat.asked if plain in re.sub(r"[^0-9A-Z]", "", url.upper())] == []


def test_it_says_what_comes_next_and_offers_no_second_try(sat: Sat) -> None:
    result = sat.page.locator(".p-result")
    expect(result).to_contain_text("给检查人员扫码")
    expect(result).to_contain_text("不合格的可以补考")
    assert result.get_by_text("再考一次").count() == 0


def test_the_receipt_is_read_by_phones_in_the_dark(sat: Sat) -> None:
    """Black on white, with four modules of quiet, whole on the screen."""
    sat.page.emulate_media(color_scheme="dark")
    picture = sat.page.locator(".p-receipt svg")
    fills = picture.locator("path").evaluate_all("all => all.map((one) => getComputedStyle(one).fill)")
    assert fills == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    box = picture.bounding_box()
    assert box
    assert 240 <= box["width"] <= PHONE["width"]
    assert str(picture.locator("path").last.get_attribute("d")).startswith("M4 4h")
    sat.page.emulate_media(color_scheme=None)


def test_it_is_found_again_among_the_exams(sat: Sat, whole_address: str) -> None:
    page = sat.page.context.new_page()
    page.goto(f"{whole_address}quiz/mine/#exams")
    expect(page.locator(".p-history")).to_contain_text("抽查考核，编号12")
    page.locator(".p-history a").click()
    expect(page.locator(".p-receipt__text")).to_have_text(sat.receipt)


def test_a_slip_of_the_pen_is_told_before_the_exam(phone: Page, whole_address: str, code: str) -> None:
    phone.goto(f"{whole_address}quiz/paper/")
    phone.get_by_label("卷号").fill(code)
    phone.get_by_text("这是抽查考核").click()
    for number, typed, said, field in (
        ("", SLIP, "编号是1到9999的整数", "编号"),
        ("张三", SLIP, "编号是1到9999的整数", "编号"),
        ("12", "", "没有填凭条码", "凭条码"),
        ("12", SLIP[:-1] + "0", "凭条码有一个字符不对", "凭条码"),
    ):
        fill_in(phone, number, typed)
        expect(phone.locator("#quiz-trouble")).to_have_text(re.compile(said))
        expect(phone.get_by_label(field)).to_be_focused()
        expect(phone.get_by_label(field)).to_have_attribute("aria-invalid", "true")
    assert phone.get_by_label("卷号").input_value() == code
    fill_in(phone, "12", SLIP)
    expect(phone.get_by_role("button", name="开始，30分钟")).to_be_visible()


def test_without_https_no_spot_check_begins(phone: Page, whole_address: str, code: str) -> None:
    """Browsers have no `crypto.subtle` there: nobody sits an exam whose receipt cannot be made."""
    phone.add_init_script("Object.defineProperty(window, 'crypto', { value: {} })")
    phone.goto(f"{whole_address}quiz/paper/")
    phone.get_by_label("卷号").fill(code)
    phone.get_by_text("这是抽查考核").click()
    fill_in(phone, "12", SLIP)
    expect(phone.locator("#quiz-trouble")).to_contain_text("不是 https 开头")


def test_the_page_says_what_phones_cannot_prevent(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}quiz/paper/")
    phone.get_by_text("这是抽查考核").click()
    spot = phone.locator(".p-choose__spot")
    expect(spot).to_contain_text("翻得到本站公开的题库")
    expect(spot).to_contain_text("凭条可以转给别人")
    expect(spot).to_contain_text("不用填姓名")
