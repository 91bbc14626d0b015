"""What in an article's Markdown is code, and what a remark that no reader is to see (`<!-- … -->`, `<? … ?>`).

Code is text that readers see, so a remark inside it is none; whichever of the two begins first goes on to its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# Longer code than this is not looked through for its end: many that never end would cost the square.
LONGEST_CODE = 200
FENCED = rf"^(?P<fence>~{{3,}}|`{{3,}})[ ]*[\w#.+\-]*[ ]*\n(?:[^\n]*\n){{0,{LONGEST_CODE}}}?(?P=fence)[ ]*$"
INLINE = r"(?<![\\`])(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`)"
CODE = re.compile(f"{FENCED}|{INLINE}", re.MULTILINE)
REMARK = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
EITHER = re.compile(f"(?P<code>{CODE.pattern})|(?P<remark><!--(?s:.*?)-->|<\\?(?s:.*?)\\?>)", re.MULTILINE)
OPENED = "<!--"


def remarks(body: str) -> Iterator[tuple[int, int]]:
    """The stretches of `body` that are remarks."""
    if OPENED in body or "<?" in body:
        yield from (match.span() for match in EITHER.finditer(body) if match["remark"])


def without_remarks(body: str) -> str:
    """The text as readers see it; lines that hold nothing but a remark go with it."""
    kept, done = "", 0
    for start, end in remarks(body):
        first, last = _whole_lines(body, start, end)
        kept, done = kept + body[done:first], last
    return kept + body[done:]


def without_code(body: str) -> str:
    """The text with code blanked out, every other character in its place."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


def _whole_lines(body: str, start: int, end: int) -> tuple[int, int]:
    first, last = body.rfind("\n", 0, start) + 1, body.find("\n", end) + 1 or len(body)
    alone = not body[first:start].strip() and not body[end:last].strip()
    return (first, last) if alone else (start, end)
