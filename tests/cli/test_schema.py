"""`portal schema`: the editors' schemas follow the words that staff may write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from portal.cli import portal

Run = Callable[..., Result]
REPOSITORY = Path(__file__).parents[2]
FOLDER = "site_config/schemas"


def test_the_schemas_in_the_repository_are_up_to_date() -> None:
    result = CliRunner().invoke(portal, ["--root", str(REPOSITORY), "schema", "--check"])
    assert result.exit_code == 0, result.output


def test_every_kind_of_file_gets_the_schema_that_its_first_line_names(run: Run, content: Path) -> None:
    assert run("schema").exit_code == 0
    for file in (content / "content").rglob("*.yaml"):
        first = file.read_text("utf-8").split("\n")[0]
        schema = (file.parent / first.partition("$schema=")[2]).resolve()
        assert schema.is_relative_to((content / FOLDER).resolve())
        assert json.loads(schema.read_text("utf-8"))


def test_a_new_word_makes_the_schemas_stale_until_they_are_made_anew(run: Run, content: Path) -> None:
    run("schema")
    assert run("schema", "--check").exit_code == 0
    vocabulary = content / "site_config/vocabulary.yaml"
    text = vocabulary.read_text("utf-8")
    vocabulary.write_text(text.replace("products:\n", "products:\n  - {id: tofu, name: 豆制品}\n"), "utf-8")
    stale = run("schema", "--check")
    assert stale.exit_code == 1
    assert f"过时：{FOLDER}/case.schema.json" in stale.stdout
    assert "豆制品" not in (content / FOLDER / "case.schema.json").read_text("utf-8")
    updated = run("schema")
    assert f"已更新：{FOLDER}/case.schema.json" in updated.stdout
    assert "豆制品" in (content / FOLDER / "case.schema.json").read_text("utf-8")
    assert "都是最新的" in run("schema").stdout


def test_a_schema_of_no_kind_of_file_is_taken_away(run: Run, content: Path) -> None:
    run("schema")
    left = content / FOLDER / "leaflet.schema.json"
    left.write_text("{}", "utf-8")
    assert run("schema", "--check").exit_code == 1
    assert f"已删除：{FOLDER}/leaflet.schema.json" in run("schema").stdout
    assert not left.exists()


def test_words_that_cannot_be_read_are_told(run: Run, content: Path) -> None:
    (content / "site_config/vocabulary.yaml").write_text("products：\n", "utf-8")
    result = run("schema")
    assert result.exit_code == 1
    assert "portal check site_config" in result.stderr
