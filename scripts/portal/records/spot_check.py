"""`quizzes/spot-checks/<YYYY-MM>.yaml`: what is left of a month of spot checks: counts, nobody's answers.

Written by `portal spot-check settle` from the days' sittings, which are deleted then. Rows of few people have been put
together before: the file is public as it stands.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.records.base import Record, described
from portal.records.month import Month
from portal.records.scalars import Count, Date, Flag, Slug
from portal.records.words import OneOf

# Fewer people than this are not told of by themselves.
FEWEST = 5
# What rows of fewer people are put together under; no word of the vocabulary.
OTHERS = "其他"
# Letters of options, `right` and `wrong`, or `-` where nothing was chosen.
Option = Annotated[str, Field(pattern=r"^([a-z]+|-)$")]


class Counts(Record):
    """How many were examined and how they did; `passed` the first time, `passed_after` with the retakes."""

    firms: Count = described("企业数", "有人参加抽查考核的企业，一家一个月算一次", ge=1)
    people: Count = described("人数", "参加抽查考核的人，补考的不再算一次", ge=1)
    passed: Count = described("首次合格人数", "第一次考就合格的人")
    retaken: Count = described("补考人数", "首次不合格、已经补考的人", 0)
    passed_after: Count = described("补考后合格人数", "首次合格的，加上补考合格的")


class BusinessCounts(Counts):
    name: Annotated[str, OneOf("business_types", "业态", (OTHERS,))] = described(
        "业态", f"业态的一个词；不满{FEWEST}人的合在“{OTHERS}”里"
    )


class PostCounts(Counts):
    name: Annotated[str, OneOf("posts", "岗位", (OTHERS,))] = described(
        "岗位", f"岗位的一个词；不满{FEWEST}人的合在“{OTHERS}”里"
    )


class ItemCounts(Record):
    """A question among first attempts: sums from which its statistics are reckoned, see `spotcheck/statistics.py`."""

    id: Slug = described("题目编号", "")
    version: Count = described("题目版本", "", ge=1)
    n: Count = described("作答人次", "首次考核里答过这道题的人次", ge=1)
    x: Count = described("得分之和", "这道题的得分，以八百四十分之一为单位", 0)
    xx: Count = described("得分平方和", "", 0)
    r: Count = described("其余得分之和", "同一份卷子其余题目的得分率，以千分之一为单位", 0)
    rr: Count = described("其余得分平方和", "", 0)
    xr: Count = described("得分乘积和", "", 0)
    chosen: dict[Option, Count] = described("选了什么", "选项: 人次", {})


class SpotCheck(Counts):
    """One month of spot checks."""

    month: Month = described("月份", "与文件名一致")
    published_on: Date | None = described("发布日期", "考核情况上网的日期；不填就还没有发布", None)
    demo: Flag = described("示例数据", "true 表示不是真实数据", False)
    should: Count | None = described("应考人数", "本月计划抽查考核的人数，用来算覆盖率；没有计划就不填", None)
    by_business: tuple[BusinessCounts, ...] = described("按业态", "人太少、合不成五人的不分", ())
    by_post: tuple[PostCounts, ...] = described("按岗位", "人太少、合不成五人的不分", ())
    items: tuple[ItemCounts, ...] = described("各题", "首次考核里各题的合计数", ())

    @property
    def id(self) -> str:
        return str(self.month)

    @property
    def title(self) -> str:
        return f"{self.month.name}抽查考核情况"

    @property
    def formerly(self) -> tuple[str, ...]:
        """Months keep their addresses."""
        return ()
