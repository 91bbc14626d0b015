"""Series for the tests of charts, written as short as they can be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.charts import Caption, Point, Series

MONTHS = [(2024, month) for month in range(5, 13)] + [(2025, month) for month in range(1, 4)]


def months(
    values: Iterable[float | None],
    label: str = "发现隐患",
    unit: str = "个",
    provisional: int = 0,
    revised: Iterable[int] = (),
    decimals: int = 0,
) -> Series:
    """A value for each month from May 2024 on; the last `provisional` ones are not final yet."""
    given = list(values)
    final = len(given) - provisional
    points = tuple(
        Point(f"{year}年{month}月", value, f"{month}月", f"{year}年", index >= final, index in set(revised))
        for index, ((year, month), value) in enumerate(zip(MONTHS, given, strict=False))
    )
    return Series(label, points, unit, decimals)


def parts(values: dict[str, float | None], label: str = "发现隐患", unit: str = "个") -> Series:
    return Series(label, tuple(Point(name, value) for name, value in values.items()), unit)


def caption(**fields: Any) -> Caption:
    given: dict[str, Any] = {"id": "chart", "title": "每个月发现隐患", "source": "示例局"} | fields
    return Caption(**given)


ELEVEN = (60, 140, 141, 151, 163, 78, 77, 63, 85, 55, 55)
