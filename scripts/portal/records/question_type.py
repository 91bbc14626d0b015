"""The types of questions: one object says of a type all that reading, rules, papers and pages ask of it.

Files name a type by its `TypeName`. The browser has the same table, `TYPES` in `quiz-question.js`, and
`tests/records/test_question_type.py` holds the two to each other. Types are named here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

TypeName: TypeAlias = Literal["single", "multiple", "judge"]
# What an answer is: one option, or a set of them. Whatever depends on it is matched to the end (`assert_never`),
# so that mypy names every place where a further kind of answer has to be thought of.
AnswerKind: TypeAlias = Literal["one", "set"]
FixedId: TypeAlias = Literal["right", "wrong"]


@dataclass(frozen=True)
class FixedOption:
    """An option of the type itself: its id, what screens and papers show, its meaning, what staff write by mistake."""

    id: FixedId
    word: str
    sign: str
    meaning: str
    mistaken: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class QuestionType:
    """One type; `title` and `hint` head a part of a paper, an answer takes `cells` of the answer grid."""

    name: TypeName
    word: str
    title: str
    hint: str
    answer: AnswerKind
    cells: int
    # Whether the rule of a blueprint may give a part of the marks; else an answer earns all or nothing.
    partial: bool
    # An answer as the bank writes it, where it consists of letters; else the options that need not be written.
    example: str = ""
    fixed: tuple[FixedOption, ...] = ()
    # What papers say of filling in an answer that is not a letter for each right option.
    filled_in: str = ""

    @property
    def called(self) -> str:
        """In a sentence: `单选题`."""
        return f"{self.word}题"

    @property
    def has_options(self) -> bool:
        """Whether the bank writes options; where it does not, the stem is a statement to be judged."""
        return not self.fixed

    @property
    def written(self) -> str:
        """How the bank writes an answer: `单选写成 [b] 这样`."""
        ids = " 或 ".join(f"{one.id}（{one.meaning}）" for one in self.fixed)
        return f"{self.called}写 {ids}" if ids else f"{self.word}写成 {self.example} 这样"


SINGLE = QuestionType(
    name="single",
    word="单选",
    title="单项选择题",
    hint="每题只有一个正确选项",
    answer="one",
    cells=1,
    partial=False,
    example="[b]",
)
MULTIPLE = QuestionType(
    name="multiple",
    word="多选",
    title="多项选择题",
    hint="每题有两个或者两个以上正确选项",
    answer="set",
    cells=2,
    partial=True,
    example="[a, c]",
)
JUDGE = QuestionType(
    name="judge",
    word="判断",
    title="判断题",
    hint="对的填“√”，错的填“×”",
    answer="one",
    cells=1,
    partial=False,
    fixed=(
        FixedOption("right", "对", "√", "正确", ("对", "正确", "√", "是", "true")),
        FixedOption("wrong", "错", "×", "错误", ("错", "错误", "×", "否", "false")),
    ),
    filled_in="判断题写“√”或“×”。",
)
# In the order in which they are listed and take turns.
TYPES: Mapping[TypeName, QuestionType] = {one.name: one for one in (SINGLE, MULTIPLE, JUDGE)}

LETTERED = tuple(one for one in TYPES.values() if one.has_options)
FIXED = tuple(one for one in TYPES.values() if not one.has_options)
FIXED_OPTIONS = tuple(option for one in FIXED for option in one.fixed)
# As files are explained: `single 单选，multiple 多选`, and what is different where the options are not written.
LISTED = "，".join(f"{one.name} {one.word}" for one in TYPES.values())
WITHOUT_OPTIONS = "、".join(one.called for one in FIXED)
FIXED_ANSWERS = "，".join(f"{one.called}写 {' 或 '.join(option.id for option in one.fixed)}" for one in FIXED)
