"""All files of a paper, or of a batch of papers, by name; the names say of what and which forms they are."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from portal.paper.batch import keys_html, papers_html, slips_html, strips_html
from portal.paper.html import QrPlace, key_html, paper_html
from portal.paper.paper import Paper
from portal.paper.word_paper import key_docx, paper_docx


def files(paper: Paper, templates: Environment, qr: QrPlace) -> dict[str, bytes]:
    """The paper and its key, each for printing and for Word; the slip with its QR code where it is to have one."""
    name = f"{paper.blueprint.id}-{paper.form}-{paper.code}"
    found = {
        f"{name}.html": paper_html(paper, templates, qr),
        f"{name}-key.html": key_html(paper, templates),
        f"{name}.docx": paper_docx(paper, qr),
        f"{name}-key.docx": key_docx(paper),
    }
    return found | ({f"{name}-slip.html": slips_html([paper], templates)} if qr == "slip" else {})


def batch_files(
    papers: Sequence[Paper], templates: Environment, qr: QrPlace, *, duplex: bool
) -> dict[str, bytes]:
    """One file for all papers, one for all keys, one for all strips, one for all slips."""
    name = f"{papers[0].blueprint.id}-{papers[0].form}-{papers[-1].form}"
    found = {
        f"{name}-papers.html": papers_html(papers, templates, qr, duplex=duplex),
        f"{name}-keys.html": keys_html(papers, templates),
        f"{name}-strips.html": strips_html(papers, templates),
    }
    return found | ({f"{name}-slips.html": slips_html(papers, templates)} if qr == "slip" else {})
