"""What a long sentence is, and whose sentences are left alone."""

from __future__ import annotations

import dataclasses
import datetime
import json

import pytest
from tests.projects import SMALL

from portal.reading import read
from portal.records import Site
from portal.rules import check
from portal.rules.sentences import LONGEST, long_sentences

TODAY = datetime.date(2024, 12, 1)
CHARACTERS = "食" * LONGEST


@pytest.mark.parametrize(
    "text",
    [
        CHARACTERS + "。" + CHARACTERS,
        CHARACTERS + "；" + CHARACTERS + "？",
        "，".join(CHARACTERS),
        f"**[{CHARACTERS}](https://www.example.com/a/very/long/address)**",
        f"- {CHARACTERS}\n- {CHARACTERS}",
        f"| {CHARACTERS} | {CHARACTERS} |",
    ],
)
def test_sixty_characters_are_heard_at_once(text: str) -> None:
    assert list(long_sentences(text)) == []


@pytest.mark.parametrize("between", ["，", "、", "：", "“", "", " "])
def test_one_more_is_too_long_whatever_stands_between(between: str) -> None:
    text = f"短句。 {CHARACTERS}{between}安。短句。"
    ((start, end, length),) = long_sentences(text)
    assert text[start:end] == f"{CHARACTERS}{between}安"
    assert length == LONGEST + 1


def found(site: Site) -> list[str]:
    return [one.file for one in check(site, TODAY).all if one.code == "TEXT-SENTENCE-01"]


def test_a_question_of_a_frozen_bank_is_left_until_it_is_changed() -> None:
    site = read(SMALL).site
    assert site
    entry = site.questions[0]
    said = f"{CHARACTERS}“引号”也要写。"
    longer = dataclasses.replace(entry, record=entry.record.model_copy(update={"explanation": said}))
    site = dataclasses.replace(site, questions=(longer, *site.questions[1:]), bank_versions={})
    assert found(site) == [entry.path]
    bank = json.dumps({"questions": [{"explanation": said}]}, ensure_ascii=False).encode()
    assert found(dataclasses.replace(site, bank_versions={"0a1b2c3d": bank})) == []
