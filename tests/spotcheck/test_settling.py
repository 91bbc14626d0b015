"""A month of sittings becomes counts: first attempts once, retakes with whom they belong to, and nobody's answers."""

from __future__ import annotations

import datetime

from portal.reading.parsed import parse
from portal.reading.record_kinds import BY_NAME
from portal.records.month import Month
from portal.records.vocabulary import Words
from portal.spotcheck.marks import ItemMark, Marked
from portal.spotcheck.settling import settled, text_of, waiting
from portal.spotcheck.sitting import Sitting

FIRST, LATER = datetime.date(2026, 11, 30), datetime.date(2026, 12, 7)
NOVEMBER = Month(2026, 11)


def sat(
    number: int, passed: bool, day: datetime.date = FIRST, retake_of: tuple[datetime.date, int] | None = None
) -> tuple[Sitting, Marked]:
    items = (ItemMark("one", 1, float(passed), 4.0, ("a",)), ItemMark("two", 2, 1.0, 4.0, ()))
    return (
        Sitting(
            day=day,
            number=number,
            paper="CY-3K7M2Q1-1-V",
            firm=number // 2,
            business="餐饮服务" if number < 7 else "单位食堂",
            post="食品安全员",
            by="paper",
            answers=(("a",), ()),
            retake_of=retake_of,
        ),
        Marked(100.0 if passed else 50.0, passed, items),
    )


MONTH = [sat(number, number not in (3, 5)) for number in range(1, 9)]
AGAIN = [sat(1, False, LATER, (FIRST, 3)), sat(2, True, LATER, (LATER, 1)), sat(3, True, LATER)]


def test_retakes_count_with_whom_they_belong_to() -> None:
    """Number 3 failed twice and passed then; who was new in December is not of November."""
    record = settled(NOVEMBER, MONTH + AGAIN, should=10)
    assert record is not None
    assert (record.people, record.passed, record.retaken, record.passed_after) == (8, 6, 1, 7)
    assert (record.firms, record.should) == (5, 10)
    # Two in canteens would be the eight less the six: nothing is told by business.
    assert record.by_business == ()
    assert [(row.name, row.people) for row in record.by_post] == [("食品安全员", 8)]
    assert [(one.id, one.version, one.n) for one in record.items] == [("one", 1, 8), ("two", 2, 8)]


def test_of_a_question_that_few_were_asked_nothing_is_left() -> None:
    """Whoever knows who sat which paper would read one person's answers."""
    rare = Marked(100.0, True, (ItemMark("rare", 1, 0.0, 4.0, ("b",)),))
    record = settled(NOVEMBER, [*MONTH, (sat(9, True)[0], rare)])
    assert record is not None
    assert record.people == 9
    assert [one.id for one in record.items] == ["one", "two"]


def test_a_month_waits_for_retakes_but_no_longer_than_a_year() -> None:
    assert waiting(NOVEMBER, MONTH, LATER) == [(FIRST, 3), (FIRST, 5)]
    assert waiting(NOVEMBER, MONTH + AGAIN, LATER) == [(FIRST, 5)]
    assert waiting(NOVEMBER, MONTH, datetime.date(2027, 12, 1)) == []


def test_the_file_says_the_same_as_the_record() -> None:
    record = settled(NOVEMBER, MONTH + AGAIN)
    assert record is not None
    place = "quizzes/spot-checks/2026-11.yaml"
    read = parse(place, text_of(record).encode(), BY_NAME["spot-check"], Words({}))
    assert (list(read.problems), read.record) == ([], record)


def test_a_month_without_anybody_has_no_record() -> None:
    assert settled(Month(2026, 10), MONTH) is None
