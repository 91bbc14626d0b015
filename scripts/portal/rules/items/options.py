"""The options of a question by letter, right and wrong ones apart; a judgement has none."""

from __future__ import annotations

import re

from portal.privacy.folding import plain
from portal.records.question import Question

UNSEEN = re.compile(r"[\s，。、；：？！,.;:?!（）()【】\[\]《》<>“”‘’\"'·…_-]")


def right(question: Question) -> dict[str, str]:
    return {letter: text for letter, text in question.options.items() if letter in question.answer}


def wrong(question: Question) -> dict[str, str]:
    return {letter: text for letter, text in question.options.items() if letter not in question.answer}


def essence(text: str) -> str:
    """The text without width, case, spaces and punctuation."""
    return UNSEEN.sub("", plain(text)).lower()
