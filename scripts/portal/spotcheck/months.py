"""What the last months of spot checks say of the questions: the sums of their records, added.

Takes records of months (`quizzes/spot-checks`), oldest first; a question that has been changed since begins anew, because
its sums are kept by version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from portal.records.month import Month
from portal.spotcheck.statistics import Item, ItemSums, added

# As many months, the newest with results among them, are looked at together.
SPAN = 6


class Counted(Protocol):
    """The sums of a question as a month's record keeps them."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def n(self) -> int: ...
    @property
    def x(self) -> int: ...
    @property
    def xx(self) -> int: ...
    @property
    def r(self) -> int: ...
    @property
    def rr(self) -> int: ...
    @property
    def xr(self) -> int: ...
    @property
    def chosen(self) -> Mapping[str, int]: ...


class Checked(Protocol):
    """A month of spot checks, as far as questions go."""

    @property
    def month(self) -> Month: ...
    @property
    def items(self) -> Sequence[Counted]: ...


M = TypeVar("M", bound=Checked)


def latest(months: Sequence[M]) -> list[M]:
    """The months that lie within half a year of the newest."""
    if not months:
        return []
    newest = max(_number(one.month) for one in months)
    return [one for one in months if newest - _number(one.month) < SPAN]


def totals(months: Iterable[Checked]) -> dict[Item, ItemSums]:
    """The sums of every version of every question over the months."""
    return added({(one.id, one.version): _sums(one) for one in month.items} for month in months)


def _sums(one: Counted) -> ItemSums:
    return ItemSums(one.n, one.x, one.xx, one.r, one.rr, one.xr, one.chosen)


def _number(month: Month) -> int:
    return 12 * month.year + month.number
