"""The paper and its key as HTML files of their own: A4, nothing fetched, no script.

Takes a `Paper` and an environment for `site_config/templates`, gives bytes.
"""

from __future__ import annotations

from jinja2 import Environment

from portal.paper.paper import Paper
from portal.paper.qr import qr_svg
from portal.paper.wording import EXAM, FOR_MARKERS, marking_notes, qr_words

PAPER, KEY = "paper/paper.html.j2", "paper/key.html.j2"


def paper_html(paper: Paper, templates: Environment) -> bytes:
    return _filled(
        templates, PAPER, paper=paper, exam=EXAM, qr=qr_svg(paper.address), qr_words=qr_words(paper.reserved)
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
