"""Accounts of a person with services: WeChat, QQ, Alipay, short videos, shops; the names they go by there.

The name of a service alone is no account: 微信公众号 金山食安, 支付宝付款 and 抖音直播间 stay. What counts as an account
depends on how clearly the words before it announce one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind, Stretch
from portal.privacy.handles import CLEAR, OFFICIAL, Place, handle, homely, mixed, nickname
from portal.privacy.named_numbers import LONGEST_LIST
from portal.privacy.named_words import COUNTED, NEXT, digits
from portal.privacy.services import (
    AMBIGUOUS,
    ANNOUNCED,
    BY_THEMSELVES,
    CHAT,
    COMMON,
    NAMED,
    OF_A_PLATFORM,
    OF_A_SHOP,
    OF_A_THING,
    SERVICE,
    SHOW,
    SLIGHT,
)
from portal.privacy.word_lists import opening

QQ_WORDS = (
    "(?<![0-9A-Za-z_])[Qq] ?[Qq](?![A-Za-z])",
    "(?<![0-9A-Za-z_])[Qq](?=[:号群])",
    "扣扣",
    "[企扣]鹅?号",
    "加[Qq](?![A-Za-z])",
)
QQ = re.compile(rf"{opening(QQ_WORDS)}[^0-9。;!?]{{0,9}}(?P<name>{digits(5, 11)}){COUNTED}")
# Words for it that also mean a bird, a ball, an autumn.
SLANG = re.compile(
    rf"{opening(('企鹅', '球球', '秋秋', '蔻蔻', '叩叩', '抠抠'))}(?:号码?)?[ :为是|*]{{0,4}}(?!20[0-9]{{6}}(?![0-9]))(?P<name>{digits(7, 11)}){COUNTED}"
)
# 以“转卖小店88”的账号, the name before its word.
QUOTED = re.compile(
    r"[“\"「『](?P<name>[\u4e00-\u9fff0-9A-Za-z_.\-]{2,20})[”\"」』]的?(?:(?:微信|抖音|快手|微博|小红书|淘宝|闲鱼)?[账帐]号|昵称|网名|用户(?!协议))"
)
SAYS = ("为", "是", "叫")
LEFT_OUT = "（账号略）"


def accounts(text: str) -> Iterator[Found]:
    """All accounts in `text`, which is folded and whose long rows of Chinese numerals are digits."""
    for pattern in (QQ, SLANG):
        for match in pattern.finditer(text):
            yield Found(Kind.ACCOUNT, *match.span("name"), LEFT_OUT)
    for match in QUOTED.finditer(text):
        if not OFFICIAL.search(match["name"]):
            yield Found(Kind.ACCOUNT, *match.span("name"), LEFT_OUT)
    for service in SERVICE.finditer(text):
        yield from _accounts(text, service)


def _accounts(text: str, service: re.Match[str]) -> Iterator[Found]:
    announced = ANNOUNCED.match(text, service.end())
    if service[0] in COMMON and not announced:
        return
    if announced and OF_A_SHOP.search(announced[0]):
        return
    if service[0].upper() == "ID" and OF_A_THING.search(text[max(0, service.start() - 8) : service.start()]):
        return
    start = announced.end() if announced else service.end()
    place = Place(
        start,
        announced is not None,
        service[0] in SLIGHT,
        AMBIGUOUS.fullmatch(service[0]) is not None,
        (CHAT.match(text, service.start()) or SHOW.match(text, service.start())) is not None,
    )
    name = _longer(handle(text, place), _nick(text, start, service, announced), text)
    for _ in range(LONGEST_LIST):
        if not name:
            return
        yield Found(Kind.ACCOUNT, *name, LEFT_OUT)
        further = NEXT.match(text, name[1]) if announced else None
        name = handle(text, Place(further.end(), False)) if further else None


def _longer(found: Stretch | None, nick: Stretch | None, text: str) -> Stretch | None:
    """momo的烘焙日记0917 goes on in Chinese; abc_88已删除 does not."""
    if found and nick and nick[1] > found[1] and text[nick[1] - 1].isascii():
        return nick
    return found or nick


def _nick(text: str, start: int, service: re.Match[str], announced: re.Match[str] | None) -> Stretch | None:
    """A name in Chinese, in quotes or behind a colon, or right behind 昵称 and the like; one mixed with digits anywhere."""
    chat = CHAT.match(text, service.start()) is not None
    clear = CLEAR.match(text, start)
    shown = not chat and SHOW.match(text, service.start()) is not None
    alone = service[0] in BY_THEMSELVES
    named = (announced is not None and NAMED.search(announced["word"]) is not None) or (
        alone and ((announced or clear) is not None or text.startswith(SAYS, start))
    )
    found = None
    if named or (not chat and clear and (shown or announced)):
        found = nickname(text, start, named)
    elif shown and announced and OF_A_PLATFORM.search(announced["word"]):
        found = homely(text, start)
    if not found and (announced or shown or alone or (chat and clear)):
        found = mixed(text, clear.end() if clear else start)
    return None if found and SERVICE.fullmatch(text, *found) else found
