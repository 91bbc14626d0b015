"""What is asked first lets through whatever is found; what is quoted, denied elsewhere or not said to readers is told apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects import SMALL

from portal.reading import read
from portal.rules import dates_in_text, leftovers, markup_in_fields, promises
from portal.rules.running_text import is_quoted, said, sentence

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\\")
PAIRS = {
    "claim": (promises.CLAIM, promises.ASKED),
    "placeholder": (leftovers.PLACEHOLDER, leftovers.ASKED),
    "chat": (leftovers.CHAT, leftovers.CHAT_ASKED),
    "day": (dates_in_text.WRITTEN, dates_in_text.ASKED),
    "markup": (markup_in_fields.MARKUP, markup_in_fields.ASKED),
    "list mark": (markup_in_fields.LINE_MARK, markup_in_fields.ASKED),
}


@pytest.mark.parametrize("name", PAIRS)
@given(data=st.data())
def test_what_is_found_is_asked_for(name: str, data: st.DataObject) -> None:
    pattern, asked = PAIRS[name]
    text = data.draw(st.from_regex(pattern, alphabet=CHARACTERS))
    match = pattern.search(text)
    assert match is None or asked.search(text)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("他说“绝对安全”。", True),
        ("他说“好”，绝对安全。", False),
        ('他说"绝对安全"。', True),
        ("「绝对安全」", True),
        ("“没有关上\n绝对安全", False),
        ("绝对安全", False),
    ],
)
def test_quotations(text: str, quoted: bool) -> None:
    assert is_quoted(text, text.index("绝对安全")) is quoted


def test_a_sentence_ends_where_it_ends() -> None:
    text = "第一句。第二句，绝对安全，后面；第三句"
    match = re.search("绝对安全", text)
    assert match
    assert sentence(text, *match.span()) == ("第二句，", "，后面")


def test_the_wrong_text_of_a_correction_is_not_said() -> None:
    site = read(SMALL).site
    assert site
    paths = {text.path for entry in (*site.cases, *site.corrections) for text in said(entry)}
    assert any("now" in path or "reason" in path for path in paths)
    assert not any("was" in path for path in paths)
