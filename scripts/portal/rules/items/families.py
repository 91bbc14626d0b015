"""The modules of this room that hold a rule, in the order of the reference."""

from __future__ import annotations

from types import ModuleType

from portal.rules.engine import RecordRule, SiteRule
from portal.rules.items import (
    amounts,
    business_names,
    catch_all,
    certainty,
    clue_words,
    guessing,
    key_positions,
    letters,
    longest_key,
    negatives,
    similar,
    size,
    stems,
    tells,
)

# From the stem over the options to the bank.
ITEMS: tuple[ModuleType, ...] = (
    *(size, negatives, stems, business_names),
    *(longest_key, clue_words, certainty, catch_all),
    *(amounts, letters),
    *(similar, key_positions, tells, guessing),
)


def rules() -> dict[str, RecordRule | SiteRule]:
    """The rules of this room by code; a waiver can name those that are an `ItemRule` or a `BankRule`."""
    found = (value for module in ITEMS for value in vars(module).values())
    return {rule.code: rule for rule in found if isinstance(rule, RecordRule | SiteRule)}
