"""The paper's QR code by segno: as SVG inside the HTML, as PNG for the Word file."""

from __future__ import annotations

import io

import segno
from markupsafe import Markup

# Level M survives a crease; four modules of quiet are what the standard asks for.
LEVEL, QUIET = "m", 4
SCALE = 10  # pixels of a module in the PNG


def qr_svg(address: str) -> Markup:
    code = segno.make(address, error=LEVEL, micro=False)
    return Markup(code.svg_inline(border=QUIET, omitsize=True, svgclass="qr", lineclass=None))


def qr_png(address: str) -> bytes:
    target = io.BytesIO()
    segno.make(address, error=LEVEL, micro=False).save(target, kind="png", border=QUIET, scale=SCALE)
    return target.getvalue()
