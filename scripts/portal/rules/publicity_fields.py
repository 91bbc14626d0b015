"""What a named case has to say so that its period can be reckoned: field, tier, capacity, restriction.

Basis: 市场监督管理行政处罚信息公示规定 Art. 13–15 as amended with effect from 2025-12-25. Which of it a case needs
depends on the text in force on the day of disclosure (`publicity.yaml`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.publication.fines import PERSON_OPEN, TIER_OPEN, is_fined
from portal.publication.penalty_classes import FIELD_OPEN, is_restricted
from portal.publication.period import period, text_on
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.publicity import Publicity, PublicityText
from portal.records.vocabulary import PERSON, RESTRICTIONS
from portal.rules.engine import Finding, record_rule


def is_named(case: Case) -> bool:
    return case.published_on is not None and case.party.form == "named"


def asked_for(case: Case, publicity: Publicity) -> set[str]:
    """The open points that a missing field of the record would settle: rules of their own ask for these."""
    text = _text(case, publicity)
    if text is None:
        return set()
    missing = {
        FIELD_OPEN: bool(text.fields) and case.decision.field is None,
        TIER_OPEN: bool(text.lower_tiers) and case.decision.tier is None,
        PERSON_OPEN: bool(text.lower_tiers) and case.party.capacity is None,
    }
    return {point for point, is_missing in missing.items() if is_missing}


def _text(case: Case, publicity: Publicity) -> PublicityText | None:
    """The text in force when a named case was disclosed."""
    disclosed_on = case.decision.disclosed_on
    return text_on(disclosed_on, publicity) if disclosed_on and is_named(case) else None


@record_rule("PUB-FIELD-01", "cases")
def field_is_told(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开名称的处罚要写明领域。

    2025-12-25 起，食品、药品、医疗器械、化妆品、特种设备、重点工业产品领域的处罚公示三年，其他领域一年
    （《市场监督管理行政处罚信息公示规定》第十四条第一款、第十五条）。领域看违法行为，由办案机构写明；
    饭店的价格违法这类分不清的写“未定”，再由本局认定公示期。
    错：2026 年公示的罚款八万元，没有 `field`
    对：`field: 食品`
    """
    text = _text(entry.record, site.publicity.record)
    if text and text.fields and entry.record.decision.field is None:
        hint = f"在 decision 里加上 field: {'、'.join(text.fields)}、其他里的一个；分不清的写 未定"
        yield Finding(entry.key("decision"), "公开名称的处罚没有写明领域，公示期要看领域", hint)


@record_rule("PUB-TIER-01", "cases")
def tier_is_told(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """罚款可能算较低数额的，要写明裁量阶次。

    较低数额罚款要同时符合两条：按从轻或者减轻处罚，而且经营主体不超过五万元、相关责任人员不超过五千元
    （《市场监督管理行政处罚信息公示规定》第十三条第二款）。只有数额低，不能算。
    错：2026 年公示的罚款 3000 元，没有 `tier`
    对：照决定书写 `tier: 从轻`；决定书没有写的填 `tier: 未写明`，向办案机构查明
    """
    case, publicity = entry.record, site.publicity.record
    found = period(case, publicity)
    if found and TIER_OPEN in found.open and TIER_OPEN in asked_for(case, publicity):
        hint = "在 decision 里加上 tier: 减轻、从轻、一般、从重里的一个；决定书没有写的填 未写明"
        yield Finding(entry.key("decision"), "罚款可能算较低数额，没有写明裁量阶次", hint)


@record_rule("PUB-CAPACITY-01", "cases")
def capacity_is_told(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """被罚款的自然人，要写明是经营主体还是相关责任人员。

    较低数额的线，对经营主体是五万元，对相关责任人员是五千元（《市场监督管理行政处罚信息公示规定》第十三条第二款）。
    没有登记的摊贩算哪一种，条文没有定，写“未登记”，再由本局认定公示期。
    错：`kind: 自然人`，罚款 4000 元，没有 `capacity`
    对：`capacity: 相关责任人员`
    """
    case = entry.record
    text = _text(case, site.publicity.record)
    if text is None or not text.lower_tiers:
        return
    if case.party.kind == PERSON and is_fined(case.decision) and case.party.capacity is None:
        hint = "在 party 里加上 capacity: 经营主体、相关责任人员 里的一个；没有登记的写 未登记"
        yield Finding(entry.key("party"), "被罚款的自然人没有写明身份，较低数额的线要看身份", hint)


@record_rule("PUB-RESTRICTION-01", "cases")
def restriction_fits(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """限制的起止日期只用于停产停业、限制开展生产经营活动、限制从业，而且先后不能颠倒。

    公示期满、限制也届满，才停止公示（《市场监督管理行政处罚信息公示规定》第十四条第二款），所以这两个日期要填对。
    错：`penalties: [罚款]`，又填了 `restriction_until`
    错：`restriction_from: 2026-06-15`，`restriction_until: 2026-05-15`
    对：`penalties: [责令停产停业]`，`restriction_from: 2026-06-15`，`restriction_until: 2026-09-15`
    """
    decision = entry.record.decision
    for name in ("restriction_from", "restriction_until"):
        if getattr(decision, name) and not is_restricted(decision):
            hint = f"删去这一行；处罚里有{'、'.join(RESTRICTIONS)}的，写进 penalties"
            yield Finding(entry.key("decision", name), "没有限制类的处罚，不用填限制的日期", hint)
    start, end = decision.restriction_from, decision.restriction_until
    if start and start < decision.decided_on:
        message = f"限制从 {start} 起，早于决定日期 {decision.decided_on}"
        yield Finding(entry.at("decision", "restriction_from"), message, "对照决定书改正其中一个日期")
    if end and end < (start or decision.decided_on):
        message = (
            f"限制到 {end} 为止，早于{'限制的第一天' if start else '决定日期'} {start or decision.decided_on}"
        )
        yield Finding(entry.at("decision", "restriction_until"), message, "对照决定书改正其中一个日期")
