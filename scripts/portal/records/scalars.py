"""Scalar values as staff write them: dates, months, amounts, ids, and words of a vocabulary.

Each raises a `PydanticCustomError` whose type is a stable diagnostic code and whose message and
hint are Chinese; `portal.records.errors` only adds the place.
"""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from portal.records.vocabulary import Words

ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
LOOSE_DATE = re.compile(
    r"(\d{4})\s*(?:[年/.\-]\s*(\d{1,2})\s*[月/.\-]\s*(\d{1,2})|(\d{2})(\d{2}))(?!\d)\s*[日号]?(?:[\sT].*)?", re.ASCII
)
LOOSE_MONTH = re.compile(r"(\d{4})\s*[年/.\-]?\s*(0?[1-9]|1[0-2])\s*月?(?:份)?", re.ASCII)
PLAIN_NUMBER = re.compile(r"-?0*(\d+(?:\.\d+)?)", re.ASCII)
WITH_UNIT = re.compile(r"[^\d\-]?(\d+(?:\.\d+)?)([万亿]?)\D*", re.ASCII)
TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}


def problem(code: str, message: str, hint: str | Callable[[], str]) -> PydanticCustomError:
    """The finding `code`; a hint that is costly to find is given as a function."""
    # Messages are not templates of ours: braces inside a quoted value must stay as they are.
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})  # type: ignore[arg-type]


def shown(value: object) -> str:
    """A value as it is quoted in a message: short, on one line."""
    if value is None:
        return "空值"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        items = [f"{key}" for key in value]
        inside = "、".join(item if len(item) <= 10 else item[:10] + "…" for item in items[:3])
        return f"{inside}{'……' if len(items) > 3 else ''}" if items else "空列表"
    text = " ".join(str(value).split())
    return text if len(text) <= 30 else text[:30] + "…"


def nearest(word: str, candidates: Mapping[str, Any] | list[str]) -> str | None:
    """The candidate that a writer of `word` most likely meant, if any comes close."""
    names = list(candidates)
    matches = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    if matches:
        return matches[0]
    inside = [name for name in names if word and (word in name or name in word)]
    return inside[0] if inside else None


def parse_date(value: object) -> datetime.date:
    """A date written `2024-06-21`; any other way of writing it is refused with the right one."""
    if isinstance(value, datetime.date):
        return value
    text = value if isinstance(value, str) else shown(value)
    if match := ISO_DATE.fullmatch(text):
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            raise problem("DATE-NONE", f"日历上没有 {text} 这一天", "改成真实存在的日期，如 2024-06-21") from None
    loose = LOOSE_DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    example = "{}-{:0>2}-{:0>2}".format(*loose.groups()) if loose else "2024-06-21"
    raise problem("DATE-FORM", f"日期“{shown(value)}”的写法不对", f"写成 {example}（四位年-两位月-两位日）")


def parse_month(value: object) -> str:
    """A month written `2024-06`."""
    text = value if isinstance(value, str) else shown(value)
    match = re.fullmatch(r"(\d{4})-(\d{2})", text)
    if match and 1 <= int(match[2]) <= 12:
        return text
    raise problem("MONTH-FORM", f"月份“{shown(value)}”的写法不对", "写成 2024-06（四位年-两位月）")


def _number_hint(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").replace("_", "")
    if PLAIN_NUMBER.fullmatch(plain):
        return f"写成 {plain}（半角数字，不加千分位、单位和引号）"
    if plain.endswith("%") and PLAIN_NUMBER.fullmatch(plain[:-1]):
        return "只填两个原始数，百分比由程序计算；不写 %"
    if match := re.fullmatch(r"(-?\d+(?:\.\d+)?)\D+", plain):
        return f"写成 {match[1]}，单位不写在数里"
    return "写成半角数字，如 12；没有就写 0 或删去这一行"


def parse_number(value: object) -> int | float:
    """A non-negative number; texts such as `12,000`, `１２`, `98%` are refused with the right form."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise problem("NUMBER-FORM", f"这里要数字，写的是“{shown(value)}”", _number_hint(shown(value)))
    if value != value or value in (float("inf"), float("-inf")):
        raise problem("NUMBER-FORM", f"这里要数字，写的是“{shown(value)}”", "写成半角数字，如 12")
    if value < 0:
        raise problem("NUMBER-NEGATIVE", f"这里的数不能小于 0，写的是 {value}", "核对原表后改成 0 或正数")
    return value


def parse_count(value: object) -> int:
    """A non-negative whole number."""
    number = parse_number(value)
    if isinstance(number, float):
        raise problem("NUMBER-WHOLE", f"这里要整数，写的是 {shown(value)}", f"写成 {round(number)} 这样的整数")
    return number


def parse_flag(value: object) -> bool:
    """`true` or `false`, nothing else (YAML 1.2)."""
    if isinstance(value, bool):
        return value
    text = shown(value)
    meant = {"是": "true", "有": "true", "yes": "true", "on": "true", "否": "false", "无": "false", "no": "false"}
    right = meant.get(text.lower(), "true 或 false")
    raise problem("FLAG-FORM", f"这里要 true 或 false，写的是“{text}”", f"写成 {right}")


def parse_text(value: object) -> str:
    """A text that is not empty; surrounding blank lines of a block are dropped."""
    if not isinstance(value, str):
        if value is None:
            raise problem("TEXT-EMPTY", "这一项是空的", "填上内容，或者删去这一行（如果它可以不填）")
        if isinstance(value, list | dict):
            kind = "列表" if isinstance(value, list) else "若干“键: 值”"
            raise problem("TEXT-FORM", f"这里要一段文字，读到的是{kind}", "写成一行文字；以 [ 或 { 开头的文字要加双引号")
        raise problem("TEXT-FORM", f"这里要文字，“{shown(value)}”会被读成别的类型", f'加上双引号：\"{shown(value)}\"')
    text = value.strip()
    if not text:
        raise problem("TEXT-EMPTY", "这一项是空的", "填上内容，或者删去这一行（如果它可以不填）")
    return text


def parse_slug(value: object) -> str:
    """An id: lower-case letters, digits and hyphens, so that it can stand in an address."""
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        return value
    raise problem("ID-FORM", f"编号“{shown(value)}”的写法不对", "只用小写字母、数字和连字符，如 2024-001、cold-dishes")


Date = Annotated[datetime.date, BeforeValidator(parse_date), WithJsonSchema({"type": "string", "format": "date"})]
Month = Annotated[
    str, BeforeValidator(parse_month), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$"})
]
Number = Annotated[int | float, BeforeValidator(parse_number), WithJsonSchema({"type": "number", "minimum": 0})]
Count = Annotated[int, BeforeValidator(parse_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Flag = Annotated[bool, BeforeValidator(parse_flag), WithJsonSchema({"type": "boolean"})]
Text = Annotated[str, BeforeValidator(parse_text), WithJsonSchema({"type": "string", "minLength": 1})]
Slug = Annotated[
    str, BeforeValidator(parse_slug), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
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

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "x-vocabulary": self.group}

    def _validate(self, value: object, info: core_schema.ValidationInfo) -> str:
        word = parse_text(value)
        words = info.context.get("words") if info.context else None
        if not isinstance(words, Words):
            return word
        terms = words.group(self.group)
        if terms is None or word in terms:
            return word
        meant = nearest(word, terms)
        listed = "、".join(list(terms)[:12]) + ("……" if len(terms) > 12 else "")
        hint = f"是不是“{meant}”？可用的词：{listed}" if meant else f"可用的词：{listed}"
        raise problem("WORD-UNKNOWN", f"“{shown(word)}”不是已有的{self.what}", hint)


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
