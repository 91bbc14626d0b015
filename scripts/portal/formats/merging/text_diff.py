"""Two versions of a text → a unified diff with Chinese headings, for people to read before they agree."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

CONTEXT_LINES = 2


def unified(old: str, new: str, old_title: str, new_title: str) -> str:
    """The diff, or an empty text when nothing differs."""
    before, after = old.splitlines(), new.splitlines()
    # Without autojunk: lines that every unit has, such as `figures:`, are matched like any other.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    lines = [
        line for group in matcher.get_grouped_opcodes(CONTEXT_LINES) for line in _hunk(group, before, after)
    ]
    return "\n".join([f"--- {old_title}", f"+++ {new_title}", *lines]) if lines else ""


def _hunk(group: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> Iterator[str]:
    yield f"@@ 原第{_lines(group[0][1], group[-1][2])} → 新第{_lines(group[0][3], group[-1][4])} @@"
    for tag, i1, i2, j1, j2 in group:
        if tag == "equal":
            yield from (f" {line}" for line in before[i1:i2])
            continue
        yield from (f"-{line}" for line in before[i1:i2])
        yield from (f"+{line}" for line in after[j1:j2])


def _lines(start: int, end: int) -> str:
    return f"{start + 1}–{end}行" if end > start + 1 else f"{end}行"
