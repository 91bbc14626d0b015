"""How long a named penalty stays public, by the text of the rules that was in force when it was disclosed.

Basis: 市场监督管理行政处罚信息公示规定 Art. 13–15 (SAMR Order 45 of 2021; amended by Order 108 with effect from
2025-12-25). Pure functions of a case and `publicity.yaml`. Where a text leaves something open, `Period.open` says
what, and the shorter reading counts until the bureau has decided (`decision.period`): the statutory display is
that of the national system.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from portal.publication.penalty_classes import exceeds_term, is_restricted, open_points, penalty_classes
from portal.publication.reckoning import add_months, day_after, day_before
from portal.records.case import Case, Decision
from portal.records.publicity import Publicity, PublicityText

DECIDED = "本局认定"
# Publicity that was stopped by deceit begins anew (信用修复管理办法 Art. 23): the reason of `decision.period` says so.
RESTORED = "第二十三条"


@dataclass(frozen=True)
class Period:
    """The period of one case, by the article `basis` of the text named `text`; public until and on `last_day`.

    `open` holds what the text leaves to the bureau; until it has decided, `last_day` is the earliest of the readings.
    `decided` tells whether the months are the bureau's.
    """

    text: str
    basis: str
    months: int
    last_day: datetime.date
    open: tuple[str, ...] = ()
    decided: bool = False


def period(case: Case, publicity: Publicity) -> Period | None:
    """The period of a named case; `None` for one that is anonymised (teaching, not publicity) or not public at all.

    A rule asks for the day of disclosure; where it is missing, the day of publication here stands in for it, so that no
    party is shown for ever.
    """
    disclosed_on = case.decision.disclosed_on or case.published_on
    if disclosed_on is None or case.party.form == "anonymised":
        return None
    found = _by_text(case, disclosed_on, text_on(disclosed_on, publicity), publicity)
    if publicity.earlier_cases == "old_text":
        return found
    for text in publicity.texts:
        if text.effective > disclosed_on:
            later = _by_text(case, disclosed_on, text, publicity)
            # What by the new text had ended before it took effect ends on the eve of that day, never later than by the old.
            later = replace(later, last_day=max(later.last_day, day_before(text.effective)))
            found = later if later.last_day < found.last_day else found
    return found


def text_on(day: datetime.date, publicity: Publicity) -> PublicityText:
    """The text in force on `day`; the first one for a day before all of them."""
    in_force = [one for one in publicity.texts if one.effective <= day]
    return max(in_force, key=lambda one: one.effective, default=publicity.texts[0])


def last_day(case: Case, publicity: Publicity) -> datetime.date | None:
    """The last day on which the party and the facts are shown; `None` when they are shown for good.

    An early stop never makes it later.
    """
    found = period(case, publicity)
    stopped = case.decision.stopped_early
    if stopped is None or case.party.form == "anonymised":
        return found.last_day if found else None
    eve = day_before(stopped.on)
    return min(found.last_day, eve) if found else eve


def expires_on(case: Case, publicity: Publicity) -> datetime.date | None:
    """The first day on which the party and the facts are no longer shown; `None` when that day never comes."""
    last = last_day(case, publicity)
    return day_after(last) if last and last < datetime.date.max else None


def end_of_months(start: datetime.date, months: int, publicity: Publicity) -> datetime.date:
    """The last day of a period that begins with the disclosure; holidays do not lengthen it."""
    corresponding = add_months(start, months)
    return corresponding if publicity.last_day == "corresponding_day" else day_before(corresponding)


def is_restored(decision: Decision) -> bool:
    return decision.period is not None and RESTORED in decision.period.reason


def _by_text(case: Case, start: datetime.date, text: PublicityText, publicity: Publicity) -> Period:
    """By one text; the bureau's own months count only where that text leaves something open."""
    decision = case.decision
    classes = penalty_classes(case, text)
    points = open_points(classes)
    longest = max((one.term for one in classes), key=lambda term: term.months)
    basis, months, decided = longest.basis, longest.months, False
    if decision.period is not None and (points or is_restored(decision)):
        basis, months, decided = DECIDED, decision.period.months, True
    last = end_of_months(start, months, publicity)
    if is_restricted(decision) and (text.until_restriction_ends or exceeds_term(decision, text)):
        last = max(last, decision.restriction_until or last)
    return Period(text.name, basis, months, last, points, decided)
