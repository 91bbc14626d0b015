"""`quizzes/papers/<id>.yaml`: what papers of one sort are made of; the papers themselves are drawn."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described
from portal.records.question_type import LISTED, TYPES, QuestionType, TypeName
from portal.records.scalars import Count, Flag, Slug, Text
from portal.records.wording import problem, shown
from portal.records.words import BusinessType, Post, Topic

# Letters that are taken for digits are left out, so that a code can be read aloud and typed from paper.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PAIR = re.compile(f"[{LETTERS}]{{2}}")

Percent = Annotated[Count, Field(le=100)]


def parse_pair(value: object) -> str:
    """The two characters with which the codes of all papers of a blueprint begin."""
    if isinstance(value, str) and PAIR.fullmatch(value):
        return value
    written = shown(value).upper()
    hint = "用两个大写字母或数字，不用 I、L、O、U，如 CY；只有数字的加双引号"
    hint = f'写成 "{written}"' if PAIR.fullmatch(written) else hint
    raise problem("ID-FORM", f"卷号代码“{shown(value)}”的写法不对", hint)


Pair = Annotated[
    str, BeforeValidator(parse_pair), WithJsonSchema({"type": "string", "pattern": f"^{PAIR.pattern}$"})
]


class Section(Record):
    """One part of the paper: so many questions of a type, each worth so many marks."""

    type: TypeName = described("题型", f"{LISTED}；每种题型一个部分")
    count: Count = described("题数", "", ge=1)
    marks: Count = described("每题分值", "", ge=1)

    @property
    def kind(self) -> QuestionType:
        return TYPES[self.type]


class Difficulties(Record):
    """Percent of the questions of the whole paper."""

    easy: Percent = described("易", "百分比")
    medium: Percent = described("中", "百分比")
    hard: Percent = described("难", "百分比")


class Blueprint(Record):
    """What every paper of one sort keeps to."""

    id: Slug = described("编号", "用在网址里")
    code: Pair = described("卷号代码", "卷号的前两位，两个大写字母或数字，定了不再改")
    title: Text = described("名称", "如 餐饮从业人员")
    posts: tuple[Post, ...] = described("岗位", "出适合其中任何一个岗位的题", min_length=1)
    business_types: tuple[BusinessType, ...] = described("业态", "出适合其中任何一种业态的题", min_length=1)
    sections: tuple[Section, ...] = described("各部分", "按卷面顺序", min_length=1)
    topics: dict[Topic, Percent] = described("主题比例", "主题: 百分比，合计 100", min_length=1)
    difficulty: Difficulties = described("难度比例", "全卷的百分比，合计 100")
    must: tuple[Slug, ...] = described("必考题", "每张卷都有的题的编号", ())
    reserved: Flag = described("使用保留题", "true 表示纸质卷可以用 reserved 的题；手机上不显示这些题", False)
    marking: Literal["all", "half", "minus"] = described(
        "多选题计分",
        "all 全对得分；half 少选得一半、错选不得分；minus 选对的减选错的、最低 0 分",
        "all",
    )
    minutes: Count = described("时间（分钟）", "", ge=1)
    pass_mark: Percent = described("合格线（百分制）", "得分达到多少算合格", ge=1)
    note: Text = described("说明", "印在卷上、显示在页面上")
    allowed: tuple[Allowed, ...] = answered()

    @property
    def count(self) -> int:
        """Questions of one paper."""
        return sum(section.count for section in self.sections)
