"""Columns out of the models: the Chinese name and the explanation of a field are written once, in its record."""

from __future__ import annotations

import datetime
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from portal.opendata.dataset import BOOLEAN, DATE, DEMO, INTEGER, LIST, NUMBER, STRING, Column
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS

SCALARS = {bool: BOOLEAN, int: INTEGER, float: NUMBER, datetime.date: DATE}
SEPARATOR = "|"
IS_DEMO = Column(DEMO, "示例数据", "true 表示这一行是虚构的演示内容，不是真实情况", BOOLEAN)
# What the codes of the models are called in a sentence.
CODES: dict[str, dict[str, str]] = {
    "status": {"provisional": "初步数", "final": "定稿"},
    "by": {key: dimension.title for key, dimension in DIMENSIONS.items()},
    "form": {"anonymised": "隐去名称", "named": "公开名称"},
    "certainty": {"fixed": "已确定", "expected": "预计"},
    "over_units": {"sum": "相加", "none": "不汇总"},
    "over_months": {"sum": "相加", "last": "取最近一月", "none": "不汇总"},
}
URL = Column("url", "网址", "这一项在网站上的页面")


def column(model: type[BaseModel], field: str, name: str = "", **changed: Any) -> Column:
    """The column of a model's field, under `name` if it is to be called otherwise."""
    info = model.model_fields[field]
    kind, nullable = _type(info)
    described = {
        "title": info.title or field,
        "description": info.description or info.title or field,
        "type": kind,
        "nullable": nullable,
        "codes": tuple(CODES.get(field, {}).items()),
        **changed,
    }
    return Column(name or field, **described)


def columns(model: type[BaseModel], *fields: str) -> tuple[Column, ...]:
    return tuple(column(model, field) for field in fields)


def of_indicator(indicator: Indicator) -> Column:
    """The column of a figure; a month or a unit may lack it. Any may have decimals, as its file may."""
    return Column(indicator.id, indicator.name, indicator.definition, NUMBER, indicator.unit, nullable=True)


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


def _scalars(annotation: Any) -> list[Any]:
    """The plain types inside `Annotated[…] | None`."""
    arguments = get_args(annotation)
    if not arguments:
        return [annotation]
    return [found for one in arguments if isinstance(one, type) or get_args(one) for found in _scalars(one)]
