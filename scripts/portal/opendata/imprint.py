"""Under what name, terms and day the tables are given out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.opendata.dataset import Table

# Of the form of the files: the first number changes when a program that reads them must change.
VERSION = "1.0.0"
DEMO_NOTE = "含示例数据：demo 为 true 的行是虚构的演示内容，不是真实情况。"


@dataclass(frozen=True)
class Publication:
    """`base` is the absolute address of the folder of the files, with a slash at its end."""

    site_name: str
    publisher: str
    base: str
    licence: str
    generated_for: datetime.date

    def schema_url(self, table: Table) -> str:
        return f"{self.base}schemas/{table.name}.schema.json"

    def citation(self, title: str) -> str:
        """How the data are quoted, by their publisher, title and address."""
        day = self.generated_for
        return f"{self.publisher}：《{title}》，{self.site_name}，{day.year}年{day.month}月{day.day}日，{self.base}"


def title_of(table: Table) -> str:
    return f"{table.title}（含示例数据）" if table.has_demo else table.title


def description_of(table: Table) -> str:
    return f"{table.description}{DEMO_NOTE}" if table.has_demo else table.description
