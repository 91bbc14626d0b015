"""Several months of results together, and which months those are."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.records.month import Month
from portal.spotcheck.months import latest, totals


@dataclass(frozen=True)
class Counted:
    id: str
    n: int
    version: int = 1
    x: int = 0
    xx: int = 0
    r: int = 0
    rr: int = 0
    xr: int = 0
    chosen: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    written: str
    items: tuple[Counted, ...] = ()

    @property
    def month(self) -> Month:
        return Month.parse(self.written)


def test_half_a_year_counts_from_the_newest_month_with_results() -> None:
    months = [Checked(one) for one in ("2025-05", "2025-10", "2025-11", "2026-04")]
    assert [one.written for one in latest(months)] == ["2025-11", "2026-04"]
    assert latest([]) == []


def test_months_add_up_question_by_question_and_version_by_version() -> None:
    may = Checked("2026-05", (Counted("a", 20, chosen={"b": 20}), Counted("b", 4)))
    june = Checked("2026-06", (Counted("a", 15, chosen={"b": 5, "c": 10}), Counted("a", 7, version=2)))
    found = totals([may, june])
    assert {item: sums.n for item, sums in found.items()} == {("a", 1): 35, ("a", 2): 7, ("b", 1): 4}
    assert found["a", 1].chosen == {"b": 25, "c": 10}
