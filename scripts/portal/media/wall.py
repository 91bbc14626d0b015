"""A wall sheet (一品一策) on one page of A4 or A3: risk → measure → who → how often → basis.

Takes a `Sheet`, gives SVG, as a file or to print inside a page. The type is the largest with which
every row of the card fits; no row is ever left out.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from portal.media.canvas import (
    HEIGHT,
    INK,
    LINE,
    MAIN,
    NOTE,
    NOTE_TINT,
    ON_MAIN,
    SOFT,
    TINT,
    WIDTH,
    Canvas,
)
from portal.media.lines import em, settled
from portal.media.material import Publisher
from portal.media.titles import title_lines

MARGIN = 10.0
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 40
COLUMNS = (("风险在哪里", 37.0), ("怎么做", 73.0), ("谁负责", 25.0), ("多久一次", 24.0), ("依据", 31.0))
PADDING = 1.6
# 6 mm is read across a kitchen; a card so long that 2.4 mm is needed should be two cards.
SIZES = tuple(size / 10 for size in range(60, 23, -1))
LEADING = 1.4


@dataclass(frozen=True, slots=True)
class Row:
    risk: str
    measure: str
    responsible: str
    frequency: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`mark` says what is not as usual: a draft, an article of law that has changed since."""

    kind: str
    title: str
    summary: str
    rows: tuple[Row, ...]
    url: str
    publisher: Publisher
    verified: str
    mark: str = ""


def wall_sheet(sheet: Sheet) -> Canvas:
    """The drawing: `.file("a4", …)` for a poster, `.inside(…)` for the page that prints it."""
    canvas = Canvas()
    canvas.box(0, 0, WIDTH, HEIGHT, "#fff")
    top = _masthead(canvas, sheet)
    room = FOOT - 4 - top
    place = bisect_left(SIZES, True, key=lambda size: _table(sheet.rows, size)[1] <= room)
    table, height = _table(sheet.rows, SIZES[min(place, len(SIZES) - 1)])
    canvas.add(table, top, min(1, room / height))
    _foot(canvas, sheet)
    return canvas


def _masthead(canvas: Canvas, sheet: Sheet) -> float:
    size = next((s for s in (12.0, 10.5, 9.0) if len(title_lines(sheet.title, (MEASURE - 12) / s)) == 1), 8.0)
    lines = title_lines(sheet.title, (MEASURE - 12) / size)
    summary = settled(sheet.summary, (MEASURE - 12) / 4.8)
    bottom = 17 + len(lines) * size * 1.3 + len(summary) * 4.8 * 1.45 + 5
    canvas.box(MARGIN, MARGIN, MEASURE, bottom - MARGIN, MAIN, 2)
    canvas.text(MARGIN + 6, 14, sheet.kind, 4.4, ON_MAIN, bold=True)
    canvas.text(WIDTH - MARGIN - 6, 14, sheet.publisher.bureau, 4.4, ON_MAIN, end="end")
    y = canvas.lines(MARGIN + 6, 20, lines, size, ON_MAIN, leading=1.3, bold=True)
    canvas.lines(MARGIN + 6, y, summary, 4.8, ON_MAIN, leading=1.45)
    if sheet.mark:
        bottom += 2
        marked = settled(sheet.mark, (MEASURE - 12) / 4)
        height = len(marked) * 4 * 1.4 + 3
        canvas.box(MARGIN, bottom, MEASURE, height, NOTE_TINT, 1)
        canvas.lines(MARGIN + 6, bottom + 1.5, marked, 4, NOTE, leading=1.4, bold=True)
        bottom += height
    return bottom + 3


def _table(rows: tuple[Row, ...], size: float) -> tuple[Canvas, float]:
    canvas = Canvas()
    head = min(size, 4.4)
    x = MARGIN
    for name, width in COLUMNS:
        canvas.lines(x + PADDING, 0.8, [name], head, MAIN, leading=1.4, bold=True)
        x += width
    y = head * 1.4 + 2
    canvas.box(MARGIN, y, MEASURE, 0.7, MAIN)
    y += 0.7
    for number, row in enumerate(rows, 1):
        y = _row(canvas, y, number, row, size)
    return canvas, y


def _row(canvas: Canvas, top: float, number: int, row: Row, size: float) -> float:
    cells = (f"{number}. {row.risk}", row.measure, row.responsible, row.frequency)
    sizes = (size, size, size, size, 0.78 * size)
    laid = [_cell(text, width, size) for text, (_, width) in zip(cells, COLUMNS, strict=False)]
    laid.append([line for text in row.citations for line in _cell(text, COLUMNS[-1][1], sizes[-1])] or ["—"])
    height = max(len(lines) * one * LEADING for lines, one in zip(laid, sizes, strict=True)) + 2 * PADDING
    if number % 2 == 0:
        canvas.box(MARGIN, top, MEASURE, height, TINT)
    x = MARGIN
    for place, (lines, one, (_, width)) in enumerate(zip(laid, sizes, COLUMNS, strict=True)):
        fill = (MAIN, INK, INK, INK, SOFT)[place]
        # The first lines of all cells stand on one line, whatever their size.
        down = top + PADDING + (size - one) * (0.88 + (LEADING - 1) / 2)
        canvas.lines(x + PADDING, down, lines, one, fill, leading=LEADING, bold=place in (0, 2))
        x += width
    canvas.box(MARGIN, top + height, MEASURE, 0.25, LINE)
    return top + height + 0.25


def _cell(text: str, width: float, size: float) -> list[str]:
    return settled(text, (width - 2 * PADDING) / size)


def _foot(canvas: Canvas, sheet: Sheet) -> None:
    side, publisher = 32.0, sheet.publisher
    canvas.box(MARGIN, FOOT, MEASURE, 0.4, MAIN)
    canvas.qr(WIDTH - MARGIN - side + 2, FOOT + 0.5, side, sheet.url)
    room = MEASURE - side - 2
    canvas.text(MARGIN, FOOT + 5, "食品安全投诉举报", 4.6, INK)
    canvas.text(MARGIN, FOOT + 11, publisher.hotline, 13, MAIN, bold=True)
    words = f"{sheet.verified}。条文以现行有效的文本为准，扫右边的码看全文。"
    canvas.text(MARGIN, FOOT + 27.5, words, min(3.8, room / em(words)), SOFT)
