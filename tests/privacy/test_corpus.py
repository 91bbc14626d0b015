"""How much of the corpus is found, kind by kind, and how many of its harmless snippets raise a false alarm."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest
from tests.privacy.snippets import Snippet, negatives, positives
from tests.privacy.wordlike_names import is_wordlike

from portal.privacy import Found, Kind, search

# The share of each kind that must be found, in percent.
CHECKED = ("identity-number", "bank-card", "credit-code", "registration-number", "food-licence")
NUMBERS = (
    "identity-number-broken",
    "mobile",
    "landline",
    "plate",
    "passport",
    "enforcement-id",
    "personal-permit",
)
ACCOUNTS = ("bank-account", "wechat", "qq", "douyin", "alipay", "email", "other-account")
NAMES = ("after-role", "other", "beside-masked", "foreign", "minor", "minority")
GOALS = (
    ("check digits", CHECKED, 99.5),
    ("numbers and accounts", (*NUMBERS, *ACCOUNTS), 99.0),
    ("homes", ("address-home",), 97.0),
    ("names", tuple(f"name-{kind}" for kind in NAMES), 97.0),
    ("names that are words", ("name-wordlike",), 60.0),
)
MOST_FALSE_ALARMS = 0.5
# A street with a house number is told too, for cases whose party is not named: it is no alarm by itself.
HARMLESS = frozenset({Kind.ADDRESS})


def is_found(found: list[Found], mark: tuple[int, int], kind: str) -> bool:
    """Whether what was found covers the mark but for a tag or a bracket at its ends."""
    over = [one for one in found if one.start < mark[1] and mark[0] < one.end]
    if kind == "address-home":
        return any(one.kind is Kind.HOME for one in over)
    return bool(over) and over[0].start <= mark[0] + 1 and over[-1].end >= mark[1] - 1


def recall() -> dict[str, tuple[int, int]]:
    """Of each kind how many marks are found, and how many there are."""
    figures = {}
    for kind, snippets in groupby(positives(), key=lambda one: one.kind):
        hits = [is_found(search(one.text), mark, kind) for one in snippets for mark in one.marks]
        figures[kind] = (sum(hits), len(hits))
    return figures


FIGURES = recall()


def test_the_corpus_is_large_enough() -> None:
    assert sum(total for _, total in FIGURES.values()) >= 500
    assert len(negatives()) >= 500


@pytest.mark.parametrize(("group", "kinds", "goal"), GOALS, ids=[group for group, _, _ in GOALS])
def test_enough_is_found(group: str, kinds: tuple[str, ...], goal: float) -> None:
    for kind in kinds:
        hits, total = FIGURES[kind]
        print(f"{kind:24} {hits:4} of {total:4}  {hits / total:6.1%}")
    hits, total = (sum(FIGURES[kind][place] for kind in kinds) for place in (0, 1))
    assert 100 * hits / total >= goal, group


def test_only_names_that_are_words_are_set_apart() -> None:
    """The criterion decides which snippets those are, not what is found."""
    for one in positives():
        if one.kind.startswith("name-"):
            assert is_wordlike(one) == (one.kind == "name-wordlike"), one.text


def test_few_false_alarms() -> None:
    alarms: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for one in negatives():
        totals[one.kind] += 1
        alarms[one.kind] += any(found.kind not in HARMLESS for found in search(one.text))
    for kind, total in totals.items():
        print(f"{kind:24} {alarms[kind]:4} of {total:4}  {alarms[kind] / total:6.1%}")
    assert 100 * alarms.total() / totals.total() <= MOST_FALSE_ALARMS
    assert not alarms["numbers"]


def masked(text: str) -> str:
    """The text with the masked form in the place of all that is found."""
    for one in reversed(search(text)):
        text = text[: one.start] + one.masked + text[one.end :]
    return text


@pytest.mark.parametrize("kind", FIGURES)
def test_what_is_masked_is_not_found_again(kind: str) -> None:
    of_kind: list[Snippet] = [one for one in positives() if one.kind == kind]
    again = {one.text: search(masked(one.text)) for one in of_kind}
    assert {text: found for text, found in again.items() if found} == {}
