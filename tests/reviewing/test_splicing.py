"""Signatures get into a text and out of it; what cannot be spliced into is refused, not spoiled."""

from __future__ import annotations

import datetime

import pytest

from portal.records.review import Review, Signature
from portal.reviewing.splicing import CannotSplice, spliced, without_signatures
from portal.source import read_markdown, read_yaml

HAND = Signature(by="岗-01", on=datetime.date(2024, 8, 12))
BOUND = HAND.model_copy(update={"digest": "1" * 16})
ARTICLE = """\
---
# 标题
title: 洗手
review:
  # 初审
  drafted: {by: 岗-01, on: 2024-08-12}
published_on: 2024-08-15
---

先湿手。
"""


def test_a_hash_of_digits_stays_a_text() -> None:
    file = read_yaml("a.yaml", "title: 洗手\n".encode()).file
    new = spliced(file, Review(), Review(drafted=BOUND))
    assert (
        new
        == f'title: 洗手\nreview:\n  drafted:\n    by: 岗-01\n    on: 2024-08-12\n    digest: "{"1" * 16}"\n'
    )


def test_into_the_front_matter_of_an_article() -> None:
    file = read_markdown("a.md", ARTICLE.encode()).file
    new = spliced(file, Review(drafted=HAND), Review(drafted=BOUND))
    assert new == ARTICLE.replace("2024-08-12}", f'2024-08-12, digest: "{"1" * 16}"}}')


def test_out_of_it() -> None:
    file = read_markdown("a.md", ARTICLE.encode()).file
    assert without_signatures(file) == "---\n# 标题\ntitle: 洗手\n---\n\n先湿手。\n"


def test_what_would_not_read_back_as_meant_is_refused() -> None:
    """Braces that end on a line of their own have an end that nobody can tell from their last entry's."""
    text = "title: 洗手\nreview: {drafted: {by: 岗-01, on: 2024-08-12\n  }}\n"
    file = read_yaml("a.yaml", text.encode()).file
    checked = Signature(by="岗-02", on=datetime.date(2024, 8, 13), digest="a" * 16)
    with pytest.raises(CannotSplice):
        spliced(file, Review(drafted=HAND), Review(drafted=HAND, checked=checked))
