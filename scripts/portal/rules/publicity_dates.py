"""Dates of a decision, its disclosure, publication and withdrawal follow one another; none has yet to come by mistake."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.publication.dates import Reviewed
from portal.records import Entry, Site
from portal.records.case import Case
from portal.rules.engine import Finding, record_rule
from portal.rules.publicity_fields import is_named
from portal.source import Severity


@record_rule("PUB-FUTURE-01", "cases", "articles", "risks", "practices", severity=Severity.WARNING)
def published_by_now(entry: Entry[Reviewed], site: Site, today: datetime.date) -> Iterator[Finding]:
    """发布日期在今天之后的，到那一天才上网。

    可以这样预先安排，所以只提醒；多半是年份或月份填错了。网站不会自己变，那一天要重新生成一次，
    最好每天定时运行 `portal build --production`。
    错：想今天上网，却写成 `published_on: 2042-06-21`
    对：`published_on: 2024-06-21`
    """
    published_on = entry.record.published_on
    if published_on is not None and published_on > today:
        yield Finding(
            entry.at("published_on"),
            f"发布日期 {published_on} 还没有到，从那天起生成的网站才有它",
            "填错了的改正；有意安排的，那天要重新生成网站：每天定时运行 portal build --production",
        )


@record_rule("PUB-DECIDED-01", "cases")
def decided_before_published(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """处罚决定日期不能在发布日期之后；还没有发布的，不能在今天之后。

    公示的是已经作出的处罚决定（《市场监督管理行政处罚信息公示规定》第二条），期限都从决定之日和公示之日起算（第九条、第十三条至第十五条）。
    错：`decided_on: 2024-07-10`，`published_on: 2024-06-21`
    对：`decided_on: 2024-06-10`，`published_on: 2024-06-21`
    """
    case = entry.record
    decided_on = case.decision.decided_on
    place = ("decision", "decided_on")
    if case.published_on is None and decided_on > today:
        yield Finding(entry.at(*place), f"处罚决定日期 {decided_on} 还没有到", "对照决定书改正日期")
    elif case.published_on is not None and decided_on > case.published_on:
        message = f"处罚决定日期 {decided_on} 晚于发布日期 {case.published_on}"
        yield Finding(entry.at(*place), message, "对照决定书改正其中一个日期")


@record_rule("PUB-DISCLOSED-01", "cases")
def disclosure_is_dated(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚要写在国家企业信用信息公示系统公示的日期。

    公示期从公示之日算起（《市场监督管理行政处罚信息公示规定》第十三条至第十五条），本站哪天发布不算。
    错：`form: named`，只有 `published_on`，没有 `disclosed_on`
    对：到国家企业信用信息公示系统查到公示日期，在 decision 里写 `disclosed_on: 2026-03-16`
    """
    case = entry.record
    if is_named(case) and case.decision.disclosed_on is None:
        hint = "在 decision 里加上 disclosed_on: 公示系统上的公示日期；老的项目先运行 portal migrate"
        yield Finding(entry.key("decision"), "公开名称的处罚没有写公示日期，公示期从它算起", hint)


@record_rule("PUB-DISCLOSED-02", "cases")
def disclosed_after_decided(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公示日期不能早于决定日期，也不能在今天之后。

    公示的是已经作出的处罚决定（《市场监督管理行政处罚信息公示规定》第二条、第九条）；还没有公示的不要先填，公示期就不会算错。
    错：`decided_on: 2026-03-02`，`disclosed_on: 2026-02-16`
    对：`decided_on: 2026-03-02`，`disclosed_on: 2026-03-16`
    """
    decision = entry.record.decision
    place = ("decision", "disclosed_on")
    if decision.disclosed_on is None:
        return
    if decision.disclosed_on < decision.decided_on:
        message = f"公示日期 {decision.disclosed_on} 早于决定日期 {decision.decided_on}"
        yield Finding(entry.at(*place), message, "对照决定书和公示系统，改正其中一个日期")
    if decision.disclosed_on > today:
        hint = "填错的改正；还没有公示的，公示以后再填，案件也等那时发布"
        yield Finding(entry.at(*place), f"公示日期 {decision.disclosed_on} 还没有到", hint)


@record_rule("PUB-WITHDRAWAL-02", "cases")
def withdrawn_after_published(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """先发布、后撤回；先变更决定、后撤回。

    撤回的页面保留网址并说明理由（《市场监督管理行政处罚信息公示规定》第十一条）；从没有发布过的案件不用撤回，删去文件就行。
    错：`published_on: 2024-09-10`，`withdrawal` 的 `on: 2024-09-02`
    对：`on: 2024-09-12`
    """
    case = entry.record
    withdrawal = case.withdrawal
    if withdrawal is None:
        return
    changed_on = withdrawal.decision_changed_on
    if case.published_on is None:
        yield Finding(
            entry.key("withdrawal"), "没有发布过的案件不用撤回", "填上 published_on，或者删去 withdrawal"
        )
    elif withdrawal.on < case.published_on:
        message = f"撤回日期 {withdrawal.on} 早于发布日期 {case.published_on}"
        yield Finding(entry.at("withdrawal", "on"), message, "核对后改正其中一个日期")
    if changed_on is not None and not case.decision.decided_on <= changed_on <= withdrawal.on:
        message = f"决定变更日期 {changed_on} 不在决定日期 {case.decision.decided_on} 和撤回日期 {withdrawal.on} 之间"
        yield Finding(entry.at("withdrawal", "decision_changed_on"), message, "核对后改正日期")
