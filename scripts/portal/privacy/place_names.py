"""The name before a house number: of a street, a village, an estate; where it begins, how much of it may be told.

Takes folded text. `name_before` gives the name before a place, `masked_address` the form in which an address may stand.
"""

from __future__ import annotations

import re

HAN = "\u4e00-\u9fff"
NUMERAL = "〇零一二三四五六七八九十百千"
MASK = re.compile(r"[某×*□○]|[xX]{2}")
STREET = re.compile(r"[^\W0-9]{1}(?:路|街|巷|弄|里|坊|胡同|大道|公路) ?~?\Z")
ESTATE_WORDS = "新村|小区|花园|家园|公寓|花苑|名苑|佳苑|[^学校]苑|豪苑|田园|名城|御园|尚城|悦府|云邸|名邸|豪庭|雅居|嘉园|丽园|馨园|别墅|宿舍|公馆|名都|御景|名郡|华庭|水岸|佳园|怡园|锦园|华府|庭院|家属院|公房"
ESTATE = re.compile(
    rf"(?:{ESTATE_WORDS}|[{HAN}][一二三四五六七八九十]村|[一二三四五六七八九十东西南北]区)(?:[一二三四五六七八九十0-9]期)? ?~?\Z"
)
VILLAGE = re.compile(
    rf"(?:村(?:委会)?|居委会|大队)(?:(?![检查服调巡])[{HAN}]){{0,8}}(?:[0-9]村)? ?\Z|[{HAN}][宅埭浜庄屯寨] ?~?\Z"
)
# What only leads to the name.
LEADS = re.compile(
    r"位于|检查|前往|坐落|[住家户籍]在|[现家暂居租借常]住|住址|地址|住所地?|住处|[在到至往于为是从系的址住]|户籍地?|老家"
)
DISTRICT = re.compile(rf"[{HAN}]*(?:街道|工业区|社区|[省市区县镇乡])")
NAMED = re.compile(rf"[{HAN}某×*]")
LONGEST_NAME = 32
LEAST_NAME = 3


def name_before(text: str, end: int) -> str:
    """What stands before the chain, back to the last mark of punctuation."""
    first = max(0, end - LONGEST_NAME)
    place = end
    while place > first and text[place - 1] in " \n~":
        place -= 1
    while place > first and NAMED.match(text[place - 1]):
        # 紫晶苑2期 is one name.
        place -= 2 if text[place - 1] == "期" and text[place - 2].isdigit() else 1
    return text[place:end]


def lead(name: str) -> int:
    """How many characters at the beginning of the name only lead to it, as 家住 does."""
    best = 0
    for match in LEADS.finditer(name):
        if len(name) - match.end() >= LEAST_NAME:
            best = match.end()
    return best


def masked_address(address: str) -> str:
    """The address down to the town, 朱泾镇某路某号."""
    district = DISTRICT.match(address)
    kind = "某村某号" if "村" in address and "路" not in address else "某路某号"
    return f"{district[0] if district else ''}{kind}"
