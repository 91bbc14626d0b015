"""The corpus of snippets: what must be found, marked `⟦…⟧`, and what must not; `\\n` and `\\uXXXX` are escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
ESCAPE = re.compile(r"\\(?:n|\\|u(?P<code>[0-9A-Fa-f]{4}))")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text of one kind; `marks` are the stretches of what must be found in it, none in a negative."""

    kind: str
    text: str
    marks: tuple[tuple[int, int], ...]


def positives() -> list[Snippet]:
    return [*_read(FOLDER / "positive")]


def negatives() -> list[Snippet]:
    return [*_read(FOLDER / "negative")]


def _read(folder: Path) -> Iterator[Snippet]:
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                yield snippet(file.stem, line)


def snippet(kind: str, line: str) -> Snippet:
    text = ""
    opened = 0
    marks: list[tuple[int, int]] = []
    for part in re.split("([⟦⟧])", ESCAPE.sub(_unescaped, line)):
        if part == "⟦":
            opened = len(text)
        elif part == "⟧":
            marks.append((opened, len(text)))
        else:
            text += part
    return Snippet(kind, text, tuple(marks))


def _unescaped(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    return "\n" if match[0] == r"\n" else "\\"
