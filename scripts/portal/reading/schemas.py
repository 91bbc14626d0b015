"""Models, vocabulary and indicators → JSON Schemas, by which editors complete and explain data files.

One for each kind of file, draft 2020-12, in Chinese; kept in `site_config/schemas` so that an editor
needs nothing but the project.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from portal.reading.record_kinds import KINDS, SPOT_CHECK_DAY, RecordKind
from portal.records.indicator import Indicators
from portal.records.vocabulary import Words

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAMED = ("properties", "patternProperties", "$defs")
SINGLE = ("items", "additionalProperties", "propertyNames")
LISTED = ("anyOf", "oneOf", "allOf")
LIMITS = {"ge": "minimum", "le": "maximum"}
FIRST = ("$schema", "$ref", "title", "description", "type", "enum", "required", "properties")


def schemas(words: Words, indicators: Indicators) -> dict[str, str]:
    """The text of the schema file of every kind of file, by the kind's name."""
    figures = _figures(indicators)
    return {kind.name: _text(_whole(kind, words, figures)) for kind in (*KINDS, SPOT_CHECK_DAY)}


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _figures(indicators: Indicators) -> Schema:
    """The figures that units report; rates are worked out, not reported."""
    return {
        one.id: {
            "title": f"{one.name}（{one.unit}）",
            "description": one.definition,
            "type": "number",
            "minimum": 0,
        }
        for one in indicators.indicators
        if not one.ratio
    }


def _whole(kind: RecordKind, words: Words, figures: Schema) -> Schema:
    schema = _finished(kind.model.model_json_schema(), words, figures)
    for part in schema.get("$defs", {}).values():
        _drop_english(part)
    _drop_english(schema)
    return _ordered({"$schema": DRAFT, "title": kind.title, "description": kind.place, **schema})


def _drop_english(model: Schema) -> None:
    # The name and docstring of a model speak to engineers; editors show the Chinese ones of its fields.
    model.pop("title", None)
    model.pop("description", None)


def _finished(schema: Mapping[str, Any], words: Words, figures: Schema) -> Schema:
    """The same with the words and figures of the project filled in, and nothing that editors trip over."""
    done: Schema = {}
    for key, value in schema.items():
        if key in NAMED:
            done[key] = {name: _finished(part, words, figures) for name, part in value.items()}
        elif key in SINGLE and isinstance(value, dict):
            done[key] = _finished(value, words, figures)
        elif key in LISTED:
            done[key] = [_finished(part, words, figures) for part in value]
        elif not key.startswith("x-") and key not in LIMITS:
            done[key] = value
    # pydantic writes some limits in its own words.
    done |= {LIMITS[key]: value for key, value in schema.items() if key in LIMITS}
    terms = words.group(schema.get("x-vocabulary", ""))
    done |= {"enum": list(terms)} if terms else {}
    done |= {"properties": figures} if schema.get("x-figures") else {}
    done |= {"additionalProperties": False} if "patternProperties" in schema else {}
    return _without_noise(done)


def _without_noise(schema: Schema) -> Schema:
    # An editor writes defaults out; empty ones are better left out of a file.
    if not isinstance(schema.get("default"), str | int | float):
        schema.pop("default", None)
    if schema.get("description") == schema.get("title"):
        schema.pop("description", None)
    return schema


def _ordered(schema: Schema) -> Schema:
    """Keywords in a fixed order; fields stay in the order of the model, which is that of the files."""
    ranked = sorted(schema, key=lambda key: (FIRST.index(key) if key in FIRST else len(FIRST), key))
    return {key: _ordered_value(key, schema[key]) for key in ranked}


def _ordered_value(key: str, value: Any) -> Any:
    if key in NAMED:
        names = value if key == "properties" else sorted(value)
        return {name: _ordered(value[name]) for name in names}
    if key in SINGLE and isinstance(value, dict):
        return _ordered(value)
    return [_ordered(part) for part in value] if key in LISTED else value
