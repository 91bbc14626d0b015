"""Scalar values as staff write them: dates, amounts, ids, and words of a vocabulary.

Each raises a `PydanticCustomError` whose type is a stable diagnostic code and whose message and
hint are Chinese; `portal.reading.errors` only adds the place.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema

from portal.records.wording import nearest, problem, shown
from portal.records.written import parse_count, parse_date, parse_number

__all__ = [
    "SLUG",
    "Count",
    "Date",
    "Flag",
    "Number",
    "PagePath",
    "Slug",
    "Text",
    "nearest",
    "parse_date",
    "parse_flag",
    "parse_page_path",
    "parse_slug",
    "parse_text",
]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PAGE_PATH = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
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


def parse_page_path(value: object) -> str:
    """The address of a page within the site: no slash at the front, one at the end."""
    if isinstance(value, str) and PAGE_PATH.fullmatch(value):
        return value
    if value is None:
        raise problem("PATH-FORM", "这一项是空的", "填上站内路径，如 outcomes/2024-06/，或者删去这一行")
    plain = unicodedata.normalize("NFKC", shown(value)).strip().lower()
    right = re.sub(r"[#?].*$|index\.html$", "", plain).strip("/") + "/"
    meant = right if PAGE_PATH.fullmatch(right) else "outcomes/2024-06/"
    hint = f"写成 {meant}（站内路径：开头没有 /，末尾有 /，不带网站的域名）"
    raise problem("PATH-FORM", f"网址“{shown(value)}”的写法不对", hint)


@dataclass(frozen=True)
class AtLeast:
    """What a validator of ours demands, for the JSON Schema; limits set by the field itself go first."""

    keyword: str
    value: int

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {self.keyword: self.value, **handler(schema)}


SLUG_PATTERN = f"^{SLUG.pattern}$"
Date = Annotated[datetime.date, BeforeValidator(parse_date)]
Number = Annotated[
    int | float, BeforeValidator(parse_number), WithJsonSchema({"type": "number", "minimum": 0})
]
Count = Annotated[int, BeforeValidator(parse_count), AtLeast("minimum", 0)]
Flag = Annotated[bool, BeforeValidator(parse_flag)]
Text = Annotated[str, BeforeValidator(parse_text), AtLeast("minLength", 1)]
PagePath = Annotated[
    str,
    BeforeValidator(parse_page_path),
    WithJsonSchema({"type": "string", "pattern": f"^{PAGE_PATH.pattern}$"}),
]
Slug = Annotated[
    str, BeforeValidator(parse_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})
]
