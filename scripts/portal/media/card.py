"""The share card: a PNG of 1200 × 630 that chat apps show beside a link.

Takes a `Card`, gives bytes. Drawn with Noto Sans CJK out of a package, because a picture has to look
the same whatever fonts the building machine has. Sixteen colours: flat areas, edges of letters, no more.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from PIL import Image, ImageColor, ImageDraw, ImageFont

from portal.media.canvas import MAIN, MAIN_DEEP, NOTE_LINE, ON_MAIN
from portal.media.lines import settled
from portal.media.material import DEMO
from portal.media.short_text import sentences
from portal.media.titles import title_lines

SIZE = (1200, 630)
# A little larger than the best compression, in a third of the time.
QUICK = 4
MARGIN, TOP, FOOT = 80, 156, 522
MEASURE = SIZE[0] - 2 * MARGIN
REGULAR, BOLD = 400, 700
TITLE_SIZES, TITLE_LINES, TITLE_LEADING = (88, 80, 72, 66, 60, 54, 48), 2, 1.3
SUMMARY, LEADING, GAP, AIR = 38, 1.5, 16, 26
PALE, AMBER_INK = "#cfe0f3", "#3d2700"
# The faces of the collection are JP, KR, SC, TC, HK: the shapes of simplified Chinese are the third.
SIMPLIFIED = 2


@dataclass(frozen=True, slots=True)
class Card:
    """`kind` is a word above the title; `summary` is shown as far as whole sentences fit."""

    kind: str
    title: str
    summary: str
    bureau: str
    hotline: str
    demo: bool = False


def share_card(card: Card) -> bytes:
    """The picture; the same bytes for the same card."""
    image = Image.new("RGB", SIZE, MAIN)
    draw = ImageDraw.Draw(image)
    draw.text((MARGIN, 66), card.kind, PALE, _font(36, BOLD))
    draw.rectangle((MARGIN, 128, MARGIN + 80, 135), NOTE_LINE)
    _words(draw, card)
    draw.rectangle((0, FOOT, *SIZE), MAIN_DEEP)
    draw.text((MARGIN, 576), card.bureau, ON_MAIN, _font(34, BOLD), anchor="lm")
    draw.text((SIZE[0] - MARGIN, 576), f"投诉举报 {card.hotline}", ON_MAIN, _font(34, BOLD), anchor="rm")
    if card.demo:
        _demo(draw)
    return _png(image)


def _words(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """The title as large as leaves room for the summary, and the summary."""
    y = TOP
    size, title, summary = _fitted(card)
    for line in title:
        draw.text((MARGIN, y), line, ON_MAIN, _font(size, BOLD))
        y += int(size * TITLE_LEADING)
    for line in summary:
        draw.text((MARGIN, y + GAP), line, PALE, _font(SUMMARY, REGULAR))
        y += int(SUMMARY * LEADING)


def _fitted(card: Card) -> tuple[int, list[str], list[str]]:
    """The size and lines of the title, the lines of the summary: first less large, then fewer sentences."""
    titles = [(size, title_lines(card.title, MEASURE, _measure(size, BOLD))) for size in TITLE_SIZES]
    said = sentences(card.summary)
    while True:
        summary = settled("".join(said), MEASURE, _measure(SUMMARY, REGULAR))
        room = FOOT - AIR - TOP - GAP - len(summary) * int(SUMMARY * LEADING)
        for size, title in titles:
            if len(title) <= TITLE_LINES and len(title) * int(size * TITLE_LEADING) <= room:
                return size, title, summary
        if not said:
            return *titles[-1], []
        said.pop()


def _demo(draw: ImageDraw.ImageDraw) -> None:
    right, width = SIZE[0] - MARGIN, 190
    draw.rounded_rectangle((right - width, 60, right, 116), 10, NOTE_LINE)
    draw.text((right - width / 2, 88), DEMO, AMBER_INK, _font(36, BOLD), anchor="mm")


def _measure(size: int, weight: int) -> Callable[[str], float]:
    """The length of a line in pixels: letters have their widths, whatever stands beside them."""
    return lambda line: sum(_width(letter, size, weight) for letter in line)


@lru_cache(maxsize=65_536)
def _width(letter: str, size: int, weight: int) -> float:
    return _font(size, weight).getlength(letter)


@lru_cache(maxsize=32)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = files("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc"
    # Without complex layout: Chinese needs none, and the measure stays that of single letters.
    font = ImageFont.truetype(str(path), size, index=SIMPLIFIED, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _png(image: Image.Image) -> bytes:
    few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", bits=4, compress_level=QUICK)
    return written.getvalue()


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """The colours of a card and the steps between those that meet at the edges of letters: sixteen."""
    steps = [
        (MAIN, ON_MAIN, 5),
        (MAIN, PALE, 5),
        (MAIN_DEEP, ON_MAIN, 4),
        (NOTE_LINE, AMBER_INK, 4),
    ]
    mixed = dict.fromkeys(one for first, last, number in steps for one in _between(first, last, number))
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in mixed for part in colour])
    return image


def _between(first: str, last: str, number: int) -> list[tuple[int, ...]]:
    ends = list(zip(ImageColor.getrgb(first), ImageColor.getrgb(last), strict=True))
    return [tuple(round(a + (b - a) * step / (number - 1)) for a, b in ends) for step in range(number)]
