"""How long a named penalty stays public, by the text of the rules that was in force when it was disclosed.

Basis: 市场监督管理行政处罚信息公示规定 Art. 13–15 (SAMR Order 45 of 2021; amended by Order 108 with effect from
2025-12-25), 市场监督管理信用修复管理办法 Art. 6 (several penalties: the longest). Pure functions of a case and
`publicity.yaml`. Where a text leaves something open, `Period.open` says what, and the shorter reading counts until
the bureau has decided (`decision.period`): the statutory display is that of the national system.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from portal.publication.fines import is_fined, lower_fine
from portal.publication.reckoning import ONE_DAY, add_months
from portal.records.case import Case, Decision
from portal.records.publicity import UNDECIDED, Publicity, PublicityTerm, PublicityText
from portal.records.vocabulary import CRITICISM, FINE, RESTRICTIONS, SEVERE, WARNING

FIELD_OPEN = "违法行为算不算食品等重点领域"
ENDLESS_OPEN = "限制没有写到哪一天为止，什么时候届满"
LENGTH_OPEN = "限制超过三年的，公示到限制届满那天，还是公示满同样长的时间"
DELISTED_OPEN = "移出严重违法失信名单时，重点领域的处罚是不是同时停止公示"
DECIDED = "本局认定"


@dataclass(frozen=True)
class Period:
    """The period of one case, by the article `basis` of the text named `text`; public until and on `last_day`.

    `stop_from` is the first day on which publicity may stop on application, `None` where the text knows of no such
    day; `open` holds what the text leaves to the bureau, and then `last_day` is the earliest of the readings.
    """

    text: str
    basis: str
    months: int
    last_day: datetime.date
    stop_from: datetime.date | None = None
    open: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Class:
    """A class that penalties fall into; its publicity may stop early after so many months, or (`None`) never."""

    term: PublicityTerm
    open: tuple[str, ...] = ()

    @property
    def stop_after_months(self) -> int | None:
        return self.term.stop_after_months


def period(case: Case, publicity: Publicity) -> Period | None:
    """The period of a named case; `None` for one that is anonymised (teaching, not publicity) or not disclosed yet."""
    disclosed_on = case.decision.disclosed_on
    if disclosed_on is None or case.party.form == "anonymised":
        return None
    found = _by_text(case, disclosed_on, text_on(disclosed_on, publicity), publicity)
    if publicity.earlier_cases == "old_text":
        return found
    for text in publicity.texts:
        if text.effective > disclosed_on:
            later = _by_text(case, disclosed_on, text, publicity)
            # What by the new text had ended before it took effect ends on the eve of that day, never later than by the old.
            later = replace(later, last_day=max(later.last_day, text.effective - ONE_DAY))
            found = later if later.last_day < found.last_day else found
    return found


def text_on(day: datetime.date, publicity: Publicity) -> PublicityText:
    """The text in force on `day`; the first one for a day before all of them."""
    in_force = [one for one in publicity.texts if one.effective <= day]
    return max(in_force, key=lambda one: one.effective, default=publicity.texts[0])


def last_day(case: Case, publicity: Publicity) -> datetime.date | None:
    """The last day on which the party and the facts are shown; `None` when they are shown for good."""
    found = period(case, publicity)
    if stopped := case.decision.stopped_early:
        return stopped.on - ONE_DAY
    return found.last_day if found else None


def expires_on(case: Case, publicity: Publicity) -> datetime.date | None:
    """The first day on which the party and the facts are no longer shown; `None` when that day never comes."""
    last = last_day(case, publicity)
    return last + ONE_DAY if last and last < datetime.date.max else None


def _by_text(case: Case, start: datetime.date, text: PublicityText, publicity: Publicity) -> Period:
    decision = case.decision
    if decision.period is not None:
        return Period(
            text.name, DECIDED, decision.period.months, _end(start, decision.period.months, publicity)
        )
    classes = list(_classes(case, text))
    longest = max(classes, key=lambda one: one.term.months)
    last = _end(start, longest.term.months, publicity)
    restricted_until = decision.restriction_until if set(decision.penalties) & {*RESTRICTIONS} else None
    if restricted_until:
        last = max(last, restricted_until)
    return Period(
        text.name,
        longest.term.basis,
        longest.term.months,
        last,
        _stop_from(start, classes, restricted_until, publicity),
        tuple(dict.fromkeys(point for one in classes for point in one.open)),
    )


def _end(start: datetime.date, months: int, publicity: Publicity) -> datetime.date:
    """The last day of a period; holidays do not lengthen it."""
    corresponding = add_months(start, months)
    return corresponding if publicity.last_day == "corresponding_day" else corresponding - ONE_DAY


def _stop_from(
    start: datetime.date, classes: list[_Class], restricted_until: datetime.date | None, publicity: Publicity
) -> datetime.date | None:
    """The day after the longest of the shortest periods, and after the restriction; `None` where one class has none."""
    months = [one.stop_after_months for one in classes if one.stop_after_months is not None]
    if len(months) < len(classes):
        return None
    over = _end(start, max(months), publicity)
    return max(over, restricted_until or over) + ONE_DAY


def _classes(case: Case, text: PublicityText) -> Iterator[_Class]:
    """The classes that the penalties fall into, at least one."""
    decision = case.decision
    penalties = set(decision.penalties)
    if penalties & {*RESTRICTIONS}:
        yield _Class(text.restriction, tuple(_open_restriction(decision, text)))
    if penalties & {*SEVERE}:
        yield _Class(text.severe)
    rest = penalties - {*RESTRICTIONS, *SEVERE}
    if rest - {WARNING, CRITICISM, FINE} or decision.confiscated_yuan:
        yield _general(decision, text)
    elif rest or is_fined(decision) or not penalties:
        fine = lower_fine(case, text)
        yield _general(decision, text) if fine is None else _Class(text.lower, fine)


def _general(decision: Decision, text: PublicityText) -> _Class:
    """By the field of the offence, where the text tells fields apart."""
    if text.serious_field is None:
        return _Class(text.ordinary)
    if decision.field is None or decision.field == UNDECIDED:
        return _Class(text.ordinary, (FIELD_OPEN,))
    return _Class(text.serious_field if decision.field in text.fields else text.ordinary)


def _open_restriction(decision: Decision, text: PublicityText) -> Iterator[str]:
    until, since = decision.restriction_until, decision.restriction_from or decision.decided_on
    if until is None:
        yield ENDLESS_OPEN
    elif until > add_months(since, text.restriction.months):
        yield LENGTH_OPEN
