"""What is found in a text: a kind of personal data, the stretch where it stands, the form in which it may stand there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

# `(start, end)` of a text.
Stretch = tuple[int, int]


class Kind(Enum):
    """What was found, in the words that readers of a message know."""

    IDENTITY_NUMBER = "身份证号码"
    BANK_CARD = "银行卡号"
    CREDIT_CODE = "统一社会信用代码"
    REGISTRATION_NUMBER = "工商注册号"
    FOOD_LICENCE = "食品许可证编号"
    TELEPHONE = "电话号码"
    EMAIL = "电子邮箱"
    ACCOUNT = "账号"
    PLATE = "车牌号"
    PASSPORT = "出入境证件号码"
    ENFORCEMENT_ID = "执法证号"
    PERMIT = "个人证件编号"
    NAME = "自然人的全名"
    HOME = "住址"
    ADDRESS = "门牌地址"
    DOCUMENT_NUMBER = "文书的文号"
    TRADE_NAME = "单位或者店铺的名称"


# Codes of firms tell who it is only where the party is not named.
OF_FIRMS = frozenset(
    {
        *(Kind.CREDIT_CODE, Kind.REGISTRATION_NUMBER, Kind.FOOD_LICENCE),
        *(Kind.ADDRESS, Kind.DOCUMENT_NUMBER, Kind.TRADE_NAME),
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` tells who somebody is; `masked` is what to write instead.

    `certain` where the form or a check digit alone settles it, whatever stands around it.
    """

    kind: Kind
    start: int
    end: int
    masked: str
    certain: bool = False
