"""The end of a case's publicity gets into its file, and nothing else there changes."""

from __future__ import annotations

import codecs
import datetime
from pathlib import Path

import pytest
from tests.projects import SMALL

from portal.closing.ending import CannotSplice, Ends, ends_in, with_ends, withdrawn
from portal.records.case import StoppedEarly, Withdrawal
from portal.source import read_yaml

CASE = SMALL / "content/cases/2024/2024-001.yaml"
DAY = datetime.date(2024, 11, 5)
WITHDRAWAL = Withdrawal(on=DAY, reason="处罚决定经复议撤销：原信息撤回")
STOPPED = StoppedEarly(on=DAY, basis="信用修复")


def spliced(raw: bytes, ends: Ends) -> str:
    return with_ends("case.yaml", raw, ends)


def test_a_withdrawal_stands_at_the_end_and_nothing_else_changes() -> None:
    raw = CASE.read_bytes()
    file = read_yaml("case.yaml", raw).file
    added = 'withdrawal:\n  on: 2024-11-05\n  reason: "处罚决定经复议撤销：原信息撤回"\n'
    new = withdrawn(file, WITHDRAWAL)
    assert new.removeprefix(raw.decode()).replace('"', "") == added.replace('"', "")
    assert ends_in("case.yaml", new.encode()) == Ends(WITHDRAWAL)


@pytest.mark.parametrize("end", ["", "\n# 末尾的说明\n", "\n\n"])
def test_comments_at_the_end_stay(end: str) -> None:
    raw = (CASE.read_text("utf-8").rstrip("\n") + end).encode()
    new = spliced(raw, Ends(WITHDRAWAL))
    assert ends_in("case.yaml", new.encode()).withdrawal == WITHDRAWAL
    assert [line for line in raw.decode().split("\n") if line not in new.split("\n")] == []


def test_a_mark_and_line_ends_of_windows_do_not_matter() -> None:
    raw = codecs.BOM_UTF8 + CASE.read_bytes().replace(b"\n", b"\r\n")
    new = spliced(raw, Ends(WITHDRAWAL))
    assert ends_in("case.yaml", new.encode()).withdrawal == WITHDRAWAL


def test_an_early_stop_goes_into_the_decision() -> None:
    new = spliced(CASE.read_bytes(), Ends(stopped_early=STOPPED))
    assert (
        "  decided_on: 2024-07-10\n  stopped_early:\n    on: 2024-11-05\n    basis: 信用修复\nparty:" in new
    )


def test_an_end_never_moves_to_a_later_day() -> None:
    first = spliced(CASE.read_bytes(), Ends(WITHDRAWAL))
    later = WITHDRAWAL.model_copy(update={"on": DAY + datetime.timedelta(days=30), "reason": "别的原因"})
    assert spliced(first.encode(), Ends(later)) == first
    earlier = WITHDRAWAL.model_copy(update={"on": DAY - datetime.timedelta(days=30)})
    moved = ends_in("case.yaml", spliced(first.encode(), Ends(earlier)).encode()).withdrawal
    assert moved is not None
    assert moved.on == earlier.on


def test_an_end_is_read_from_a_file_with_other_mistakes() -> None:
    raw = spliced(CASE.read_bytes(), Ends(WITHDRAWAL, STOPPED)).replace("食品销售", "卖食品").encode()
    assert ends_in("case.yaml", raw) == Ends(WITHDRAWAL, STOPPED)
    assert ends_in("case.yaml", b"\xff" + raw) == Ends()


def test_what_nothing_can_be_written_into_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotSplice):
        spliced(b"withdrawal:\nid: 2024-001\n", Ends(WITHDRAWAL))
