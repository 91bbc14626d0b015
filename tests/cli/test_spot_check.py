"""A day on site: slips and sheet, then receipts, letters and the filled sheet into the day's file, once and whole."""

from __future__ import annotations

import io
import re
import shutil
import signal
import string
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.projects import REPOSITORY, SMALL
from tests.proofs.kills import KILLED, dying

from portal.cli import portal
from portal.quiz.chance import option_order
from portal.spotcheck.handed_out import HandedOut, handed_out
from portal.spotcheck.papers import DrawnPaper, Papers
from portal.spotcheck.receipt import Receipt, write

PAPERS = REPOSITORY / "tests/sites/papers"
DAY = date(2024, 12, 1)
UNIT = ("--firm", "1", "--business", "餐饮", "--post", "其他从业人员")
TODAY = ("--today", str(DAY))
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with twelve slips handed out; nobody may change it."""
    root = tmp_path_factory.mktemp("handed") / "project"
    shutil.copytree(SMALL, root)
    shutil.copytree(PAPERS, root, dirs_exist_ok=True)
    shutil.copytree(REPOSITORY / "site_config/templates/paper", root / "site_config/templates/paper")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for typed in (
        ("paper", "freeze", *TODAY),
        ("spot-check", "sheet", DAY, "--paper", "daily", "--count", 12),
    ):
        result = CliRunner().invoke(portal, ["--root", str(root), *map(str, typed)])
        assert result.exit_code == 0, result.output
    return root


@pytest.fixture
def root(handed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(handed, tmp_path / "project"))


@pytest.fixture
def run(root: Path) -> Run:
    def run(*arguments: object) -> Result:
        return CliRunner().invoke(portal, ["--root", str(root), "spot-check", *map(str, arguments)])

    return run


def given_at(root: Path) -> HandedOut:
    given = handed_out(root / "spot-checks", DAY)
    assert given
    return given


def paper_of(root: Path, number: int) -> DrawnPaper:
    files = (root / "quizzes/versions").glob("*.json")
    return Papers({file.stem: file.read_bytes() for file in files})[given_at(root).papers[number]]


def receipt(root: Path, number: int, started: datetime = datetime(2024, 12, 1, 9, 12)) -> str:  # noqa: DTZ001
    """What a phone gives that has everything right."""
    paper = paper_of(root, number)
    shown = tuple(one.answer for one, _ in paper.questions if not one.reserved)
    return write(Receipt(paper.code, number, started, 9, shown), given_at(root).slip(number).code)


def letters(root: Path, number: int) -> list[str]:
    """The right answers as the letters that are printed on the number's paper."""
    paper = paper_of(root, number)
    found = []
    for question, _ in paper.questions:
        order = option_order(paper.code, question.id, question.options)
        marks = dict(zip(order, string.ascii_uppercase, strict=False))
        fixed = {"right": "对", "wrong": "×"}
        found.append("".join(sorted(marks.get(one) or fixed[one] for one in question.answer)))
    return found


def recorded(root: Path) -> str:
    file = root / f"spot-checks/{DAY}.yaml"
    return file.read_text("utf-8") if file.exists() else ""


def test_slips_are_printed_with_number_code_and_paper_and_again_the_same(root: Path, run: Run) -> None:
    slips = (root / f"printed/spot-check-{DAY}-1-12.html").read_text("utf-8")
    given = given_at(root)
    for number, paper in given.papers.items():
        assert f"编号 {number}<" in slips
        assert given.slip(number).code in slips
        assert paper in slips
    assert len(set(given.papers.values())) == 12
    sheet = ("sheet", DAY, "--paper", "daily", "--count", 12)
    assert "已经有了" in run(*sheet).output
    assert run(*sheet, "--overwrite").exit_code == 0
    assert (root / f"printed/spot-check-{DAY}-1-12.html").read_text("utf-8") == slips
    assert (root / f"spot-checks/{DAY}.secret").stat().st_mode & 0o777 == 0o600
    assert run("sheet", DAY, "--paper", "daily", "--count", 2, "--from", 13).exit_code == 0
    assert given_at(root).papers.items() > given.papers.items()


def test_receipts_pasted_from_a_chat_and_letters_are_marked_once(root: Path, run: Run) -> None:
    chat = root / "chat.txt"
    chat.write_text(
        f"班长 9:31：收到\n{receipt(root, 3)}\n谢谢\n{receipt(root, 4)}\n{receipt(root, 3)}\n", "utf-8"
    )
    wrong = " ".join(["-"] * 5)
    first = run("record", chat, f"7: {' '.join(letters(root, 7))}\n8: {wrong}", *UNIT, *TODAY)
    assert first.exit_code == 0, first.output
    assert re.findall(r"^ +(\d+) +([\d.]+)  (\S+)$", first.output, re.MULTILINE) == [
        ("3", "100.0", "合格"),
        ("4", "100.0", "合格"),
        ("7", "100.0", "合格"),
        ("8", "0.0", "不合格"),
    ]
    before = recorded(root)
    again = run("record", chat, *UNIT, *TODAY)
    assert again.exit_code == 0
    assert "新记录 0 人，以前记过 2 人" in again.output
    assert recorded(root) == before


def test_the_filled_sheet_is_recorded_with_its_units_and_retakes(root: Path, run: Run) -> None:
    assert run("record", "8: - - - - -", *UNIT, *TODAY).exit_code == 0
    file = root / f"printed/spot-check-{DAY}-1-12.xlsx"
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    assert [cell.value for cell in page[1]][:7] == [
        "编号",
        "单位序号",
        "业态",
        "岗位",
        "卷号",
        "补考",
        "第1题",
    ]
    for number, retake in ((2, None), (9, f"{DAY}/8")):
        for column, value in ((2, "2"), (3, "食堂"), (4, "食品安全员")):
            page.cell(number + 1, column, value)
        page.cell(number + 1, 6, retake)
        for column, value in enumerate(letters(root, number), 7):
            page.cell(number + 1, column, value)
    book.save(file)
    result = run("record", file, *TODAY)
    assert result.exit_code == 0, result.output
    assert "2  100.0  合格" in result.output
    assert "9  100.0  合格，补考" in result.output
    assert "business: 单位食堂" in recorded(root)
    assert f"retake_of: {DAY}/8" in recorded(root)
    page.cell(10, 6, f"{DAY}/2")
    page.cell(4, 7, "A")
    changed = io.BytesIO()
    book.save(changed)
    file.write_bytes(changed.getvalue())
    before, refused = recorded(root), run("record", file, *TODAY)
    assert refused.exit_code == 1
    assert "抽查考核答案!A4: 错误：单位序号“”不是 1 起的整数" in refused.output
    assert recorded(root) == before


def altered(root: Path) -> str:
    whole = receipt(root, 3)
    return whole.replace("/9/", "/8/")


REFUSED: dict[str, tuple[Callable[[Path], str], str]] = {
    "altered": (altered, "和编号3的凭条对不上"),
    "swapped": (lambda root: receipt(root, 3).replace("/3/2024", "/4/2024"), "和编号4的凭条对不上"),
    "of another day": (lambda root: receipt(root, 3, datetime(2024, 11, 30, 9)), "2024-11-30 考的"),  # noqa: DTZ001
    "not given out": (lambda root: receipt(root, 3).replace("/3/2024", "/99/2024"), "编号 99 当天没有发过"),
    "cut off": (lambda root: receipt(root, 3)[:-6], "不完整"),
    "letters of too few questions": (lambda root: "7: A B", "有 5 题，写了 2 个答案"),
    "a letter that is not there": (lambda root: "7: H - - - -", "不会答成“H”"),
    "a foreign paper": (lambda root: "7 CY-38NGCVR-1-9: A - - - -", "卷号 CY-38NGCVR-1-9："),
    "no answers at all": (lambda root: "7： 你好呀", "写了 1 个答案"),
}


@pytest.mark.parametrize("how", REFUSED)
def test_what_cannot_be_is_refused_with_a_reason_and_nothing_of_its_file(
    root: Path, run: Run, how: str
) -> None:
    made, why = REFUSED[how]
    text = made(root)
    good = receipt(root, 5) if "FSR1" in text else f"6: {' '.join(letters(root, 6))}"
    bad = root / "bad.txt"
    bad.write_text(f"{good}\n{text}\n", "utf-8")
    result = run("record", bad, *UNIT, *TODAY)
    assert result.exit_code == 1
    assert why in result.output
    assert "→" in result.output
    assert recorded(root) == ""


def test_a_second_answer_for_a_number_is_refused_and_says_where_the_first_stands(
    root: Path, run: Run
) -> None:
    assert run("record", "8: - - - - -", *UNIT, *TODAY).exit_code == 0
    result = run("record", f"8: {' '.join(letters(root, 8))}", *UNIT, *TODAY)
    assert result.exit_code == 1
    assert f"编号 8 已经记过，内容不一样：spot-checks/{DAY}.yaml:5" in result.output


def test_a_retake_of_what_was_passed_or_never_sat_is_refused(root: Path, run: Run) -> None:
    assert run("record", receipt(root, 3), *UNIT, *TODAY).exit_code == 0
    for earlier, why in ((3, "合格了，不用补考"), (4, "没有这条记录")):
        result = run("record", receipt(root, 5), "--retake", f"5={DAY}/{earlier}", *UNIT, *TODAY)
        assert result.exit_code == 1
        assert why in result.output


def test_a_mistake_in_the_days_file_is_told_with_its_place(root: Path, run: Run) -> None:
    assert run("record", receipt(root, 3), *UNIT, *TODAY).exit_code == 0
    file = root / f"spot-checks/{DAY}.yaml"
    broken = recorded(root).replace("post: 其他从业人员", "post: 厨子")
    file.write_text(broken, "utf-8")
    result = run("record", receipt(root, 4), *UNIT, *TODAY)
    assert result.exit_code == 1
    assert f"spot-checks/{DAY}.yaml:8:11: 错误 [WORD-UNKNOWN]" in result.output
    assert recorded(root) == broken


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_recording_killed_anywhere_loses_nothing_and_doubles_nothing(root: Path) -> None:
    chat = root / "chat.txt"
    chat.write_text("\n".join(receipt(root, number) for number in range(1, 7)), "utf-8")
    typed = ("--root", str(root), "spot-check", "record", str(chat), *UNIT, *TODAY)
    file, seen = root / f"spot-checks/{DAY}.yaml", set()
    for point in range(1, 30):
        ended = dying(point, *typed).returncode
        seen.add((ended == KILLED, recorded(root).count("- number:")))
        if ended != KILLED:
            break
        # Whoever is killed runs it again, and again.
        if point % 2:
            file.unlink(missing_ok=True)
    assert seen <= {(True, 0), (True, 6), (False, 6)}
    assert (False, 6) in seen
    assert {one.suffix for one in (root / "spot-checks").iterdir()} == {".yaml", ".secret"}


def test_a_month_is_settled_once_retakes_are_there_and_only_then_are_the_rows_gone(
    root: Path, run: Run
) -> None:
    wrong = " ".join(["-"] * 5)
    run("record", f"7: {' '.join(letters(root, 7))}\n8: {wrong}", *UNIT, *TODAY)
    counts = root / "quizzes/spot-checks/2024-12.yaml"
    assert "还有 1 人没有补考" in run("settle", "2024-12", "--write", *TODAY).output
    said = run("settle", "2024-12", "--anyway", *TODAY)
    assert said.exit_code == 0, said.output
    assert "考核 2 人，首次合格 1 人" in said.output
    assert recorded(root)
    assert not counts.exists()
    assert run("settle", "2024-12", "--anyway", "--write", *TODAY).exit_code == 0
    assert "people: 2\npassed: 1\n" in counts.read_text("utf-8")
    assert not list((root / "spot-checks").glob(f"{DAY}.*"))
