"""pydantic's findings → diagnostics with a place, in Chinese.

The only module that knows pydantic's error types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.records.scalars import nearest, shown
from portal.source import Diagnostic, SourceFile, error

Loc = tuple[str | int, ...]


def diagnostics(
    file: SourceFile, data: object, model: type[BaseModel], failure: ValidationError
) -> list[Diagnostic]:
    """One diagnostic per finding; findings of an alternative that was not meant are left out."""
    found = {}
    for details in failure.errors(include_url=False):
        place = _place(data, details["loc"])
        one = _diagnostic(file, model, place, details)
        found.setdefault((one.span, one.code), one)
    return list(found.values())


def _place(data: Any, loc: Loc) -> Loc:
    """The part of pydantic's location that exists in the data: union tags and `[key]` marks go."""
    path: Loc = ()
    for step in loc:
        inside = (isinstance(data, Mapping) and isinstance(step, str)) or (
            isinstance(data, list) and isinstance(step, int)
        )
        if step == "[key]":
            break
        if not inside:
            continue
        path = (*path, step)
        data = data.get(step) if isinstance(data, Mapping) else (data[step] if step < len(data) else None)
    return path


def _diagnostic(file: SourceFile, model: type[BaseModel], path: Loc, details: ErrorDetails) -> Diagnostic:
    kind = details["type"]
    if kind == "missing":
        return _missing(file, model, path)
    if kind == "extra_forbidden":
        return _unknown_key(file, model, path)
    place = file.key(*path) if "[key]" in details["loc"] else file.at(*path)
    context: dict[str, Any] = details.get("ctx", {})
    if "message" in context:
        return error(file.path, place, kind, context["message"], context["hint"])
    say = KNOWN.get(kind, _anything)
    message, hint = say(details["input"], context)
    return error(file.path, place, CODES.get(kind, "VALUE-FORM"), message, hint)


def _missing(file: SourceFile, model: type[BaseModel], path: Loc) -> Diagnostic:
    name = str(path[-1])
    owner = model_at(model, path[:-1])
    title = _title(owner, name)
    parent = file.key(*path[:-1]) if path[:-1] else file.at()
    where = f"“{path[-2]}”里" if len(path) > 1 and isinstance(path[-2], str) else "这里"
    if len(path) > 1 and isinstance(path[-2], int):
        where = f"第 {path[-2] + 1} 项里"
    hint = f"加上一行 {name}: …（{title}）"
    return error(file.path, parent, "FIELD-MISSING", f"{where}缺少“{name}”（{title}）", hint)


def _unknown_key(file: SourceFile, model: type[BaseModel], path: Loc) -> Diagnostic:
    name = str(path[-1])
    owner = model_at(model, path[:-1])
    known = {info.alias or field: info.title or field for field, info in owner.model_fields.items()} if owner else {}
    by_title = {title: field for field, title in known.items()}
    meant = by_title.get(name) or nearest(name, known)
    listed = "、".join(f"{field}（{title}）" for field, title in known.items())
    hint = f"是不是“{meant}”（{known[meant]}）？" if meant else f"可用的键：{listed}"
    return error(file.path, file.key(*path), "FIELD-UNKNOWN", f"没有“{shown(name)}”这一项", hint)


def model_at(model: type[BaseModel] | None, path: Loc) -> type[BaseModel] | None:
    """The model that validates the mapping at `path`, if there is one."""
    for step in path:
        if model is None:
            return None
        if isinstance(step, int):
            continue
        info = next((i for field, i in model.model_fields.items() if step in (field, i.alias)), None)
        model = _model_in(info.annotation) if info else None
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _title(owner: type[BaseModel] | None, name: str) -> str:
    fields = owner.model_fields if owner else {}
    info = next((i for field, i in fields.items() if name in (field, i.alias)), None)
    return (info.title if info else None) or name


def _choice(value: object, context: dict[str, Any]) -> tuple[str, str]:
    choices = [part.strip(" '\"") for part in str(context["expected"]).replace(" or ", ", ").split(", ")]
    meant = nearest(str(value), choices)
    listed = "、".join(choices)
    hint = f"是不是 {meant}？可选：{listed}" if meant else f"可选：{listed}"
    return f"“{shown(value)}”不在可选的词里", hint


def _list(value: object, context: dict[str, Any]) -> tuple[str, str]:
    return f"这里要列表，写的是“{shown(value)}”", f"写成 [ {shown(value)} ]，或每项一行以“- ”开头"


def _mapping(value: object, context: dict[str, Any]) -> tuple[str, str]:
    return f"这里要若干“键: 值”，写的是“{shown(value)}”", "另起一行、缩进两格，写成 键: 值"


def _text(value: object, context: dict[str, Any]) -> tuple[str, str]:
    return f"这里要文字，写的是“{shown(value)}”", "加上双引号"


def _too_long(value: object, context: dict[str, Any]) -> tuple[str, str]:
    length = len(value) if isinstance(value, str) else 0
    return f"这一项有 {length} 个字，超过 {context['max_length']} 个字", "写短一些"


def _too_short(value: object, context: dict[str, Any]) -> tuple[str, str]:
    least = context.get("min_length", 1)
    return f"这里至少要有 {least} 项", "补上内容，每项一行以“- ”开头"


def _pattern(value: object, context: dict[str, Any]) -> tuple[str, str]:
    return f"“{shown(value)}”的写法不合要求", "对照编辑器里的说明或已有文件改写"


def _range(value: object, context: dict[str, Any]) -> tuple[str, str]:
    limit = context.get("ge", context.get("le", context.get("gt", context.get("lt"))))
    way = "不能小于" if "ge" in context or "gt" in context else "不能大于"
    return f"这里的数{way} {limit}，写的是 {shown(value)}", "核对后改正"


def _anything(value: object, context: dict[str, Any]) -> tuple[str, str]:
    return f"“{shown(value)}”不能用在这里", "对照编辑器里的说明或已有文件改写"


KNOWN: dict[str, Callable[[object, dict[str, Any]], tuple[str, str]]] = {
    "literal_error": _choice,
    "tuple_type": _list,
    "list_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "string_type": _text,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _range,
    "greater_than": _range,
    "less_than_equal": _range,
    "less_than": _range,
}
CODES = {
    "literal_error": "WORD-UNKNOWN",
    "tuple_type": "LIST-FORM",
    "list_type": "LIST-FORM",
    "dict_type": "MAPPING-FORM",
    "model_type": "MAPPING-FORM",
    "model_attributes_type": "MAPPING-FORM",
    "string_type": "TEXT-FORM",
    "string_too_long": "TEXT-LONG",
    "string_too_short": "TEXT-EMPTY",
    "too_short": "LIST-EMPTY",
    "string_pattern_mismatch": "ID-FORM",
    "greater_than_equal": "NUMBER-RANGE",
    "greater_than": "NUMBER-RANGE",
    "less_than_equal": "NUMBER-RANGE",
    "less_than": "NUMBER-RANGE",
}
