"""Marks of a merge that nobody finished (`<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`), wherever in a file they stand.

Takes the text of a file; gives one finding for each pair of rival texts, and the text without the lines of
the marks, so that what is left can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.source.diagnostic import Diagnostic, Span, error

MARKS = ("<<<<<<<", ">>>>>>>", "=======", "|||||||")
# The outer two may have slid into a line of other text; seven bars without a label may be a row of a table.
MARK = re.compile(
    r"^[^\n]*?(?P<mark>(?<!<)<{7}(?!<)|(?<!>)>{7}(?!>))[^\n]*$|^[ \t]*(?P<inner>={7}[ \t]*|\|{7} [^\s|][^\n|]*)$",
    re.MULTILINE,
)
BARE_BARS = re.compile(r"^[ \t]*\|{7}[ \t]*$", re.MULTILINE)
HINT = "留下要的一份，删去另一份和 <<<<<<<、=======、>>>>>>> 这几行"


def conflicts(path: str, text: str) -> Iterator[Diagnostic]:
    """One finding from a `<<<<<<<` to its `>>>>>>>`, one for each mark outside of such a pair."""
    if not any(mark in text for mark in MARKS):
        return
    marks = list(MARK.finditer(text))
    number = 0
    while number < len(marks):
        last = _closing(marks, number)
        yield _finding(path, text, marks[number], marks[last])
        number = last + 1


def without_marks(text: str) -> str:
    """The text with an empty line in the place of each mark, and without those inside a line."""
    return BARE_BARS.sub("", MARK.sub(_unmarked, text))


def _unmarked(match: re.Match[str]) -> str:
    before = match[0][: match.start("mark") - match.start()] if match["mark"] else ""
    return match[0].replace(match["mark"], "") if before.strip() else ""


def _closing(marks: list[re.Match[str]], first: int) -> int:
    """The mark that ends what the one at `first` begins; `first` itself where nothing does."""
    if not _is(marks[first], "<"):
        return first
    for number in range(first + 1, len(marks)):
        if _is(marks[number], "<"):
            break
        if _is(marks[number], ">"):
            return number
    return first


def _is(match: re.Match[str], sign: str) -> bool:
    return (match["mark"] or "").startswith(sign)


def _finding(path: str, text: str, first: re.Match[str], last: re.Match[str]) -> Diagnostic:
    at = first.start("mark" if first["mark"] else "inner")
    line, end_line = (text.count("\n", 0, one.start()) + 1 for one in (first, last))
    column = at - first.start() + 1
    place = Span(line, column, line, first.end() - first.start() + 1)
    message = "这是版本合并留下的记号，没有合并完"
    if end_line > line:
        message = f"第 {line} 行到第 {end_line} 行没有合并完，两份内容都在"
    return error(path, place, "FILE-CONFLICT", message, HINT)
