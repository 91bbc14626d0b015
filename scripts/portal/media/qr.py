"""QR codes by segno, as one SVG path: a square of dark modules, row by row.

Takes an address, gives a path or a whole `<svg>`. Choosing the mask is what costs milliseconds: a code
that every page carries takes one that is always the same, which readers read as well.
"""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import groupby

import segno
from markupsafe import Markup, escape

# Level M survives a crease or a greasy thumb; four modules of quiet are what the standard asks for.
LEVEL, QUIET = "m", 4
SCALE = 10  # pixels of a module in a PNG


@lru_cache(maxsize=1024)
def qr_path(content: str) -> tuple[str, int]:
    """The path of the dark modules, one unit each, and how many units a side has without the quiet zone."""
    rows = list(segno.make(content, error=LEVEL, micro=False).matrix_iter(scale=1, border=0))
    return "".join(_row(y, bytes(row)) for y, row in enumerate(rows)), len(rows)


def _row(y: int, row: bytes) -> str:
    drawn, x = "", 0
    for dark, run in groupby(row):
        length = len(list(run))
        drawn += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return drawn


def qr_svg(content: str, label: str = "扫码打开本页") -> Markup:
    """A whole picture for a page; black on white in every colour scheme, or phones would not read it."""
    path, side = qr_path(content)
    whole = side + 2 * QUIET
    return Markup(
        f'<svg class="p-qr" viewBox="-{QUIET} -{QUIET} {whole} {whole}" role="img" aria-label="{escape(label)}">'
        f'<path fill="#fff" d="M-{QUIET}-{QUIET}h{whole}v{whole}h-{whole}z"/>'
        f'<path fill="#000" shape-rendering="crispEdges" d="{path}"/></svg>'
    )


def qr_inline(content: str) -> Markup:
    """For a printed page of its own: strokes instead of squares, styled there by the class `qr`."""
    code = segno.make(content, error=LEVEL, micro=False)
    return Markup(code.svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None))


def qr_png(content: str) -> bytes:
    """For a Word file."""
    target = io.BytesIO()
    segno.make(content, error=LEVEL, micro=False).save(target, kind="png", border=QUIET, scale=SCALE)
    return target.getvalue()


def qr_strokes(content: str) -> tuple[str, int]:
    """For every page, seen on paper only: a path of strokes, which zips to some 400 bytes, and how many units a side has."""
    code = segno.make(content, error=LEVEL, micro=False, mask=0, boost_error=False)
    rows = [bytes(row) for row in code.matrix_iter(scale=1, border=0)]
    drawn, at = "M0 .5", (0, 0)
    for y, row in enumerate(rows):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                drawn += f"m{x - at[0]} {y - at[1]}h{length}"
                at = (x + length, y)
            x += length
    return drawn, len(rows)
