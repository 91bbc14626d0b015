"""The paper and its key as HTML files of their own, and all files of a paper by name: each for printing and for Word.

Takes a `Paper` and an environment for `site_config/templates`, gives bytes: A4, nothing fetched, no script.
"""

from __future__ import annotations

from jinja2 import Environment

from portal.media.qr import qr_inline
from portal.paper.paper import Paper
from portal.paper.word_paper import key_docx, paper_docx
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes, qr_words

PAPER, KEY = "paper/paper.html.j2", "paper/key.html.j2"


def paper_html(paper: Paper, templates: Environment) -> bytes:
    return _filled(
        templates,
        PAPER,
        paper=paper,
        exam=EXAM,
        qr=qr_inline(paper.address),
        qr_words=qr_words(paper.reserved),
    )


def key_html(paper: Paper, templates: Environment) -> bytes:
    return _filled(
        templates,
        KEY,
        paper=paper,
        exam=EXAM,
        for_markers=FOR_MARKERS,
        notes=marking_notes(paper.blueprint, paper.total),
    )


def _filled(templates: Environment, name: str, **values: object) -> bytes:
    return (templates.get_template(name).render(**values).rstrip() + "\n").encode()


def names(code: str) -> tuple[str, str, str, str]:
    """Paper, key, paper for Word, key for Word."""
    return f"{code}.html", f"{code}-key.html", f"{code}.docx", f"{code}-key.docx"


def files(paper: Paper, templates: Environment) -> dict[str, bytes]:
    contents = (paper_html(paper, templates), key_html(paper, templates), paper_docx(paper), key_docx(paper))
    return dict(zip(names(paper.code), contents, strict=True))
