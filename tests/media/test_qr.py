"""The code that every page bears is the one that segno draws, written as strokes."""

from __future__ import annotations

import gzip
import re

import segno

from portal.media.qr import LEVEL, qr_strokes

URL = "https://example.invalid/food-safety/laws/food-safety-law/"
MOVE = re.compile(r"m(-?\d+) (-?\d+)h(\d+)")


def drawn(path: str) -> set[tuple[int, int]]:
    """The dark modules, as a pen draws them that begins in the corner."""
    x = y = 0
    dark: set[tuple[int, int]] = set()
    for right, down, length in MOVE.findall(path):
        x, y = x + int(right), y + int(down)
        dark |= {(x + one, y) for one in range(int(length))}
        x += int(length)
    return dark


def test_the_strokes_draw_the_code() -> None:
    code = segno.make(URL, error=LEVEL, micro=False, mask=0, boost_error=False)
    rows = list(code.matrix_iter(scale=1, border=0))
    path, side = qr_strokes(URL)
    assert side == len(rows)
    assert drawn(path) == {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module}


def test_it_is_small() -> None:
    assert len(gzip.compress(qr_strokes(URL)[0].encode())) < 450
