"""The paper, its key and the slip with its QR code as HTML files of their own.

Takes a `Paper` and an environment for `site_config/templates`, gives bytes: A4, nothing fetched, no script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from portal.media.qr import qr_inline
from portal.paper.conversion import conversion
from portal.paper.paper import Paper
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes, qr_words

PAPER, KEY = "paper/paper.html.j2", "paper/key.html.j2"
# Where the QR code is that opens the paper with its answers on a phone: nowhere, on the paper, or on a slip that is
# handed out when the papers have been collected.
QrPlace: TypeAlias = Literal["none", "page", "slip"]


@dataclass(frozen=True)
class Face:
    """A paper and what its template cannot reckon; `pages`: it takes as many, a blank back with them (0: as it comes)."""

    paper: Paper
    qr: Markup | None
    qr_words: str
    pages: int = 0


def face(paper: Paper, with_qr: bool, pages: int = 0) -> Face:
    return Face(paper, qr_inline(paper.address) if with_qr else None, qr_words(paper.reserved), pages)


def paper_html(paper: Paper, templates: Environment, qr: QrPlace = "slip") -> bytes:
    return filled(templates, PAPER, paper=paper, one=face(paper, qr == "page"), exam=EXAM)


def key_html(paper: Paper, templates: Environment) -> bytes:
    return filled(
        templates,
        KEY,
        paper=paper,
        exam=EXAM,
        for_markers=FOR_MARKERS,
        notes=marking_notes(paper.blueprint, paper.total),
        table=conversion(paper.blueprint, paper.total),
    )


def filled(templates: Environment, name: str, **values: object) -> bytes:
    return (templates.get_template(name).render(**values).rstrip() + "\n").encode()
