"""The numbers of a chart as a table, so that nobody has to read them off a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from portal.charts.series import MISSING, Point, Series, written


@dataclass(frozen=True)
class Table:
    """`head` names the rows; columns are (label, unit); rows are (label, mark, cells), all ready to be shown."""

    head: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


def table(head: str, series: tuple[Series, ...], absent: str = MISSING) -> Table:
    """A row for each point, a column for each series; the series have the same points in the same order.

    `absent` stands where there is no value.
    """
    rows = zip(*(one.points for one in series), strict=True)
    return Table(
        head,
        tuple((one.label, one.unit) for one in series),
        tuple((points[0].label, _mark(points), _cells(points, series, absent)) for points in rows),
    )


def _mark(points: tuple[Point, ...]) -> str:
    return "初步数" if any(point.provisional for point in points) else ""


def _cells(points: tuple[Point, ...], series: tuple[Series, ...], absent: str) -> tuple[str, ...]:
    return tuple(
        written(point.value, one.decimals, absent) + ("（更正）" if point.revised else "")
        for point, one in zip(points, series, strict=True)
    )
