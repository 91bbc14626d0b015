"""ITEM-WAIVER-01: a waiver names a rule and is needed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from portal.records import Entry, Site
from portal.records.question import Question
from portal.records.wording import nearest
from portal.rules.engine import site_rule
from portal.rules.items.families import rules
from portal.rules.items.item_rule import BankRule, ItemRule, in_use, is_retired
from portal.source import Diagnostic, warning


@site_rule("ITEM-WAIVER-01")
def waivers_are_needed(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """每一条例外（waivers）都要写对规则编号，并且用得上。

    只有出题规则（ITEM-）里说到一道题的提醒可以例外；错误要改好，说整个文件的提醒（ITEM-KEYS-01、ITEM-JUDGE-01）不归一道题。题目改好
    以后，用不上的例外要删去，不然以后再犯就没有提醒了。
    错：`rule: ITEM-LENTH-01`，或者正确的选项已经不是最长的，还留着 ITEM-LENGTH-01 的例外
    对：`rule: ITEM-LENGTH-01`，`reason: 罚款的条件法律就写了这么长`
    程度：提醒
    """
    known = rules()
    said: dict[str, set[str]] = {}
    for entry in site.questions:
        for index, waiver in enumerate(entry.record.waivers):
            place = entry.at("waivers", index, "rule")
            rule = known.get(waiver.rule)
            if not isinstance(rule, ItemRule | BankRule):
                yield warning(entry.path, place, "ITEM-WAIVER-01", *_not_waivable(waiver.rule, known))
            elif not is_retired(entry.record) and not _is_broken(rule, entry, site, today, said):
                message = f"这道题没有不照 {waiver.rule} 的地方，例外用不上"
                yield warning(entry.path, place, "ITEM-WAIVER-01", message, "删去这一条例外")


def _not_waivable(code: str, known: Collection[str]) -> tuple[str, str]:
    """Message and hint."""
    if code in known:
        return f"{code} 不能例外", "照它说的改好题目，删去这一条例外"
    meant = nearest(code, list(known))
    hint = f"是不是“{meant}”？" if meant else "编号见 docs/rules.md 的“出题”一节"
    return f"没有可以例外的规则“{code}”", hint


def _is_broken(
    rule: ItemRule | BankRule,
    entry: Entry[Question],
    site: Site,
    today: datetime.date,
    said: dict[str, set[str]],
) -> bool:
    """Whether the rule would say something of the question; `said` keeps what the bank rules do."""
    if isinstance(rule, ItemRule):
        return any(True for _ in rule.check(entry, site, today))
    if rule.code not in said:
        said[rule.code] = {found.record.id for found, _ in rule.found(in_use(site))}
    return entry.record.id in said[rule.code]
