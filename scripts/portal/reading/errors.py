"""pydantic's findings → diagnostics with a place, in Chinese.

Here is where they belong and whether they are told; `key_errors` says what is wrong with a key, `value_errors`
what is wrong with a value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sized
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from portal.reading.key_errors import field_at, meant_places, missing_key, unknown_key
from portal.reading.value_errors import value_error
from portal.source import MAX_PER_FILE, Diagnostic, KeyPath, SourceFile, Span, error
from portal.source.parsing import WHOLLY_MENDED
from portal.source.reading import Reading
from portal.source.values import quote_all

# Far more than is shown; beyond it even listing them would take hundreds of megabytes.
MAX_ERRORS = 20_000
ANCHORS = ("YAML-AMPERSAND", "YAML-STAR", "YAML-ANCHOR")
NOT_OF_A_VALUE = WHOLLY_MENDED | {"YAML-DUPLICATE"}


def diagnostics(reading: Reading, model: type[BaseModel], failure: ValidationError) -> list[Diagnostic]:
    """One diagnostic per finding, at most one more than are shown for one file."""
    file, data, doubts = reading.file, reading.data, Doubts(reading)
    if failure.error_count() > MAX_ERRORS:
        message = f"内容错误超过 {MAX_ERRORS} 处，不再一一列出"
        return [error(file.path, file.at(), "FILE-MANY", message, "看看是不是放错了文件，或者整列填错了位置")]
    details = [one for one in failure.errors(include_url=False) if not _is_echo(one)]
    unknown = [one["loc"] for one in details if one["type"] == "extra_forbidden"][:MAX_PER_FILE]
    meant = {place for loc in unknown for place in meant_places(model, _place(data, loc))}
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
        return missing_key(file, model, path)
    if details["type"] == "extra_forbidden":
        return unknown_key(file, model, path)
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


class Doubts:
    """Which findings may come from the way the text was mended, not from its writer.

    Lines whose meaning was guessed, values that already have a finding, mappings that may lack a key by that.
    What is in doubt is not told, because the writer mends the text first and checks again.
    """

    def __init__(self, reading: Reading) -> None:
        self.file, self.guessed = reading.file, reading.guessed
        self.told = {one.span.line for one in reading.problems if one.code not in NOT_OF_A_VALUE}
        self.anchors = any(one.code in ANCHORS for one in reading.problems)

    def about_value(self, place: Span) -> bool:
        return place.line in self.guessed or place.line in self.told

    def about_unknown_key(self, place: Span, mapping: KeyPath) -> bool:
        return place.line in self.guessed or mapping in self.mappings

    def about_missing_key(self, mapping: KeyPath) -> bool:
        return self.anchors or mapping in self.mappings

    @cached_property
    def mappings(self) -> frozenset[KeyPath]:
        """The mappings that a guessed line may belong to: from the key above it out to that of the key below."""
        if not self.guessed:
            return frozenset()
        keys = [(span.line, path) for path, span in self.file.places.keys.items()]
        lines = [line for line, _ in keys]
        found: set[KeyPath] = {()} if not keys else set()
        for line in self.guessed:
            first, last = bisect_left(lines, line), bisect_left(lines, line + 1)
            above = keys[first - 1][1] if first else ()
            below = keys[last][1][:-1] if last < len(keys) else ()
            found |= {path[:-1] for _, path in keys[first:last]} | {above, below}
            found |= {above[:depth] for depth in range(len(below), len(above))}
        return frozenset(found)
