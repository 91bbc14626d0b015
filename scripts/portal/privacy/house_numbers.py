"""Chains of house numbers with units, 518弄12号602室, as patterns over folded text.

`CHAIN` and `JOINED` match what may be one, `DWELLING` and `CERTAIN_DWELLING` ask of a chain whether somebody lives there.
"""

from __future__ import annotations

import re

from portal.privacy.place_names import HAN, NUMERAL
from portal.privacy.word_lists import opening

BRANCH = r"(?: ?[-~/、] ?[0-9]{1,5}){0,3}(?:之[一二三四五六七八九0-9])?"
WING = r"(?:[A-Za-z](?![A-Za-z]))?"
# The number that opens a chain: it begins with a class of characters, so that the engine skips to it.
FIRST = opening(
    (
        rf"(?<![0-9])[0-9][0-9]{{0,4}}{WING}{BRANCH}",
        rf"(?<![{NUMERAL}])[{NUMERAL}][{NUMERAL}]{{0,6}}{BRANCH}",
        r"[甲乙丙丁][0-9]{1,5}",
        r"(?<![0-9A-Za-z])[A-Za-z](?= ?[座栋幢区])",
    )
)
NUMBER = rf"(?:[甲乙丙丁]?[0-9]{{1,5}}{WING}|[{NUMERAL}]{{1,7}}|(?<![0-9A-Za-z])[A-Za-z](?= ?[座栋幢区]))"
PART = rf"第?{NUMBER}{BRANCH}"
UNIT = r"(?:支?弄|号[楼院]|号门(?= ?[0-9])|号|幢|栋|座|单元|室|寝室|房间?|楼|层|村民小?组|小组|[组队屯#]|社(?![区会])|区(?=[0-9]))"
BLANK = r"[ ,~]?\n? {0,8}"
# Between two parts: the name of the estate in brackets, of a hamlet or a wing.
AMID = rf"(?:\([{HAN}]{{1,6}}\)|[A-Za-z东南西北]区|(?<=[弄组队院村]){BLANK}[{HAN}]{{1,5}}?)?"
TAIL = r"(?:[0-9]{1,3}-){0,2}[0-9]{3,4}(?![0-9年月日元.])"
CHAIN = re.compile(
    rf"(?P<first>{FIRST} ?(?P<unit>{UNIT}))(?:{AMID}{BLANK}{PART} ?{UNIT}){{0,8}}(?:{BLANK}{TAIL})?"
)
# 3-5-602, behind the name of an estate.
JOINED = re.compile(
    r"[0-9](?<![0-9A-Za-z-].)[0-9]{0,2}[-/](?:[0-9]{1,2}[-/])?[0-9]{3,4}(?![0-9A-Za-z-])(?P<first>)(?P<unit>)"
)
# What makes of a number something else than a house: 22号线, 10号文件, 5号窗口.
OTHERWISE = re.compile(
    r" ?(?:线|文|令|公告|通知|公报|决定|门(?!牌)|窗|桌|菜|样|仓|库|机|灶|柜|车|批|冰|锅|池|色|字|包|码|人|坑|公交|次|答|题|数据|人员|成员|组长|对照|产品)"
)
HIDDEN = re.compile(r"[×*□○]|[xX]{2}")

DWELLING = re.compile(
    r"室|单元|弄.*?[号座幢栋]|[幢栋座楼].*[0-9]{3,4}|[0-9][-/][0-9]{3}|[号#]楼?[ ,]?[0-9]{3,4}\Z", re.DOTALL
)
CERTAIN_DWELLING = re.compile(
    r"[号楼幢栋].*单元|单元.*(?:室|[0-9]{3,4})|弄.*?号|[幢栋].*(?:室|[0-9]{3,4})|号楼[ ,]?[0-9]{3,4}\Z",
    re.DOTALL,
)
