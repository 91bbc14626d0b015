"""`quizzes/bank/<topic>.yaml`: the questions of one topic."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.citation_text import CitationText
from portal.records.question_type import (
    FIXED_ANSWERS,
    FIXED_OPTIONS,
    LISTED,
    TYPES,
    WITHOUT_OPTIONS,
    FixedId,
    QuestionType,
    TypeName,
)
from portal.records.scalars import Count, Date, Flag, Slug, Text
from portal.records.wording import problem, shown
from portal.records.words import BusinessType, Post, Topic

OptionLetter = Annotated[str, Field(pattern=r"^[a-h]$")]


def parse_answer(value: object) -> object:
    """The letters of the right options as a list; the id of an option that the type itself offers."""
    letters = value if isinstance(value, list) else []
    is_lettered = letters and all(re.fullmatch("[a-h]", str(one)) for one in letters)
    if is_lettered or value in [one.id for one in FIXED_OPTIONS]:
        return value
    if value is None or letters == [None]:
        raise problem("TEXT-EMPTY", "这一项是空的", f"写选项字母的列表，如 [b]；{FIXED_ANSWERS}")
    word = shown(value).lower()
    inside = re.findall("[a-h]", word)
    hint = f"写成选项字母的列表，如 [b]；{FIXED_ANSWERS}"
    meant = next((one.id for one in FIXED_OPTIONS if word in one.mistaken), None)
    if meant:
        hint = f"写成 {meant}"
    elif inside and re.fullmatch(r"[a-h、，,;\s]+", word):
        hint = f"写成 [{', '.join(inside)}]（小写字母）"
    raise problem("ANSWER-FORM", f"答案“{shown(value)}”的写法不对", hint)


Answer = Annotated[tuple[OptionLetter, ...] | FixedId, BeforeValidator(parse_answer)]


class Waiver(Record):
    """A rule for items that this question may break, and why."""

    rule: Text = described("规则", "规则编号，如 ITEM-LENGTH-01")
    reason: Text = described("理由", "为什么这里可以不照办")


class Retirement(Record):
    """The question is used no more; its id stays taken and keeps a short page."""

    on: Date = described("停用日期", "")
    reason: Text = described("原因", "公开显示，如 条文已修改")


class Question(Record):
    """One question; options keep their letters for ever, answers are saved by letter."""

    id: Slug = described("编号", "永不改变、永不重用")
    type: TypeName = described("题型", LISTED)
    stem: Text = described("题干", "")
    options: dict[OptionLetter, Text] = described(
        "选项", f"小写字母 a 到 h，如 a: 文字；{WITHOUT_OPTIONS}不写", {}
    )
    answer: Answer = described("答案", f"选项字母的列表；{FIXED_ANSWERS}")
    explanation: Text = described("解析", "为什么")
    ground: Literal["law", "practice"] = described(
        "根据", "law 有条文可依；practice 只是通行做法，不写依据，只用来练习，不进试卷", "law"
    )
    citations: tuple[CitationText, ...] = described("依据", "ground 为 law 的必填", ())
    basis: Text | None = described("原文依据", "所引条文中的短语", None)
    posts: tuple[Post, ...] = described("岗位", "", min_length=1)
    business_types: tuple[BusinessType, ...] = described("业态", "", min_length=1)
    topic: Topic | None = described("主题", "不填则为文件的主题", None)
    for_public: Flag = described("给公众", "true 表示放进“三分钟测一测”，普通人也答得上", False)
    applied: Flag = described("情景题", "true 表示讲一件事、问怎么做，而不是问规定本身", False)
    difficulty: Literal["easy", "medium", "hard"] = described("难度", "", "medium")
    version: Count = described("版本", "改动答案或题意时加 1", 1)
    status: Literal["draft", "ready", "reserved", "retired"] = described(
        "状态", "draft 草稿，ready 可用，reserved 只用于纸质卷，retired 停用"
    )
    verified_on: Date = described("核对日期", "")
    origin: Text = described("来源", "本局自编等")
    retired: Retirement | None = described("停用", "status 为 retired 时填写", None)
    waivers: tuple[Waiver, ...] = described("例外", "不照出题规则的地方，逐条写理由", ())
    allowed: tuple[Allowed, ...] = answered()

    @property
    def kind(self) -> QuestionType:
        return TYPES[self.type]

    @property
    def on_papers(self) -> bool:
        """Whether papers may ask it: it is in use, and a text says that it is so."""
        return self.status in ("ready", "reserved") and self.ground == "law"

    @property
    def answer_ids(self) -> tuple[str, ...]:
        """The ids of the right options; where the type offers the options, its one id."""
        return (self.answer,) if isinstance(self.answer, str) else self.answer


class Bank(Record):
    """The file: a topic and its questions."""

    topic: Topic = described("主题", "")
    questions: tuple[Question, ...] = described("题目", "", ())
