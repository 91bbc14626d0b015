"""A sitting: what one person answered to one paper on one day, without who it was.

Made from receipts, letters and sheets; kept in the day's file (`day.py`), marked by `marks.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Chosen: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """`number` is the running number of the day; who has it stands on the inspector's sheet of paper only.

    `firm` numbers the firms of that day. `answers` holds ids of options for all questions of the paper in its order:
    empty where nothing was chosen, `None` where a phone did not show the question. `retake_of`: day and number of the
    sitting that was failed before.
    """

    day: date
    number: int
    paper: str
    firm: int
    business: str
    post: str
    by: Literal["phone", "paper"]
    started: datetime | None = None
    minutes: int | None = None
    answers: tuple[Chosen | None, ...]
    retake_of: tuple[date, int] | None = None
