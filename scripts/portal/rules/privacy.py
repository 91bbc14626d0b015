"""Nothing public tells who a natural person is: no identity or card number, telephone, home, plate, full name.

What tells it is found by `portal.privacy`; here it is decided what of that may not stand in which record. Basis:
市场监督管理行政处罚信息公示规定 Art. 6; 政府信息公开条例 Art. 15; 个人信息保护法 Art. 4 and 28. Drafts are searched too,
because what is once in the repository stays in its history.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.privacy.found import Kind
from portal.privacy.names import is_masked
from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.case import Case
from portal.records.vocabulary import PERSON
from portal.rules.engine import Finding, record_rule
from portal.rules.personal_data import PUBLIC, Place, is_the_bureaus, personal_data, unused
from portal.source import Severity


def _told(entry: Entry[Record], *kinds: Kind) -> Iterator[Finding]:
    """One finding for each place where one of the kinds stands, with what to write instead."""
    for place in personal_data(entry):
        if place.kind in kinds:
            yield _finding(place)


def _finding(place: Place) -> Finding:
    return Finding(place.span, f"公开的文字里有{place.kind.value}", f"写成“{place.masked}”")


@record_rule("PRIV-ID-01", *PUBLIC)
def no_identity_number(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有身份证号码。

    公示信息要按个人信息保护的规定处理（《市场监督管理行政处罚信息公示规定》第六条）；公开个人隐私会损害第三方的，
    行政机关不得公开（《政府信息公开条例》第十五条）。全角数字、汉字数字、中间有空格、换行、网页代码的也查得出来；
    跟在“身份证”后面的，校验位不对也算。
    错：经营者张某，身份证号码后面跟着 18 位数字
    对：经营者张某（身份证号码略）
    """
    yield from _told(entry, Kind.IDENTITY_NUMBER)


@record_rule("PRIV-PAPERS-01", *PUBLIC)
def no_number_of_papers(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有护照、通行证、健康证、驾驶证、执法证等个人证件的号码。

    证件号码能识别到具体的人，属于个人信息（《个人信息保护法》第四条；《市场监督管理行政处罚信息公示规定》第六条）。
    错：健康证号后面跟着一串数字
    对：从业人员持有健康证明
    """
    yield from _told(entry, Kind.PASSPORT, Kind.ENFORCEMENT_ID, Kind.PERMIT)


@record_rule("PRIV-PHONE-01", *PUBLIC)
def no_telephone(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有手机号和座机号。

    电话号码能识别到具体的人，属于个人信息（《个人信息保护法》第四条；《市场监督管理行政处罚信息公示规定》第六条）。
    12315、12345、110、119、120 等热线可以写；本局的办公电话填在 site.yaml 的 contact.phone 里，也可以写。
    错：联系电话后面跟着 11 位手机号
    对：拨打 12315 投诉举报
    """
    for place in personal_data(entry):
        if place.kind is Kind.TELEPHONE and not is_the_bureaus(place.kind, place.text, site):
            hint = f"写成“{place.masked}”，或者改写成 12315 等热线"
            yield Finding(place.span, "公开的文字里有电话号码", hint)


@record_rule("PRIV-ACCOUNT-01", *PUBLIC)
def no_account(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有微信、QQ、抖音、支付宝等账号和电子邮箱。

    账号能联系到、识别到具体的人，属于个人信息（《个人信息保护法》第四条）。本局的邮箱填在 site.yaml 的 contact.email 里，可以写。
    错：微信号后面跟着一串字母和数字
    对：通过微信联系
    """
    for place in personal_data(entry):
        if place.kind in (Kind.ACCOUNT, Kind.EMAIL) and not is_the_bureaus(place.kind, place.text, site):
            yield _finding(place)


@record_rule("PRIV-CARD-01", *PUBLIC)
def no_bank_card(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有银行卡号、银行账号。

    金融账户是敏感个人信息，泄露了容易使人的财产受损（《个人信息保护法》第二十八条）。校验位对得上的，或者跟在“卡号”“账号”
    后面的，都算。
    错：货款转入的卡号后面跟着 19 位数字
    对：货款通过银行转账支付
    """
    yield from _told(entry, Kind.BANK_CARD)


@record_rule("PRIV-PLATE-01", *PUBLIC)
def no_plate(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有车牌号。

    车牌能查到车主，连着时间和地点就是行踪（《个人信息保护法》第四条、第二十八条；《市场监督管理行政处罚信息公示规定》第六条）。
    错：用车牌为“沪”字开头加六位的小货车送货
    对：用一辆小货车送货
    """
    yield from _told(entry, Kind.PLATE)


@record_rule("PRIV-ADDRESS-01", *PUBLIC)
def no_home_address(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有住址；隐去名称的案例里不能有任何门牌号。

    住址是个人信息（《个人信息保护法》第四条；《政府信息公开条例》第十五条）。隐去名称的案例写出门牌号，等于说出了当事人是谁
    （《市场监督管理行政处罚信息公示规定》第六条）。单位公开名称时，它的经营场所可以写到门牌号。
    错：家住某小区 12 号 301 室这样写出真实的路名和门牌
    对：住在金山区某小区
    """
    kinds = (Kind.HOME,) if _may_say_where(entry.record) else (Kind.HOME, Kind.ADDRESS)
    for place in personal_data(entry):
        if place.kind in kinds and not is_the_bureaus(place.kind, place.text, site):
            hint = f"写成“{place.masked}”，或者只写到区、镇"
            yield Finding(place.span, "公开的文字里有门牌地址", hint)


def _may_say_where(record: Record) -> bool:
    """Whether house numbers of firms may stand in the record: not in a case that hides whose it is."""
    return not isinstance(record, Case) or (record.party.form == "named" and record.party.kind != PERSON)


@record_rule("PRIV-NAME-01", *PUBLIC)
def no_full_name(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """公开的文字里不能有自然人的全名。

    姓名能识别到具体的人（《个人信息保护法》第四条；《市场监督管理行政处罚信息公示规定》第六条）。当事人是自然人的写“张某”；
    文字里跟在“当事人”“经营者”“法定代表人”等词后面的全名也查得出来，但查不全，发布前还要人看。
    错：法定代表人李四签收了决定书
    对：法定代表人李某签收了决定书
    """
    party = entry.record.party if isinstance(entry.record, Case) else None
    at_name = ("party", "name")
    if party and party.kind == PERSON and party.name != "当事人" and not is_masked(party.name):
        hint = "写成 王某、某摊主 这样的称呼"
        yield Finding(entry.at(*at_name), "当事人是自然人，名称没有隐去", hint)
    for place in personal_data(entry):
        if place.kind is Kind.NAME and not (party and party.kind == PERSON and place.path == at_name):
            yield _finding(place)


@record_rule("PRIV-ALLOWED-01", *PUBLIC, severity=Severity.WARNING)
def answers_are_needed(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """`allowed` 里的每一条都要用得上。

    检查指出的文字，如果不是个人信息，在这个文件里写 `allowed`：`text` 照抄那一段，`reason` 写为什么，`by` 写谁认定的。文字改掉以后，
    用不上的要删去，不然以后再写进来就没有提醒了。
    错：正文已经不提“高明”，`allowed` 里还有 `text: 高明`
    对：`allowed: [{text: 高明, reason: 是菜名，不是人名, by: 法制审核岗-01}]`，正文里有这两个字
    """
    for index, text in unused(entry):
        message = f"没有什么检查指出过“{text}”，这一条用不上"
        yield Finding(entry.at("allowed", index, "text"), message, "删去这一条；文字要照抄被指出的那一段")
