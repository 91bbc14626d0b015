"""A month's reports come in time, carry possible dates, and become final with a word of explanation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.outcome import Outcome
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import Diagnostic, KeyPath, Severity, warning

SETTLED_AFTER = datetime.timedelta(days=45)


@record_rule("OUT-LATE-01", "outcomes", severity=Severity.WARNING)
def reported_in_time(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """每月的截止日之后报送的算晚报。

    截止日是 campaign.yaml 的 monthly_report_day（当日不算晚）；通知要求每月 23 日前报送。
    错：6 月的数据，`reported_on: 2024-06-27`
    对：`reported_on: 2024-06-21`；确实晚报的保留这个提醒
    """
    due = site.campaign.record.due_on(entry.record.month)
    for index, report in enumerate(entry.record.units):
        if report.reported_on is not None and report.reported_on > due:
            message = f"“{report.unit}”{report.reported_on} 报送，晚于截止日 {due}"
            yield Finding(
                entry.at("units", index, "reported_on"), message, "日期填错的改正；确实晚报的不用处理"
            )


@record_rule("OUT-DATE-01", "outcomes")
def dates_are_possible(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """报送、发布、更正的日期不能早于这个月。

    错：6 月的数据，`reported_on: 2024-05-21`
    对：`reported_on: 2024-06-21`
    """
    record = entry.record
    first = record.month.first_day
    for path, day, what in _dated(record):
        if day is not None and day < first:
            yield Finding(
                entry.at(*path), f"{what}日期 {day} 早于数据的月份 {record.month}", "核对后改正日期"
            )
    if record.published_on is not None and record.published_on < first:
        message = f"发布日期 {record.published_on} 早于数据的月份 {record.month}"
        yield Finding(entry.at("published_on"), message, "核对后改正日期")


@record_rule("OUT-FUTURE-01", "outcomes", severity=Severity.WARNING)
def dates_have_come(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """报送、更正的日期一般不在今天之后。

    多半是年份或月份写错了。按过去的某一天生成网站（--today）时也会提醒，不影响生成。
    错：2024 年的数据，`reported_on: 2042-06-21`
    对：`reported_on: 2024-06-21`
    """
    for path, day, what in _dated(entry.record):
        if day is not None and day > today:
            yield Finding(entry.at(*path), f"{what}日期 {day} 还没有到", "核对后改正日期")


def _dated(record: Outcome) -> list[tuple[KeyPath, datetime.date | None, str]]:
    reported: list[tuple[KeyPath, datetime.date | None, str]]
    reported = [
        (("units", index, "reported_on"), one.reported_on, "报送") for index, one in enumerate(record.units)
    ]
    return reported + [
        (("revisions", index, "on"), one.on, "更正") for index, one in enumerate(record.revisions)
    ]


@record_rule("OUT-FINAL-01", "outcomes", severity=Severity.WARNING)
def becomes_final(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """月末 45 天以后，初步数应当定稿。

    读者把初步数当成最后的数；拖久了没有人再核对。
    错：6 月的数据到 9 月还是 `status: provisional`
    对：核对后改成 `status: final`，改过的数记在 `revisions` 里
    """
    if entry.record.status == "provisional" and today - entry.record.month.last_day > SETTLED_AFTER:
        days = (today - entry.record.month.last_day).days
        yield Finding(
            entry.at("status"),
            f"{entry.record.month} 已过去 {days} 天，还是初步数",
            "核对后改成 status: final",
        )


@record_rule("OUT-NOTE-01", "outcomes", severity=Severity.WARNING)
def final_figures_are_explained(entry: Entry[Outcome], site: Site, today: datetime.date) -> Iterator[Finding]:
    """发布定稿的数据要有一句话说明。

    公布食品安全信息应当准确、及时，并作必要的解释说明，避免误导（《食品安全法》第一百一十八条第三款）。
    错：`status: final`，有 `published_on`，没有 `summary`
    对：`summary: 6 月检查 1200 户次，发现的隐患九成已经改好`
    """
    record = entry.record
    if record.status == "final" and record.published_on is not None and record.summary is None:
        yield Finding(
            entry.at("status"), "发布了定稿的数据，没有一句话说明", "加上 summary: 这个月最值得说的一句话"
        )


@site_rule("OUT-GAP-01")
def no_month_is_missing(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """专项行动已经过去的月份都要有数据文件。

    少一个月，累计数就偏小，趋势图也断开。月末 45 天以后还没有的，或者后面的月份已经有了的，提醒一次。
    错：content/outcomes 里有 2024-05.yaml 和 2024-07.yaml，没有 2024-06.yaml
    对：补上 2024-06.yaml
    程度：提醒
    """
    newest = max(site.outcome_by_month, default=site.campaign.record.first_month)
    campaign = site.campaign
    for month in campaign.record.months:
        due = month < newest or today - month.last_day > SETTLED_AFTER
        if due and month not in site.outcome_by_month and not site.exists_unread("outcome", str(month)):
            hint = f"加上 content/outcomes/{month}.yaml；行动提前结束的改 last_month"
            yield warning(campaign.path, campaign.at("last_month"), "OUT-GAP-01", f"{month} 还没有数据", hint)
