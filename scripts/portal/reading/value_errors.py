"""What pydantic finds wrong with a value → a code, a message and a hint in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic.fields import FieldInfo

from portal.records.wording import nearest, shown

Context = dict[str, Any]
Said = tuple[str, str]
SAME_AS_OTHERS = "对照编辑器里的说明或已有文件改写"
EMPTY = "这一项是空的"
# A word of the vocabulary is no longer; between full-width commas it may be part of a sentence.
SHORT_ITEM = 12
SHORT_CLAUSE = 6


def value_error(kind: str, value: object, context: Context, about: FieldInfo | None) -> tuple[str, str, str]:
    """Code, message and hint for pydantic's error type `kind` at the field `about`."""
    code, say = KNOWN.get(kind, ("VALUE-FORM", _anything))
    return (code, *say(value, context, about))


def _choice(value: object, context: Context, about: FieldInfo | None) -> Said:
    choices = re.findall(r"'([^']+)'", str(context["expected"]))
    # Descriptions of such fields name each word: `provisional 初步数，final 定稿`.
    named = dict(re.findall(r"([a-z_]+) ([^，；]+)", about.description or "")) if about else {}
    meanings = {named.get(choice, choice): choice for choice in choices}
    word = shown(value)
    meant = nearest(word, choices) or meanings.get(nearest(word, list(meanings)) or "")
    listed = "、".join(f"{choice}（{named[choice]}）" if choice in named else choice for choice in choices)
    message = EMPTY if value is None else f"“{word}”不在可选的词里"
    return message, f"是不是 {meant}？可选：{listed}" if meant else f"可选：{listed}"


def _list(value: object, context: Context, about: FieldInfo | None) -> Said:
    if value is None:
        return EMPTY, "下面每项一行，缩进两格以“- ”开头；没有内容就删去这一行"
    if isinstance(value, dict):
        return "这里要列表，读到的是“键: 值”", "每一项前面加“- ”，同一项的各行左对齐"
    items = [item.strip() for item in re.split("[，、,;；]", str(value).strip("［］【】[]"))]
    longest = SHORT_CLAUSE if "，" in str(value) else SHORT_ITEM
    if all(0 < len(item) <= longest for item in items):
        return f"这里要列表，写的是“{shown(value)}”", f"写成 [{', '.join(items)}]，或每项一行以“- ”开头"
    return f"这里要列表，写的是“{shown(value)}”", "另起一行，缩进两格，每项一行以“- ”开头"


def _mapping(value: object, context: Context, about: FieldInfo | None) -> Said:
    keys = "另起一行，缩进两格，写成 键: 值"
    if value is None:
        return EMPTY, f"{keys}；没有内容就删去这一行"
    if isinstance(value, list):
        return "这里要“键: 值”，读到的是列表", "去掉“- ”，写成 键: 值"
    return f"这里要“键: 值”，写的是“{shown(value)}”", keys


def _text(value: object, context: Context, about: FieldInfo | None) -> Said:
    if value is None:
        return EMPTY, "填上内容，或者删去这一行（如果它可以不填）"
    if isinstance(value, list | dict):
        return "这里要一段文字，读到的是列表或“键: 值”", "写成一行文字；以 [ 或 { 开头的文字要加双引号"
    return f"这里要文字，写的是“{shown(value)}”", f'加上双引号，如 "{shown(value)}"'


def _too_long(value: object, context: Context, about: FieldInfo | None) -> Said:
    length = len(value) if isinstance(value, str) else 0
    return f"这一项有 {length} 个字，超过 {context['max_length']} 个字", "写短一些"


def _empty(value: object, context: Context, about: FieldInfo | None) -> Said:
    return EMPTY, "填上内容"


def _too_few(value: object, context: Context, about: FieldInfo | None) -> Said:
    return f"这里至少要有 {context.get('min_length', 1)} 项", "补上内容，每项一行以“- ”开头"


def _pattern(value: object, context: Context, about: FieldInfo | None) -> Said:
    named = about and about.description != about.title and about.description
    return f"“{shown(value)}”的写法不合要求", named or SAME_AS_OTHERS


def _range(value: object, context: Context, about: FieldInfo | None) -> Said:
    name, limit = next((name, context[name]) for name in ("ge", "le", "gt", "lt") if name in context)
    way = (
        "不能小于" if name == "ge" else "不能大于" if name == "le" else "要大于" if name == "gt" else "要小于"
    )
    return f"这里的数{way} {limit}，写的是 {shown(value)}", "核对后改正"


def _anything(value: object, context: Context, about: FieldInfo | None) -> Said:
    return f"“{shown(value)}”不能用在这里", SAME_AS_OTHERS


KNOWN: dict[str, tuple[str, Callable[[object, Context, FieldInfo | None], Said]]] = {
    "literal_error": ("WORD-UNKNOWN", _choice),
    "tuple_type": ("LIST-FORM", _list),
    "list_type": ("LIST-FORM", _list),
    "dict_type": ("MAPPING-FORM", _mapping),
    "model_type": ("MAPPING-FORM", _mapping),
    "model_attributes_type": ("MAPPING-FORM", _mapping),
    "string_type": ("TEXT-FORM", _text),
    "string_too_long": ("TEXT-LONG", _too_long),
    "string_too_short": ("TEXT-EMPTY", _empty),
    "too_short": ("LIST-EMPTY", _too_few),
    "string_pattern_mismatch": ("ID-FORM", _pattern),
    "greater_than_equal": ("NUMBER-RANGE", _range),
    "greater_than": ("NUMBER-RANGE", _range),
    "less_than_equal": ("NUMBER-RANGE", _range),
    "less_than": ("NUMBER-RANGE", _range),
}
