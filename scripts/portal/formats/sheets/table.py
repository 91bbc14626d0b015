"""A table of figures as rows of cells that are told apart: name, figures, 合计, 计量单位, 备注.

Takes the layout of a table, gives a `FigureTable`: whoever reads it asks for no place in the sheet any more.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.formats.sheets.head import Around
from portal.formats.sheets.layout import Column, Layout
from portal.formats.sheets.names import NamedCell


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header; `figures` in the order of the table's columns, `left` what stands before them."""

    cells: tuple[NamedCell, ...]
    name: NamedCell
    figures: tuple[NamedCell, ...]
    left: tuple[NamedCell, ...]
    totals: tuple[NamedCell, ...]
    group: NamedCell | None
    measure: NamedCell | None
    note: NamedCell | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The columns of figures, the rows below the header, and what stands around."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    around: Around

    @property
    def one_unit(self) -> bool:
        return self.around.below is not None


def table_of(layout: Layout, address: str) -> FigureTable:
    """The table that stands in the sheet at `address` as `layout` says."""
    rows = tuple(_row(cells, layout) for cells in layout.body)
    one_unit = layout.figures[0].unit is None
    below = tuple(row.cells for row in rows if not row.name.indicators) if one_unit else None
    return FigureTable(layout.figures, rows, Around(address, layout.above, below))


def _row(cells: tuple[NamedCell, ...], layout: Layout) -> Row:
    def at(place: int | None) -> NamedCell | None:
        return None if place is None else cells[place]

    return Row(
        cells=cells,
        name=cells[layout.name],
        figures=tuple(cells[column.index] for column in layout.figures),
        left=cells[: layout.figures[0].index],
        totals=tuple(cells[column.index] for column in layout.totals),
        group=at(layout.group),
        measure=at(layout.measure),
        note=at(layout.note),
    )
