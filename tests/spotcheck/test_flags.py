"""What the answers of thirty people and more say against a question."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from portal.quiz.marking import PARTS
from portal.records.question_type import TYPES, QuestionType
from portal.spotcheck.flags import OptionRow, flags, option_table
from portal.spotcheck.statistics import ItemSums


@dataclass(frozen=True)
class Asked:
    kind: QuestionType = TYPES["single"]
    stem: str = "哪一种做法对？"
    options: dict[str, str] = field(default_factory=lambda: dict.fromkeys("abcd", "做法"))
    answer_ids: tuple[str, ...] = ("b",)


JUDGE = Asked(TYPES["judge"], options={}, answer_ids=("right",))
MULTIPLE = Asked(TYPES["multiple"], answer_ids=("a", "b"))


def answered(question: Asked, *chosen: tuple[str, int, int]) -> ItemSums:
    """So many people (second) with these options (first), whose rest was that (third, tenths of a percent)."""
    total = ItemSums()
    for options, people, rest in chosen:
        picked = (options,) if question.kind.fixed else tuple(options)
        right = PARTS if sorted(picked) == sorted(question.answer_ids) else 0
        for _ in range(people):
            total += ItemSums.one(right, rest, picked)
    return total


def test_every_option_has_its_row_chosen_or_not() -> None:
    table = option_table(Asked(), answered(Asked(), ("b", 30, 800), ("c", 10, 400)))
    assert table == [
        OptionRow("a", False, 0, 0.0),
        OptionRow("b", True, 30, 0.75),
        OptionRow("c", False, 10, 0.25),
        OptionRow("d", False, 0, 0.0),
    ]


SOUND = [("b", 20, 800), ("a", 5, 400), ("c", 5, 400), ("d", 5, 400)]


@pytest.mark.parametrize(
    ("question", "chosen", "said"),
    [
        (Asked(), SOUND, []),
        (Asked(), [("b", 97, 800), ("a", 3, 400)], ["太易：得分率97%"]),
        (Asked(), [("b", 20, 400), ("a", 5, 800), ("c", 5, 800), ("d", 5, 800)], ["区分度是负的"]),
        (Asked(), [("b", 20, 800), ("a", 21, 400), ("c", 5, 400), ("d", 5, 400)],
         ["错的选项“A”选的人（21）比正确的（20）还多"]),
        (Asked(), [("b", 20, 800), ("a", 15, 400)], ["没有人选“C”、“D”"]),
        (JUDGE, [("right", 14, 800), ("wrong", 16, 700)],
         ["太难：得分率47%，不到50%", "错的选项“错”选的人（16）比正确的（14）还多"]),
        (JUDGE, [("right", 20, 800), ("wrong", 12, 700)], []),
        (MULTIPLE, [("ab", 20, 800), ("ac", 9, 500), ("bd", 3, 500)], []),
        (MULTIPLE, [("ab", 20, 800), ("bcd", 25, 500)], ["错的选项“C”选的人（25）比正确的（20）还多",
                                                        "错的选项“D”选的人（25）比正确的（20）还多"]),
    ],
    ids=["sound", "easy", "negative", "above-key", "idle", "hard", "judge", "multiple", "multiple-above-key"],
)  # fmt: skip
def test_what_is_said_against_a_question(
    question: Asked, chosen: list[tuple[str, int, int]], said: list[str]
) -> None:
    found = flags(question, answered(question, *chosen))
    assert [one.partition("（-")[0] for one in found] == said


def test_below_thirty_nothing_is_said() -> None:
    few = answered(Asked(), ("a", 29, 100))
    assert (option_table(Asked(), few), flags(Asked(), few)) == ([], ())
