"""A poster on A4 or A3: what happened in one sentence, what to remember, where to read more, whom to call.

Takes a `Material`, gives SVG. The type is as large as the words allow; a poster with too many words
loses points from the end, never part of a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from portal.media.canvas import (
    BASELINE,
    HEIGHT,
    INK,
    LINE,
    MAIN,
    NOTE,
    NOTE_LINE,
    NOTE_TINT,
    ON_MAIN,
    SOFT,
    TINT,
    WIDTH,
    Canvas,
)
from portal.media.lines import em, settled
from portal.media.material import DEMO, Figure, Material, Points
from portal.media.titles import title_lines

MARGIN = 16.0
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 62
TITLE_SIZES, TITLE_LINES = (17.0, 15.0, 13.0, 11.0), 3
# Body type in millimetres: 8 mm is read from three steps away, 4 mm is that of a leaflet.
SIZES = tuple(size / 10 for size in range(80, 38, -2))
DEMO_WORDS = "海报里的单位、案件和数字是虚构的演示内容，不是真实情况。"


def poster(material: Material, paper: str) -> bytes:
    """The file for `paper` (`a4`, `a3`)."""
    return _drawn(material).file(paper, material.title, material.summary)


# A4 and A3 are the same drawing, asked for one after the other.
@lru_cache(maxsize=2)
def _drawn(material: Material) -> Canvas:
    canvas = Canvas()
    canvas.box(0, 0, WIDTH, HEIGHT, "#fff")
    top = _masthead(canvas, material)
    canvas.add(_fitted(material, FOOT - top - 6), top)
    _foot(canvas, material)
    return canvas


def _masthead(canvas: Canvas, material: Material) -> float:
    """The kind and the title on blue, the demo mark below; returns where the body begins."""
    fitting = [(s, title_lines(material.title, MEASURE / s)) for s in TITLE_SIZES]
    size, lines = next((one for one in fitting if len(one[1]) <= TITLE_LINES), fitting[-1])
    bottom = 34 + len(lines) * size * 1.3 + 12
    canvas.box(0, 0, WIDTH, bottom, MAIN)
    canvas.text(MARGIN, 18, material.kind, 6, ON_MAIN, bold=True)
    canvas.text(WIDTH - MARGIN, 18.5, material.date, 5, ON_MAIN, end="end")
    canvas.box(MARGIN, 28, 14, 1.2, NOTE_LINE)
    canvas.lines(MARGIN, 34, lines, size, ON_MAIN, leading=1.3, bold=True)
    for words, label in ((DEMO_WORDS, DEMO), (material.note, "说明")):
        if words and (material.demo or label != DEMO):
            bottom = _notice(canvas, bottom, label, words)
    return bottom


def _notice(canvas: Canvas, top: float, label: str, words: str) -> float:
    size, indent = 4.2, 24.0
    lines = settled(words, (MEASURE - indent) / size)
    height = len(lines) * size * 1.4 + 5
    canvas.box(0, top, WIDTH, height + 0.2, NOTE_TINT)
    canvas.box(0, top, 3, height + 0.2, NOTE_LINE)
    canvas.text(MARGIN, top + 2.5 + 0.2 * size, label, size, NOTE, bold=True)
    canvas.lines(MARGIN + indent, top + 2.5, lines, size, NOTE, leading=1.4)
    return top + height


def _fitted(material: Material, room: float) -> Canvas:
    """The body in the largest type that fits; things are left out only when the smallest does not."""
    parts, figures = material.parts, material.figures
    while True:
        said = (material.summary, figures, parts)
        place = bisect_left(SIZES, True, key=lambda size: _body(*said, size)[1] <= room)
        if place < len(SIZES) or not (parts or figures):
            return _body(*said, SIZES[min(place, len(SIZES) - 1)])[0]
        parts, figures = (_without_last(parts), figures) if parts else (parts, figures[:-1])


def _without_last(parts: tuple[Points, ...]) -> tuple[Points, ...]:
    *before, last = parts
    shorter = Points(last.heading, last.points[:-1])
    return (*before, shorter) if shorter.points else tuple(before)


def _body(
    summary: str, figures: tuple[Figure, ...], parts: tuple[Points, ...], size: float
) -> tuple[Canvas, float]:
    canvas = Canvas()
    y = 0.9 * size + 4
    big = 1.25 * size
    y = canvas.lines(MARGIN, y, settled(summary, MEASURE / big), big, INK, leading=1.55)
    if figures:
        y = _figures(canvas, y + 0.9 * size, figures, size)
    for part in parts:
        y = _points(canvas, y + 1.1 * size, part, size)
    return canvas, y


def _points(canvas: Canvas, y: float, part: Points, size: float) -> float:
    canvas.box(MARGIN, y + 0.25 * size, 1.4, size, MAIN)
    y = canvas.lines(MARGIN + 4, y, [part.heading], 1.05 * size, MAIN, leading=1.45, bold=True)
    indent = 1.7 * size
    for number, point in enumerate(part.points, 1):
        y += 0.3 * size
        canvas.text(MARGIN + 0.95 * size, y + 0.25 * size, str(number), size, MAIN, bold=True, end="end")
        heading = settled(point.heading, (MEASURE - indent) / size) if point.heading else []
        y = canvas.lines(MARGIN + indent, y, heading, size, INK, leading=1.5, bold=True)
        y = canvas.lines(MARGIN + indent, y, settled(point.text, (MEASURE - indent) / size), size)
    return y


def _figures(canvas: Canvas, y: float, figures: tuple[Figure, ...], size: float) -> float:
    """Tiles, two or three in a row: the name, the number in large type with its unit, a comparison."""
    columns = 2 if len(figures) <= 4 else 3
    gap, height = 5.0, 6.4 * size
    width = (MEASURE - (columns - 1) * gap) / columns
    for place, figure in enumerate(figures):
        x, top = MARGIN + (place % columns) * (width + gap), y + (place // columns) * (height + gap)
        canvas.box(x, top, width, height, TINT, 2)
        canvas.text(x + 6, top + 0.8 * size, figure.name, 0.9 * size, SOFT)
        room = width - 14 - em(figure.unit) * size
        number = min(2.2 * size, room / max(em(figure.value), 1))
        canvas.text(x + 6, top + 2.2 * size, figure.value, number, MAIN, bold=True)
        # The unit stands on the line of the number.
        down = 2.2 * size + BASELINE * (number - 0.9 * size)
        canvas.text(x + 8 + em(figure.value) * number, top + down, figure.unit, 0.9 * size, SOFT)
        canvas.text(x + 6, top + 4.9 * size, figure.note, 0.8 * size, SOFT)
    return y + -(-len(figures) // columns) * (height + gap) - gap


def _foot(canvas: Canvas, material: Material) -> None:
    side, publisher = 38.0, material.publisher
    canvas.box(MARGIN, FOOT, MEASURE, 0.4, LINE)
    canvas.qr(WIDTH - MARGIN - side + 3, FOOT + 3, side, material.url)
    canvas.text(WIDTH - MARGIN - side / 2 + 3, FOOT + 41.5, "扫码看全文", 4.2, SOFT, end="middle")
    canvas.text(MARGIN, FOOT + 7, "发现食品安全问题，请拨打", 5.2, INK)
    canvas.text(MARGIN, FOOT + 14.5, publisher.hotline, 16, MAIN, bold=True)
    room = MEASURE - side - 6
    size = min(5.6, room / em(publisher.bureau))
    canvas.text(MARGIN, FOOT + 36, publisher.bureau, size, INK, bold=True)
    size = min(4.2, room / em(publisher.site_name))
    canvas.text(MARGIN, FOOT + 44, publisher.site_name, size, SOFT)
