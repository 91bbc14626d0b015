"""What a table is: columns that explain themselves, and rows made when somebody asks for them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Value = str | int | float | bool | datetime.date | tuple[str, ...] | None
Row = tuple[Value, ...]

STRING, INTEGER, NUMBER, BOOLEAN, DATE, MONTH, LIST = (
    "string",
    "integer",
    "number",
    "boolean",
    "date",
    "month",
    "list",
)
# What the types are called on the page and in the dictionary.
TYPE_NAMES = {
    STRING: "文字",
    INTEGER: "整数",
    NUMBER: "数",
    BOOLEAN: "是或否",
    DATE: "日期",
    MONTH: "月份",
    LIST: "多个值",
}
DEMO = "demo"


@dataclass(frozen=True)
class Column:
    """One field: the name that files use, what it is called, what it means, its unit, what its codes stand for."""

    name: str
    title: str
    description: str
    type: str = STRING
    unit: str = ""
    nullable: bool = False
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """Over the column of a table that people read."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title

    @property
    def type_name(self) -> str:
        return TYPE_NAMES[self.type]


@dataclass(frozen=True)
class Table:
    """One table; `key` names the columns that together tell its rows apart, `make` gives the rows."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    make: Callable[[], list[Row]]
    updated_on: datetime.date | None = None

    @cached_property
    def rows(self) -> list[Row]:
        return self.make()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @cached_property
    def has_demo(self) -> bool:
        """Whether any row is an invented one."""
        if DEMO not in self.names:
            return False
        place = self.names.index(DEMO)
        return any(row[place] is True for row in self.rows)
