"""Signatures into a file's text and out of it: comments, order and line ends stay.

Takes a file as it was read, its review as it is and as it is to be. The new text is read again before it is given:
what cannot be said by splicing is refused, never half-written.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from portal.formats.merging.yaml_text import YamlText
from portal.records.review import STEPS, Review, Round, Signature
from portal.source import KeyPath, SourceFile, read_markdown, read_yaml

REVIEW = ("review",)
EARLIER = "earlier"


class CannotSplice(Exception):
    """The file is written in a way that we cannot write into."""


def spliced(file: SourceFile, before: Review, after: Review) -> str:
    """The text of `file` with the review `after` in the place of `before`. Raises `CannotSplice`."""
    text = YamlText(file)
    if REVIEW in text.keys:
        _steps(text, before, after)
        _earlier(text, before, after)
    else:
        last = [path[0] for path in text.keys if len(path) == 1][-1]
        text.insert((), last, {"review": _review(after)})
    new = text.result()
    if _read_again(file, new) != after:
        raise CannotSplice
    return new


def without_signatures(file: SourceFile) -> str:
    """The text of `file` as nobody has signed it or put it on the site."""
    text = YamlText(file)
    for key in ("review", "published_on"):
        if (key,) in text.keys:
            text.remove((key,))
    return text.result()


def _steps(text: YamlText, before: Review, after: Review) -> None:
    last: str | None = None
    for step in STEPS:
        old, new = before.signed.get(step), after.signed.get(step)
        if old and not new:
            text.remove((*REVIEW, step))
        elif new and not old:
            text.insert(REVIEW, last, {step: _signature(new)})
        elif old and new and old != new:
            _replaced(text, (*REVIEW, step), old, new)
        last = step if old and new else last


def _replaced(text: YamlText, path: KeyPath, old: Signature, new: Signature) -> None:
    for key, value in _signature(new).items():
        if (*path, key) not in text.keys:
            text.insert(path, "on", {key: value})
        elif getattr(old, key) != getattr(new, key):
            text.replace((*path, key), value)
    if old.digest and not new.digest:
        text.remove((*path, "digest"))


def _earlier(text: YamlText, before: Review, after: Review) -> None:
    added = [_round(one) for one in after.earlier[len(before.earlier) :]]
    if added and before.earlier:
        text.insert((*REVIEW, EARLIER), len(before.earlier) - 1, added)
    elif added:
        kept = [step for step in STEPS if step in before.signed and step in after.signed]
        text.insert(REVIEW, kept[-1], {EARLIER: added})


def _review(review: Review) -> dict[str, Any]:
    earlier = [_round(one) for one in review.earlier]
    return _round(review) | ({EARLIER: earlier} if earlier else {})


def _round(one: Round) -> dict[str, Any]:
    return {name: _signature(signature) for name, signature in one.signed.items()}


def _signature(signature: Signature) -> dict[str, str | datetime.date]:
    written: dict[str, str | datetime.date] = {"by": signature.by, "on": signature.on}
    if signature.digest:
        # Without quotes one of many hashes would be read as a number.
        written["digest"] = DoubleQuotedScalarString(signature.digest)
    return written


def _read_again(file: SourceFile, text: str) -> Review | None:
    """The review in the new text; `None` where anything else has changed, or nothing can be read."""
    read = read_markdown if file.first_line > 1 else read_yaml
    old, new = read(file.path, file.original.encode()), read(file.path, text.encode())
    if old.data is None or new.data is None or new.problems:
        return None
    if _others(old.data) != _others(new.data) or old.file.body != new.file.body:
        return None
    try:
        return Review.model_validate(new.data.get("review", {}))
    except ValidationError:
        return None


def _others(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "review"}
