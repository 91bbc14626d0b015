"""Nothing public tells who a natural person is: no identity or card number, telephone, home, plate, full name.

Basis: 市场监督管理行政处罚信息公示规定 Art. 6; 政府信息公开条例 Art. 15; 个人信息保护法 Art. 4 and 28. Drafts are
searched too, because what is once in the repository stays in its history.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.case import Case
from portal.records.vocabulary import PERSON
from portal.rules import identifying_numbers, names_and_homes, prefilters
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import PublicText, halfwidth, public_texts, span_of
from portal.source import Span

PUBLIC = (
    *(
        "cases",
        "closed_cases",
        "practices",
        "articles",
        "risks",
        "outcomes",
        "corrections",
        "seasons",
        "questions",
        "terms",
    ),
    *("campaign", "laws", "indicators", "vocabulary"),
)


def _found(
    entry: Entry[Record],
    worthwhile: Callable[[str], bool],
    search: Callable[[str], Iterable[tuple[int, int]]],
) -> Iterator[tuple[Span, str]]:
    """The places of what `search` finds in the public texts, and the plain text of each."""
    if not worthwhile(entry.file.original):
        return
    for text in public_texts(entry):
        plain = halfwidth(text.value)
        for start, end in search(plain):
            yield span_of(entry, text, start, end), plain[start:end]


@record_rule("PRIV-ID-01", *PUBLIC)
def no_identity_number(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有身份证号码。

    公示信息要按个人信息保护的规定处理（《市场监督管理行政处罚信息公示规定》第六条）；公开个人隐私会损害第三方的，
    行政机关不得公开（《政府信息公开条例》第十五条）。全角数字、中间加空格的也查得出来。
    错：经营者张某，身份证号码后面跟着 18 位数字
    对：经营者张某（身份证号码略）
    """
    for span, _ in _found(entry, prefilters.number, identifying_numbers.identity_numbers):
        yield Finding(span, "公开的文字里有身份证号码", "删去号码；确要交代时写“（身份证号码略）”")


@record_rule("PRIV-PHONE-01", *PUBLIC)
def no_telephone(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有手机号和座机号。

    电话号码能识别到具体的人，属于个人信息（《个人信息保护法》第四条；《市场监督管理行政处罚信息公示规定》第六条）。
    12315、12345、110、119、120 等热线可以写；本局的办公电话填在 site.yaml 的 contact.phone 里，也可以写。
    错：联系电话后面跟着 11 位手机号
    对：拨打 12315 投诉举报
    """
    for span, number in _found(entry, prefilters.phone, identifying_numbers.phones):
        if not _is_own_phone(number, site):
            yield Finding(span, "公开的文字里有电话号码", "删去号码，或者改写成 12315 等热线")


def _is_own_phone(number: str, site: Site) -> bool:
    own = identifying_numbers.bare(site.settings.record.contact.phone or "")
    return bool(own) and own.endswith(identifying_numbers.bare(number)[-8:])


@record_rule("PRIV-CARD-01", *PUBLIC)
def no_bank_card(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有银行卡号、账号。

    金融账户是敏感个人信息，泄露了容易使人的财产受损（《个人信息保护法》第二十八条）。16 至 19 位、校验位对得上的，
    或者跟在“卡号”“账号”后面的，都算。
    错：货款转入的卡号后面跟着 19 位数字
    对：货款通过银行转账支付
    """
    for span, _ in _found(entry, prefilters.number, identifying_numbers.bank_cards):
        yield Finding(span, "公开的文字里有银行卡号", "删去号码，写“通过银行转账”就够了")


@record_rule("PRIV-PLATE-01", *PUBLIC)
def no_plate(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有车牌号。

    车牌能查到车主，连着时间和地点就是行踪（《个人信息保护法》第四条、第二十八条；《市场监督管理行政处罚信息公示规定》第六条）。
    错：用车牌为“沪”字开头加六位的小货车送货
    对：用一辆小货车送货
    """
    for span, _ in _found(entry, prefilters.phone_or_place, identifying_numbers.plates):
        yield Finding(span, "公开的文字里有车牌号", "删去车牌，写“一辆小货车”这样的说法")


@record_rule("PRIV-ADDRESS-01", *PUBLIC)
def no_home_address(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有住址；隐去名称的案例里不能有任何门牌号。

    住址是个人信息（《个人信息保护法》第四条；《政府信息公开条例》第十五条）。隐去名称的案例写出门牌号，等于说出了当事人是谁
    （《市场监督管理行政处罚信息公示规定》第六条）。单位公开名称时，它的经营场所可以写到门牌号。
    错：家住某小区 12 号 301 室这样写出真实的路名和门牌
    对：住在金山区某小区
    """
    for text, found in _addresses(entry):
        own = site.settings.record.contact.address
        if not own or text.value[found.start : found.end] not in own:
            span = span_of(entry, text, found.start, found.end)
            yield Finding(span, "公开的文字里有门牌地址", "只写到区、镇，或者写 某路某号")


def _addresses(entry: Entry[Record]) -> Iterator[tuple[PublicText, names_and_homes.Address]]:
    if not prefilters.phone_or_place(entry.file.original):
        return
    case = entry.record if isinstance(entry.record, Case) else None
    only_homes = case is None or (case.party.form == "named" and case.party.kind != PERSON)
    for text in public_texts(entry):
        for found in names_and_homes.addresses(halfwidth(text.value)):
            if found.home or not only_homes:
                yield text, found


@record_rule("PRIV-NAME-01", *PUBLIC)
def no_full_name(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有自然人的全名。

    姓名能识别到具体的人（《个人信息保护法》第四条；《市场监督管理行政处罚信息公示规定》第六条）。当事人是自然人的写“张某”；
    文字里跟在“当事人”“经营者”“法定代表人”等词后面的全名也查得出来，但查不全，发布前还要人看。
    错：法定代表人李四签收了决定书
    对：法定代表人李某签收了决定书
    """
    case = entry.record if isinstance(entry.record, Case) else None
    party = case.party if case else None
    if (
        party
        and party.kind == PERSON
        and party.name != "当事人"
        and not names_and_homes.is_masked(party.name)
    ):
        yield Finding(
            entry.at("party", "name"), "当事人是自然人，名称没有隐去", "写成 王某、某摊主 这样的称呼"
        )
    for span, name in _found(entry, prefilters.name, names_and_homes.full_names):
        yield Finding(span, "公开的文字里有自然人的全名", f"写成“{names_and_homes.masked(name)}”")
