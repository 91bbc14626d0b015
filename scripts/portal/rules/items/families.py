"""The modules of this room that hold a rule, in the order of the reference."""

from __future__ import annotations

from types import ModuleType

from portal.rules.engine import RecordRule, SiteRule
from portal.rules.items import (
    absolute_words,
    all_of_the_above,
    all_right,
    article_number,
    blank,
    business_names,
    clue_words,
    combined_options,
    double_negative,
    few_options,
    guessing,
    judge_share,
    key_positions,
    key_runs,
    letters,
    long_text,
    longest_key,
    negative_stem,
    number_order,
    range_overlap,
    similar,
    vague_words,
)

# From the stem over the options to the bank.
ITEMS: tuple[ModuleType, ...] = (
    few_options,
    *(long_text, negative_stem, double_negative, blank, article_number, business_names),
    *(longest_key, clue_words, absolute_words, vague_words, all_of_the_above, combined_options, all_right),
    *(number_order, range_overlap, letters),
    *(similar, key_positions, key_runs, judge_share, guessing),
)


def rules() -> dict[str, RecordRule | SiteRule]:
    """The rules of this room by code; a waiver can name those that are an `ItemRule` or a `BankRule`."""
    found = (value for module in ITEMS for value in vars(module).values())
    return {rule.code: rule for rule in found if isinstance(rule, RecordRule | SiteRule)}
