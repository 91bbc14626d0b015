"""A whole paper before it is HTML or Word: sections with numbered questions, the answer grid, what it says of itself.

`compose` takes a frozen version, one of its blueprints and a number; everything printed later is read from here, so
that all files of a paper say the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from portal.paper.question import PrintedQuestion, printed
from portal.paper.wording import least_marks, rules_of
from portal.quiz.codes import PaperCode, write
from portal.quiz.drawing import draw
from portal.quiz.versions import BankVersion
from portal.records import Site, addresses
from portal.records.blueprint import Blueprint, Section
from portal.records.citation import to_chinese
from portal.records.question_type import QuestionType

ROW = 14  # cells of the answer grid beside each other; an answer of several letters takes two


@dataclass(frozen=True)
class PaperSection:
    """A part of the paper, all of one type."""

    numeral: str
    kind: QuestionType
    marks: int
    questions: tuple[PrintedQuestion, ...]

    @property
    def title(self) -> str:
        return self.kind.title

    @property
    def total(self) -> int:
        return self.marks * len(self.questions)

    @property
    def heading(self) -> str:
        return f"{self.numeral}、{self.title}"

    @property
    def worth(self) -> str:
        return f"共{len(self.questions)}题，每题{self.marks}分，共{self.total}分"

    @property
    def about(self) -> str:
        return f"{self.worth}；{self.kind.hint}"


@dataclass(frozen=True)
class GridRow:
    """A row of the answer grid: the type, and up to `ROW` cells for questions, each `span` cells wide."""

    label: str
    span: int
    questions: tuple[PrintedQuestion, ...]


@dataclass(frozen=True)
class Paper:
    """Paper `code`, complete."""

    code: str
    version: str
    form: int
    blueprint: Blueprint
    sections: tuple[PaperSection, ...]
    bureau: str
    address: str

    @property
    def title(self) -> str:
        return self.blueprint.title

    @property
    def questions(self) -> Iterator[PrintedQuestion]:
        return (one for section in self.sections for one in section.questions)

    @property
    def total(self) -> int:
        """Marks that can be had."""
        return sum(section.total for section in self.sections)

    @property
    def reserved(self) -> int:
        """Questions that only stand on paper."""
        return sum(one.question.reserved for one in self.questions)

    @cached_property
    def least(self) -> float | None:
        """The fewest marks that reach the pass mark; none where marks come in any fraction."""
        return least_marks(self.blueprint, self.total)

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """What whoever sits the paper has to know."""
        return rules_of(self.blueprint, self.total, self.least)

    @property
    def grid(self) -> tuple[GridRow, ...]:
        return tuple(row for section in self.sections for row in _grid_rows(section))


def compose(site: Site, version: BankVersion, blueprint: Blueprint, form: int, today: datetime.date) -> Paper:
    """Form number `form` of a blueprint of `version`. Raises `CannotDraw`."""
    code = write(PaperCode(blueprint.code, version.id, form))
    numbers = count(1)
    drawn = draw(blueprint, version.id, version.questions, form, version.format)

    def section(place: int, part: Section) -> PaperSection:
        questions = (version.by_key[key] for key in drawn[place])
        shown = tuple(printed(site, one, next(numbers), code, today) for one in questions)
        return PaperSection(to_chinese(place + 1), part.kind, part.marks, shown)

    settings = site.settings.record
    return Paper(
        code,
        version.id,
        form,
        blueprint,
        tuple(section(place, part) for place, part in enumerate(blueprint.sections)),
        settings.bureau,
        settings.site_url + addresses.paper(code),
    )


def _grid_rows(section: PaperSection) -> Iterator[GridRow]:
    """As few rows as hold the section, all of about the same length."""
    span = section.kind.cells
    rows = -(-len(section.questions) * span // ROW)
    length = -(-len(section.questions) // rows)
    for start in range(0, len(section.questions), length):
        yield GridRow(section.title, span, section.questions[start : start + length])
