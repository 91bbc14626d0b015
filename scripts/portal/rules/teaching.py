"""An anonymised case is used for teaching, does not expire, and therefore carries nothing that identifies the party.

Also that the amounts of a decision agree with its penalties, because readers learn from both.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.privacy.folding import fold
from portal.privacy.found import Kind
from portal.privacy.known import KnownNames
from portal.privacy.names import is_masked
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.vocabulary import CONFISCATED_GOODS, CONFISCATED_INCOME, FINE, PERSON
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.personal_data import answers, hides_party, personal_data
from portal.rules.public_text import public_texts, span_of
from portal.rules.withdrawals import SHORTEST, without_form
from portal.source import Diagnostic, error

CODES = (Kind.CREDIT_CODE, Kind.REGISTRATION_NUMBER, Kind.FOOD_LICENCE, Kind.DOCUMENT_NUMBER)
# These have findings of their own below and in PRIV-NAME-01.
SAID_ELSEWHERE = (("party", "name"), ("decision", "document_number"))


@record_rule("PUB-TEACHING-01", "cases")
def carries_no_identity(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """隐去名称的案例不能留下任何能认出当事人的内容。

    隐去名称的案例是普法用的（《法治宣传教育法》第十八条），没有公示期满的一天，所以不能有名称、统一社会信用代码和决定书文号，
    正文里也不能有（《市场监督管理行政处罚信息公示规定》第六条）。
    错：`form: anonymised`，又写了 `credit_code` 或 `document_number`
    错：`form: anonymised`，`name: 金山好味道餐饮店`
    对：`form: anonymised`，`name: 某餐饮店`，删去 credit_code 和 document_number
    """
    case = entry.record
    if case.party.form != "anonymised":
        return
    if case.party.credit_code is not None:
        yield Finding(
            entry.at("party", "credit_code"),
            "隐去名称的案例不能写统一社会信用代码",
            "删去 credit_code 这一行",
        )
    if case.decision.document_number is not None:
        place = entry.at("decision", "document_number")
        yield Finding(place, "隐去名称的案例不能写决定书文号", "删去 document_number 这一行")
    # A natural person's name is PRIV-NAME-01's affair.
    if (
        case.party.kind != PERSON
        and not is_masked(case.party.name)
        and not case.party.name.startswith("当事人")
    ):
        yield Finding(
            entry.at("party", "name"), "隐去名称的案例，名称没有隐去", "写成 某餐饮店、某食品厂 这样的称呼"
        )
    yield from _places(entry, *CODES)


def _places(entry: Entry[Case], *kinds: Kind) -> Iterator[Finding]:
    for place in personal_data(entry):
        if place.kind in kinds and place.path not in SAID_ELSEWHERE:
            yield Finding(place.span, f"隐去名称的案例里有{place.kind.value}", f"写成“{place.masked}”")


@record_rule("PUB-TEACHING-02", "cases")
def names_no_firm(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """隐去名称的案例里，单位、店铺的名称都要隐去。

    店招、供货商和所在商场的名称往往能让人认出当事人；也可能涉及他人的商业秘密（《市场监督管理行政处罚信息公示规定》第六条）。
    不是名称的，在 `allowed` 里写明理由。
    错：从上海鲜鲜食品有限公司购进；招牌为“好味道”
    对：从上海某食品有限公司购进；招牌与许可证上的名称不一致
    """
    if hides_party(entry.record):
        yield from _places(entry, Kind.TRADE_NAME)


@site_rule("PUB-TEACHING-03")
def names_no_named_party(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """隐去名称的案例不能提到别的案例里公开了名称的当事人。

    两件案例放在一起，就看得出隐去的是谁（《市场监督管理行政处罚信息公示规定》第六条）。
    错：另一件案例公开了“示例戊餐饮管理有限公司”，这里写“示例戊餐饮的送货单”
    对：写“某餐饮公司的送货单”
    程度：错误
    """
    named = [entry.record.party.name for entry in site.cases if not hides_party(entry.record)]
    known = KnownNames(
        short for name in named for short in (name, without_form(name)) if len(short) >= SHORTEST
    )
    for entry in site.cases:
        if not hides_party(entry.record):
            continue
        answered = answers(entry.record)
        for text in public_texts(entry):
            folded = fold(text.value)
            for start, end in (folded.stretch(*found) for found in known.find(folded.text)):
                said = text.value[start:end]
                if text.path not in SAID_ELSEWHERE and said not in answered:
                    place = span_of(entry, text, start, end)
                    message = f"“{said}”在别的案例里是公开了名称的当事人"
                    yield error(entry.path, place, "PUB-TEACHING-03", message, "写成 某餐饮店 这样的称呼")


@record_rule("PUB-AMOUNT-01", "cases")
def amounts_agree(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """处罚种类和金额要对得上。

    处罚内容是摘要的六项之一（《市场监督管理行政处罚信息公示规定》第四条），罚款数额还决定公示多久（第十三条）。
    没收非法财物可以没有金额。
    错：`penalties: [警告]`，`fine_yuan: 5000`
    对：`penalties: [警告, 罚款]`，`fine_yuan: 5000`
    """
    decision = entry.record.decision
    if FINE in decision.penalties and not decision.fine_yuan:
        hint = "加上 fine_yuan: 罚款的元数；没有罚款就从 penalties 里去掉“罚款”"
        yield Finding(entry.at("decision", "penalties"), "处罚种类有罚款，罚款金额是 0", hint)
    if decision.fine_yuan and FINE not in decision.penalties:
        yield Finding(
            entry.at("decision", "fine_yuan"), "有罚款金额，处罚种类里没有罚款", "在 penalties 里加上“罚款”"
        )
    if decision.confiscated_yuan and not {CONFISCATED_INCOME, CONFISCATED_GOODS} & set(decision.penalties):
        hint = f"在 penalties 里加上“{CONFISCATED_INCOME}”或“{CONFISCATED_GOODS}”"
        yield Finding(entry.at("decision", "confiscated_yuan"), "有没收金额，处罚种类里没有没收", hint)
