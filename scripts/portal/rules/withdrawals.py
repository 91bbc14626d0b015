"""What the reason of a withdrawal may say: it is the one text of a case that stays public when the case is gone.

Basis: 市场监督管理行政处罚信息公示规定 Art. 6 and 11; 个人信息保护法 Art. 47.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.privacy.folding import plain
from portal.privacy.names import is_masked
from portal.records import Entry, Site
from portal.records.case import Case, Withdrawal
from portal.rules import privacy
from portal.rules.engine import Finding, RecordRule, record_rule
from portal.source import read_yaml

LEGAL_FORM = re.compile(r"(?:股份|责任)?有限(?:责任)?公司(?:.{0,6}分公司)?$|分公司$|[（(].{1,12}[）)]$")
SHORTEST = 3  # characters of a name that still mean one party
RULES = tuple(rule for rule in vars(privacy).values() if isinstance(rule, RecordRule))


@record_rule("PRIV-WITHDRAWAL-01", "cases")
def reason_names_nobody(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """撤回原因里不能有当事人的名称、统一社会信用代码和决定书文号。

    撤回以后，案情和当事人都隐去了，撤回原因还一直公开（《市场监督管理行政处罚信息公示规定》第十一条）；写进去的名称，
    等于没有撤。
    错：`reason: 示例餐饮有限公司的处罚决定经复议撤销`
    对：`reason: 处罚决定经复议撤销`
    """
    case = entry.record
    if case.withdrawal and (told := told_of_party(case, case.withdrawal.reason)):
        hint = "改成不说是谁的写法，如 处罚决定经复议撤销"
        yield Finding(entry.at("withdrawal", "reason"), f"撤回原因里有{told}", hint)


def told_of_party(case: Case, text: str) -> str:
    """What of the party `text` gives away, in Chinese; nothing where the party is not named anyway."""
    party, decision = case.party, case.decision
    names = () if is_masked(party.name) else (party.name, without_form(party.name))
    secrets: dict[str, tuple[str | None, ...]] = {
        "当事人的名称": tuple(name for name in names if len(name) >= SHORTEST),
        "统一社会信用代码": (party.credit_code,),
        "决定书文号": (decision.document_number,),
    }
    said = _plain(text)
    return next((what for what, words in secrets.items() if any(_plain(w) in said for w in words if w)), "")


def without_form(name: str) -> str:
    """The name as people say it, without 有限公司 and the like."""
    return LEGAL_FORM.sub("", name)


def problems_of_reason(case: Case, withdrawal: Withdrawal, site: Site, today: datetime.date) -> list[str]:
    """Everything that keeps a reason from being published, in Chinese."""
    told = told_of_party(case, withdrawal.reason)
    # Written as in a file, so that the rules find places in it.
    file = read_yaml("reason", f"reason: |\n  {withdrawal.reason}\n".encode()).file
    entry = Entry(withdrawal, file)
    found = [one.message for rule in RULES for one in rule.run(entry, site, today)]
    return list(dict.fromkeys([*([f"撤回原因里有{told}"] if told else []), *found]))


def _plain(text: str) -> str:
    return "".join(plain(text).split()).casefold()
