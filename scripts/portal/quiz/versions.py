"""Banks that stay as they were: the frozen file of the present bank, what is read from one, what of it is public.

`freeze` gives the bytes of `quizzes/versions/<id>.json`: all questions that papers may hold and all blueprints, so that
a paper's code leads to the same paper for ever. A version's id is made from its bytes. `published` is the copy for the
site: of reserved questions it has only what drawing needs, under a key instead of the id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from portal.quiz.candidates import Candidate, FrozenQuestion, candidates, key_of
from portal.quiz.drawing import FORMAT, ROUNDS
from portal.records import Site
from portal.records.blueprint import Blueprint
from portal.records.question_type import TYPES


class BadVersion(ValueError):
    """A file that is not the version its name says, or none that this program reads; the text is Chinese."""


@dataclass(frozen=True)
class BankVersion:
    """The bank and the blueprints of one moment; `format`: how papers are drawn from it."""

    id: str
    format: int
    blueprints: tuple[Blueprint, ...]
    questions: tuple[FrozenQuestion, ...]

    @cached_property
    def by_key(self) -> dict[str, FrozenQuestion]:
        return {one.key: one for one in self.questions}

    def blueprint(self, name: str) -> Blueprint | None:
        """By id, or by the two characters of the codes."""
        return next((one for one in self.blueprints if name in (one.id, one.code)), None)


@dataclass(frozen=True)
class PublicVersion:
    """A version as everyone may have it: of a question that is not shown only what it is drawn by."""

    id: str
    format: int
    # As phones read them, must-haves by key.
    blueprints: tuple[dict[str, Any], ...]
    questions: tuple[Candidate, ...]


def freeze(site: Site) -> bytes:
    """The file of the present bank: canonical JSON, the same for the same content."""
    blueprints = sorted((entry.record for entry in site.blueprints), key=lambda one: one.id)
    questions = sorted(candidates(entry.record for entry in site.questions), key=lambda one: one.id)
    return canonical(
        {
            "format": FORMAT,
            "blueprints": [_blueprint(one, one.must) for one in blueprints],
            "questions": [_question(one) for one in questions],
        }
    )


def identifier(content: bytes) -> str:
    """The id of a version, from its bytes."""
    return hashlib.sha256(content).hexdigest()[:8]


def canonical(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def thaw(name: str, content: bytes) -> BankVersion:
    """The version from its file. Raises `BadVersion`."""
    if identifier(content) != name:
        raise BadVersion("内容和文件名对不上：题库版本文件一个字也不能改")
    try:
        data = json.loads(content)
        if data["format"] not in ROUNDS:
            raise BadVersion("是更新的程序封存的，先更新程序")
        blueprints = tuple(_read_blueprint(one) for one in data["blueprints"])
        questions = tuple(_read_question(one) for one in data["questions"])
        return BankVersion(name, data["format"], blueprints, questions)
    except (ValueError, TypeError, KeyError, AttributeError, ValidationError) as failure:
        if isinstance(failure, BadVersion):
            raise
        raise BadVersion("不是题库版本文件") from failure


def current(site: Site) -> BankVersion:
    """The present bank as a version, frozen or not."""
    content = freeze(site)
    return thaw(identifier(content), content)


def published(version: BankVersion, hidden: Collection[str]) -> PublicVersion:
    """The version's copy for the site; of questions with an id in `hidden` (reserved now) it says nothing either."""
    return PublicVersion(
        version.id,
        version.format,
        tuple(_blueprint(one, [key_of(id_) for id_ in one.must]) for one in version.blueprints),
        tuple(
            _drawn_by(one) if one.reserved or one.id in hidden else one
            for one in sorted(version.questions, key=lambda one: one.key)
        ),
    )


def _blueprint(blueprint: Blueprint, must: Collection[str]) -> dict[str, Any]:
    """A blueprint as data; topics as a list, because their order counts and keys are sorted."""
    data = blueprint.model_dump(mode="json")
    return data | {"topics": [[topic, share] for topic, share in blueprint.topics.items()], "must": [*must]}


def _read_blueprint(data: Mapping[str, Any]) -> Blueprint:
    return Blueprint.model_validate({**data, "topics": dict(data["topics"])})


def _question(question: FrozenQuestion) -> dict[str, Any]:
    return {one.name: getattr(question, one.name) for one in fields(question) if one.name != "key"}


def _read_question(data: Mapping[str, Any]) -> FrozenQuestion:
    if data["type"] not in TYPES:
        raise BadVersion("是更新的程序封存的，先更新程序")
    values: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in data.items()
    }
    return FrozenQuestion(key=key_of(data["id"]), **values)


def _drawn_by(question: FrozenQuestion) -> Candidate:
    return Candidate(**{one.name: getattr(question, one.name) for one in fields(Candidate)})
