"""How long a penalty stays public: 市场监督管理行政处罚信息公示规定 Art. 13, with thresholds as dated data.

Pure functions of a case and `publicity.yaml`; the rules warn by them and the pages hide by them.
"""

from __future__ import annotations

import datetime

from portal.publication.reckoning import add_months
from portal.records.case import Case
from portal.records.settings import Publicity, Threshold
from portal.records.vocabulary import CRITICISM, FINE, PERSON, WARNING


def expires_on(case: Case, publicity: Publicity) -> datetime.date | None:
    """The first day on which the party and the facts are no longer shown; `None` when that day never comes.

    A case that is not published has no period yet. An anonymised case is teaching, not publicity, and does
    not expire. Tiers of credit repair only open the way for an application and shorten nothing by themselves.
    """
    if case.published_on is None or case.party.form == "anonymised":
        return None
    return add_months(case.published_on, months_public(case, publicity))


def months_public(case: Case, publicity: Publicity) -> int:
    """Art. 13: only 通报批评 or a lower fine is short; whatever else is imposed beside them makes it long."""
    decision = case.decision
    others = set(decision.penalties) - {WARNING, CRITICISM, FINE}
    if others or decision.confiscated_yuan or not is_lower_fine(case, publicity):
        return publicity.long_months
    return publicity.short_months


def is_lower_fine(case: Case, publicity: Publicity) -> bool:
    """Whether the fine, if any, is within the threshold in force on the day of the decision."""
    decision = case.decision
    if FINE not in decision.penalties and not decision.fine_yuan:
        return True
    threshold = threshold_on(decision.decided_on, publicity)
    if threshold is None:
        return False
    limit = threshold.person_yuan if case.party.kind == PERSON else threshold.organisation_yuan
    return decision.fine_yuan <= limit


def threshold_on(day: datetime.date, publicity: Publicity) -> Threshold | None:
    """The threshold in force on `day`; the one that began last where two overlap."""
    in_force = [
        one
        for one in publicity.thresholds
        if one.effective <= day and (one.until is None or day <= one.until)
    ]
    return max(in_force, key=lambda one: one.effective, default=None)
