"""Many papers of one blueprint for an examination room: one file of all papers, one sheet of all keys, strips, slips.

Takes the papers in the order of their forms, gives HTML for A4. What several papers have in common is read from the
first: they are of one blueprint and one version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from portal.paper.conversion import conversion
from portal.paper.html import QrPlace, face, filled
from portal.paper.length import even_pages
from portal.paper.paper import Paper
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes

PAPERS, KEYS, STRIPS, SLIPS = (f"paper/{name}.html.j2" for name in ("papers", "keys", "strips", "slips"))


@dataclass(frozen=True)
class KeySection:
    """The columns of one section: as many units as its answers take in the grid."""

    title: str
    marks: int
    span: int
    numbers: tuple[int, ...]

    @property
    def columns(self) -> int:
        return self.span * len(self.numbers)


@dataclass(frozen=True)
class KeyCell:
    """An answer; `first` of its section, `doubtful` where the bank has changed since."""

    answer: str
    span: int
    first: bool
    doubtful: bool


@dataclass(frozen=True)
class KeyRow:
    """All answers of one paper."""

    form: int
    code: str
    answers: tuple[KeyCell, ...]


@dataclass(frozen=True)
class Strip:
    """The strips of a paper, named by its code in two lines: what all of the batch have, what is its own."""

    paper: Paper

    @property
    def same(self) -> str:
        return self.paper.code.rsplit("-", 2)[0]

    @property
    def own(self) -> str:
        return self.paper.code.removeprefix(f"{self.same}-")


def papers_html(papers: Sequence[Paper], templates: Environment, qr: QrPlace, *, duplex: bool) -> bytes:
    """All papers one after the other; with `duplex` each begins on the front of a sheet."""
    faces = [face(one, qr == "page", even_pages(one, qr == "page") if duplex else 0) for one in papers]
    return filled(templates, PAPERS, faces=faces, exam=EXAM, **_named(papers))


def keys_html(papers: Sequence[Paper], templates: Environment) -> bytes:
    """A row for each paper, a column for each question."""
    first = papers[0]
    return filled(
        templates,
        KEYS,
        exam=EXAM,
        for_markers=FOR_MARKERS,
        sections=_sections(first),
        rows=[KeyRow(one.form, one.code, tuple(_cells(one))) for one in papers],
        cautions=list(_cautions(papers)),
        notes=marking_notes(first.blueprint, first.total),
        table=conversion(first.blueprint, first.total),
        **_named(papers),
    )


def strips_html(papers: Sequence[Paper], templates: Environment) -> bytes:
    """The answers in the raster of the answer grid, to be cut out and laid beside it."""
    return filled(templates, STRIPS, strips=[Strip(one) for one in papers], **_named(papers))


def slips_html(papers: Sequence[Paper], templates: Environment) -> bytes:
    """The QR codes, for when the examination is over; each with its paper's code and number."""
    return filled(templates, SLIPS, faces=[face(one, True) for one in papers], **_named(papers))


def _named(papers: Sequence[Paper]) -> dict[str, str]:
    first, last = papers[0], papers[-1]
    forms = f"第{first.form}份" if first is last else f"第{first.form}—{last.form}份"
    return {"title": first.title, "range": forms}


def _sections(paper: Paper) -> list[KeySection]:
    return [
        KeySection(one.kind.called, one.marks, one.kind.cells, tuple(q.number for q in one.questions))
        for one in paper.sections
    ]


def _cells(paper: Paper) -> Iterator[KeyCell]:
    for section in paper.sections:
        for place, one in enumerate(section.questions):
            yield KeyCell(one.answer, section.kind.cells, place == 0, bool(one.caution))


def _cautions(papers: Sequence[Paper]) -> Iterator[str]:
    for paper in papers:
        for one in paper.questions:
            if one.caution:
                yield f"第{paper.form}份第{one.number}题（{one.question.id}）：{one.caution}"
