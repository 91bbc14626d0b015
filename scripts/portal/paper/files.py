"""All files of a paper by name: the paper and its key, each for printing and for Word."""

from __future__ import annotations

from jinja2 import Environment

from portal.paper.html import key_html, paper_html
from portal.paper.paper import Paper
from portal.paper.word_key import key_docx
from portal.paper.word_paper import paper_docx


def names(code: str) -> tuple[str, str, str, str]:
    """Paper, key, paper for Word, key for Word."""
    return f"{code}.html", f"{code}-key.html", f"{code}.docx", f"{code}-key.docx"


def files(paper: Paper, templates: Environment) -> dict[str, bytes]:
    contents = (paper_html(paper, templates), key_html(paper, templates), paper_docx(paper), key_docx(paper))
    return dict(zip(names(paper.code), contents, strict=True))
