"""`spot-checks/<YYYY-MM-DD>.yaml`: the sittings of one day. Private: the folder is named in `site.yaml` and in no repository.

Answers are one text, question by question as on receipts: `B.AC.R.-.*`; `-` nothing chosen, `*` not shown on the phone.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from portal.records.base import Record, described
from portal.records.scalars import Count, Date, Text
from portal.records.words import BusinessType, Post

ANSWERS = re.compile(r"(?:[A-H]+|[RW]|[-*])(?:\.(?:[A-H]+|[RW]|[-*]))*")
STARTED = re.compile(r"\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d")


class Attempt(Record):
    """One person's sitting."""

    number: Count = described("编号", "当天的编号，谁是几号只写在检查人员的纸上", ge=1, le=9999)
    firm: Count = described("单位序号", "当天第几家单位", ge=1)
    business: BusinessType = described("业态", "")
    post: Post = described("岗位", "")
    paper: Text = described("卷号", "如 CY-3K7M2Q1-1-V")
    by: Literal["phone", "paper"] = described("方式", "phone 手机，paper 纸笔")
    started: Annotated[Text, Field(pattern=f"^{STARTED.pattern}$")] | None = described(
        "开始时间", '如 "2026-12-01 09:12"', None
    )
    minutes: Count | None = described("用时（分钟）", "", None)
    answers: Annotated[Text, Field(pattern=f"^{ANSWERS.pattern}$")] = described(
        "答案", "按卷面题序，选项的编号，题之间用点：B.AC.R.-；R 对，W 错，- 没有答，* 手机上不显示的题"
    )
    retake_of: Annotated[Text, Field(pattern=r"^\d{4}-\d{2}-\d{2}/[1-9]\d{0,3}$")] | None = described(
        "补考", "补哪一次：日期/编号，如 2026-11-03/7", None
    )


class SpotCheckDay(Record):
    """The file."""

    date: Date = described("日期", "和文件名一样")
    sittings: tuple[Attempt, ...] = described("考核", "每人一条", min_length=1)
