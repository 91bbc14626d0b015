"""What is said of spot checks: rates with the range in which they lie, a sentence for a month and one for all months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portal.records.spot_check import Counts, SpotCheck
from portal.spotcheck.wilson import wilson


class Rate(NamedTuple):
    """`83.5%`, and between which two (95 %, Wilson): `75.2%至89.4%`."""

    told: str
    between: str


def rate(k: int, n: int) -> Rate:
    low, high = wilson(k, n)
    return Rate(percent(k / n), f"{percent(low)}至{percent(high)}")


def percent(share: float) -> str:
    """One decimal; all and none without."""
    return f"{100 * share:.{0 if share in (0, 1) else 1}f}%"


def of_month(record: SpotCheck) -> str:
    """`2024年6月抽查考核44家企业的103人，首次合格86人，合格率83.5%；补考14人，补考后合格率96.1%。`"""
    told = f"{record.month.name}抽查考核{record.firms}家企业的{record.people}人，{_passed(record)}"
    covered = (
        f"应考{record.should}人，覆盖率{percent(record.people / record.should)}。" if record.should else ""
    )
    return f"{told}。{covered}"


def so_far(records: Sequence[SpotCheck]) -> str:
    """The same of all months; nothing without any."""
    if not records:
        return ""
    whole = Counts(
        **{
            field: sum(getattr(record, field) for record in records)
            for field in ("firms", "people", "passed", "retaken", "passed_after")
        }
    )
    first, last = records[0].month.name, records[-1].month.name
    when = first if first == last else f"{first}至{last}"
    counted = f"公布了{len(records)}个月的抽查考核，" if len(records) > 1 else "抽查考核"
    return f"{when}{counted}共{whole.people}人，{_passed(whole)}。"


def _passed(counts: Counts) -> str:
    told = f"首次合格{counts.passed}人，合格率{percent(counts.passed / counts.people)}"
    if not counts.retaken:
        return told
    after = percent(counts.passed_after / counts.people)
    return f"{told}；不合格的补考{counts.retaken}人，补考后合格率{after}"
