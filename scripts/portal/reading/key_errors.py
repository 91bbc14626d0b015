"""What is wrong with the keys of a record, in Chinese: one is missing, or is none of its model's fields.

For that: which field of which model stands at a place in a file, and what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.records.base import Record
from portal.records.wording import nearest, shown
from portal.source import Diagnostic, KeyPath, SourceFile, error

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


def missing_key(file: SourceFile, model: Model, path: KeyPath) -> Diagnostic:
    """The finding for the required key `path`, at the mapping that lacks it."""
    name, above = str(path[-1]), path[:-1]
    title = titles_of(model_at(model, above)).get(name, name)
    where = "这里"
    if above:
        where = f"第 {above[-1] + 1} 项里" if isinstance(above[-1], int) else f"“{above[-1]}”里"
    place = file.key(*above) if above else file.at()
    return error(
        file.path, place, "FIELD-MISSING", f"{where}缺少“{name}”（{title}）", f"加上一行 {name}: …（{title}）"
    )


def unknown_key(file: SourceFile, model: Model, path: KeyPath) -> Diagnostic:
    """The finding for the key `path`, which no field has, and which was meant."""
    name = str(path[-1])
    titles = titles_of(model_at(model, path[:-1]))
    meant = _meant(model, path)
    if _successor(model, path):
        hint = "这是旧版本的写法。运行 portal migrate，先看会怎样改，再加 --write 写入"
    elif part := re.match(r"(\w+)[:：](.+)", name):
        hint = f"冒号写成半角，后面加一个空格：{part[1]}: {part[2]}"
    elif (home := next(homes(model, name), None)) is not None:
        hint = f"它要写在“{home[-1]}”下面，检查缩进" if home else "它要写在最外层，从第一列写起"
    elif meant:
        hint = f"是不是“{meant}”（{titles[meant]}）？"
    else:
        hint = "可用的键：" + "、".join(f"{key}（{title}）" for key, title in titles.items())
    return error(file.path, file.key(*path), "FIELD-UNKNOWN", f"没有“{shown(name)}”这一项", hint)


def meant_places(model: Model, path: KeyPath) -> Iterator[KeyPath]:
    """Where the unknown key at `path` would have been right."""
    if successor := _successor(model, path):
        yield (*path[:-1], successor)
    yield (*path[:-1], _meant(model, path) or "")
    yield from ((*home, path[-1]) for home in homes(model, str(path[-1])))


def _successor(model: Model, path: KeyPath) -> str | None:
    """The key that has taken the place of one of an earlier form of the file."""
    at = model_at(model, path[:-1])
    return at.outdated_keys.get(str(path[-1])) if at is not None and issubclass(at, Record) else None


def _meant(model: Model, path: KeyPath) -> str | None:
    """The key that its writer most likely meant: by its Chinese name, or by its spelling."""
    name = re.split("[:：]", str(path[-1]))[0]
    titles = titles_of(model_at(model, path[:-1]))
    by_title = {title: key for key, title in titles.items()}
    return by_title.get(name) or nearest(name, titles)
