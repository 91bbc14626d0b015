"""Runs of letters and digits in a folded text, whatever gaps their writer left inside, and the windows of a run.

A `Run` is a chain of pieces (all digits or all letters) with short gaps, as in pairs, in bold, over two lines. Every
matcher of numbers is asked about each `Window`, one or more pieces in a row: nothing it would take is kept from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMERALS = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两"
AS_DIGITS = str.maketrans(NUMERALS, "0012345678911234567892")
# Spoken digit by digit; shorter ones are numbers and words such as 一二三 or 八九.
SPOKEN = re.compile(
    rf"[0-9A-Z{NUMERALS}]{{2}}[{NUMERALS}]{{6}}[0-9A-Za-z{NUMERALS}]{{10}}(?![0-9A-Za-z{NUMERALS}])"
    rf"|[1一幺壹](?<![0-9{NUMERALS}].)(?=[0-9]{{0,9}}[{NUMERALS}])[0-9{NUMERALS}]{{10}}(?![0-9{NUMERALS}])"
    rf"|(?:[{NUMERALS}][ \-·*_]{{0,3}}){{6,}}[{NUMERALS}]"
)

# Between two pieces: blanks, marks with blanks around them, a break with the next line's indentation or quote marks.
BREAK = r" {0,3}\\?\n[ >]{0,24}[\-·.]?"
MARKS = r" {0,2}[\-./·_~`()\[\]\\|*+,]{1,3}(?: {0,2}|\n[ >]{0,24})"
GAP = rf"(?:{BREAK}|{MARKS}| {{1,4}})"
RUN = re.compile(rf"[0-9A-Za-z]++(?:{GAP}[0-9A-Za-z]++)*+")
# The marks of food licences and the last character of an identity number are pieces of their own inside a word.
LICENCE = r"(?:[Jj][Yy]|[Ss][Cc])(?![A-Za-z])"
PIECE = re.compile(rf"[0-9]++|(?<=[0-9])[Xx]|{LICENCE}|[A-Za-z](?:(?!{LICENCE})[A-Za-z])*+")
DIGEST = re.compile(
    r"[0-9a-f]{20,}+|[0-9A-F]{32,}+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Za-z+/]{40,}+={0,2}"
)
MIXED = re.compile(r"[A-Za-z][0-9]+[A-Za-z]")
LONGEST = 20
SHORTEST = 9
# No kind of number has fewer, letters written for digits left out: a credit code has six in a row.
FEWEST_DIGITS = 6
# Inside a number that follows its word, between two characters of it.
INNER = r"(?: {0,2}[\-./·*_~`]{0,3}(?: {0,2}|\n[ >]{0,24})|\n[ >]{0,24}[\-·.]?)"


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces in a row: their characters without gaps, where they stand, and the gaps.

    `alone` where the window is a whole chain by its looks: what stands before and behind it is no digit, or is
    parted from it by another kind of gap than its own pieces are.
    """

    number: str
    start: int
    end: int
    groups: tuple[int, ...]
    gaps: tuple[str, ...]
    before: str
    after: str

    @property
    def alone(self) -> bool:
        around = (*self.gaps, "|seam|")
        return self.before not in around and self.after not in around


def digits_read(text: str) -> str:
    """The text with long rows of Chinese numerals as digits; every character keeps its place."""
    return SPOKEN.sub(lambda match: match[0].translate(AS_DIGITS), text)


def windows(text: str, seams: frozenset[int] = frozenset()) -> Iterator[Window]:
    """Every window of 9 to 20 letters and digits that holds a digit; `seams` are places where markup was taken away."""
    for run in RUN.finditer(text):
        if run.end() - run.start() >= SHORTEST and sum(map(str.isdigit, run[0])) >= FEWEST_DIGITS:
            yield from _windows(text, _pieces(text, run.start(), run.end(), seams))


def _pieces(text: str, start: int, end: int, seams: frozenset[int]) -> list[tuple[int, int]]:
    pieces = [match.span() for match in PIECE.finditer(text, start, end)]
    if seams:
        pieces = [part for piece in pieces for part in _parted(*piece, seams)]
    digests = [
        match.span() for match in DIGEST.finditer(text, start, end) if MIXED.search(text, *match.span())
    ]
    if digests:
        pieces = [
            piece
            for piece in pieces
            if not any(first <= piece[0] and piece[1] <= last for first, last in digests)
        ]
    return pieces


def _parted(start: int, end: int, seams: frozenset[int]) -> Iterator[tuple[int, int]]:
    for place in range(start + 1, end):
        if place in seams:
            yield start, place
            start = place
    yield start, end


def _windows(text: str, pieces: list[tuple[int, int]]) -> Iterator[Window]:
    for first, (start, _) in enumerate(pieces):
        number = ""
        groups: list[int] = []
        gaps: list[str] = []
        for index in range(first, len(pieces)):
            begin, end = pieces[index]
            if len(number) + end - begin > LONGEST:
                break
            gap = text[pieces[index - 1][1] : begin] if index > first else ""
            if len(gap) >= LONGEST and not gap.isspace():
                break
            number += text[begin:end]
            if gap:
                gaps.append(gap)
            if gap or not groups:
                groups.append(end - begin)
            else:
                groups[-1] += end - begin
            if len(number) >= SHORTEST:
                yield Window(
                    number,
                    start,
                    end,
                    tuple(groups),
                    tuple(gaps),
                    _gap(text, pieces, first - 1),
                    _gap(text, pieces, index),
                )


def _gap(text: str, pieces: list[tuple[int, int]], left: int) -> str:
    """The gap after the piece `left` where digits stand on both sides; else a mark of an end."""
    if left < 0 or left + 1 >= len(pieces):
        return "|end|"
    (start, end), (following, _) = pieces[left], pieces[left + 1]
    if not (text[start].isdigit() and text[following].isdigit()):
        return "|end|"
    return text[end:following] or "|seam|"
