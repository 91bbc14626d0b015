"""pydantic's findings → diagnostics with a place, in Chinese.

Here is what is wrong with the keys of a record; what is wrong with a value is said in `value_errors`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sized
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.reading.doubts import Doubts
from portal.reading.key_errors import field_at, homes, model_at, titles_of
from portal.reading.value_errors import value_error
from portal.records.wording import nearest, shown
from portal.source import MAX_PER_FILE, Diagnostic, KeyPath, SourceFile, Span, error
from portal.source.reading import Reading
from portal.source.values import quote_all

# Far more than is shown; beyond it even listing them would take hundreds of megabytes.
MAX_ERRORS = 20_000


def diagnostics(reading: Reading, model: type[BaseModel], failure: ValidationError) -> list[Diagnostic]:
    """One diagnostic per finding, at most one more than are shown for one file."""
    file, data, doubts = reading.file, reading.data, Doubts(reading)
    if failure.error_count() > MAX_ERRORS:
        message = f"内容错误超过 {MAX_ERRORS} 处，不再一一列出"
        return [error(file.path, file.at(), "FILE-MANY", message, "看看是不是放错了文件，或者整列填错了位置")]
    details = [one for one in failure.errors(include_url=False) if not _is_echo(one)]
    unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"][:MAX_PER_FILE]
    meant = {place for loc in unknown for place in _meant_places(model, _place(data, loc))}
    found: dict[Diagnostic, None] = {}
    for one in details:
        path = _place(data, one["loc"][:-1] if _is_key(one) else one["loc"])
        # A key that is only misspelt or misplaced is not missing as well.
        if one["type"] == "missing" and path in meant:
            continue
        diagnostic = _diagnostic(file, model, path, one)
        if not _in_doubt(doubts, diagnostic, path):
            found[diagnostic] = None
        if len(found) > MAX_PER_FILE:
            break
    return list(found)


def _in_doubt(doubts: Doubts, found: Diagnostic, path: KeyPath) -> bool:
    if found.code == "FIELD-MISSING":
        return doubts.about_missing_key(path[:-1])
    if found.code == "FIELD-UNKNOWN":
        return doubts.about_unknown_key(found.span, path[:-1])
    return doubts.about_value(found.span)


def _is_echo(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items are wrong, which is said of them."""
    context, value = details.get("ctx", {}), details["input"]
    return details["type"] == "too_short" and isinstance(value, Sized) and len(value) >= context["min_length"]


def _is_key(details: ErrorDetails) -> bool:
    """Whether the finding is about a key of a mapping such as `figures`, not about its value."""
    return details["loc"][-1:] == ("[key]",) and details["type"] != "extra_forbidden"


def _place(data: Any, loc: KeyPath) -> KeyPath:
    """pydantic's location without the marks of alternatives, which are not in the data."""
    path: KeyPath = ()
    for number, step in enumerate(loc):
        if isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif isinstance(data, Mapping) and isinstance(step, str) and (step in data or number == len(loc) - 1):
            data = data.get(step)
        else:
            continue
        path = (*path, step)
    return path


def _diagnostic(file: SourceFile, model: type[BaseModel], path: KeyPath, details: ErrorDetails) -> Diagnostic:
    if details["type"] == "missing":
        return _missing(file, model, path)
    if details["type"] == "extra_forbidden":
        return _unknown_key(file, model, path)
    place = file.key(*path) if _is_key(details) else file.at(*path)
    context: dict[str, Any] = details.get("ctx", {})
    if details["type"] == "TEXT-FORM" and (colon := _colon_in_text(file, path, details["input"])):
        return colon
    if "message" in context:
        hint = context["hint"]
        return error(
            file.path, place, details["type"], context["message"], hint() if callable(hint) else hint
        )
    about = field_at(model, path[:-1] if _is_key(details) else path)
    return error(file.path, place, *value_error(details["type"], details["input"], context, about))


def _colon_in_text(file: SourceFile, path: KeyPath, value: object) -> Diagnostic | None:
    """A sentence that became one `key: value` because of the colon in it."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    whole, key = file.at(*path), file.key(*path, *value)
    written = file.lines[whole.line - 1][whole.column - 1 : whole.end_column - 1]
    if whole.line != whole.end_line or key.line != whole.line or key.column != whole.column:
        return None
    place = Span(key.line, key.end_column, key.line, key.end_column + 1)
    after = "没有文字" if list(value.values()) == [None] else "有空格"
    message = f"文字里的半角冒号后面{after}，会被当成新的一项"
    return error(file.path, place, "YAML-COLON-IN-TEXT", message, f"{quote_all(written)}；或者用全角冒号“：”")


def _missing(file: SourceFile, model: type[BaseModel], path: KeyPath) -> Diagnostic:
    name, above = str(path[-1]), path[:-1]
    title = titles_of(model_at(model, above)).get(name, name)
    where = "这里"
    if above:
        where = f"第 {above[-1] + 1} 项里" if isinstance(above[-1], int) else f"“{above[-1]}”里"
    place = file.key(*above) if above else file.at()
    return error(
        file.path, place, "FIELD-MISSING", f"{where}缺少“{name}”（{title}）", f"加上一行 {name}: …（{title}）"
    )


def _unknown_key(file: SourceFile, model: type[BaseModel], path: KeyPath) -> Diagnostic:
    name = str(path[-1])
    titles = titles_of(model_at(model, path[:-1]))
    meant = _meant(model, path)
    if part := re.match(r"(\w+)[:：](.+)", name):
        hint = f"冒号写成半角，后面加一个空格：{part[1]}: {part[2]}"
    elif (home := next(homes(model, name), None)) is not None:
        hint = f"它要写在“{home[-1]}”下面，检查缩进" if home else "它要写在最外层，从第一列写起"
    elif meant:
        hint = f"是不是“{meant}”（{titles[meant]}）？"
    else:
        hint = "可用的键：" + "、".join(f"{key}（{title}）" for key, title in titles.items())
    return error(file.path, file.key(*path), "FIELD-UNKNOWN", f"没有“{shown(name)}”这一项", hint)


def _meant_places(model: type[BaseModel], path: KeyPath) -> Iterator[KeyPath]:
    """Where the unknown key at `path` would have been right."""
    yield (*path[:-1], _meant(model, path) or "")
    yield from ((*home, path[-1]) for home in homes(model, str(path[-1])))


def _meant(model: type[BaseModel], path: KeyPath) -> str | None:
    """The key that its writer most likely meant: by its Chinese name, or by its spelling."""
    name = re.split("[:：]", str(path[-1]))[0]
    titles = titles_of(model_at(model, path[:-1]))
    by_title = {title: key for key, title in titles.items()}
    return by_title.get(name) or nearest(name, titles)
