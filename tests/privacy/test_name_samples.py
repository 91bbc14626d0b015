"""Of names drawn at random behind roles nearly all are found; of everyday words next to none is taken for a name."""

from __future__ import annotations

from pathlib import Path

from tests.privacy.name_samples import drawn_names, drawn_words

from portal.privacy.folding import fold
from portal.privacy.names import full_names

COUNT = 3000
EVERYDAY_WORDS = Path(__file__).with_name("everyday_words.txt").read_text("utf-8").split()
LEAST_FOUND, MOST_TAKEN = 0.99, 0.005


def names(written: str) -> list[str]:
    text = fold(written).text
    return [text[start:end] for start, end in full_names(text)]


def test_nearly_all_names_are_found() -> None:
    missed = [
        f"{role}{name}{follows}"
        for role, name, follows in drawn_names(COUNT)
        if name not in names(f"{role}{name}{follows}")
    ]
    assert len(missed) <= (1 - LEAST_FOUND) * COUNT, missed


def test_next_to_no_word_is_taken_for_a_name() -> None:
    taken = {
        text: found
        for role, word, follows in drawn_words(EVERYDAY_WORDS, COUNT)
        if (found := names(text := f"{role}{word}{follows}"))
    }
    assert len(taken) <= MOST_TAKEN * COUNT, taken
