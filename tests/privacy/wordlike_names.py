"""Which snippets only their reader's knowledge can tell: the name is an everyday word and no mark says that it is one.

The criterion is fixed, whatever is found: a word of two characters that the dictionary has counted more than `OFTEN`
times, with no colon or bracket before it and neither a bracket nor a sex or an age behind it.
"""

from __future__ import annotations

import re

from tests.privacy.snippets import Snippet

from portal.privacy import words

OFTEN = 60
MARK_BEFORE = re.compile(r"[：:|】）)“\"《@（(][ \n*_]*\Z")
MARK_AFTER = re.compile(r"[*_]*(?:[，,、（(|] ?(?:男|女|[0-9一二三四五六七八九十]+岁)|[）)】|])")


def is_wordlike(one: Snippet) -> bool:
    """Whether any name of the snippet is such a word."""
    return any(
        end - start == 2
        and words.sort_and_count(one.text[start:end])[1] > OFTEN
        and not MARK_BEFORE.search(one.text[:start])
        and not MARK_AFTER.match(one.text, end)
        for start, end in one.marks
    )
