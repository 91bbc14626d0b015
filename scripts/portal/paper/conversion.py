"""The table that turns the marks of a paper into a score of 100, so that whoever marks reckons nothing.

Takes a blueprint and the marks that can be had; there is no table where the marks are the score already, and none
where a rule gives any fraction of a mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.quiz.marking import passes, score
from portal.records.blueprint import Blueprint

ROW = 10  # scores in a row: of ten marks, or of five where there are halves


@dataclass(frozen=True)
class Converted:
    """A score; `least`: the first that passes."""

    marks: float
    score: str
    passed: bool
    least: bool


@dataclass(frozen=True)
class ConversionRow:
    """The scores from so many marks on, `empty` cells at the end of the last row."""

    first: int
    cells: tuple[Converted, ...]
    empty: int


@dataclass(frozen=True)
class Conversion:
    """All scores of a paper; `columns` are the marks that are added to the first of a row."""

    columns: tuple[str, ...]
    rows: tuple[ConversionRow, ...]

    @property
    def said(self) -> str:
        """From where it is passed, in words."""
        least = next((one for row in self.rows for one in row.cells if one.least), None)
        return f"，卷面{least.marks:g}分起" if least else ""


def possible_marks(blueprint: Blueprint, total: int) -> list[float] | None:
    """What a paper can earn, from 0 on in whole or half marks; none where a rule gives any fraction."""
    in_parts = [section for section in blueprint.sections if section.kind.partial]
    if blueprint.marking == "minus" and in_parts:
        return None
    halves = blueprint.marking == "half" and any(section.marks % 2 for section in in_parts)
    steps = 2 if halves else 1
    return [number / steps for number in range(total * steps + 1)]


def conversion(blueprint: Blueprint, total: int) -> Conversion | None:
    marks = possible_marks(blueprint, total)
    if marks is None or total == 100:
        return None
    rows = _rows(list(_converted(marks, total, blueprint.pass_mark)))
    return Conversion(tuple(f"{one:g}" for one in marks[:ROW]), tuple(rows))


def _converted(marks: list[float], total: int, pass_mark: int) -> Iterator[Converted]:
    passed = False
    for one in marks:
        before, reached = passed, score([one], [total])
        passed = passes(reached, pass_mark)
        yield Converted(one, f"{reached:.1f}" if reached < 100 else "100", passed, passed and not before)


def _rows(cells: list[Converted]) -> Iterator[ConversionRow]:
    for start in range(0, len(cells), ROW):
        some = tuple(cells[start : start + ROW])
        yield ConversionRow(int(some[0].marks), some, ROW - len(some))
