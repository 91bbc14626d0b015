"""A mock exam on a phone: kept through a reload, handed in knowingly or by the clock, marked by a named rule, explained."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.quiz_steps import Bank, choose, focused, option, press, wrong
from tests.projects import REPOSITORY

from portal.quiz.codes import PaperCode, write
from portal.quiz.drawing import draw
from portal.quiz.versions import current
from portal.reading import read

pytestmark = pytest.mark.browser
AT = ".p-player__at"
QUESTION = ".p-player .p-trial"
BLUEPRINT = "catering-workers"
OFFICIAL = f"quiz/exam/?blueprint={BLUEPRINT}&time=1&form=3"


@pytest.fixture(scope="module")
def bank(whole_site: Path) -> Bank:
    return Bank.read(whole_site)


def begin(page: Page, address: str) -> int:
    """Open the exam; how many questions it has."""
    page.goto(address)
    expect(page.locator(QUESTION)).to_be_visible()
    found = re.search(r"共(\d+)题", page.locator(AT).inner_text())
    assert found
    return int(found[1])


def button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def hand_in(page: Page) -> None:
    """From the last question or from any other."""
    button(page, "交卷")
    button(page, "确定交卷")
    expect(page.locator(".p-score")).to_be_visible()


def test_the_form_begins_an_exam(phone: Page, whole_address: str) -> None:
    phone.goto(f"{whole_address}quiz/exam/")
    phone.get_by_label("餐饮从业人员").check()
    phone.get_by_label("时间").select_option(label="不限时")
    button(phone, "开始考试")
    expect(phone.locator(AT)).to_contain_text("第1题，共20题")
    expect(phone.get_by_role("timer")).to_have_text("不限时")


def test_choosing_hands_nothing_in_and_tells_nothing(phone: Page, whole_address: str, bank: Bank) -> None:
    begin(phone, whole_address + OFFICIAL)
    choose(phone, bank.key(phone))
    expect(phone.locator(AT)).to_contain_text("第1题")
    assert "✓" not in phone.locator(QUESTION).inner_text()


def test_a_reload_in_mid_exam_loses_nothing(phone: Page, whole_address: str, bank: Bank) -> None:
    phone.clock.install()
    begin(phone, whole_address + OFFICIAL)
    key = bank.key(phone)
    choose(phone, key)
    phone.get_by_role("button", name="标记").click()
    button(phone, "下一题")
    stem = phone.locator(f"{QUESTION} legend").inner_text()
    phone.clock.fast_forward(5 * 60 * 1000)
    phone.reload()
    expect(phone.locator(f"{QUESTION} legend")).to_have_text(re.compile(re.escape(stem[-12:])))
    # Time went on while the page was closed.
    expect(phone.get_by_role("timer")).to_contain_text("剩余24:")
    button(phone, "上一题")
    assert option(phone, key[0]).locator("input").is_checked()
    expect(phone.get_by_role("button", name="标记，过后再看")).to_have_attribute("aria-pressed", "true")


def test_when_time_is_up_it_is_handed_in(phone: Page, whole_address: str, bank: Bank) -> None:
    phone.clock.install()
    begin(phone, whole_address + OFFICIAL)
    choose(phone, bank.key(phone))
    phone.clock.fast_forward(31 * 60 * 1000)
    expect(phone.locator(".p-player__said").first).to_have_text("时间到了，已经交卷。")
    expect(phone.locator(".p-score")).to_contain_text("不合格（合格线60分）")


def test_what_is_not_answered_is_listed_before_handing_in(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    count = begin(phone, whole_address + OFFICIAL)
    choose(phone, bank.key(phone))
    button(phone, "下一题")
    phone.get_by_role("button", name="标记").click()
    button(phone, "交卷")
    panel = phone.get_by_role("region", name="交卷之前")
    expect(panel).to_contain_text(f"还有{count - 1}题没答")
    assert panel.get_by_role("button", name=re.compile("没答$")).count() == count - 2
    assert panel.get_by_role("button", name="第2题，没答，已标记").count() == 2
    panel.get_by_role("button", name="第3题，没答").click()
    expect(phone.locator(AT)).to_contain_text("第3题")


def test_the_result_says_how_it_was_marked_and_why(phone: Page, whole_address: str, bank: Bank) -> None:
    """Half of the right options of every 多选, the first question wrong, all others right; nothing is lost on a reload."""
    count = begin(phone, whole_address + OFFICIAL)
    lost, whole, rule = 0.0, 0, "少选得一半，错选不得分"
    for number in range(count):
        marks = int(re.findall(r"本题(\d+)分", phone.locator(AT).inner_text())[0])
        key = bank.key(phone)
        whole += marks
        if number == 0:
            lost += marks
            press(phone, [wrong(phone, key)])
        elif len(key) > 1:
            lost += marks / 2
            press(phone, key[:1])
        else:
            press(phone, key)
        phone.keyboard.press("Enter")
    expect(phone.locator(".p-verdict")).to_contain_text("每道题都答了")
    button(phone, "确定交卷")
    got = f"{(whole - lost) * 100 / whole:.1f}".removesuffix(".0")
    expect(phone.locator(".p-score")).to_contain_text(f"{got}分✓ 合格（合格线60分）")
    expect(phone.locator(".p-result")).to_contain_text(rule)
    assert focused(phone) == "p-result"
    reviews = phone.locator(".p-review")
    assert reviews.count() == count
    expect(reviews.first.locator("summary")).to_contain_text("第1题　✗ 错　0/3分")
    reviews.first.locator("summary").click()
    expect(reviews.first).to_contain_text("✗ 您选的")
    expect(reviews.first.locator(".p-citations li").first).to_contain_text("条")
    rates = [int(one.removesuffix("%")) for one in phone.locator(".p-result td:last-child").all_inner_texts()]
    assert rates == sorted(rates)
    # The question that was wrong is in the wrong-answer book, too; the result can be seen again.
    phone.goto(f"{whole_address}quiz/exam/")
    phone.get_by_role("link", name="看上一次的成绩").click()
    expect(phone.locator(".p-score")).to_contain_text(f"{got}分")
    wrong_ones = sum(1 for text in reviews.locator("summary").all_inner_texts() if "✗" in text)
    phone.goto(f"{whole_address}quiz/practice/?mode=wrong")
    expect(phone.locator(AT)).to_contain_text(f"共{wrong_ones}题")


def test_all_by_keyboard(phone: Page, whole_address: str) -> None:
    begin(phone, whole_address + OFFICIAL)
    phone.keyboard.press("1")
    assert phone.locator(f"{QUESTION} input").first.is_checked()
    phone.keyboard.press("Enter")
    expect(phone.locator(AT)).to_contain_text("第2题")
    assert focused(phone) == "p-trial"
    phone.reload()
    expect(phone.locator(AT)).to_contain_text("第2题")


def test_an_exam_that_was_left_is_not_thrown_away(phone: Page, whole_address: str) -> None:
    begin(phone, whole_address + OFFICIAL)
    phone.goto(f"{whole_address}quiz/exam/?blueprint=retail&time=1")
    expect(phone.locator(".p-player")).to_contain_text("有一场考试没有考完")
    button(phone, "接着考")
    expect(phone.locator(".p-player h2")).to_have_text("餐饮从业人员")


def test_a_printed_paper_is_the_same_on_the_phone(phone: Page, whole_address: str) -> None:
    """By its code, in its order, without what only paper may have; that is said before, during and after."""
    site = read(REPOSITORY).site
    assert site is not None
    version = current(site)
    blueprint = version.blueprint(BLUEPRINT)
    assert blueprint
    papers = ((form, sum(draw(blueprint, version.id, version.questions, form), ())) for form in range(1, 100))
    form, keys = next(
        (form, keys) for form, keys in papers if any(version.by_key[one].reserved for one in keys)
    )
    stems = [version.by_key[one].stem for one in keys if not version.by_key[one].reserved]
    code = write(PaperCode(blueprint.code, version.id, form))
    phone.goto(f"{whole_address}quiz/paper/?code={code.lower().replace('-', ' ')}")
    expect(phone.locator(".p-player")).to_contain_text(
        f"有{len(keys) - len(stems)}道题只用于纸质卷，手机上没有"
    )
    phone.get_by_role("button", name="正式模拟").click()
    expect(phone.locator(".p-player .p-about")).to_contain_text(code)
    for number, stem in enumerate(stems):
        expect(phone.locator(f"{QUESTION} legend")).to_contain_text(f"{number + 1}. {stem}")
        phone.keyboard.press("Enter")
    button(phone, "确定交卷")
    expect(phone.locator(".p-result")).to_contain_text("只用于纸质卷")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("CY-123", "卷号不完整"),
        ("CY-3K7M2Q1-1-0", "卷号有一个字符不对"),
        (write(PaperCode("CY", "00000001", 1)), "本站没有这份卷子用的题库"),
    ],
)
def test_a_code_that_is_none_is_explained(phone: Page, whole_address: str, code: str, said: str) -> None:
    phone.goto(f"{whole_address}quiz/paper/?code={code}")
    expect(phone.locator("#quiz-trouble")).to_contain_text(said)
    expect(phone.get_by_label("卷号")).to_be_focused()
    expect(phone.get_by_label("卷号")).to_have_attribute("aria-describedby", "quiz-trouble")
    # What was typed can be mended.
    assert phone.get_by_label("卷号").input_value() == code


def test_a_kind_of_paper_that_there_is_not_is_explained(
    phone: Page, whole_address: str, whole_site: Path
) -> None:
    version = json.loads((whole_site / "quiz/papers.json").read_text("utf-8"))["version"]
    phone.goto(f"{whole_address}quiz/paper/?code={write(PaperCode('00', version, 1))}")
    expect(phone.locator("#quiz-trouble")).to_contain_text("没有这种卷子")
