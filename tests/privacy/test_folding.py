"""A text as its reader takes it in, and the way back to the text as written."""

from __future__ import annotations

import re
import sys

import pytest

from portal.privacy.folding import fold
from portal.source.unseen import INSIDE_WORDS


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("１３８－００１３", "138-0013"),
        ("138\u00ad0013\u200b8000\ufeff", "13800138000"),
        ("138<b>0013</b>8000", "13800138000"),
        ("&#49;&#x33;8&nbsp;0013", "138 0013"),
        ("①③⑧⓪", "1380"),
        ("1\ufe0f\u20e33\ufe0f\u20e3", "13"),
        ("<td>1</td><td>2</td>", "\n1\n\n2\n"),
        ("a<!-- 1 -->b", "ab"),
    ],
)
def test_what_is_seen(written: str, seen: str) -> None:
    assert fold(written).text == seen


def test_what_files_may_not_hide_in_a_word_is_not_read() -> None:
    hidden = re.compile(rf"(?=\S)[{INSIDE_WORDS}]")
    unseen = [char for char in map(chr, range(sys.maxunicode + 1)) if hidden.match(char)]
    assert len(unseen) > 200
    assert [f"U+{ord(char):04X}" for char in unseen if fold(f"张{char}三").text != "张三"] == []


def test_a_stretch_leads_back_to_all_that_was_written() -> None:
    written = "电话&#49;&#51;<b>8&#48;</b>。"
    folded = fold(written)
    start = folded.text.index("1380")
    assert written[slice(*folded.stretch(start, start + 4))] == "&#49;&#51;<b>8&#48;"
