"""Months of spot checks: the counts fit together, tell of nobody, and are those that the units reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from portal.records import Entry, Site
from portal.records.indicator import Indicator
from portal.records.outcome import Outcome
from portal.records.spot_check import FEWEST, OTHERS, BusinessCounts, Counts, PostCounts, SpotCheck
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, KeyPath, Severity

# What of the rows of a table adds up to the month; a firm with several posts stands in several rows.
ADDED = {"people": "人数", "passed": "首次合格人数", "retaken": "补考人数", "passed_after": "补考后合格人数"}
TABLES = {"by_business": "按业态", "by_post": "按岗位"}
Rows = Sequence[BusinessCounts | PostCounts]


@record_rule("SPOT-MONTH-01", "spot_checks")
def month_has_begun(entry: Entry[SpotCheck], site: Site, today: datetime.date) -> Iterator[Finding]:
    """抽查考核的月份不能晚于今天所在的月份。

    还没有到的月份不会有考核，多半是年份写错了。
    错：今天是 2024-12-01，`month: 2025-01`
    对：`month: 2024-11`
    """
    month = entry.record.month
    if month.first_day > today:
        yield Finding(entry.at("month"), f"{month} 还没有到", "改正月份和文件名")


@record_rule("SPOT-COUNT-01", "spot_checks")
def counts_fit_together(entry: Entry[SpotCheck], site: Site, today: datetime.date) -> Iterator[Finding]:
    """抽查考核的数要合得上：合格的不多于考的，各行相加等于全月。

    企业数不多于人数；首次合格人数不多于人数；补考的不多于首次不合格的；补考后合格人数不少于首次合格的，多出来的不多于补考的；应考人数不少于考的人数。
    按业态、按岗位各行的人数相加，等于全月的人数；一个词只写一行。
    错：`people: 57`，`by_post` 各行的人数合计 55
    对：`by_post` 各行的人数合计 57
    """
    record = entry.record
    yield from _within(entry, record, ())
    if record.should is not None and record.should < record.people:
        hint = "应考人数是计划要考的全部人数；不知道就删去这一行"
        message = f"应考人数 {record.should} 少于考核人数 {record.people}"
        yield Finding(entry.at("should"), message, hint)
    tables: dict[str, Rows] = {"by_business": record.by_business, "by_post": record.by_post}
    for field, rows in tables.items():
        for index, row in enumerate(rows):
            yield from _within(entry, row, (field, index))
        if rows:
            yield from _adding_up(entry, field, rows)


def _within(entry: Entry[SpotCheck], row: Counts, at: KeyPath) -> Iterator[Finding]:
    for field, most, message in (
        ("firms", row.people, f"企业数 {row.firms} 多于人数 {row.people}"),
        ("passed", row.people, f"首次合格人数 {row.passed} 多于人数 {row.people}"),
        (
            "retaken",
            row.people - row.passed,
            f"补考人数 {row.retaken} 多于首次不合格的 {row.people - row.passed} 人",
        ),
        (
            "passed_after",
            row.passed + row.retaken,
            f"补考后合格人数 {row.passed_after} 多于首次合格的加上补考的 {row.passed + row.retaken}",
        ),
    ):
        if getattr(row, field) > most >= 0:
            yield Finding(entry.at(*at, field), message, "对照记录改正其中一个数")
    if row.passed_after < row.passed:
        message = f"补考后合格人数 {row.passed_after} 少于首次合格人数 {row.passed}"
        hint = "补考后合格人数包括首次合格的"
        yield Finding(entry.at(*at, "passed_after"), message, hint)


def _adding_up(entry: Entry[SpotCheck], field: str, rows: Rows) -> Iterator[Finding]:
    for counted, name in ADDED.items():
        total, whole = sum(getattr(row, counted) for row in rows), getattr(entry.record, counted)
        if total != whole:
            message = f"{TABLES[field]}各行的{name}合计 {total}，全月是 {whole}"
            yield Finding(entry.key(field), message, "对照记录改正其中一个数")
    names = [row.name for row in rows]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Finding(entry.at(field, index, "name"), f"“{name}”写了两行", "合并成一行")


@record_rule("SPOT-FEW-01", "spot_checks")
def nobody_is_told_of(entry: Entry[SpotCheck], site: Site, today: datetime.date) -> Iterator[Finding]:
    """不满五人的一行不单独公布，合在“其他”里；不满五人答过的题不留数。

    一行只有一两个人，认识他们的人就知道谁考得怎样。合在一起也要满五人；“其他”里只有一种的，用全月的数一减就知道，所以
    `portal spot-check settle` 会再合进一行。人手改文件也要照这样。
    错：`- {name: 特殊食品, people: 2, …}`
    对：`- {name: 其他, people: 6, …}`
    """
    record = entry.record
    tables: dict[str, Rows] = {"by_business": record.by_business, "by_post": record.by_post}
    for field, rows in tables.items():
        for index, row in enumerate(rows):
            if row.people < FEWEST:
                message = f"“{row.name}”只有 {row.people} 人，不满 {FEWEST} 人"
                hint = f"和人数相近的行合成一行，name 写 {OTHERS}；合不成 {FEWEST} 人的，删去 {field}"
                yield Finding(entry.at(field, index, "people"), message, hint)
    for index, item in enumerate(record.items):
        if item.n < FEWEST:
            message = f"“{item.id}”只有 {item.n} 人答过，不满 {FEWEST} 人，知道谁做了哪份卷就知道他怎样答的"
            yield Finding(entry.at("items", index, "n"), message, "删去这一行")


@site_rule("SPOT-REPORTED-01")
def units_reported_the_same(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """抽查考核的记录，要和各单位当月报的数相同。

    同一个月、同一件事，月度通报和抽查考核情况说两个数，读者不知道信哪一个。核对的是指标表 views 里 spot_checks 写的两个指标：各单位的考核人数合计，首次合格人数合计（补考合格的不算）。当月没有报表、或者没有单位报这个数的，不核对。
    错：各单位合计 `examined: 57`，记录 `people: 55`
    对：查清哪一边漏了，改成相同；月报已经发布的，在 revisions 里记一条更正
    程度：月报已经定稿的是错误，初步数是提醒
    """
    known = site.indicators.record.by_id()
    checked = [known[one] for one in site.indicators.record.views.spot_checks if one in known]
    for entry in site.spot_checks:
        outcome = site.outcome_by_month.get(entry.record.month)
        for field, indicator in zip(("people", "passed"), checked, strict=False) if outcome else ():
            if outcome:
                yield from _differing(entry, field, indicator, outcome)


def _differing(
    entry: Entry[SpotCheck], field: str, indicator: Indicator, outcome: Entry[Outcome]
) -> Iterator[Diagnostic]:
    reporting = [
        (index, one.figures[indicator.id])
        for index, one in enumerate(outcome.record.units)
        if indicator.id in one.figures
    ]
    reported, recorded = sum(figure for _, figure in reporting), getattr(entry.record, field)
    if not reporting or reported == recorded:
        return
    first = outcome.at("units", reporting[0][0], "figures", indicator.id)
    there = f"{outcome.path}:{first.line}"
    message = f"“{indicator.name}”这里是 {recorded}，各单位报的合计 {reported:g}（{there} 起）"
    hint = "查清哪一边不对，两边改成相同的数"
    severity = Severity.ERROR if outcome.record.status == "final" else Severity.WARNING
    yield Diagnostic(entry.path, entry.at(field), "SPOT-REPORTED-01", message, hint, severity)
