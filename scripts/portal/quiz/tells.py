"""Tells: what of a question gives its answer away to somebody who knows nothing of food.

Each tell picks an answer from the form alone: the shortest option, the only one that says 不, true or false by how
lenient a statement sounds. How often a tell is right, beside how often chance is, says whether the bank can be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, assert_never

from portal.records.question_type import QuestionType

# What lets somebody off, and what binds.
LENIENT = r"不用|不必|不需要|无需|无须|没必要|可以不|可不|不一定要|就行|就可以|就够了|即可|不管|不要紧|没关系|可以拒绝|随便|自行决定|照样|照常|仍可|仍然可以"
STRICT = r"应当|必须|不得|禁止|严禁|一律|都要|才能|方可|每[次日天批周月年餐]"
HEDGED = re.compile(r"可以|尽量|一般|通常|酌情|视情况|适当|大概|左右|必要时|有条件的|原则上|尽可能")
NEGATIVE = re.compile(r"不|无需|无须|没有|免于|别")
STARTS_LENIENT, STARTS_STRICT = re.compile(LENIENT), re.compile(STRICT)

Answer = frozenset[str]


class Asked(Protocol):
    """A question of the bank or of a frozen one."""

    @property
    def kind(self) -> QuestionType: ...
    @property
    def stem(self) -> str: ...
    @property
    def options(self) -> Mapping[str, str]: ...
    @property
    def answer_ids(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Tell:
    """`pick` gives the answer that the tell points to, nothing where it points to none."""

    name: str
    pick: Callable[[Asked], Answer]


@dataclass(frozen=True)
class Record:
    """How a tell fared: on how many questions it pointed somewhere, how often rightly, how often chance is right."""

    tell: Tell
    asked: int
    right: int
    expected: float

    @property
    def lift(self) -> float:
        """How much better than chance, as a share; few questions count for little."""
        return (self.right - self.expected) / (self.asked + CAUTION)


# As many questions on which a tell is taken to be no better than chance.
CAUTION = 8


def chance(question: Asked) -> float:
    """The probability that a blind answer is right."""
    options = len(question.kind.fixed) or max(len(question.options), 2)
    match question.kind.answer:
        case "one":
            return 1 / options
        case "set":
            return 1 / max((1 << options) - options - 1, 1)
        case _:
            assert_never(question.kind.answer)


def record(tell: Tell, questions: Iterable[Asked]) -> Record:
    """How the tell fares on the questions."""
    asked = right = 0
    expected = 0.0
    for question in questions:
        if picked := tell.pick(question):
            asked += 1
            right += picked == frozenset(question.answer_ids)
            expected += chance(question)
    return Record(tell, asked, right, expected)


def _judged(pattern: re.Pattern[str], answer: str) -> Callable[[Asked], Answer]:
    def pick(question: Asked) -> Answer:
        fixed = bool(question.kind.fixed)
        return frozenset((answer,)) if fixed and pattern.search(question.stem) else frozenset()

    return pick


def _only(applies: Callable[[Sequence[str]], Sequence[bool]]) -> Callable[[Asked], Answer]:
    """Of a question with one right option the one to which something applies, where it applies to just one."""

    def pick(question: Asked) -> Answer:
        if question.kind.answer != "one" or len(question.options) < 2:
            return frozenset()
        marked = applies(list(question.options.values()))
        return _one([letter for letter, yes in zip(question.options, marked, strict=True) if yes])

    return pick


def _one(letters: Sequence[str]) -> Answer:
    return frozenset(letters) if len(letters) == 1 else frozenset()


def _without(pattern: re.Pattern[str]) -> Callable[[Asked], Answer]:
    """Of a question with several right options all that the pattern does not spoil."""

    def pick(question: Asked) -> Answer:
        if question.kind.answer != "set":
            return frozenset()
        kept = frozenset(letter for letter, text in question.options.items() if not pattern.search(text))
        return kept if 2 <= len(kept) < len(question.options) else frozenset()

    return pick


def _all_but(worst: Callable[[Iterable[int]], int]) -> Callable[[Asked], Answer]:
    """Of a question with several right options all but the longest, or all but the shortest."""

    def pick(question: Asked) -> Answer:
        if question.kind.answer != "set":
            return frozenset()
        lengths = {letter: len(text) for letter, text in question.options.items()}
        out = _one([one for one, length in lengths.items() if length == worst(lengths.values())])
        return frozenset(lengths) - out if out else frozenset()

    return pick


def _every(question: Asked) -> Answer:
    return frozenset(question.options) if question.kind.answer == "set" else frozenset()


def _first_ones(question: Asked) -> Answer:
    """The first half: whoever writes a question begins with what is right."""
    options = list(question.options)
    return frozenset(options[: max(2, len(options) // 2)]) if question.kind.answer == "set" else frozenset()


TELLS = (
    Tell("判断题里说“不用、可以不、就行”的选错", _judged(STARTS_LENIENT, "wrong")),
    Tell("判断题里说“应当、必须、不得”的选对", _judged(STARTS_STRICT, "right")),
    Tell("判断题一律选错", _judged(re.compile(""), "wrong")),
    Tell("单选题选最短的", _only(lambda texts: [len(one) == min(map(len, texts)) for one in texts])),
    Tell("单选题选最长的", _only(lambda texts: [len(one) == max(map(len, texts)) for one in texts])),
    Tell("单选题选唯一说“不、没有”的", _only(lambda texts: [bool(NEGATIVE.search(one)) for one in texts])),
    Tell("单选题选唯一不说“不、没有”的", _only(lambda texts: [not NEGATIVE.search(one) for one in texts])),
    Tell("单选题选唯一不说“可以、尽量”的", _only(lambda texts: [not HEDGED.search(one) for one in texts])),
    Tell("单选题选唯一说“可以、尽量”的", _only(lambda texts: [bool(HEDGED.search(one)) for one in texts])),
    Tell("单选题选唯一说“应当、必须、才能”的", _only(lambda texts: [bool(STARTS_STRICT.search(one)) for one in texts])),
    Tell("单选题选唯一不说“不用、就行、照常”的", _only(lambda texts: [not STARTS_LENIENT.search(one) for one in texts])),
    Tell("多选题全选", _every),
    Tell("多选题选前一半", _first_ones),
    Tell("多选题不选说“不用、就行”的", _without(STARTS_LENIENT)),
    Tell("多选题不选说“不、没有”的", _without(NEGATIVE)),
    Tell("多选题不选最长的", _all_but(max)),
    Tell("多选题不选最短的", _all_but(min)),
)  # fmt: skip
