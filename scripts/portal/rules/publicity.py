"""Publicity of penalties: what may be published, with which parts, by when.

Basis: 市场监督管理行政处罚信息公示规定 Art. 2, 4, 9, 11 (SAMR Order 45 of 2021, amended by Orders 101 and 108 of
2025). The working days come from `site_config/publicity.yaml`; how long a case stays public is `publicity_periods`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.privacy.check_digits import is_credit_code
from portal.privacy.names import is_masked
from portal.publication.period import is_restored
from portal.publication.reckoning import KNOWN_YEARS, add_working_days, unknown_years
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.vocabulary import PERSON, SUMMARY_PROCEDURE, WARNING
from portal.rules.engine import Finding, record_rule
from portal.rules.publicity_fields import is_named
from portal.source import Severity


@record_rule("PUB-PROCEDURE-01", "cases")
def may_be_published(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """适用简易程序的、仅给予警告的处罚不公示。

    《市场监督管理行政处罚信息公示规定》第二条：公示的是适用普通程序的处罚决定；只受到警告的，不予公示。
    错：`procedure: 简易程序`，又填了 `published_on`
    错：`penalties: [警告]`，又填了 `published_on`
    对：删去 published_on，或者换一个适用普通程序、不是只有警告的案件
    """
    decision = entry.record.decision
    if entry.record.published_on is None:
        return
    if decision.procedure == SUMMARY_PROCEDURE:
        yield Finding(
            entry.at("decision", "procedure"),
            "适用简易程序的处罚不公示",
            "删去 published_on，这个案件就不上网",
        )
    if set(decision.penalties) == {WARNING}:
        yield Finding(
            entry.at("decision", "penalties"), "仅受到警告的处罚不公示", "删去 published_on，这个案件就不上网"
        )


@record_rule("PUB-SIX-01", "cases")
def has_six_parts(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚要有摘要的六项内容。

    《市场监督管理行政处罚信息公示规定》第四条：决定书文号、当事人基本情况、违法行为类型、处罚内容、处罚机关名称和日期。
    违法行为类型、处罚内容、日期是必填项；处罚机关不填就是本局；文号、单位的统一社会信用代码和完整名称由这条规则检查。
    错：`form: named`，没有 `document_number`
    对：补上 `document_number`；或者改成 `form: anonymised`，隐去名称作为普法案例
    """
    case = entry.record
    if case.published_on is None or case.party.form != "named":
        return
    if case.decision.document_number is None:
        hint = "在 decision 里加上 document_number: 决定书文号"
        yield Finding(entry.key("decision"), "公开名称的案件缺少决定书文号", hint)
    if case.party.kind == PERSON:
        return
    if case.party.credit_code is None:
        hint = "在 party 里加上 credit_code: 18 位代码；不公开名称的改成 form: anonymised"
        yield Finding(entry.key("party"), "公开名称的单位缺少统一社会信用代码", hint)
    if is_masked(case.party.name):
        hint = "写登记的完整名称，或者改成 form: anonymised"
        yield Finding(entry.at("party", "name"), "公开名称的案件，名称却是隐去的写法", hint)


@record_rule("PUB-CREDIT-01", "cases")
def credit_code_is_valid(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """统一社会信用代码的校验位要对得上。

    抄错一位，处罚就记到了别的单位名下。代码是当事人基本情况的一部分（《市场监督管理行政处罚信息公示规定》第四条），
    公示的信息不准确的要更正（第十二条）。
    错：`credit_code: 91310116MA1J8AAA00`
    对：对照营业执照或者国家企业信用信息公示系统重新填写
    """
    code = entry.record.party.credit_code
    if code is not None and not is_credit_code(code):
        hint = "对照营业执照重新填写 18 位代码"
        yield Finding(entry.at("party", "credit_code"), "统一社会信用代码的校验位不对，有字符抄错了", hint)


@record_rule("PUB-DEADLINE-01", "cases", severity=Severity.WARNING)
def disclosed_in_time(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚应当自决定之日起二十个工作日内公示。

    《市场监督管理行政处罚信息公示规定》第九条：数到在国家企业信用信息公示系统公示的那天（`disclosed_on`），本站哪天发布不算；
    跨省的推送和公示各十个工作日（第十条）。期限写在 publicity.yaml 的 publish_within_working_days 里，法定节假日和调休上班日
    都算在内。这里只提醒：公示晚了，公示期照样从公示那天算。
    错：`decided_on: 2024-06-03`，`disclosed_on: 2024-08-01`
    对：核对公示系统的公示日期；日期填错的改正，确实晚了的说明原因
    """
    decision = entry.record.decision
    if not is_named(entry.record) or decision.disclosed_on is None or is_restored(decision):
        return
    allowed = site.publicity.record.publish_within_working_days
    due = add_working_days(decision.decided_on, allowed)
    # Where the calendar ends, PUB-CALENDAR-01 speaks instead.
    if decision.disclosed_on > due and not unknown_years(decision.decided_on, due):
        message = f"公示日期晚于 {due}，超过了决定之日起 {allowed} 个工作日"
        yield Finding(
            entry.at("decision", "disclosed_on"), message, "核对国家企业信用信息公示系统的日期，填错的改正"
        )


@record_rule("PUB-WITHDRAWAL-01", "cases", severity=Severity.WARNING)
def withdrawn_in_time(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """处罚决定被变更、撤销、确认违法或者无效的，三个工作日内撤回并说明理由。

    《市场监督管理行政处罚信息公示规定》第十一条；《行政处罚法》第四十八条第二款写的是三日，宜早不宜迟。
    期限写在 publicity.yaml 的 withdraw_within_working_days 里。
    错：`decision_changed_on: 2024-09-02`，`on: 2024-09-20`
    对：决定变更当天就填 withdrawal 并发布
    """
    withdrawal = entry.record.withdrawal
    if withdrawal is None or withdrawal.decision_changed_on is None:
        return
    allowed = site.publicity.record.withdraw_within_working_days
    due = add_working_days(withdrawal.decision_changed_on, allowed)
    if withdrawal.on > due and not unknown_years(withdrawal.decision_changed_on, due):
        message = f"撤回日期晚于 {due}，超过了决定变更后 {allowed} 个工作日"
        yield Finding(entry.at("withdrawal", "on"), message, "核对两个日期；确实晚了的，在原因里说明")


@record_rule("PUB-CALENDAR-01", "cases", severity=Severity.WARNING)
def working_days_are_known(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """数工作日的期限落在还没有放假安排的年份，先更新日历再核对。

    二十个工作日（《市场监督管理行政处罚信息公示规定》第九条）和三个工作日（第十一条）要按国务院办公厅每年公布的放假、
    调休来数。程序里的日历不知道的年份，只能把周一到周五当工作日，数出来的日子靠不住，所以不据此提醒逾期。
    错：`decided_on: 2042-12-20`，日历里没有 2042 年
    对：年份填错的改正；没有填错的，安装新版的 chinesecalendar（每年放假通知公布后更新）再检查一次
    """
    case, publicity = entry.record, site.publicity.record
    withdrawal = case.withdrawal
    counted = [(("decision", "decided_on"), case.decision.decided_on, publicity.publish_within_working_days)]
    if not is_named(case):
        counted = []
    if withdrawal and withdrawal.decision_changed_on:
        changed = (("withdrawal", "decision_changed_on"), withdrawal.decision_changed_on)
        counted.append((*changed, publicity.withdraw_within_working_days))
    for place, start, days in counted:
        if years := unknown_years(start, add_working_days(start, days)):
            message = (
                f"从 {start} 起数 {days} 个工作日，要用到 {'、'.join(map(str, years))} 年的放假安排，"
                f"日历只有 {KNOWN_YEARS[0]} 到 {KNOWN_YEARS[-1]} 年的"
            )
            hint = "年份填错的改正；没有填错的，装上新版的 chinesecalendar 再检查一次"
            yield Finding(entry.at(*place), message, hint)
