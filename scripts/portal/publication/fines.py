"""What counts as a lower fine (较低数额罚款): 市场监督管理行政处罚信息公示规定 Art. 13, by the text of its day.

In the text of 2021 an amount that the province sets; since 2025-12-25 an amount and the tier of discretion.
"""

from __future__ import annotations

import datetime

from portal.records.case import Case, Decision
from portal.records.publicity import NOT_STATED, PublicityText, Threshold
from portal.records.vocabulary import FINE, PERSON

TIER_OPEN = "决定书没有写裁量阶次，是不是较低数额罚款"
PERSON_OPEN = "被罚款的自然人按经营主体还是按相关责任人员算"
UNREGISTERED_OPEN = "没有登记的经营者算不算经营主体"


def is_fined(decision: Decision) -> bool:
    return FINE in decision.penalties or bool(decision.fine_yuan)


def lower_fine(case: Case, text: PublicityText) -> tuple[str, ...] | None:
    """What is open about a fine that counts as a lower one; `None` for a fine that does not.

    An empty tuple means that it does and that nothing is open, or that there is no fine (通报批评 alone).
    """
    decision = case.decision
    if not is_fined(decision):
        return ()
    below = is_below(case, text)
    by_tier = bool(text.lower_tiers)
    if below is False or (by_tier and decision.tier not in (None, NOT_STATED, *text.lower_tiers)):
        return None
    points = {
        TIER_OPEN: by_tier and decision.tier in (None, NOT_STATED),
        UNREGISTERED_OPEN: below is None and case.party.capacity == "未登记",
        PERSON_OPEN: below is None and case.party.capacity is None,
    }
    return tuple(point for point, is_open in points.items() if is_open)


def is_below(case: Case, text: PublicityText) -> bool | None:
    """Whether the amount is within the threshold; `None` where it depends on what the fined person counts as."""
    decision, party = case.decision, case.party
    # The text of 2021 leaves the amount to the province, which sets it for decisions.
    day = decision.disclosed_on if text.lower_tiers and decision.disclosed_on else decision.decided_on
    threshold = threshold_on(day, text)
    if threshold is None:
        return False
    fine = decision.fine_yuan
    if party.kind != PERSON or party.capacity == "经营主体":
        return fine <= threshold.organisation_yuan
    if party.capacity == "相关责任人员" or not text.lower_tiers:
        return fine <= threshold.person_yuan
    if party.capacity is None and fine <= threshold.person_yuan:
        return True
    return None if fine <= threshold.organisation_yuan else False


def threshold_on(day: datetime.date, text: PublicityText) -> Threshold | None:
    """The threshold in force on `day`; the one that began last where two overlap."""
    in_force = [
        one for one in text.thresholds if one.effective <= day and (one.until is None or day <= one.until)
    ]
    return max(in_force, key=lambda one: one.effective, default=None)
