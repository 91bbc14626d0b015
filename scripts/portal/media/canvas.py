"""A sheet of paper as SVG: text lines, boxes and rules in millimetres, by presentation attributes only.

Everything has the proportions of A4, so A3 is the same drawing at another size.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from portal.media.qr import QUIET, qr_path

WIDTH, HEIGHT = 210.0, 297.0
PAPERS = {"a4": (210, 297), "a3": (297, 420)}
FONTS = "'PingFang SC','HarmonyOS Sans SC','MiSans','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
# The site's own colours in their light scheme; see styles/tokens.css.
INK, SOFT, PAPER, TINT, LINE = "#1b2530", "#4c5866", "#fff", "#f3f6fa", "#d4dce5"
MAIN, MAIN_DEEP, ON_MAIN = "#0f4c8a", "#0a3866", "#fff"
NOTE, NOTE_TINT, NOTE_LINE = "#774c00", "#fdf5e2", "#c98a12"
# How far below the top of its em square the feet of Chinese characters stand.
BASELINE = 0.88
# The strip at the edges that holds nothing on any sheet.
CROPPED = 8.0


class Canvas:
    """Shapes in the order they are drawn; lengths in millimetres."""

    def __init__(self) -> None:
        self.shapes: list[str] = []

    def text(
        self,
        x: float,
        top: float,
        line: str,
        size: float,
        fill: str = INK,
        *,
        bold: bool = False,
        end: str = "",
    ) -> None:
        """One line whose em square begins at `top`; `end` is `middle` or `end` for another anchor."""
        weight = ' font-weight="700"' if bold else ""
        anchor = f' text-anchor="{end}"' if end else ""
        y = top + BASELINE * size
        self.shapes.append(
            f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{fill}"{weight}{anchor}>{escape(line)}</text>'
        )

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[str],
        size: float,
        fill: str = INK,
        *,
        leading: float = 1.5,
        bold: bool = False,
    ) -> float:
        """Lines below each other; returns where the next thing may begin."""
        for number, line in enumerate(lines):
            self.text(x, top + (number * leading + (leading - 1) / 2) * size, line, size, fill, bold=bold)
        return top + len(lines) * leading * size

    def box(self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> None:
        round_ = f' rx="{_n(radius)}"' if radius else ""
        self.shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"{round_}/>'
        )

    def qr(self, x: float, y: float, side: float, content: str) -> None:
        """A code of `side` with its quiet zone, on white."""
        path, modules = qr_path(content)
        scale = side / (modules + 2 * QUIET)
        self.box(x, y, side, side, PAPER)
        self.shapes.append(
            f'<path transform="translate({_n(x + QUIET * scale)} {_n(y + QUIET * scale)}) scale({scale:.5f})"'
            f' fill="#000" shape-rendering="crispEdges" d="{path}"/>'
        )

    def add(self, other: Canvas, down: float, scale: float = 1) -> None:
        """Everything of another canvas, `down` lower, and smaller where it would not fit otherwise."""
        smaller = f" scale({scale:.4f})" if scale != 1 else ""
        self.shapes += [f'<g transform="translate(0 {_n(down)}){smaller}">', *other.shapes, "</g>"]

    def file(self, paper: str, title: str, description: str) -> bytes:
        """A file of its own on `paper` (`a4`, `a3`)."""
        width, height = PAPERS[paper]
        size = f'xmlns="http://www.w3.org/2000/svg" lang="zh-CN" width="{width}mm" height="{height}mm"'
        words = f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n"
        return ('<?xml version="1.0" encoding="UTF-8"?>\n' + self._svg(size, words)).encode("utf-8")

    def inside(self, classes: str, label: str) -> str:
        """A picture inside a page, which has margins of its own."""
        attributes = f'class="{classes}" role="img" aria-label="{escape(label)}"'
        return self._svg(attributes, "", CROPPED)

    def _svg(self, attributes: str, words: str, cropped: float = 0) -> str:
        x, width, height = _n(cropped), _n(WIDTH - 2 * cropped), _n(HEIGHT - 2 * cropped)
        view = f'viewBox="{x} {x} {width} {height}"'
        drawn = "\n".join(self.shapes)
        return f'<svg {attributes} {view} font-family="{FONTS}">\n{words}{drawn}\n</svg>\n'


def _n(number: float) -> str:
    return f"{round(number, 2):g}"
