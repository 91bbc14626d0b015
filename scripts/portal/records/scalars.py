"""Scalar values as staff write them: dates, months, amounts, ids, and words of a vocabulary.

Each raises a `PydanticCustomError` whose type is a stable diagnostic code and whose message and
hint are Chinese; `portal.records.errors` only adds the place.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from portal.records.dates import parse_date, parse_month
from portal.records.numbers import parse_count, parse_number
from portal.records.vocabulary import Term, Words
from portal.records.wording import nearest, problem, shown

__all__ = [
    "SLUG",
    "BusinessType",
    "CorrectionKind",
    "Count",
    "Date",
    "Flag",
    "FocusName",
    "IndicatorId",
    "LawKind",
    "Month",
    "Number",
    "OneOf",
    "PartyKind",
    "Penalty",
    "Post",
    "Procedure",
    "Product",
    "SeasonKind",
    "Slug",
    "Text",
    "Topic",
    "UnitName",
    "nearest",
    "parse_count",
    "parse_date",
    "parse_flag",
    "parse_month",
    "parse_number",
    "parse_slug",
    "parse_text",
]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FILL_IN = "填上内容，或者删去这一行（如果它可以不填）"
FLAGS = {"是": "true", "有": "true", "yes": "true", "on": "true", "1": "true", "true": "true"} | {
    "否": "false",
    "无": "false",
    "no": "false",
    "off": "false",
    "false": "false",
    "0": "false",
}


def parse_flag(value: object) -> bool:
    """`true` or `false`, nothing else (YAML 1.2)."""
    if isinstance(value, bool):
        return value
    right = FLAGS.get(shown(value).lower(), "true 或 false")
    raise problem("FLAG-FORM", f"这里要 true 或 false，写的是“{shown(value)}”", f"写成 {right}（不加引号）")


def parse_text(value: object) -> str:
    """A text that is not empty; surrounding blank lines of a block are dropped."""
    if isinstance(value, str):
        if text := value.strip():
            return text
        raise problem("TEXT-EMPTY", "这一项是空的", FILL_IN)
    if value is None:
        raise problem("TEXT-EMPTY", "这一项是空的", FILL_IN)
    if isinstance(value, dict):
        hint = "文字里的半角冒号改成全角“：”，或者整段加双引号"
        raise problem("TEXT-FORM", "这里要一段文字，读到的是“键: 值”", hint)
    if isinstance(value, list):
        hint = "去掉“- ”写成一行文字；以 [ 开头的文字整段加双引号"
        raise problem("TEXT-FORM", "这里要一段文字，读到的是列表", hint)
    what = "是非值" if isinstance(value, bool) else "数字"
    raise problem(
        "TEXT-FORM", f"这里要文字，“{shown(value)}”会被读成{what}", f'加上双引号，如 "{shown(value)}"'
    )


def parse_slug(value: object) -> str:
    """An id: lower-case letters, digits and hyphens, so that it can stand in an address."""
    if isinstance(value, str) and SLUG.fullmatch(value):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise problem("ID-FORM", f"编号“{value}”会被读成数字", f'加上双引号，如 "{value}"')
    plain = re.sub(r"[\s_—–\-]+", "-", unicodedata.normalize("NFKC", shown(value)).strip().lower()).strip("-")
    right = f"写成 {plain}：" if SLUG.fullmatch(plain) else ""
    hint = f"{right}只用小写字母、数字和连字符，如 2024-001、cold-dishes"
    raise problem("ID-FORM", f"编号“{shown(value)}”的写法不对", hint)


@dataclass(frozen=True)
class AtLeast:
    """What a validator of ours demands, for the JSON Schema; limits set by the field itself go first."""

    keyword: str
    value: int

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {self.keyword: self.value, **handler(schema)}


MONTH_PATTERN = r"^\d{4}-(0[1-9]|1[0-2])$"
SLUG_PATTERN = f"^{SLUG.pattern}$"
Date = Annotated[datetime.date, BeforeValidator(parse_date)]
Month = Annotated[
    str, BeforeValidator(parse_month), WithJsonSchema({"type": "string", "pattern": MONTH_PATTERN})
]
Number = Annotated[
    int | float, BeforeValidator(parse_number), WithJsonSchema({"type": "number", "minimum": 0})
]
Count = Annotated[int, BeforeValidator(parse_count), AtLeast("minimum", 0)]
Flag = Annotated[bool, BeforeValidator(parse_flag)]
Text = Annotated[str, BeforeValidator(parse_text), AtLeast("minLength", 1)]
Slug = Annotated[
    str, BeforeValidator(parse_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})
]


@dataclass(frozen=True)
class OneOf:
    """A word of the vocabulary group `group`; the vocabulary comes with the validation context.

    A group that could not be read is not checked: its own file already has the diagnostic.
    """

    group: str
    what: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "x-vocabulary": self.group}

    def _validate(self, value: object, info: core_schema.ValidationInfo) -> str:
        word = parse_text(value)
        words = info.context.get("words") if info.context else None
        if not isinstance(words, Words):
            return word
        terms = words.group(self.group)
        if terms is None or word in terms:
            return word
        meant = words.canonical(self.group, word)
        if meant:
            hint = f"写成 {meant}（“{shown(word)}”是它的别名，只在导入表格时认）"
            raise problem("WORD-UNKNOWN", f"“{shown(word)}”不是已有的{self.what}", hint)
        raise problem(
            "WORD-UNKNOWN", f"“{shown(word)}”不是已有的{self.what}", lambda: _suggestion(word, terms)
        )


def _suggestion(word: str, terms: Mapping[str, Term]) -> str:
    parts = [part.strip() for part in re.split("[，、,;；]", word)]
    if len(parts) > 1 and all(part in terms for part in parts):
        return "这是几个词：列表里一项只写一个词，只能填一个的留下一个"
    meant = nearest(word, terms)
    listed = "、".join(list(terms)[:12]) + ("……" if len(terms) > 12 else "")
    return f"是不是“{meant}”？可用的词：{listed}" if meant else f"可用的词：{listed}"


BusinessType = Annotated[str, OneOf("business_types", "业态")]
Product = Annotated[str, OneOf("products", "品种")]
Post = Annotated[str, OneOf("posts", "岗位")]
Topic = Annotated[str, OneOf("topics", "题库主题")]
FocusName = Annotated[str, OneOf("focuses", "工作重点")]
UnitName = Annotated[str, OneOf("units", "报送单位")]
IndicatorId = Annotated[str, OneOf("indicators", "指标编号")]
Procedure = Annotated[str, OneOf("procedures", "处罚程序")]
Penalty = Annotated[str, OneOf("penalties", "处罚种类")]
PartyKind = Annotated[str, OneOf("party_kinds", "当事人类型")]
LawKind = Annotated[str, OneOf("law_kinds", "法规类别")]
SeasonKind = Annotated[str, OneOf("season_kinds", "时段类别")]
CorrectionKind = Annotated[str, OneOf("correction_kinds", "更正类别")]
