"""Which field of which model stands at a place in a file, and what it is called in Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.source import KeyPath

Model = type[BaseModel]


def fields_of(model: Model | None) -> dict[str, FieldInfo]:
    """The fields of a model under the keys they have in a file."""
    return {info.alias or name: info for name, info in model.model_fields.items()} if model else {}


def titles_of(model: Model | None) -> dict[str, str]:
    return {key: info.title or key for key, info in fields_of(model).items()}


def model_at(model: Model | None, path: KeyPath) -> Model | None:
    """The model of the mapping at `path`, if it has one."""
    for key in (step for step in path if isinstance(step, str)):
        info = fields_of(model).get(key)
        model = model_in(info.annotation) if info else None
    return model


def field_at(model: Model, path: KeyPath) -> FieldInfo | None:
    """The field that the value at `path` belongs to; for an item of a list, the field of the list."""
    keys = tuple(step for step in path if isinstance(step, str))
    return fields_of(model_at(model, keys[:-1])).get(keys[-1]) if keys else None


def model_in(annotation: Any) -> Model | None:
    """The model inside an annotation such as `tuple[Unit, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def homes(model: Model, key: str, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The keys under which a field named `key` belongs, from the top of the file."""
    for name, info in fields_of(model).items():
        if name == key:
            yield above
        inner = model_in(info.annotation)
        if inner and name not in above:
            yield from homes(inner, key, (*above, name))
