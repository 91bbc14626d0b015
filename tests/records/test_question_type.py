"""A type of question is one object: the player has the same table, and no other module names a type."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.projects import REPOSITORY

from portal.records.question_type import FIXED_OPTIONS, TYPES, AnswerKind, FixedId, QuestionType, TypeName

PORTAL = REPOSITORY / "scripts/portal"
SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
TEMPLATES = REPOSITORY / "site_config/templates"
PLAYER = (SCRIPTS / "quiz-question.js").read_text("utf-8")
HOME = PORTAL / "records/question_type.py"


def table(name: str, script: str) -> str:
    """The text of a constant object of a script."""
    found = re.search(rf"^(?:export )?const {name} = (\{{.*?^\}});", script, re.DOTALL | re.MULTILINE)
    assert found, name
    return found[1]


def player_types() -> Any:
    quoted = re.sub(r"(\w+):", r'"\1":', table("TYPES", PLAYER))
    return json.loads(re.sub(r",(\s*\})", r"\1", quoted))


def test_every_name_has_its_type() -> None:
    assert tuple(TYPES) == get_args(TypeName)
    assert {one.id for one in FIXED_OPTIONS} == set(get_args(FixedId))
    assert {one.answer for one in TYPES.values()} == set(get_args(AnswerKind))


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.name)
def test_options_are_written_or_offered(kind: QuestionType) -> None:
    assert bool(kind.example) == kind.has_options
    assert len({one.word for one in TYPES.values()}) == len(TYPES)


def test_the_player_has_the_same_types() -> None:
    assert list(player_types().items()) == [
        (
            one.name,
            {
                "word": one.word,
                "answer": one.answer,
                "partial": one.partial,
                "fixed": {option.id: option.word for option in one.fixed},
            },
        )
        for one in TYPES.values()
    ]


def test_the_player_knows_every_kind_of_answer() -> None:
    assert re.findall(r"^  (\w+): \{", table("ANSWERS", PLAYER), re.MULTILINE) == [*get_args(AnswerKind)]


def test_the_player_keeps_every_answer() -> None:
    """What `quiz-progress.js` does not know as an option, it takes for a damaged record."""
    known = re.search(r"const OPTION = /(.*)/;", (SCRIPTS / "quiz-progress.js").read_text("utf-8"))
    assert known
    ids = [*"abcdefgh", *(option.id for option in FIXED_OPTIONS)]
    assert [one for one in ids if not re.fullmatch(known[1], one)] == []


def named_in(file: Path) -> set[str]:
    """The names of types that a module has as whole strings."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return {name for node in nodes if isinstance(node, ast.Constant) for name in TYPES if node.value == name}


def test_no_other_module_names_types() -> None:
    """An `if` or a table of names is what a further type is forgotten in; `QuestionType` is asked instead.

    One of the names may mean something else elsewhere; two of them, or one beside the field, mean a type.
    """
    files = {file: file.read_text("utf-8") for file in PORTAL.rglob("*.py") if file != HOME}
    asked = re.compile(rf"\b(?:type|kind)\b[^\n]*[\"'](?:{'|'.join(TYPES)})[\"']")
    assert [file.name for file in files if len(named_in(file)) > 1] == []
    assert [file.name for file, text in files.items() if asked.search(text)] == []


def test_no_template_and_no_other_script_names_types() -> None:
    files = {file: file.read_text("utf-8") for file in [*SCRIPTS.glob("*.js"), *TEMPLATES.rglob("*.j2")]}
    asked = re.compile(rf"\b(?:type|kind)\b[^\n]*[\"'`](?:{'|'.join(TYPES)})[\"'`]")
    assert [file.name for file, text in files.items() if asked.search(text)] == []
    tables = {
        file.name
        for file, text in files.items()
        if sum(bool(re.search(rf"[\"'`]{one}[\"'`]|\b{one}: ", text)) for one in TYPES) > 1
    }
    assert tables == {"quiz-question.js"}
