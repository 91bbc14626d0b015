"""Publicity of penalties: what may be published, with which parts, by when, for how long.

Basis: 市场监督管理行政处罚信息公示规定 (SAMR Order 45 of 2021). Periods and thresholds come from
`site_config/publicity.yaml`; what is hidden, and since when, is decided in `rules.publication`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.publication.dates import EXPIRED, closed
from portal.publication.period import expires_on, months_public
from portal.publication.reckoning import add_working_days
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.vocabulary import PERSON, SUMMARY_PROCEDURE, WARNING
from portal.rules import identifying_numbers
from portal.rules.engine import Finding, record_rule
from portal.rules.names_and_homes import is_masked
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
    if code is not None and not identifying_numbers.is_credit_code(code):
        hint = "对照营业执照重新填写 18 位代码"
        yield Finding(entry.at("party", "credit_code"), "统一社会信用代码的校验位不对，有字符抄错了", hint)


@record_rule("PUB-DEADLINE-01", "cases", severity=Severity.WARNING)
def published_in_time(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚应当自决定之日起二十个工作日内公示。

    《市场监督管理行政处罚信息公示规定》第九条；期限写在 publicity.yaml 的 publish_within_working_days 里，
    法定节假日和调休上班日都算在内。这里只提醒：法定的公示在国家企业信用信息公示系统，本站晚发不等于那里也晚。
    错：`decided_on: 2024-06-03`，`published_on: 2024-08-01`
    对：核对公示系统的公示日期；日期填错的改正，确实晚了的说明原因
    """
    case = entry.record
    if case.published_on is None or case.party.form != "named":
        return
    allowed = site.publicity.record.publish_within_working_days
    due = add_working_days(case.decision.decided_on, allowed)
    if case.published_on > due:
        message = f"发布日期晚于 {due}，超过了决定之日起 {allowed} 个工作日"
        yield Finding(
            entry.at("published_on"), message, "核对国家企业信用信息公示系统是否按时公示，日期填错的改正"
        )


@record_rule("PUB-EXPIRED-01", "cases", severity=Severity.WARNING)
def still_within_period(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚，公示期满后页面只保留网址，不再显示当事人和案情。

    《市场监督管理行政处罚信息公示规定》第十三条：仅受到通报批评或者较低数额罚款的，自公示之日起满三个月停止公示，
    其他的满三年停止公示。停产停业、限制开展生产经营活动、限制从业、降低资质等级、吊销许可证件的一律按长的期限（第十四条：不得提前停止）；
    限制期更长的按实际期限，要由人延后。隐去名称的普法案例不受公示期限制。
    错：2024 年 2 月公示的罚款 3000 元，同年 8 月还想显示全文
    对：每天定时重新生成网站，期满那天就隐去；要继续用于普法的，改成 `form: anonymised` 并删去能认出当事人的内容
    """
    case = entry.record
    end = expires_on(case, site.publicity.record)
    if end and closed(case, site.publicity.record, today) == EXPIRED:
        months = months_public(case, site.publicity.record)
        message = f"公示满 {months} 个月，{end} 起停止公示：页面只保留网址，不显示当事人和案情"
        hint = (
            "已经在网上的页面要重新生成才会隐去：每天定时运行 portal build --production；"
            "要继续用于普法的，改成 form: anonymised，并删去能认出当事人的内容"
        )
        yield Finding(entry.at("published_on"), message, hint)


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
    if withdrawal.on > due:
        message = f"撤回日期晚于 {due}，超过了决定变更后 {allowed} 个工作日"
        yield Finding(entry.at("withdrawal", "on"), message, "核对两个日期；确实晚了的，在原因里说明")
