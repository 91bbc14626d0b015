"""What only the printed page shows: where it comes from, as an address and as a code for phones.

Stands before every body, outside it, because a page that is over loses its body. On screens it is no more than some
hundred bytes that nothing draws and no screen reader says; the browser adds the day of printing.
"""

from __future__ import annotations

from markupsafe import escape

from portal.media.qr import qr_strokes
from portal.pages import kinds
from portal.pages.document import Document

# On paper these are a poster or a wall sheet, which bears its own code.
WITH_THEIR_OWN = frozenset({kinds.RISK, kinds.CASE_KIT, kinds.ARTICLE_KIT, kinds.MONTH_KIT})


def printed(document: Document, site_url: str) -> str:
    """The note of one page as finished HTML."""
    if document.kind in WITH_THEIR_OWN:
        return ""
    url = f"{site_url}{document.address}"
    return (
        f'<div class="p-printed">{_code(url)}'
        f"<p>网址：<b data-address>{escape(url)}</b> <span data-printed></span></p></div>\n"
    )


def _code(url: str) -> str:
    strokes, side = qr_strokes(url)
    path = f'<path stroke="#000" shape-rendering="crispEdges" d="{strokes}"/>'
    return f'<svg viewBox="0 0 {side} {side}" aria-hidden="true">{path}</svg>'
