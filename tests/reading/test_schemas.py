"""The schemas by which editors complete and explain data files: fresh, valid, and of the same mind as `read`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.reading.edited import HERE

from portal.reading import read
from portal.reading.record_kinds import BY_NAME, KINDS, SPOT_CHECK_DAY
from portal.reading.schemas import DRAFT, schemas

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "site_config/schemas"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# The keywords of draft 2020-12 that our schemas use, with what their values must be.
KEYWORDS: dict[str, type | tuple[type, ...]] = {
    "$schema": str,
    "$ref": str,
    "$defs": dict,
    "title": str,
    "description": str,
    "type": str,
    "format": str,
    "pattern": str,
    "enum": list,
    "required": list,
    "properties": dict,
    "patternProperties": dict,
    "propertyNames": dict,
    "additionalProperties": (bool, dict),
    "minProperties": int,
    "items": dict,
    "minItems": int,
    "anyOf": list,
    "minimum": (int, float),
    "maximum": (int, float),
    "minLength": int,
    "maxLength": int,
    "default": (str, int, float, bool),
}
TYPES = {"object", "array", "string", "number", "integer", "boolean", "null"}

Schema = dict[str, Any]


def project_schemas(root: Path) -> dict[str, str]:
    site = read(root).site
    assert site
    return schemas(site.words, site.indicators.record)


SMALL = {name: json.loads(text) for name, text in project_schemas(HERE / "project").items()}


def parts(schema: Schema, where: str = "") -> Iterator[tuple[str, Schema]]:
    """Every schema inside a schema, with where it stands."""
    yield where, schema
    for keyword in ("properties", "patternProperties", "$defs"):
        for name, part in schema.get(keyword, {}).items():
            yield from parts(part, f"{where}/{keyword}/{name}")
    for keyword in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(keyword), dict):
            yield from parts(schema[keyword], f"{where}/{keyword}")
    for number, part in enumerate(schema.get("anyOf", ())):
        yield from parts(part, f"{where}/anyOf/{number}")


def test_the_files_in_the_repository_are_fresh() -> None:
    kept = {path.name.removesuffix(".schema.json"): path.read_text("utf-8") for path in FOLDER.iterdir()}
    assert kept.keys() == {kind.name for kind in (*KINDS, SPOT_CHECK_DAY)}
    stale = [name for name, text in project_schemas(REPOSITORY).items() if kept[name] != text]
    assert not stale, "run `portal schema`"


@pytest.mark.parametrize("name", BY_NAME)
def test_each_is_a_schema_of_the_draft_it_names(name: str) -> None:
    assert SMALL[name]["$schema"] == DRAFT
    for where, part in parts(SMALL[name]):
        for keyword, value in part.items():
            assert keyword in KEYWORDS, f"{where}: {keyword}"
            assert isinstance(value, KEYWORDS[keyword]), f"{where}: {keyword}"
        assert part.get("type", "string") in TYPES, where
        re.compile(part.get("pattern", ""))
        assert len(part.get("enum", ())) == len(set(part.get("enum", ()))), where
        assert set(part.get("required", ())) <= set(part.get("properties", ())), where
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/$defs/") in SMALL[name]["$defs"], where


@pytest.mark.parametrize("name", BY_NAME)
def test_unknown_keys_are_refused_wherever_keys_are_known(name: str) -> None:
    for where, part in parts(SMALL[name]):
        if part.get("type") == "object" and "properties" in part:
            assert part["additionalProperties"] is False, where


@pytest.mark.parametrize("name", BY_NAME)
def test_every_field_has_its_chinese_name_and_nothing_speaks_english_to_staff(name: str) -> None:
    schema = SMALL[name]
    assert CHINESE.search(schema["title"])
    for where, part in parts(schema):
        if re.search(r"/properties/[^/]+$", where):
            assert CHINESE.search(part["title"]), where
        if where and "title" in part:
            assert CHINESE.search(part["title"]), where
        if where and "description" in part:
            assert CHINESE.search(part["description"]), where


def test_words_of_the_vocabulary_the_campaign_and_the_indicators_are_offered() -> None:
    case, outcome = SMALL["case"]["properties"], SMALL["outcome"]["$defs"]
    assert case["business_type"]["enum"] == ["餐饮服务", "食品销售", "单位食堂"]
    assert case["product"]["anyOf"][0]["enum"] == ["乳制品", "调味品"]
    assert case["focus"]["enum"] == ["重点品种", "重点环节"]
    assert case["topics"]["items"]["enum"] == ["贮存与保质期", "人员健康与卫生"]
    assert outcome["UnitReport"]["properties"]["unit"]["enum"] == ["示例一所", "示例二所"]
    assert outcome["Revision"]["properties"]["indicator"]["enum"] == [
        "checks",
        "hazards_found",
        "penalties_yuan",
    ]


def test_figures_are_explained_one_by_one() -> None:
    figures = SMALL["outcome"]["$defs"]["UnitReport"]["properties"]["figures"]
    assert list(figures["properties"]) == ["checks", "hazards_found", "penalties_yuan"]
    assert figures["properties"]["penalties_yuan"] == {
        "title": "罚没款（元）",
        "description": "罚没的金额",
        "type": "number",
        "minimum": 0,
    }
    assert figures["additionalProperties"] is False


def test_the_revision_speaks_as_the_file_does() -> None:
    assert "from" in SMALL["outcome"]["$defs"]["Revision"]["properties"]
    assert "from_" not in SMALL["outcome"]["$defs"]["Revision"]["properties"]


def test_limits_of_fields_are_those_that_read_applies() -> None:
    assert SMALL["case"]["properties"]["summary"]["maxLength"] == 80
    day = SMALL["campaign"]["properties"]["monthly_report_day"]
    assert (day["minimum"], day["maximum"]) == (1, 28)
    options = SMALL["bank"]["$defs"]["Question"]["properties"]["options"]
    assert (list(options["patternProperties"]), options["additionalProperties"]) == (["^[a-h]$"], False)


def test_they_are_the_same_twice() -> None:
    assert project_schemas(HERE / "project") == project_schemas(HERE / "project")


def test_a_rate_is_not_offered_as_a_figure() -> None:
    kept = json.loads((FOLDER / "outcome.schema.json").read_text("utf-8"))
    figures = kept["$defs"]["UnitReport"]["properties"]["figures"]["properties"]
    indicators = yaml.safe_load((REPOSITORY / "site_config/indicators.yaml").read_text("utf-8"))["indicators"]
    assert list(figures) == [one["id"] for one in indicators if "ratio" not in one]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_keys_of_a_valid_file_are_all_in_its_schema(kind: Any) -> None:
    for path in sorted((HERE / "project").glob(kind.place)):
        text = path.read_text("utf-8")
        data = next(yaml.load_all(text, Loader=yaml.BaseLoader))
        assert set(data) <= set(SMALL[kind.name]["properties"])
        assert set(SMALL[kind.name].get("required", ())) <= set(data)
