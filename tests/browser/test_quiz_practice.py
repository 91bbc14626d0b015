"""Practice on a phone: every mode, the answer at once, by keyboard alone, and nothing of questions kept for papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.quiz_steps import Bank, answer, choose, focused, option, wrong
from tests.projects import REPOSITORY

from portal.reading import read

pytestmark = pytest.mark.browser
AT = ".p-player__at"
QUESTION = ".p-player .p-trial"
SAID = ".p-bar [role=status]"
EVERY_ROW = """async () => {
  const { $quiz_bank: { Bank } } = await import(document.querySelector("script[src*=quiz-shared]").src);
  const bank = await Bank.open(document.querySelector("quiz-practice").dataset.bank);
  const found = await Promise.all(bank.rows({}).map((row) => bank.question(row)));
  return found.map(({ id }) => id);
}"""


@pytest.fixture(scope="module")
def bank(whole_site: Path) -> Bank:
    return Bank.read(whole_site)


def practise(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}quiz/practice/?{query}")
    expect(page.locator(QUESTION)).to_be_visible()


def test_an_answer_is_judged_at_once_in_words_and_sign(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address, "mode=order")
    answer(phone, [wrong(phone, bank.key(phone))])
    verdict = phone.locator(".p-verdict")
    expect(verdict).to_contain_text("✗ 答错了，正确答案：")
    assert focused(phone) == "is-wrong"
    # Said once, by what the reader's place went to.
    expect(phone.locator(SAID)).to_be_empty()
    expect(option(phone, bank.key(phone)[0])).to_contain_text("✓ 正确答案")
    # The article: where it stands, which version, what it says.
    law = phone.locator(".p-why .p-citations li").first
    assert (law.get_by_role("link").get_attribute("href") or "").startswith(f"{whole_address}laws/")
    expect(law.locator("small")).to_contain_text("年")
    expect(law.locator("p").first).not_to_be_empty()
    phone.get_by_role("button", name="下一题").click()
    answer(phone, bank.key(phone))
    expect(verdict).to_contain_text("✓ 答对了")


def test_the_type_stands_before_the_stem(phone: Page, whole_address: str) -> None:
    practise(phone, whole_address, "mode=order")
    assert phone.locator(f"{QUESTION} legend").inner_text().startswith("单选 ")


def test_every_question_is_found_in_the_file_where_it_lies(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    practise(phone, whole_address, "mode=order")
    assert phone.evaluate(EVERY_ROW) == bank.index["id"]


def test_in_order_goes_on_where_it_was_left(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address, "mode=order&topic=cleaning")
    answer(phone, bank.key(phone))
    practise(phone, whole_address, "mode=order")
    expect(phone.locator(AT)).to_contain_text("第1题")
    practise(phone, whole_address, "mode=order&topic=cleaning")
    expect(phone.locator(AT)).to_contain_text("第2题")
    expect(phone.locator(SAID)).to_contain_text("接着上次")


def test_the_browser_is_asked_to_keep_the_record_once_there_is_one(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    phone.add_init_script(
        "window.asked = 0; StorageManager.prototype.persist = async () => { window.asked += 1; return true; };"
    )
    practise(phone, whole_address, "mode=order")
    for number in range(1, 5):
        answer(phone, bank.key(phone))
        assert phone.evaluate("window.asked") == (1 if number >= 3 else 0)
        phone.keyboard.press("Enter")
        expect(phone.locator(AT)).to_contain_text(f"第{number + 1}题")


def test_a_random_order_stays_the_same_when_the_page_is_loaded_again(phone: Page, whole_address: str) -> None:
    practise(phone, whole_address, "mode=random")
    seen = phone.locator(QUESTION).inner_text()
    phone.reload()
    expect(phone.locator(QUESTION)).to_be_visible()
    assert phone.locator(QUESTION).inner_text() == seen


def test_a_topic_a_post_and_a_business_type_can_be_chosen(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    phone.goto(f"{whole_address}quiz/practice/")
    phone.get_by_label("岗位").select_option(label="食品安全员")
    phone.get_by_label("业态").select_option(label="单位食堂")
    post = 1 << [word[1] for word in bank.index["posts_words"]].index("食品安全员")
    kind = 1 << [word[1] for word in bank.index["business_words"]].index("单位食堂")
    both = [
        1
        for posts, business in zip(bank.index["posts"], bank.index["business"], strict=True)
        if posts & post and business & kind
    ]
    expect(phone.locator(".p-choose__count")).to_have_text(f"{len(both)}道题")
    phone.get_by_role("button", name="开始").click()
    expect(phone.locator(AT)).to_contain_text(f"顺序练习，食品安全员，单位食堂，第1题，共{len(both)}题")


def test_the_wrong_answer_book_lets_go_after_two_right_in_a_row(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    phone.goto(f"{whole_address}quiz/practice/?mode=wrong")
    expect(phone.locator(".p-verdict")).to_contain_text("错题本是空的")
    practise(phone, whole_address, "mode=order")
    stem = phone.locator(f"{QUESTION} legend").inner_text()
    answer(phone, [wrong(phone, bank.key(phone))])
    for _ in range(2):
        practise(phone, whole_address, "mode=wrong")
        assert phone.locator(f"{QUESTION} legend").inner_text() == stem
        answer(phone, bank.key(phone))
    phone.reload()
    expect(phone.locator(".p-verdict")).to_contain_text("错题本是空的")


def test_what_was_got_wrong_twice_is_practised_again(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address, "mode=order&topic=waste")
    answer(phone, [wrong(phone, bank.key(phone))])
    phone.goto(f"{whole_address}quiz/practice/?mode=weak")
    expect(phone.locator(".p-verdict")).to_contain_text("还没有易错题")
    practise(phone, whole_address, "mode=wrong")
    answer(phone, [wrong(phone, bank.key(phone))])
    practise(phone, whole_address, "mode=weak")
    expect(phone.locator(AT)).to_contain_text("共1题")


def test_what_was_answered_is_new_no_more(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address, "mode=order")
    answer(phone, bank.key(phone))
    # Others are left every time, so the round begins with the first of them.
    practise(phone, whole_address, "mode=new")
    expect(phone.locator(AT)).to_contain_text(f"第1题，共{len(bank.answers) - 1}题")
    answer(phone, bank.key(phone))
    practise(phone, whole_address, "mode=new")
    expect(phone.locator(AT)).to_contain_text(f"第1题，共{len(bank.answers) - 2}题")


def test_stars_are_kept(phone: Page, whole_address: str) -> None:
    practise(phone, whole_address, "mode=order")
    stem = phone.locator(f"{QUESTION} legend").inner_text()
    star = phone.get_by_role("button", name="收藏", exact=True)
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    practise(phone, whole_address, "mode=starred")
    assert phone.title().startswith("收藏 - ")
    assert phone.locator(f"{QUESTION} legend").inner_text() == stem


def test_learning_shows_the_answer_and_counts_nothing(phone: Page, whole_address: str, bank: Bank) -> None:
    practise(phone, whole_address, "mode=study")
    expect(phone.locator(".p-verdict")).to_contain_text("答案：")
    expect(option(phone, bank.key(phone)[0])).to_contain_text("✓ 正确答案")
    phone.get_by_role("button", name="下一题").click()
    practise(phone, whole_address, "mode=new")
    expect(phone.locator(AT)).to_contain_text(f"共{len(bank.answers)}题")


def test_several_answers_are_judged_when_they_are_confirmed(
    phone: Page, whole_address: str, bank: Bank
) -> None:
    practise(phone, whole_address, "mode=order")
    while "多选" not in phone.locator(f"{QUESTION} legend").inner_text():
        answer(phone, bank.key(phone))
        phone.keyboard.press("Enter")
        expect(phone.locator(".p-verdict")).to_be_hidden()
    phone.get_by_role("button", name="对答案").click()
    expect(phone.locator(SAID)).to_have_text("先选一个答案。")
    choose(phone, bank.key(phone))
    expect(phone.locator(".p-verdict")).to_be_hidden()
    phone.get_by_role("button", name="对答案").click()
    expect(phone.locator(".p-verdict")).to_contain_text("✓ 答对了")


def test_all_by_keyboard(phone: Page, whole_address: str) -> None:
    practise(phone, whole_address, "mode=order")
    verdict = phone.locator(".p-verdict")
    phone.keyboard.press("2")
    # Choosing by key, or by arrows, is not yet an answer.
    expect(verdict).to_be_hidden()
    phone.keyboard.press("ArrowDown")
    expect(verdict).to_be_hidden()
    assert phone.locator(f"{QUESTION} input").nth(2).is_checked()
    phone.keyboard.press("Enter")
    expect(verdict).to_be_visible()
    phone.keyboard.press("Enter")
    expect(phone.locator(AT)).to_contain_text("第2题")
    assert focused(phone) == "p-trial"


def test_the_keys_can_be_switched_off(phone: Page, whole_address: str) -> None:
    practise(phone, whole_address, "mode=order")
    phone.get_by_text("设置", exact=True).click()
    phone.get_by_label("数字键").uncheck()
    phone.reload()
    expect(phone.locator(QUESTION)).to_be_visible()
    phone.keyboard.press("2")
    assert phone.locator(f"{QUESTION} input:checked").count() == 0


def test_without_the_bank_it_says_so(phone: Page, whole_address: str) -> None:
    phone.route("**/quiz/bank/**", lambda route: route.abort())
    phone.goto(f"{whole_address}quiz/practice/?mode=order")
    expect(phone.locator(".p-notice:focus")).to_contain_text("题目没有读到，请检查网络")


def test_questions_kept_for_papers_are_nowhere_on_the_site(whole_site: Path) -> None:
    site = read(REPOSITORY).site
    assert site is not None
    kept = [one.record for one in site.questions if one.record.status in ("reserved", "draft")]
    needles = [text.encode() for one in kept for text in (one.id, one.stem, one.explanation)]
    gone = [one.record.stem.encode() for one in site.questions if one.record.status == "retired"]
    assert needles
    found = [
        (path.name, needle.decode())
        for path in whole_site.rglob("*")
        if path.is_file() and path.suffix not in (".gz", ".br", ".png")
        for content in [path.read_bytes()]
        for needle in needles + gone
        if needle in content
    ]
    assert found == []
