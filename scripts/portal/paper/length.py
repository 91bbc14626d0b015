"""How many pages a paper takes, for papers that are printed on both sides: each is filled up to an even number.

No browser begins a paper on the front of a sheet by itself, so lines are reckoned here, by the sizes of
`site_config/templates/paper/paper.css`, and pages a little too short: a sheet too many is better than a paper that
begins on the back of another. Which lengths the template knows is in `LENGTHS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.paper.paper import Paper, PaperSection
from portal.paper.question import PrintedQuestion, width

LENGTHS = (2, 4, 6, 8)
# Millimetres; a page is 259 high.
PAGE = 252.0
LINE = 6.29
HEAD, FACTS, GRID_ROW, QR = 142.0, 5.8, 14.5, 6.0  # the head without its grid, a second line of facts
HEADING, GAP, END = 13.3, 2.6, 11.3
# Characters in a line: of a stem, of an option by the columns it stands in; of the facts below the title.
STEM, OPTION, FACTS_LINE = 40.0, 37.0, 24.0


def even_pages(paper: Paper, with_qr: bool) -> int:
    """The least even number of pages that surely holds the paper; of a very long one the most that there is."""
    pages = _pages(paper, with_qr)
    return next((one for one in LENGTHS if one >= pages), LENGTHS[-1])


def _pages(paper: Paper, with_qr: bool) -> int:
    """Blocks are set one after the other; one that does not fit goes whole to the next page."""
    page, used = 1, 0.0
    for block in _blocks(paper, with_qr):
        if used + block > PAGE:
            page, used = page + 1, 0.0
        used += block
    return page


def _blocks(paper: Paper, with_qr: bool) -> Iterator[float]:
    blueprint = paper.blueprint
    facts = width("、".join((*blueprint.posts, *blueprint.business_types)))
    head = HEAD + GRID_ROW * len(paper.grid) + FACTS * (facts // FACTS_LINE) + (QR if with_qr else 0)
    yield head
    for section in paper.sections:
        yield from _section(section, END if section is paper.sections[-1] else 0)


def _section(section: PaperSection, end: float) -> Iterator[float]:
    """The questions; the heading goes with the first, the end of the paper with the last."""
    heights = [_question(one) for one in section.questions]
    heights[0] += HEADING
    heights[-1] += end
    yield from heights


def _question(one: PrintedQuestion) -> float:
    lines = _lines(width(one.question.stem), STEM)
    if one.columns > 1:
        lines += -(-len(one.options) // one.columns)
    else:
        lines += sum(_lines(width(option.text), OPTION) for option in one.options)
    return GAP + LINE * lines


def _lines(text: float, line: float) -> int:
    return max(1, int(-(-text // line)))
