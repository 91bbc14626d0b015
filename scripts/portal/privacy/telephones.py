"""Telephone numbers of China: mobile, with an area code, or local after a word such as 电话; no service numbers.

Hotlines (12315), 400, 800 and 95xxx numbers name no person and have none of these forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.check_digits import is_date
from portal.privacy.checked_numbers import OF_THINGS, before, by_itself
from portal.privacy.found import Found, Kind
from portal.privacy.runs import INNER, Window
from portal.privacy.word_lists import listed, opening

MOBILE = re.compile(r"(?P<abroad>(?:00)?86|0)?(?P<number>1[3-9][0-9]{9})")
GROUPS = frozenset(
    {
        (11,),
        (3, 4, 4),
        (3, 8),
        (7, 4),
        (3, 3, 5),
        (4, 3, 4),
        (4, 4, 3),
        (5, 6),
        (6, 5),
        (3, 2, 2, 2, 2),
        (3, 3, 3, 2),
        (3, 2, 3, 3),
        (3, 3, 2, 3),
        (3, 4, 2, 2),
    }
)
AREA = "10|2[0-57-9]|3[1-9][0-9]|4[1-8][0-9]|5[1-9][0-9]|6[369][0-9]|7[0-79][0-9]|8[1-9][0-9]|9[0-79][0-9]"
LANDLINE = re.compile(rf"(?P<abroad>(?:00)?86)?(?P<zero>0?)(?P<area>{AREA})(?P<local>[2-8][0-9]{{6,7}})")
# An amount, a measure, a decimal: no telephone goes before them.
MEASURE = re.compile(
    r"(?:\.[0-9]{1,2}(?![0-9]))? ?(?:元(?![旦宵月])|万|亿|千克|公斤|吨|[kK][gG]|%|‰)|\.[0-9]{1,2}(?![0-9])"
)
# The number of an entry in a list, right before it.
MARKER = re.compile(r"(?:\A|\n) ?[0-9]{1,2}\.\Z")
ANOTHER = "1[3-9][0-9]{gap}[0-9]{{4}}{gap}[0-9]{{4}}"
CELLS = frozenset("|,")
# Letters that are written for digits.
LIKE_DIGITS = str.maketrans("OoIl", "0011")
OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
ADDRESS_OF_MACHINE = re.compile(rf"(?:{OCTET}\.){{3}}{OCTET}")
VERSION = re.compile(r"(?:版本号?|[Vv]|[Vv]er(?:sion)?\.?)[ :]{0,2}\Z")
CALLING = re.compile(r"(?:电话|手机|联系|致电|[打拨]|号码)[^0-9A-Za-z。;,]{0,4}\Z")

WORDS = r"电话 传真 座机 固话 宅电 家电 热线 致电 拨打 来电 联系方式 办公室?[:：(] [Tt][Ee][Ll] [Ff][Aa][Xx] [打拨](?=[\s:：0-9])"
COUNTED = "年月日时分秒件元人次个份户家例起条只万亿克%‰.〕"
LOCAL = re.compile(
    rf"{opening(listed(WORDS))}[^0-9A-Za-z。;!?]{{0,8}}(?P<number>[2-8](?:{INNER}[0-9]){{6,7}}|0(?:{INNER}[0-9]){{9,11}})(?![0-9{COUNTED}]| ?[{COUNTED}]|-[0-9])"
)
ANOTHER_LOCAL = re.compile(
    rf" ?[、,/;和或] ?(?P<number>[2-8](?:{INNER}[0-9]){{6,7}})(?![0-9{COUNTED}]| ?[{COUNTED}]|-[0-9])"
)
LONGEST_LIST = 20
CALLED = re.compile(
    r"(?<![0-9A-Za-z.-])(?P<number>[2-8][0-9]{3}[ -]?[0-9]{4}) ?\(?(?:座机|宅电|办公电话|家庭电话)"
)
EXTENSION = re.compile(r" ?,? ?(?:转|[Ee][Xx][Tt]\.?|分机号?|#|-) ?[0-9]{1,6}(?![0-9])")
LEFT_OUT = "（电话号码略）"


def telephone(text: str, window: Window) -> Found | None:
    """The mobile number or landline that this window of `text` is."""
    number = window.number
    if not 9 < len(number) < 17:
        return None
    if not number.isdigit():
        return _mobile(text, window, number.translate(LIKE_DIGITS)) if len(number) == 11 else None
    return _mobile(text, window, number) or _landline(text, window)


def _mobile(text: str, window: Window, written: str) -> Found | None:
    match = MOBILE.fullmatch(written)
    if not match or MEASURE.match(text, window.end) or not _grouped(text, window, len(match["abroad"] or "")):
        return None
    if _of_machine(text, window):
        return None
    number = match["number"]
    start = _sign(text, window.start, match["abroad"])
    return Found(Kind.TELEPHONE, start, window.end, f"{number[:3]}****{number[-4:]}", certain=True)


def _of_machine(text: str, window: Window) -> bool:
    """Whether its groups between dots are those of an address in a network, or of a version."""
    if {*window.gaps} != {"."} or len(window.groups) != 4 or CALLING.search(*before(text, window)):
        return False
    return bool(
        ADDRESS_OF_MACHINE.fullmatch(text, window.start, window.end) or VERSION.search(*before(text, window))
    )


def _grouped(text: str, window: Window, abroad: int) -> bool:
    """By itself, or in groups in which telephone numbers are usually written."""
    groups = (
        window.groups[1:] if window.groups[0] == abroad else (window.groups[0] - abroad, *window.groups[1:])
    )
    if by_itself(window) or (
        len(groups) == 1 and MARKER.search(text[max(0, window.start - 8) : window.start])
    ):
        return True
    usual = groups == (3, 4, 4) if CELLS & {*"".join(window.gaps)} else groups in GROUPS
    return usual and len(groups) > 1 and not _part_of_more(text, window)


def _part_of_more(text: str, window: Window) -> bool:
    """Whether groups like its own stand beside it, as in a bank card's number."""
    left, right = text[max(0, window.start - 24) : window.start], text[window.end : window.end + 24]
    return any(
        (
            re.search(rf"(?<![0-9])[0-9]{{3,6}}{gap}\Z", left)
            and not re.search(rf"{ANOTHER.format(gap=gap)}{gap}\Z", left)
        )
        or (
            re.match(rf"{gap}[0-9]{{3,6}}(?![0-9])", right)
            and not re.match(gap + ANOTHER.format(gap=gap), right)
        )
        for gap in map(re.escape, {*window.gaps})
    )


def _landline(text: str, window: Window) -> Found | None:
    match = LANDLINE.fullmatch(window.number)
    if not match or not (match["zero"] or match["abroad"]) or _is_day(match["local"]):
        return None
    abroad = len(match["abroad"] or "")
    apart = _area_apart(window.groups, abroad, match.end("area")) and window.before not in window.gaps
    if not (by_itself(window) or apart):
        return None
    if len(window.groups) == 1 and OF_THINGS.search(*before(text, window)):
        return None
    start = _sign(text, window.start, match["abroad"])
    extension = EXTENSION.match(text, window.end)
    return Found(Kind.TELEPHONE, start, extension.end() if extension else window.end, LEFT_OUT, certain=True)


def _area_apart(groups: tuple[int, ...], abroad: int, area_end: int) -> bool:
    """Area code and number each in groups of their own."""
    ends = [sum(groups[: count + 1]) for count in range(len(groups))]
    return area_end in ends and (not abroad or abroad in ends) and min(groups[1:]) >= 3 - bool(abroad)


def _sign(text: str, start: int, abroad: str | None) -> int:
    """Where the number begins with its plus sign or bracket."""
    while start and text[start - 1] in ("(+" if abroad else "("):
        start -= 1
    return start


def _is_day(digits: str) -> bool:
    return len(digits) == 8 and digits.startswith("20") and is_date(digits)


def local_numbers(text: str) -> Iterator[Found]:
    """Seven or eight digits that a word calls a telephone."""
    for pattern in (LOCAL, CALLED):
        for match in pattern.finditer(text):
            further: re.Match[str] | None = match
            for _ in range(LONGEST_LIST):
                if not further or _is_day(re.sub(r"[^0-9]", "", further["number"])):
                    break
                yield Found(Kind.TELEPHONE, *further.span("number"), LEFT_OUT)
                further = ANOTHER_LOCAL.match(text, further.end())
