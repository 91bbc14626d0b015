"""`quizzes/bank/<topic>.yaml`: the questions of one topic."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.records.base import Record, described
from portal.records.citation import CitationText
from portal.records.scalars import BusinessType, Count, Date, Post, Slug, Text, Topic

OptionLetter = Annotated[str, Field(pattern=r"^[a-h]$")]


class Question(Record):
    """One question; options keep their letters for ever, answers are saved by letter."""

    id: Slug = described("编号", "永不改变、永不重用")
    type: Literal["single", "multiple", "judge"] = described("题型", "single 单选，multiple 多选，judge 判断")
    stem: Text = described("题干", "")
    options: dict[OptionLetter, Text] = described("选项", "字母: 文字；判断题不写", {})
    answer: tuple[OptionLetter, ...] | Literal["right", "wrong"] = described(
        "答案", "选项字母的列表；判断题写 right 或 wrong"
    )
    explanation: Text = described("解析", "为什么")
    citations: tuple[CitationText, ...] = described("依据", "", min_length=1)
    basis: Text | None = described("原文依据", "所引条文中的短语", None)
    posts: tuple[Post, ...] = described("岗位", "", min_length=1)
    business_types: tuple[BusinessType, ...] = described("业态", "", min_length=1)
    topic: Topic | None = described("主题", "不填则为文件的主题", None)
    difficulty: Literal["easy", "medium", "hard"] = described("难度", "", "medium")
    version: Count = described("版本", "改动答案或题意时加 1", 1)
    status: Literal["draft", "ready", "reserved", "retired"] = described(
        "状态", "draft 草稿，ready 可用，reserved 只用于纸质卷，retired 停用"
    )
    verified_on: Date = described("核对日期", "")
    origin: Text = described("来源", "本局自编等")


class Bank(Record):
    """The file: a topic and its questions."""

    topic: Topic = described("主题", "")
    questions: tuple[Question, ...] = described("题目", "", ())
