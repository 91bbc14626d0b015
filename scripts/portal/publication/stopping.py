"""From when on the publicity of a penalty may stop before its period is over, on the application of the party.

Basis: 市场监督管理行政处罚信息公示规定 Art. 14–16 (three months, one year, or never); 市场监督管理信用修复管理办法
Art. 13 (removal from the list of serious breaches), Art. 23 (deceit: never). When a party is struck off or leaves the
list, publicity stops by those articles and waits for no such day.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.publication.penalty_classes import ENDLESS_OPEN, is_restricted, penalty_classes
from portal.publication.period import end_of_months, is_restored, period, text_on
from portal.publication.reckoning import day_after
from portal.records.case import Case, StoppedEarly
from portal.records.publicity import Publicity, PublicityTerm, PublicityText

ON_APPLICATION = "信用修复"
DELISTED = "移出严重违法失信名单"
DELISTED_OPEN = "移出严重违法失信名单时，食品等重点领域和较重的处罚是不是同时停止公示"


@dataclass(frozen=True)
class EarlyStop:
    """What the article `basis` of the text named `text` says: from which day on, or why never (`start` is `None`)."""

    text: str
    basis: str
    start: datetime.date | None
    months: int | None = None
    endless: bool = False


def early_stop(case: Case, stopped: StoppedEarly, publicity: Publicity) -> EarlyStop | None:
    """By the text in force on the day of the stop; `None` for a case without a period."""
    disclosed_on = case.decision.disclosed_on
    if disclosed_on is None or case.party.form == "anonymised":
        return None
    if is_restored(case.decision):
        return EarlyStop("信用修复管理办法", "第二十三条", None)
    text = _text(disclosed_on, stopped, publicity)
    terms = _terms(case, text)
    longest = max(terms, key=lambda term: (term.months, term.stop_after_months is None))
    if longest.stop_after_months is None:
        return EarlyStop(text.name, longest.basis, None)
    months = max(one.stop_after_months or 0 for one in terms)
    last = end_of_months(disclosed_on, months, publicity)
    if not is_restricted(case.decision):
        return EarlyStop(text.name, longest.basis, day_after(last), months)
    until = case.decision.restriction_until
    if until is None:
        return EarlyStop(text.name, text.restriction.basis, None, months, endless=True)
    return EarlyStop(text.name, text.restriction.basis, day_after(max(last, until)), months)


def open_questions(case: Case, publicity: Publicity) -> tuple[str, ...]:
    """What the texts leave to the bureau about this case: its period, and what follows from leaving the list."""
    found = period(case, publicity)
    if found is None:
        return ()
    stopped = case.decision.stopped_early
    if stopped is None:
        return found.open
    # The day on which publicity stopped answers when an endless restriction is over.
    points = tuple(point for point in found.open if point != ENDLESS_OPEN)
    return (*points, DELISTED_OPEN) if _is_delisted(case, stopped, publicity) else points


def _is_delisted(case: Case, stopped: StoppedEarly, publicity: Publicity) -> bool:
    """Whether 信用修复管理办法 Art. 8 may keep public what Art. 13 stops: it sets the period of these classes."""
    text = text_on(stopped.on, publicity)
    kept = [term for term in (text.serious_field, text.restriction, text.severe) if term is not None]
    return (
        stopped.basis == DELISTED
        and text.serious_field is not None
        and any(term in kept for term in _terms(case, text))
    )


def _text(disclosed_on: datetime.date, stopped: StoppedEarly, publicity: Publicity) -> PublicityText:
    day = disclosed_on if publicity.earlier_cases == "old_text" else max(disclosed_on, stopped.on)
    return text_on(day, publicity)


def _terms(case: Case, text: PublicityText) -> list[PublicityTerm]:
    decided = case.decision.period
    classes = penalty_classes(case, text)
    return [one.decided(decided.months) if decided else one.term for one in classes]
