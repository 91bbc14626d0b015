"""How many of the names in the corpus are found, by kind, and what is taken for one; the figures are printed (`-s`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.privacy.folding import fold
from portal.privacy.names import full_names

CORPUS = Path(__file__).parent / "corpus"
# What is asked of each kind. The two broad ones are full of names that are words as well: 收银员安全, 证人唐糖.
LEAST = {
    "name-after-role": 0.94,
    "name-beside-masked": 0.92,
    "name-foreign": 0.97,
    "name-minor": 0.97,
    "name-minority": 0.97,
    "name-other": 0.8,
}
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|n|\\)")


def snippets(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield ESCAPE.sub(lambda escape: _read(escape[1]), line)


def _read(escape: str) -> str:
    return {"n": "\n", "\\": "\\"}.get(escape) or chr(int(escape[1:], 16))


def marked(snippet: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and the stretches that were marked."""
    text, stretches = "", set()
    for index, piece in enumerate(re.split("[⟦⟧]", snippet)):
        if index % 2:
            stretches.add((len(text), len(text) + len(piece)))
        text += piece
    return text, stretches


def found(written: str) -> set[tuple[int, int]]:
    folded = fold(written)
    return {folded.stretch(*stretch) for stretch in full_names(folded.text)}


@pytest.mark.parametrize("kind", LEAST)
def test_names_are_found(kind: str) -> None:
    wanted = hits = 0
    for snippet in snippets(CORPUS / "positive" / f"{kind}.txt"):
        text, stretches = marked(snippet)
        wanted += len(stretches)
        hits += len(stretches & found(text))
    print(f"{kind}: {hits} of {wanted}, {hits / wanted:.1%}")
    assert hits / wanted >= LEAST[kind]


def test_hardly_anything_else_is_taken_for_a_name() -> None:
    texts = [text for path in sorted((CORPUS / "negative").glob("*.txt")) for text in snippets(path)]
    false = [text for text in texts if found(text)]
    print(f"false alarms: {len(false)} of {len(texts)}, {len(false) / len(texts):.2%}", *false, sep="\n  ")
    assert len(false) / len(texts) <= 0.005
