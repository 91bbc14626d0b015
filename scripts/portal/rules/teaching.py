"""An anonymised case is used for teaching, does not expire, and therefore carries nothing that identifies the party.

Also that the amounts of a decision agree with its penalties, because readers learn from both.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.vocabulary import CONFISCATED_GOODS, CONFISCATED_INCOME, FINE, PERSON
from portal.rules import identifying_numbers, prefilters
from portal.rules.engine import Finding, record_rule
from portal.rules.names_and_homes import is_masked
from portal.rules.public_text import halfwidth, public_texts, span_of
from portal.source import Severity

DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:罚|处|责改)[\u4e00-\u9fff]{0,3}[〔\[（(]20[0-9]{2}[〕\]）)]第? ?[0-9A-Za-z\-]+ ?号"
)
YEAR_MARKS = ("〔", "（2", "(2", "[2", "［")
ORGANISATION = re.compile(r"有限责任公司|有限公司|合伙企业")
# A registered name is read back from its ending to the nearest mark or function word.
NAME_BEFORE = re.compile(r"(?:(?![的了和与及在向从由对为是称系查购买])[\u4e00-\u9fff×＊*])*\Z")
LONGEST_NAME = 24


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
    yield from _in_texts(entry)


def _in_texts(entry: Entry[Case]) -> Iterator[Finding]:
    original = entry.file.original
    if not prefilters.number(original) and not any(mark in original for mark in YEAR_MARKS):
        return
    for text in public_texts(entry):
        plain = halfwidth(text.value)
        for start, end in identifying_numbers.credit_codes(plain):
            yield Finding(span_of(entry, text, start, end), "隐去名称的案例里有统一社会信用代码", "删去它")
        for match in DOCUMENT_NUMBER.finditer(plain):
            place = span_of(entry, text, match.start(), match.end())
            yield Finding(place, "隐去名称的案例里有文书的文号", "删去它，文号能查到当事人")


@record_rule("PUB-TEACHING-02", "cases", severity=Severity.WARNING)
def names_no_organisation(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """隐去名称的案例里，其他单位的全称也最好隐去。

    供货商、所在商场的全称往往能让人认出当事人；也可能涉及他人的商业秘密（《市场监督管理行政处罚信息公示规定》第六条）。
    错：从上海鲜鲜食品有限公司购进
    对：从上海某食品有限公司购进
    """
    if entry.record.party.form != "anonymised" or not any(_unmasked(entry.file.original)):
        return
    for text in public_texts(entry):
        for start, end in _unmasked(text.value):
            place = span_of(entry, text, start, end)
            yield Finding(place, "隐去名称的案例里有一个单位的全称", "写成 上海某食品有限公司 这样的称呼")


def _unmasked(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that are the full name of an organisation."""
    for match in ORGANISATION.finditer(text):
        before = NAME_BEFORE.search(text[max(0, match.start() - LONGEST_NAME) : match.start()])
        name = before[0] if before else ""
        if len(name) >= 2 and not is_masked(name):
            yield match.start() - len(name), match.end()


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
