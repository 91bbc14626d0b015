"""What a dataset is: columns that explain themselves and know their value in a row, and rows made when asked for.

`DatasetOf[Case]` says of what record each row tells; whoever writes or lists datasets sees a `Dataset` only.
"""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

R = TypeVar("R")
Other = TypeVar("Other")
Cell = str | int | float | bool | datetime.date | tuple[str, ...] | None
Row = tuple[Cell, ...]

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
DEMO_NOTE = "含示例数据：demo 为 true 的行是虚构的演示内容，不是真实情况。"
# What an empty cell means, in every file.
BLANK_NOTE = "空着的格子只有一个意思：没有这一项。零写成 0，不会空着。"


@dataclass(frozen=True)
class Field:
    """What a column says of itself: the name that files use, what it is called and means, its unit, its codes."""

    name: str
    title: str
    description: str
    type: str = STRING
    unit: str = ""
    nullable: bool = False
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """Over the column of a table that people read; a title that ends with its unit says it once."""
        measure = f"（{self.unit}）" if self.unit else ""
        return self.title if self.title.endswith(measure) else f"{self.title}{measure}"

    @property
    def type_name(self) -> str:
        return TYPE_NAMES[self.type]


@dataclass(frozen=True)
class Column(Field, Generic[R]):
    """A field and where its value comes from."""

    value: Callable[[R], Cell] = field(kw_only=True)

    def of(self, value: Callable[[Other], Cell]) -> Column[Other]:
        """The same field of other rows."""
        return Column(
            self.name,
            self.title,
            self.description,
            self.type,
            self.unit,
            self.nullable,
            self.codes,
            value=value,
        )


@dataclass(frozen=True)
class Dataset(ABC):
    """One table of the open data; `key` names the columns that together tell its rows apart."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Field, ...]
    updated_on: datetime.date | None = field(default=None, kw_only=True)
    # The column that tells of what time each row is.
    timed_by: str = field(default="", kw_only=True)

    @property
    @abstractmethod
    def rows(self) -> list[Row]:
        """The values of each row in the order of the columns."""

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

    @property
    def span(self) -> tuple[str, str] | None:
        """The first and the last time that it tells of, `2024-05` or `2024-05-14`; `None` where time says nothing."""
        if not self.timed_by:
            return None
        place = self.names.index(self.timed_by)
        times = sorted(str(row[place]) for row in self.rows if row[place] is not None)
        return (times[0], times[-1]) if times else None

    @property
    def measured(self) -> list[Field]:
        """What is counted in it; what it tells of, where nothing is."""
        counted = [one for one in self.columns if one.type in (INTEGER, NUMBER)]
        return counted or [one for one in self.columns if one.name not in ("id", "url", DEMO)]

    @property
    def shown_title(self) -> str:
        return f"{self.title}（含示例数据）" if self.has_demo else self.title

    @property
    def shown_description(self) -> str:
        return f"{self.description}{DEMO_NOTE}" if self.has_demo else self.description


@dataclass(frozen=True)
class DatasetOf(Dataset, Generic[R]):
    """A dataset with one row for each of its records, which are asked for when the first row is."""

    columns: tuple[Column[R], ...]
    records: Callable[[], Iterable[R]]

    @cached_property
    def rows(self) -> list[Row]:
        return [tuple(column.value(one) for column in self.columns) for one in self.records()]


def latest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    """The last of the days that are known."""
    return max(filter(None, days), default=None)
