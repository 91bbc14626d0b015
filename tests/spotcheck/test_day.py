"""The private file of a day: what is appended reads back the same, and what was there stays."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from portal.records.vocabulary import Words
from portal.spotcheck.day import append, file_of, read_day
from portal.spotcheck.handed_out import handed_out, keep, new_day
from portal.spotcheck.sitting import Sitting

DAY = date(2026, 12, 1)
PHONE = Sitting(
    day=DAY,
    number=3,
    paper="CY-38NGCVR-T99RE2-Z",
    firm=1,
    business="餐饮服务",
    post="其他从业人员",
    by="phone",
    started=datetime(2026, 12, 1, 9, 12),  # noqa: DTZ001 - where the phone is
    minutes=19,
    answers=(("b",), ("a", "c"), ("right",), ("wrong",), (), None),
    retake_of=(date(2026, 11, 3), 7),
)
PAPER = Sitting(
    day=DAY,
    number=4,
    paper=PHONE.paper,
    firm=2,
    business="单位食堂",
    post="食品安全员",
    by="paper",
    answers=((),),
)


def test_sittings_read_back_as_they_were_and_comments_stay(tmp_path: Path) -> None:
    append(tmp_path, read_day(tmp_path, DAY, Words()), [PHONE])
    file = file_of(tmp_path, DAY)
    file.write_text(file.read_text("utf-8") + "    # 主考核对过\n", "utf-8")
    append(tmp_path, read_day(tmp_path, DAY, Words()), [PAPER])
    read = read_day(tmp_path, DAY, Words())
    assert read.problems == ()
    assert read.sittings == (PHONE, PAPER)
    assert "# 主考核对过" in file.read_text("utf-8")
    assert 'answers: "B.AC.R.W.-.*"' in file.read_text("utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_a_number_twice_or_another_day_is_an_error_with_its_line(tmp_path: Path) -> None:
    append(tmp_path, read_day(tmp_path, DAY, Words()), [PAPER, PAPER])
    (twice,) = read_day(tmp_path, DAY, Words()).problems
    assert (twice.code, twice.span.line) == ("ID-DUPLICATE", 12)
    file_of(tmp_path, DAY).rename(file_of(tmp_path, date(2026, 12, 2)))
    assert "FILE-NAME" in {one.code for one in read_day(tmp_path, date(2026, 12, 2), Words()).problems}


def test_a_days_secret_is_kept_and_numbers_keep_their_papers(tmp_path: Path) -> None:
    given = new_day(DAY).with_papers({1: "A"})
    keep(tmp_path, given)
    again = handed_out(tmp_path, DAY)
    assert again == given
    assert again.with_papers({1: "B", 2: "C"}).papers == {1: "A", 2: "C"}
    assert again.slip(1) != new_day(DAY).slip(1)
