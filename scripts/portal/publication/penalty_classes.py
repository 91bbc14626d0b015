"""The classes of Art. 13–15 that the penalties of one decision fall into, and what the text leaves open about them.

Basis: 市场监督管理行政处罚信息公示规定 Art. 13–15; 市场监督管理信用修复管理办法 Art. 6 (several penalties: the longest).
Where a text can be read in two ways, a class carries the shorter reading and the `longer` one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.publication.fines import is_fined, lower_fine
from portal.publication.reckoning import add_months
from portal.records.case import Case, Decision
from portal.records.publicity import UNDECIDED, PublicityTerm, PublicityText
from portal.records.vocabulary import CRITICISM, EMPLOYMENT, FINE, LICENCE, RESTRICTIONS, SEVERE, WARNING

FIELD_OPEN = "违法行为算不算食品等重点领域"
ENDLESS_OPEN = "限制没有写到哪一天为止，什么时候届满"
LENGTH_OPEN = "限制超过三年的，公示到限制届满那天，还是公示满同样长的时间"
LICENCE_OPEN = "吊销许可证件以后的五年限制（食品安全法第一百三十五条第一款）算不算限制从业"
ALONE_OPEN = "“仅受到通报批评或者较低数额罚款”包不包括同时受到几种轻微处罚的"
FOOD = "食品"


@dataclass(frozen=True)
class PenaltyClass:
    """One class by the shorter reading; `open` says what may make it another one, `longer` which."""

    term: PublicityTerm
    open: tuple[str, ...] = ()
    longer: PublicityTerm | None = None

    def decided(self, months: int) -> PublicityTerm:
        """The reading that the bureau's months choose."""
        return self.longer if self.longer and self.longer.months == months else self.term


def penalty_classes(case: Case, text: PublicityText) -> list[PenaltyClass]:
    """The classes of all penalties, at least one."""
    return list(_classes(case, text))


def open_points(classes: Sequence[PenaltyClass]) -> tuple[str, ...]:
    """What would make the publicity of the whole record longer, read the other way."""
    longest = max(one.term.months for one in classes)
    weighty = [one for one in classes if one.longer is None or one.longer.months > longest]
    return tuple(dict.fromkeys(point for one in weighty for point in one.open))


def is_restricted(decision: Decision) -> bool:
    return bool({*RESTRICTIONS} & {*decision.penalties})


def exceeds_term(decision: Decision, text: PublicityText) -> bool:
    """Whether the restriction itself is longer than the publicity of restrictions (三年)."""
    since = decision.restriction_from or decision.decided_on
    until = decision.restriction_until
    return until is not None and until > add_months(since, text.restriction.months)


def _classes(case: Case, text: PublicityText) -> Iterator[PenaltyClass]:
    decision = case.decision
    penalties = {*decision.penalties}
    if is_restricted(decision):
        yield PenaltyClass(text.restriction, tuple(_open_restriction(decision, text)))
    if penalties & {*SEVERE}:
        yield PenaltyClass(text.severe, tuple(_open_licence(decision)))
    rest = penalties - {*RESTRICTIONS, *SEVERE}
    if rest - {WARNING, CRITICISM, FINE} or decision.confiscated_yuan:
        yield _general(decision, text)
    elif rest or is_fined(decision):
        yield _light(case, text, rest)


def _light(case: Case, text: PublicityText, penalties: set[str]) -> PenaltyClass:
    """Nothing but 警告, 通报批评 and a fine: three months unless the fine is no lower one."""
    general = _general(case.decision, text)
    points = lower_fine(case, text)
    if points is None:
        return general
    # Art. 13 says 仅受到: one of these beside another penalty may take the record out of it.
    if text.lower_tiers and penalties & {WARNING, CRITICISM} and len(penalties) > 1:
        points = (*points, ALONE_OPEN)
    if not points:
        return PenaltyClass(text.lower)
    return PenaltyClass(text.lower, (*points, *general.open), general.longer or general.term)


def _general(decision: Decision, text: PublicityText) -> PenaltyClass:
    """By the field of the offence, where the text tells fields apart."""
    if text.serious_field is None:
        return PenaltyClass(text.ordinary)
    if decision.field is None or decision.field == UNDECIDED:
        return PenaltyClass(text.ordinary, (FIELD_OPEN,), text.serious_field)
    return PenaltyClass(text.serious_field if decision.field in text.fields else text.ordinary)


def _open_restriction(decision: Decision, text: PublicityText) -> Iterator[str]:
    if decision.restriction_until is None and text.until_restriction_ends:
        yield ENDLESS_OPEN
    elif exceeds_term(decision, text):
        yield LENGTH_OPEN


def _open_licence(decision: Decision) -> Iterator[str]:
    is_food = decision.field in (FOOD, UNDECIDED, None)
    if is_food and LICENCE in decision.penalties and EMPLOYMENT not in decision.penalties:
        yield LICENCE_OPEN
