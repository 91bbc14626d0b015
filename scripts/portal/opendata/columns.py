"""Columns out of the models: the Chinese name and the explanation of a field are written once, in its record.

Also the data dictionary, which is the dataset about the columns of all others.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from types import NoneType
from typing import TypeVar, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.opendata.dataset import (
    BOOLEAN,
    DATE,
    DEMO,
    INTEGER,
    LIST,
    NUMBER,
    STRING,
    Cell,
    Column,
    Dataset,
    DatasetOf,
    Field,
)
from portal.publication.public_site import PublicSite
from portal.records.outcome import DIMENSIONS

M = TypeVar("M", bound=BaseModel)
R = TypeVar("R")
Part = TypeVar("Part")
SCALARS: dict[object, str] = {bool: BOOLEAN, int: INTEGER, float: NUMBER, datetime.date: DATE}
SEPARATOR = "|"
# What the codes of the models are called in a sentence.
CODES: dict[str, dict[str, str]] = {
    "status": {"provisional": "初步数", "final": "定稿", "unpublished": "没有发布"},
    "by": {key: dimension.title for key, dimension in DIMENSIONS.items()},
    "form": {"anonymised": "隐去名称", "named": "公开名称"},
    "certainty": {"fixed": "已确定", "expected": "预计"},
    "over_units": {"sum": "相加", "none": "不汇总"},
    "over_months": {"sum": "相加", "last": "取最近一月", "none": "不汇总"},
}


def column(
    model: type[M],
    field: str,
    name: str = "",
    *,
    description: str = "",
    type: str = "",
    unit: str = "",
    nullable: bool | None = None,
) -> Column[M]:
    """The column of a model's field, under `name` if it is to be called otherwise; what is given overrules the model."""
    info = model.model_fields[field]
    kind, may_be_empty = _type(info)

    def value(record: M) -> Cell:
        found: Cell = getattr(record, field)
        return found

    return Column(
        name or field,
        info.title or field,
        description or info.description or info.title or field,
        type or kind,
        unit,
        may_be_empty if nullable is None else nullable,
        tuple(CODES.get(field, {}).items()),
        value=value,
    )


def columns(model: type[M], *fields: str) -> tuple[Column[M], ...]:
    return tuple(column(model, field) for field in fields)


def within(part: Callable[[R], Part], inner: Sequence[Column[Part]]) -> tuple[Column[R], ...]:
    """The columns of a part of each row."""

    def outer(one: Column[Part]) -> Column[R]:
        return one.of(lambda whole: one.value(part(whole)))

    return tuple(outer(one) for one in inner)


def is_demo(value: Callable[[R], bool]) -> Column[R]:
    told = "true 表示这一行是虚构的演示内容，不是真实情况"
    return Column(DEMO, "示例数据", told, BOOLEAN, value=value)


def page_of(public: PublicSite, address: Callable[[R], str]) -> Column[R]:
    """Where the site shows what the row tells of."""
    base = public.settings.site_url
    return Column("url", "网址", "这一项在网站上的页面", value=lambda one: base + address(one))


def _type(info: FieldInfo) -> tuple[str, bool]:
    """The type of a field and whether it may be empty."""
    parts = get_args(info.annotation)
    nullable = NoneType in parts
    if get_origin(info.annotation) is tuple:
        return LIST, False
    kinds = {SCALARS[one] for one in _scalars(info.annotation) if one in SCALARS}
    if kinds == {INTEGER, NUMBER}:
        return NUMBER, nullable
    return (kinds.pop() if len(kinds) == 1 else STRING), nullable


def _scalars(annotation: object) -> list[object]:
    """The plain types inside `Annotated[…] | None`."""
    arguments = get_args(annotation)
    if not arguments:
        return [annotation]
    return [found for one in arguments if isinstance(one, type) or get_args(one) for found in _scalars(one)]


def dictionary(datasets: Sequence[Dataset]) -> Dataset:
    """One row for each field of each dataset."""
    return DatasetOf[tuple[Dataset, Field]](
        "dictionary",
        "数据字典",
        "每个数据表的每个字段：含义、类型、单位。",
        ("table", "field"),
        (
            Column("table", "数据表", "数据表的名称，也是文件名", value=lambda row: row[0].name),
            Column("field", "字段", "文件里的列名", value=lambda row: row[1].name),
            Column("title", "含义", "字段的中文名称", value=lambda row: row[1].title),
            Column("description", "说明", "数的是什么、怎样填写", value=lambda row: row[1].description),
            Column(
                "type",
                "类型",
                "文字、整数、数、是或否、日期、月份、多个值",
                value=lambda row: row[1].type_name,
            ),
            Column("unit", "计量单位", "数的单位", nullable=True, value=lambda row: row[1].unit or None),
            Column(
                "nullable",
                "可以为空",
                "true 表示这一格可以没有值",
                BOOLEAN,
                value=lambda row: row[1].nullable,
            ),
        ),
        lambda: [(one, field) for one in datasets for field in one.columns],
    )
