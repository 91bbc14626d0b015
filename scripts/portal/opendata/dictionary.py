"""The data dictionary: a table about the fields of all other tables."""

from __future__ import annotations

from collections.abc import Sequence

from portal.opendata.dataset import BOOLEAN, Column, Table

COLUMNS = (
    Column("table", "数据表", "数据表的名称，也是文件名"),
    Column("field", "字段", "文件里的列名"),
    Column("title", "含义", "字段的中文名称"),
    Column("description", "说明", "数的是什么、怎样填写"),
    Column("type", "类型", "文字、整数、数、是或否、日期、月份、多个值"),
    Column("unit", "计量单位", "数的单位", nullable=True),
    Column("nullable", "可以为空", "true 表示这一格可以没有值", BOOLEAN),
)


def dictionary(tables: Sequence[Table]) -> Table:
    return Table(
        "dictionary",
        "数据字典",
        "每个数据表的每个字段：含义、类型、单位。",
        ("table", "field"),
        COLUMNS,
        lambda: [
            (table.name, one.name, one.title, one.description, one.type_name, one.unit or None, one.nullable)
            for table in tables
            for one in table.columns
        ],
    )
