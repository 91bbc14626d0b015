"""Rows of a day's private file: what may stand for answers, times and retakes."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.records.spot_check_day import Attempt

ROW = {"number": 3, "firm": 1, "business": "餐饮服务", "post": "其他从业人员", "paper": "CY-38NGCVR-T99RE2-Z"}
ROW |= {"by": "phone", "started": "2026-12-01 09:12", "minutes": 19, "answers": "B.AC.R.W.-.*"}


def test_a_row_as_it_is_written_is_read() -> None:
    assert Attempt.model_validate({**ROW, "retake_of": "2026-11-03/7"}).answers == "B.AC.R.W.-.*"


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": "b.ac"},
        {"answers": "B..C"},
        {"answers": "B.AR"},
        {"started": "2026-12-01 25:12"},
        {"retake_of": "7"},
        {"number": 0},
        {"name": "张三"},
    ],
    ids=str,
)
def test_anything_else_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Attempt.model_validate({**ROW, **wrong})
