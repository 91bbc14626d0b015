"""PUB-AMOUNT-02, PUB-AMOUNT-03: a case's text states the amounts of its fields, and these are amounts that can be meant.

Amounts in running text (`罚款2万元`, `罚款50,000元`, `没收违法所得伍佰元`) → yuan. What a law provides for (`1万元以上5万元以下`)
is no statement.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from portal.privacy.folding import plain
from portal.records import Entry, Site
from portal.records.case import Case, Decision
from portal.records.vocabulary import CONFISCATED_GOODS
from portal.rules.engine import Finding, record_rule
from portal.rules.items.amounts import amount
from portal.rules.public_text import PublicText, span_of
from portal.source import Severity

FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬圆", "一二三四五六七八九十百千万元")
NUMERAL = r"(?:(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:\s?[十百千万亿]+(?:[0-9]{1,4}[十百千]?)?)?|[零〇一二两三四五六七八九十百千万亿]+)"
YUAN = rf"(?P<amount>{NUMERAL})\s?(?:余|多)?(?P<unit>元|块)"
# A range, a limit or a share is what a law provides for.
NO_LIMIT = r"(?!\s?整?\s?(?:以上|以下|以内|至|到|—|-|~|起|的(?:\d|一|二|三|五|十)|货值|倍|/|每))"
FINED = re.compile(
    rf"(?:罚款|处罚金?)(?:人民币|共计|合计|总计|金额|数额|为|了|计|共|额|[:：\s（(])*{YUAN}{NO_LIMIT}"
    rf"|(?<![上下至到低高于满过])(?:处|处以|并处|罚)(?:了|人民币)?{YUAN.replace('amount', 'other').replace('unit', 'yuan')}(?:整)?的?罚款"
)
MORE = re.compile(rf"(?:和|、|及|以及|与){YUAN}{NO_LIMIT}")
CONFISCATED = re.compile(r"没收(?P<what>(?:(?!并?处?罚|并处)[^，,。；;\n]){0,80})")
# Goods may be confiscated with the income without their worth being told.
ONLY_INCOME = re.compile(rf"(?:违法所得|非法所得|货款)\D{{0,6}}{NUMERAL}\s?元整?")
IN_YUAN = re.compile(rf"{YUAN}{NO_LIMIT}")
# Another decision, another person's part, or what the law lets one choose.
NOT_THIS = re.compile(
    r"(?:曾|上次|此前|以前|之前|前次|另案|去年|前年|可以?处?|应当?处?|可能|最高|最低|规定|幅度|不少于|将|会)[^，,。；;\n]{0,20}$"
)
WITHIN = re.compile(r"[按照][^，,。；;\n]{0,16}$")
TOLD = ("title", "summary", "facts", "significance")
MOST_PARTS = 8
# What stands farther before an amount says nothing about it.
FAR = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount in yuan, and where it is stated."""

    yuan: float
    text: PublicText
    start: int
    end: int


def in_yuan(written: str) -> float:
    """`50,000` → 50000, `0.5万` → 5000, `五万` → 50000."""
    return round(amount(re.sub(r"[,，\s]", "", written)), 2)


def stated_fines(text: PublicText) -> list[Stated]:
    """The fines that the text says were imposed."""
    said = plain(text.value).translate(FORMAL)
    found = []
    for match in FINED.finditer(said):
        if not _is_of_another(said, match.start()):
            group = "amount" if match["amount"] else "other"
            found.append(Stated(in_yuan(match[group]), text, match.start(group), match.end()))
            # 分别罚款300000元和75000元.
            while more := MORE.match(said, found[-1].end):
                found.append(Stated(in_yuan(more["amount"]), text, more.start("amount"), more.end()))
    return found


def stated_confiscations(text: PublicText) -> list[tuple[list[Stated], bool]]:
    """The amounts of each clause that says what was confiscated, and whether they are all of it."""
    said = plain(text.value).translate(FORMAL)
    found = []
    for clause in CONFISCATED.finditer(said):
        stated = [
            Stated(in_yuan(match["amount"]), text, match.start("amount"), match.end())
            for match in IN_YUAN.finditer(said, *clause.span("what"))
        ]
        if stated and not _is_of_another(said, clause.start()):
            found.append((stated, ONLY_INCOME.fullmatch(clause["what"].strip()) is not None))
    return found


def _is_of_another(text: str, at: int) -> bool:
    before = text[max(0, at - FAR) : at]
    return NOT_THIS.search(before) is not None and not WITHIN.search(before)


@record_rule("PUB-AMOUNT-02", "cases", severity=Severity.WARNING)
def text_and_fields_agree(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """文字里说的罚款、没收，要和 decision 里的数一样。

    读者看到两个数，不知道信哪一个；开放数据和统计用的是 decision 里的数。说的是法律规定的幅度、以前的处罚，不算；
    分几笔写的，合起来对得上就行。
    错：案情写“罚款5万元”，`fine_yuan: 5000`
    对：`fine_yuan: 50000`
    """
    decision = entry.record.decision
    for name in TOLD:
        text = PublicText((name,), getattr(entry.record, name))
        fines = stated_fines(text)
        if fines and not _adds_up(decision.fine_yuan, fines):
            yield _differing(entry, "罚款", "fine_yuan", decision.fine_yuan, fines[-1])
        clauses = stated_confiscations(text)
        if clauses and not _is_confiscated(decision, clauses):
            yield _differing(entry, "没收", "confiscated_yuan", decision.confiscated_yuan, clauses[-1][0][-1])


def _differing(entry: Entry[Case], what: str, field: str, yuan: float, stated: Stated) -> Finding:
    message = f"这里说{what} {_plain(stated.yuan)} 元，{field} 是 {_plain(yuan)}"
    hint = f"对照决定书，改成一样的：写“{what}{_plain(yuan)}元”，或者 {field}: {_plain(stated.yuan)}"
    return Finding(span_of(entry, stated.text, stated.start, stated.end), message, hint)


def _adds_up(yuan: float, stated: list[Stated]) -> bool:
    """Whether one of the amounts, or several together, are the amount of the field."""
    if len(stated) > MOST_PARTS:
        return True
    chosen = (some for count in range(1, len(stated) + 1) for some in combinations(stated, count))
    return any(abs(sum(one.yuan for one in some) - yuan) < 0.01 for some in chosen)


def _is_confiscated(decision: Decision, clauses: list[tuple[list[Stated], bool]]) -> bool:
    """The field holds income and the worth of goods, of which the text may tell less, but never more."""
    every = [one for stated, _ in clauses for one in stated]
    if _adds_up(decision.confiscated_yuan, every):
        return True
    is_all = all(whole for _, whole in clauses) and CONFISCATED_GOODS not in decision.penalties
    return not is_all and max(one.yuan for one in every) <= decision.confiscated_yuan


LEAST_FINE, LARGEST = 10, 100_000_000
TEN_THOUSAND = 10_000


@record_rule("PUB-AMOUNT-03", "cases", severity=Severity.WARNING)
def amounts_are_likely(entry: Entry[Case], site: Site, today: datetime.date) -> Iterator[Finding]:
    """罚款、没收的数小得或者大得不像，多半是单位弄错了。

    fine_yuan、confiscated_yuan 的单位是元。决定书写“0.5万元”的，填 5000；从万元的表格里抄来、又乘了一万的，会大得离谱。
    错：`fine_yuan: 0.5`
    对：`fine_yuan: 5000`
    """
    decision = entry.record.decision
    for field, yuan, least in (
        ("fine_yuan", decision.fine_yuan, LEAST_FINE),
        ("confiscated_yuan", decision.confiscated_yuan, 1),
    ):
        if question := _question(yuan, least):
            yield Finding(entry.at("decision", field), *question)


def _question(yuan: float, least: float) -> tuple[str, str] | None:
    if 0 < yuan < least:
        message = f"是 {yuan:g} 元，还是 {yuan:g} 万元？这里的单位是元"
        return message, f"是 {yuan:g} 万元，写 {_plain(yuan * TEN_THOUSAND)}；真是 {yuan:g} 元的不用改"
    if yuan >= LARGEST:
        fewer = yuan / TEN_THOUSAND
        message = f"是 {_spoken(yuan)}元，还是 {_spoken(fewer)}元？这里的单位是元"
        return message, f"是 {_spoken(fewer)}元，写 {_plain(fewer)}；真是这么多的不用改"
    if round(yuan, 2) != yuan:
        message = f"{yuan} 元精确到了分以下"
        return message, f"对照决定书改正，如 {round(yuan, 2)}"
    return None


def _spoken(yuan: float) -> str:
    """`500 亿`, `500 万`."""
    return f"{_plain(yuan / LARGEST)} 亿" if yuan >= LARGEST else f"{_plain(yuan / TEN_THOUSAND)} 万"


def _plain(number: float) -> str:
    return f"{round(number, 2):.2f}".rstrip("0").rstrip(".")
