"""Numbers that a check digit settles: identity and bank cards, codes of firms, licences for food.

Takes the windows of a folded text, gives what each of them is. A number of eighteen characters that fits its check
is what it looks like; one of fifteen, or a card, may be an order number by chance, so its surroundings are asked too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from portal.privacy.check_digits import (
    has_form_of_credit_code,
    has_form_of_licence,
    is_bank_card,
    is_credit_code,
    is_food_licence,
    is_identity_number,
    is_registration_number,
)
from portal.privacy.found import Found, Kind
from portal.privacy.runs import Window

MASKED = {
    Kind.IDENTITY_NUMBER: "（身份证号码略）",
    Kind.BANK_CARD: "（银行卡号略）",
    Kind.CREDIT_CODE: "（统一社会信用代码略）",
    Kind.REGISTRATION_NUMBER: "（注册号略）",
    Kind.FOOD_LICENCE: "（许可证编号略）",
}
# Numbers of goods, orders and papers, one in ten of which fits a check digit by chance.
OF_THINGS = re.compile(
    r"(?:订单|运单|快递|单据|单|批|流水|批次|条形?|货|追溯|溯源|抽样|样品|公示|受理|申请|文件|文书|记录|报告|发票|票据|条形?码|商品|追踪|交易|序列|设备|型号|产品"
    r"|SKU|EAN|[Bb]atch(?: ?[Nn]o\.?)?|[Oo]rder(?: ?[Nn]o\.?)?)"
    r"(?:单|编|代|号|码|批号){0,3}(?:为|是)?[ :#(“\"|*]{0,4}(?:[0-9]{2,8}[-/ ])?\Z"
)
# A bill that tells of a payment: a number in four groups of four, as they stand on cards, is the card's there.
OF_A_PAYMENT = re.compile(
    r"(?:卡|签购|付款|转账|汇款|打款|收款|退款|回|POS|银联)(?:小票|单据?|流水|交易|记录)[ :(“\"|*]{0,4}\Z"
)
EMBOSSED = (4, 4, 4, 4)
OF_A_FIRM = re.compile(r"(?:注册|登记|执照|工商)[^0-9,。;]{0,8}\Z")
OF_A_PERSON = re.compile(r"身份|老证|一代证|户籍档案|档案")
OF_A_LICENCE = re.compile(r"(?:许可证|SC证|证号|编号)[^0-9A-Za-z,。;]{0,6}\Z")


def checked_number(text: str, window: Window) -> Found | None:
    """What this window of `text` is, if a check digit says so."""
    kind = next((kind for fits, kind in JUDGES.get(len(window.number), ()) if fits(text, window)), None)
    return Found(kind, window.start, window.end, MASKED[kind], certain=True) if kind else None


def _identity(text: str, window: Window) -> bool:
    return window.number[:17].isdigit() and is_identity_number(window.number.upper())


def _old_identity(text: str, window: Window) -> bool:
    fits = window.number.isdigit() and is_identity_number(window.number)
    if not fits or not by_itself(window):
        return False
    if OF_A_PERSON.search(text[max(0, window.start - 16) : window.end + 16]):
        return True
    return not OF_A_FIRM.search(*before(text, window)) and _no_thing(text, window)


def _credit_code(text: str, window: Window) -> bool:
    code = window.number.upper()
    return not _listed(window) and has_form_of_credit_code(code) and is_credit_code(code)


def _registration(text: str, window: Window) -> bool:
    return is_registration_number(window.number) and by_itself(window) and _no_thing(text, window)


def _licence(text: str, window: Window) -> bool:
    number = "" if _listed(window) else window.number.upper()
    named = OF_A_LICENCE.search(*before(text, window)) is not None
    return is_food_licence(number) or (named and has_form_of_licence(number))


def _card(text: str, window: Window) -> bool:
    likely = window.number.isdigit() and is_bank_card(window.number)
    paid = tuple(window.groups) == EMBOSSED and OF_A_PAYMENT.search(*before(text, window)) is not None
    return likely and by_itself(window) and (paid or _no_thing(text, window))


def by_itself(window: Window) -> bool:
    """No part of a longer row of numbers, of a table's row or of a decimal; no list of small numbers."""
    groups = window.groups
    if _listed(window) or any("|" in gap for gap in window.gaps):
        return False
    if (window.gaps == (".",) and groups[-1] < 3) or (max(groups) < 3 and len(set(groups[:-1])) > 1):
        return False
    return (
        window.alone
        if len(window.groups) > 1
        else window.before not in (".", "|seam|") and window.after != "|seam|"
    )


def _listed(window: Window) -> bool:
    return any("," in gap for gap in window.gaps)


def before(text: str, window: Window) -> tuple[str]:
    return (text[max(0, window.start - 16) : window.start],)


def _no_thing(text: str, window: Window) -> bool:
    return not OF_THINGS.search(*before(text, window))


Judge = Callable[[str, Window], bool]
CARD: tuple[Judge, Kind] = (_card, Kind.BANK_CARD)
JUDGES: dict[int, tuple[tuple[Judge, Kind], ...]] = {
    13: (CARD,),
    14: (CARD,),
    15: ((_old_identity, Kind.IDENTITY_NUMBER), (_registration, Kind.REGISTRATION_NUMBER), CARD),
    16: ((_licence, Kind.FOOD_LICENCE), CARD),
    17: (CARD,),
    18: ((_identity, Kind.IDENTITY_NUMBER), (_credit_code, Kind.CREDIT_CODE), CARD),
    19: (CARD,),
}


def checked_numbers(text: str, windows: Iterator[Window]) -> Iterator[Found]:
    """All of them, in the order of their beginnings; windows of one number overlap."""
    for window in windows:
        found = checked_number(text, window)
        if found:
            yield found
