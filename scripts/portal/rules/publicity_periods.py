"""How long a named case stays public: what is open, what the bureau decided, early stops, the end.

Basis: 市场监督管理行政处罚信息公示规定 Art. 13–16; 市场监督管理信用修复管理办法 Art. 6, 13, 20, 23. The reckoning
itself is `publication.period` and `publication.stopping`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.publication.dates import EXPIRED, closed
from portal.publication.fines import PERSON_OPEN, TIER_OPEN
from portal.publication.penalty_classes import (
    ENDLESS_OPEN,
    FIELD_OPEN,
    LENGTH_OPEN,
    LICENCE_OPEN,
    penalty_classes,
)
from portal.publication.period import is_restored, last_day, period, text_on
from portal.publication.reckoning import day_after
from portal.publication.stopping import (
    DELISTED_OPEN,
    ON_APPLICATION,
    EarlyStop,
    early_stop,
    open_questions,
)
from portal.records import Entry, Site
from portal.records.case import Case, StoppedEarly
from portal.records.publicity import Publicity, PublicityText
from portal.rules.engine import Finding, record_rule
from portal.rules.publicity_fields import asked_for, is_named
from portal.source import Severity

DECIDE = "由本局认定：在 decision 里写 period: {months: 36, reason: 为什么这样定}"
ANSWERS = {
    TIER_OPEN: f"向办案机构查明后填 tier；查不明的{DECIDE}",
    FIELD_OPEN: f"向办案机构查明后填 field；查不明的{DECIDE}",
    PERSON_OPEN: "在 party 里填 capacity",
    ENDLESS_OPEN: f"限制届满的日期定下来就填 restriction_until；定不下来的{DECIDE}",
    DELISTED_OPEN: "认定同时停止的，在 decision 里写 period: {months: 36, reason: 为什么这样定}，stopped_early 不变；"
    "认定不停止的，删去 stopped_early",
}
# Where the reading is about a length, the bureau may decide any length from three years on.
OF_ANY_LENGTH = {ENDLESS_OPEN, LENGTH_OPEN, LICENCE_OPEN}


@record_rule("PUB-OPEN-01", "cases", severity=Severity.WARNING)
def open_point_is_decided(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """条文没有定的，由本局认定公示期；没有认定以前，本站按较短的算。

    例如：决定书没有写裁量阶次；警告以外又有较低数额罚款，算不算“仅受到”；违法行为算不算食品领域；停产停业没有写到哪天为止；
    没有登记的摊贩按哪条线（《市场监督管理行政处罚信息公示规定》第十三条至第十五条）。能查明的先查明；查不明的，
    认定后写进 `decision.period`。法定的公示在国家企业信用信息公示系统，本站宁可早停。停止以后，本站不再恢复。
    错：罚款 3000 元，`tier: 未写明`，没有 `period`
    对：查明后写 `tier: 一般`
    对：`period: {months: 36, reason: 查不明阶次，经集体讨论按一般阶次公示三年}`
    """
    case, publicity = entry.record, site.publicity.record
    if not is_named(case) or case.decision.period or closed(case, publicity, today):
        return
    asked = asked_for(case, publicity)
    points = [point for point in open_questions(case, publicity) if point not in asked]
    if points:
        message = (
            f"条文没有定：{'；'.join(points)}。没有认定以前按较短的算，{last_day(case, publicity)} 是最后一天"
        )
        yield Finding(entry.key("decision"), message, _answers(points))


def _answers(points: list[str]) -> str:
    return "；".join(dict.fromkeys(ANSWERS.get(point, DECIDE) for point in points))


@record_rule("PUB-PERIOD-01", "cases", severity=Severity.WARNING)
def decided_period_is_needed(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """条文写明了公示期的，不用本局认定，填了也不算数。

    `decision.period` 只用在条文没有定的地方。撤销了信用修复、恢复公示的（《市场监督管理信用修复管理办法》第二十三条），
    公示期从撤销之日重新计算：把 `disclosed_on` 改成那一天，删去 `stopped_early`，写 `period`，理由里写明“第二十三条”。
    错：2026 年公示的食品案件，罚款八万元，又写了 `period: {months: 60, reason: 情节恶劣}`
    对：删去 period
    """
    case, publicity = entry.record, site.publicity.record
    if case.decision.period is None or is_restored(case.decision) or open_questions(case, publicity):
        return
    found = period(case, publicity)
    because = f"{found.text}{found.basis}定了 {found.months} 个月" if found else "这个案件没有公示期"
    hint = "删去 period；恢复公示的，在 reason 里写明“信用修复管理办法第二十三条”"
    yield Finding(entry.key("decision", "period"), f"不用认定公示期，填了也不算数：{because}", hint)


@record_rule("PUB-PERIOD-02", "cases")
def decided_period_is_a_reading(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """认定的公示期，只能是条文里有的一种。

    例如阶次查不明的食品案件，只有三个月和三年两种；限制没有期限、限制超过三年的，可以更长（《市场监督管理行政处罚信息公示规定》第十三条至第十五条）。
    错：`period: {months: 24, reason: 折中}`
    对：`period: {months: 36, reason: 查不明阶次，按一般阶次公示三年}`
    """
    case, publicity = entry.record, site.publicity.record
    decided, disclosed_on = case.decision.period, case.decision.disclosed_on
    points = open_questions(case, publicity)
    if decided is None or disclosed_on is None or not (points or is_restored(case.decision)):
        return
    allowed = _readings(case, text_on(disclosed_on, publicity), points)
    endless = bool(OF_ANY_LENGTH & {*points})
    if decided.months in allowed or (endless and decided.months > max(allowed)):
        return
    options = "、".join(map(str, sorted(allowed))) + ("，或者更长" if endless else "")
    message = f"认定的公示期是 {decided.months} 个月，条文里没有这一种"
    yield Finding(entry.at("decision", "period", "months"), message, f"改成 {options}（单位是月）")


def _readings(case: Case, text: PublicityText, points: tuple[str, ...]) -> set[int]:
    """The months that the penalties may come to, read one way or the other."""
    classes = penalty_classes(case, text)
    shortest = max(one.term.months for one in classes)
    longer = {one.longer.months for one in classes if one.longer}
    unsettled = {text.ordinary.months} if FIELD_OPEN in points else set()
    return {shortest} | {months for months in longer | unsettled if months > shortest}


@record_rule("PUB-STOPPED-01", "cases")
def stopped_in_time(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """提前停止公示不能早于条文允许的那天。

    信用修复：重点领域满一年（《市场监督管理行政处罚信息公示规定》第十四条第一款）；停产停业、限制类满一年、限制也届满
    （第二款）；其他满三个月（第十五条）；通报批评、较低数额罚款（第十三条）和降低资质等级、吊销、责令关闭
    （第十四条第三款）没有提前停止。当事人注销的（《市场监督管理信用修复管理办法》第二十条）、移出严重违法失信名单的
    （第十三条第三款）不受这些限制；注销后几天内停止，条文没有写，照实际停止的那天填。
    错：食品案件 2026-03-02 公示，`stopped_early: {on: 2026-09-01, basis: 信用修复}`
    对：照国家企业信用信息公示系统停止的那天填；没有停止的删去 stopped_early
    """
    case = entry.record
    stopped, disclosed_on = case.decision.stopped_early, case.decision.disclosed_on
    if stopped is None or disclosed_on is None:
        return
    place = entry.at("decision", "stopped_early", "on")
    if stopped.on < disclosed_on:
        message = f"提前停止的日期 {stopped.on} 早于公示日期 {disclosed_on}"
        yield Finding(place, message, "对照国家企业信用信息公示系统改正其中一个日期")
    elif stopped.basis == ON_APPLICATION:
        found = early_stop(case, stopped, site.publicity.record)
        if found and (found.start is None or stopped.on < found.start):
            yield Finding(place, _too_early(found, stopped), _mend(found))


def _too_early(found: EarlyStop, stopped: StoppedEarly) -> str:
    article = f"{found.text}{found.basis}"
    if found.endless:
        return f"按{article}，限制届满才能提前停止公示，这里没有写限制到哪天为止"
    if found.start is None:
        return f"按{article}，不能提前停止公示"
    return f"按{article}，{found.start} 起才能提前停止公示，这里写的是 {stopped.on}"


def _mend(found: EarlyStop) -> str:
    if found.endless:
        return "限制已经届满的，在 decision 里填 restriction_until"
    return "对照国家企业信用信息公示系统核对日期和依据；并没有停止的，删去 stopped_early"


@record_rule("PUB-EXPIRED-01", "cases", severity=Severity.WARNING)
def still_within_period(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚，公示期满后页面只保留网址，不再显示当事人和案情。

    公示多久，看公示那天施行的文本。2025-12-25 起：仅受到通报批评或者较低数额罚款的三个月（《市场监督管理行政处罚信息公示规定》
    第十三条）；食品等重点领域三年，停产停业、限制类三年且限制届满，降低资质等级、吊销、责令关闭三年（第十四条）；其他一年
    （第十五条）；几种处罚一起的取最长。最后一天（公示日的对应日）还公开，第二天起停止，遇节假日不顺延。
    施行以前公示的，按 publicity.yaml 的 earlier_cases。隐去名称的普法案例不受公示期限制。停止以后不再恢复。
    错：2026 年 3 月公示的从轻罚款 3000 元，同年 8 月还想显示全文
    对：每天定时重新生成网站，期满就隐去；要继续用于普法的，改成 `form: anonymised` 并删去能认出当事人的内容
    """
    case, publicity = entry.record, site.publicity.record
    last = last_day(case, publicity)
    if last is None or closed(case, publicity, today) != EXPIRED:
        return
    hint = (
        "已经在网上的页面要重新生成才会隐去：每天定时运行 portal build --production；"
        "要继续用于普法的，改成 form: anonymised，并删去能认出当事人的内容"
    )
    message = (
        f"{_ended(case, publicity)}，{last} 是最后一天，{day_after(last)} 起只保留网址，不显示当事人和案情"
    )
    yield Finding(entry.at("published_on"), message, hint)


def _ended(case: Case, publicity: Publicity) -> str:
    found, stopped = period(case, publicity), case.decision.stopped_early
    if stopped and (found is None or stopped.on <= found.last_day):
        return f"提前停止公示（{stopped.basis}）"
    if found is None:
        return "停止公示"
    reading = (
        f"（条文没有定：{'；'.join(found.open)}，按较短的算）" if found.open and not found.decided else ""
    )
    return f"按{found.text}{found.basis}公示 {found.months} 个月{reading}"
