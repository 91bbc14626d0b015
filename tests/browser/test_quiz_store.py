"""What somebody practised is kept: after a reload, in two tabs, on a full device, through a file, when a key changes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.projects import REPOSITORY

from portal.bench.serving import served

pytestmark = pytest.mark.browser
SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
OPEN = "async () => { window.store = (await import('/assets/0/quiz-store.js')).open(); }"
ANSWER = "([id, v, options, right]) => store.answered({ id, v }, options, right)"
EXAM = {"code": "CY-1", "started": 7, "limit": 0, "used": 0, "seen": 7, "deadline": 0, "at": 0}
EXAM |= {"answers": {}, "marked": [], "paper": {"items": [1, 2, 3]}}
MARK = "([name, value]) => store.exam.change(mine, (exam) => { exam.answers[name] = [value]; })"
MARK = MARK.replace("mine", json.dumps(EXAM))
# How browsers refuse: everything, or what does not fit any more.
REFUSE = "(() => { Storage.prototype.setItem = () => { throw new DOMException('no', '%s'); }; })()"
DENY = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
KEPT = "JSON.stringify(Object.entries(localStorage).sort())"
TAKE = """(text) => {
  const versions = { "labels-001": 1, "labels-002": 1, "labels-009": 1 };
  try { return store.imported(text, (id) => versions[id]); } catch (failure) { return failure.message; }
}"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The scripts without a page around them."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")
    shutil.copytree(SCRIPTS, folder / "assets/0")
    with served(folder) as place:
        yield place.url


@pytest.fixture
def tab(phone: Page, bare: str) -> Page:
    return opened(phone, bare)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate(OPEN)
    return page


def answer(page: Page, name: str, right: bool, version: int = 1) -> None:
    page.evaluate(ANSWER, [name, version, ["a"] if right else ["b"], right])


def turn(page: Page, leaving: Page) -> None:
    """Somebody goes from one tab to another; browsers show a tab what the other one wrote a moment later."""
    page.wait_for_function(f"(kept) => {KEPT} === kept", arg=leaving.evaluate(KEPT))


def progress(page: Page, name: str, version: int = 1) -> Any:
    return page.evaluate("([id, v]) => store.of(id, v)", [name, version])


def test_everything_is_there_after_a_reload(tab: Page, bare: str) -> None:
    answer(tab, "labels-001", right=False)
    tab.evaluate("store.star('labels-002')")
    tab.evaluate("(exam) => store.exam.begin(exam)", EXAM)
    tab.evaluate("store.choose('order', { id: 'labels-003' })")
    opened(tab, bare)
    assert tab.evaluate("store.wrong()") == ["labels-001"]
    assert progress(tab, "labels-001")["last"] == ["b"]
    assert tab.evaluate("store.starred()") == ["labels-002"]
    assert tab.evaluate("store.exam.running") == EXAM
    assert tab.evaluate("store.choice('order')") == {"id": "labels-003"}
    assert tab.evaluate("store.note") == ""


def test_a_question_leaves_the_wrong_book_after_two_right_in_a_row(tab: Page) -> None:
    in_book = []
    for right in (True, False, True, False, True, True):
        answer(tab, "labels-001", right)
        in_book.append(bool(tab.evaluate("store.wrong()")))
    assert in_book == [False, True, True, True, True, False]
    assert progress(tab, "labels-001")["seen"] == 6
    assert progress(tab, "labels-001")["right"] == 4


def test_two_tabs_do_not_overwrite_each_other(tab: Page, bare: str) -> None:
    other = opened(tab.context.new_page(), bare)
    answer(tab, "labels-001", right=False)
    turn(other, tab)
    answer(other, "labels-002", right=False)
    answer(other, "labels-001", right=True)
    turn(tab, other)
    answer(tab, "labels-001", right=True)
    assert progress(tab, "labels-001")["seen"] == 3
    # Each is told what the other one did.
    tab.wait_for_function("store.of('labels-002', 1).seen === 1")
    other.wait_for_function("store.of('labels-001', 1).streak === 2")
    opened(tab, bare)
    assert progress(tab, "labels-001")["wrong"] is False
    assert tab.evaluate("store.wrong()") == ["labels-002"]


def test_a_tab_that_was_not_told_yet_overwrites_nothing(tab: Page, bare: str) -> None:
    other = tab.context.new_page()
    other.goto(bare)
    other.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation())")
    other.evaluate(OPEN)
    answer(tab, "labels-001", right=False)
    tab.evaluate("store.star('labels-001')")
    turn(other, tab)
    answer(other, "labels-001", right=True)
    opened(tab, bare)
    known = progress(tab, "labels-001")
    assert (known["seen"], known["wrong"], known["starred"]) == (2, True, True)


def test_two_tabs_answer_one_exam(tab: Page, bare: str) -> None:
    tab.evaluate("(exam) => store.exam.begin(exam)", EXAM)
    other = opened(tab.context.new_page(), bare)
    # However late browsers let one tab see what the other wrote, in the end both have everything.
    tab.evaluate(MARK, ["k1", "a"])
    other.evaluate(MARK, ["k2", "b"])
    tab.evaluate(MARK, ["k3", "c"])
    other.evaluate(
        "(mine) => store.exam.change(mine, (exam) => { exam.marked = [...exam.marked, 'k2']; })", EXAM
    )
    for page in (tab, other):
        page.wait_for_function("Object.keys(store.exam.running.answers).length === 3")
        assert page.evaluate("store.exam.running.answers") == {"k1": ["a"], "k2": ["b"], "k3": ["c"]}
        page.wait_for_function("store.exam.running.marked.length === 1")
        assert page.evaluate("store.exam.running.marked") == ["k2"]
    assert tab.evaluate("(mine) => store.exam.end(mine)", EXAM)["answers"].keys() == {"k1", "k2", "k3"}
    other.wait_for_function("store.exam.running === null")
    assert other.evaluate(MARK, ["k4", "d"]) is None
    assert other.evaluate("store.exam.running") is None
    assert other.evaluate("(mine) => store.exam.end(mine)", EXAM) is None


def test_a_full_device_is_told_and_practice_goes_on(tab: Page) -> None:
    answer(tab, "labels-001", right=False)
    tab.evaluate("() => { window.told = []; store.onChange(() => told.push(store.note)); }")
    tab.evaluate("() => { window.set = Storage.prototype.setItem; }")
    tab.evaluate(REFUSE % "QuotaExceededError")
    answer(tab, "labels-002", right=False)
    answer(tab, "labels-002", right=False)
    assert "存储空间满了" in tab.evaluate("store.note")
    assert "存储空间满了" in tab.evaluate("told[0]")
    assert sorted(tab.evaluate("store.wrong()")) == ["labels-001", "labels-002"]
    assert progress(tab, "labels-002")["seen"] == 2
    # There is room again.
    tab.evaluate("() => { Storage.prototype.setItem = set; }")
    answer(tab, "labels-002", right=False)
    assert tab.evaluate("store.note") == ""
    assert tab.evaluate("JSON.parse(localStorage.getItem('portal.quiz.v1.q.labels-002')).seen") == 3


@pytest.mark.parametrize("refusal", [REFUSE % "QuotaExceededError", DENY])
def test_where_nothing_can_be_kept_practice_works_and_says_so(phone: Page, bare: str, refusal: str) -> None:
    phone.add_init_script(refusal)
    opened(phone, bare)
    answer(phone, "labels-001", right=False)
    phone.evaluate("(exam) => store.exam.begin(exam)", EXAM)
    assert phone.evaluate("store.wrong()") == ["labels-001"]
    assert phone.evaluate(MARK, ["k1", "a"])["exam"]["answers"] == {"k1": ["a"]}
    assert "只在本页有效" in phone.evaluate("store.note")


def test_a_changed_key_asks_only_that_question_again(tab: Page) -> None:
    for name in ("labels-001", "labels-002"):
        answer(tab, name, right=False)
        tab.evaluate("(id) => store.star(id)", name)
    changed = progress(tab, "labels-001", version=2)
    assert (changed["seen"], changed["wrong"], changed["starred"]) == (0, False, True)
    assert progress(tab, "labels-002")["wrong"] is True
    answer(tab, "labels-001", right=True, version=2)
    # A tab that still shows the old question.
    answer(tab, "labels-001", right=False, version=1)
    assert (progress(tab, "labels-001", 2)["seen"], progress(tab, "labels-001", 2)["wrong"]) == (1, False)


def test_a_file_takes_everything_to_another_device(tab: Page, bare: str) -> None:
    answer(tab, "labels-001", right=False)
    tab.evaluate("store.star('labels-002')")
    text = tab.evaluate("store.exported()")
    assert text.startswith('{\n "schema": "portal-quiz-progress/1",\n "questions": {\n  "labels-001": {')
    before = [progress(tab, name) for name in ("labels-001", "labels-002")]
    tab.evaluate("store.clear()")
    assert tab.evaluate("[store.wrong(), store.starred(), localStorage.length]") == [[], [], 0]
    assert tab.evaluate(TAKE, text) == 2
    opened(tab, bare)
    assert [progress(tab, name) for name in ("labels-001", "labels-002")] == before


def test_what_is_newer_stays_when_a_file_is_taken_in(tab: Page) -> None:
    answer(tab, "labels-001", right=False)
    answer(tab, "labels-002", right=False)
    old = tab.evaluate("store.exported()")
    tab.wait_for_function("(at) => Date.now() > at", arg=progress(tab, "labels-002")["at"])
    answer(tab, "labels-002", right=True)
    tab.evaluate("store.star('labels-001')")
    assert tab.evaluate(TAKE, old) == 2
    assert progress(tab, "labels-002")["seen"] == 2
    assert progress(tab, "labels-001")["starred"] is True


def record(**changed: object) -> str:
    one = {
        "v": 1,
        "seen": 1,
        "right": 1,
        "streak": 1,
        "last": ["a"],
        "wrong": False,
        "at": 5,
        "starred": False,
    }
    questions = {"labels-001": one | {"starredAt": 0} | changed}
    return json.dumps({"schema": "portal-quiz-progress/1", "questions": questions})


def test_a_file_from_elsewhere_stops_no_question_for_ever(tab: Page) -> None:
    assert "比这里的题库新" in tab.evaluate(TAKE, record(v=9))
    assert "有错" in tab.evaluate(TAKE, record(v=999))
    assert progress(tab, "labels-001")["seen"] == 0
    assert "都没有了" in tab.evaluate(TAKE, record().replace("labels-001", "labels-777"))
    # A clock that went ahead does not win over what is answered from now on.
    assert tab.evaluate(TAKE, record(at=9_007_199_254_740_991)) == 1
    assert progress(tab, "labels-001")["at"] <= tab.evaluate("Date.now()")


def test_the_same_answer_of_an_exam_counts_once(tab: Page) -> None:
    for _ in range(2):
        tab.evaluate("store.answered({ id: 'labels-001', v: 1 }, ['a'], false, 12345)")
    assert progress(tab, "labels-001")["seen"] == 1


def test_a_question_that_was_changed_is_known_as_such(tab: Page) -> None:
    answer(tab, "labels-001", right=True)
    assert tab.evaluate("[store.changed('labels-001', 1), store.changed('labels-001', 2)]") == [False, True]
    assert tab.evaluate("store.changed('labels-002', 2)") is False


BAD = {
    "": "不完整",
    '{"schema": "portal-quiz-progress/1", "questions": {"a-1"': "不完整",
    "[1, 2]": "不是从这里导出的",
    "null": "不是从这里导出的",
    '{"schema": "portal-quiz-progress/2", "questions": {}}': "更新的版本",
    '{"schema": "portal-quiz-progress/1", "questions": {}}': "没有练习记录",
    '{"schema": "portal-quiz-progress/1", "questions": {"__proto__": {}}}': "有错",
}


@pytest.mark.parametrize("text", BAD)
def test_a_bad_file_is_refused_in_words_and_changes_nothing(tab: Page, text: str) -> None:
    answer(tab, "labels-001", right=False)
    before = tab.evaluate("store.exported()")
    assert BAD[text] in str(tab.evaluate(TAKE, text))
    assert tab.evaluate("store.exported()") == before


def test_one_bad_record_spoils_the_file(tab: Page) -> None:
    """Half a file would be worse than none: nobody would know which half."""
    answer(tab, "labels-001", right=False)
    text = tab.evaluate("store.exported()")
    tab.evaluate("store.clear()")
    bad = text.replace('"labels-001"', '"labels-009"').replace('"seen": 1', '"seen": -1')
    both = text[: text.rindex("}\n }")] + "}," + bad[bad.index('"labels-009"') :]
    assert "labels-009" in str(tab.evaluate(TAKE, both))
    assert tab.evaluate("store.exported()").count("labels") == 0


def test_a_damaged_record_counts_as_none(tab: Page, bare: str) -> None:
    tab.evaluate("localStorage.setItem('portal.quiz.v1.q.labels-001', '{oops')")
    # As a file brought it once that said so.
    newer = json.loads(record(v=999))["questions"]["labels-001"]
    tab.evaluate("(one) => localStorage.setItem('portal.quiz.v1.q.labels-002', JSON.stringify(one))", newer)
    tab.evaluate("localStorage.setItem('portal.quiz.v1.exam', '[]')")
    opened(tab, bare)
    answer(tab, "labels-002", right=False)
    assert progress(tab, "labels-002")["wrong"] is True
    assert progress(tab, "labels-001")["seen"] == 0
    assert tab.evaluate("store.exam.running") is None
    answer(tab, "labels-001", right=True)
    assert progress(tab, "labels-001")["seen"] == 1


def test_a_receipt_is_kept_when_other_exams_follow(tab: Page) -> None:
    """Of ten exams the questions are kept; those of a spot check for as long as its line is."""
    kept = tab.evaluate(
        """() => {
          for (let at = 0; at < 55; at += 1) {
            const spot = at === 0 || at === 30 ? { number: 12, slip: "C748E1KDN" } : undefined;
            store.sat.add({ id: `e${at}`, paper: { blueprint: { title: "t" } }, spot }, { score: 1, passed: false });
          }
          return [store.sat.list().length, [...Array(55).keys()].filter((at) => store.sat.of(`e${at}`))];
        }"""
    )
    assert kept == [50, [30, *range(45, 55)]]
