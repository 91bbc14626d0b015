"""Addresses down to a house: of a dwelling (`Kind.HOME`), or of any house in a street (`Kind.ADDRESS`).

An address is a chain of numbers with units, 518弄12号602室, behind the name of a street, a village or an estate.
Whether somebody lives there is told by the chain itself and by the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from portal.privacy.found import Found, Kind
from portal.privacy.word_lists import opening

HAN = "\u4e00-\u9fff"
NUMERAL = "〇零一二三四五六七八九十百千"
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
MASK = re.compile(r"[某×*□○]|[xX]{2}")

STREET = re.compile(r"[^\W0-9]{1}(?:路|街|巷|弄|里|坊|胡同|大道|公路) ?~?\Z")
ESTATE_WORDS = "新村|小区|花园|家园|公寓|花苑|名苑|佳苑|[^学校]苑|豪苑|田园|名城|御园|尚城|悦府|云邸|名邸|豪庭|雅居|嘉园|丽园|馨园|别墅|宿舍|公馆|名都|御景|名郡|华庭|水岸|佳园|怡园|锦园|华府|庭院|家属院|公房"
ESTATE = re.compile(
    rf"(?:{ESTATE_WORDS}|[{HAN}][一二三四五六七八九十]村|[一二三四五六七八九十东西南北]区)(?:[一二三四五六七八九十0-9]期)? ?~?\Z"
)
VILLAGE = re.compile(
    rf"(?:村(?:委会)?|居委会|大队)(?:(?![检查服调巡])[{HAN}]){{0,8}}(?:[0-9]村)? ?\Z|[{HAN}][宅埭浜庄屯寨] ?~?\Z"
)

AT_HOME = re.compile(
    r"(?:住(?!院|宿登|建|房和|所与|所、)|(?<![厂商卖买店专国大])家:|户籍|户口|老家|租房|[现常]居|居住|家在|家住|家中|家里|父母家|宿舍|[人者长其她他]家)[^,。;!?]{0,32}\Z"
)
IS_HOME = re.compile(r" ?\(?(?:家[中里]|住处|住宅|家属|民房|自建房|家门)")
IN_BUSINESS = (
    "店|公司|中心|食堂|超市|市场|[学中小]校?学|幼儿园|[敬养]老院|[总分支本市区县]局|[^住]所|[工厂]厂|厂址|企业|医院|法院|场所|营业|注册|办公|会议"
    "|窗口|仓|总部|网点|基地|车间|银行|支行|馆|坊|铺|摊|单位|学校|机构|协会|委员会|政府|餐厅|酒楼|广场|大厦|商务|园区|开发区|产业园|工业"
    "|写字楼|生产|经营|地点|接待|厨房|工作室|集中登记|冷库|库房"
)
BUSINESS_BEFORE = re.compile(rf"(?:{IN_BUSINESS})[^。;!?]{{0,12}}\Z")
PREMISES = re.compile(
    r"市场|广场|大厦|商[务场城]|产业园|工业园|科技园|写字楼|购物|[中小大]学|学校|医院|食堂|超市|工地|厂|政府|机关|法院|检察院|公司|园区|大楼|酒店|宾馆"
)
BUSINESS_AFTER = re.compile(
    rf" ?\(?[{HAN}]{{0,4}}(?:集中登记|登记地|商铺|铺位?|摊位?|食堂|车间|仓库|市场|店|会议室|厂房|冷库|教室|报告厅|服务台|加油站|酒楼|餐厅|超市|公司|营业|企业|办公)"
)
DWELLING = re.compile(
    r"室|单元|弄.*?[号座幢栋]|[幢栋座楼].*[0-9]{3,4}|[0-9][-/][0-9]{3}|[号#]楼?[ ,]?[0-9]{3,4}\Z", re.DOTALL
)
CERTAIN_DWELLING = re.compile(
    r"[号楼幢栋].*单元|单元.*(?:室|[0-9]{3,4})|弄.*?号|[幢栋].*(?:室|[0-9]{3,4})|号楼[ ,]?[0-9]{3,4}\Z",
    re.DOTALL,
)
IN_A_ROOM = re.compile(r"(?:公寓|宿舍).*寝室|学生公寓.*室", re.DOTALL)
OF_SOMEBODY = re.compile(r"(?:其|他|她|本人|个人|当事人)的?\Z")
REGISTERED = re.compile(r" ?\(?[^,。;]{0,4}(?:集中登记|登记地)")
LEADS = re.compile(
    r"位于|检查|前往|坐落|[住家户籍]在|[现家暂居租借常]住|住址|地址|住所地?|住处|[在到至往于为是从系的址住]|户籍地?|老家"
)
DISTRICT = re.compile(rf"[{HAN}]*(?:街道|工业区|社区|[省市区县镇乡])")
LONGEST_NAME = 32


@dataclass(frozen=True, slots=True)
class Place:
    """A chain of numbers in a text, and the name before it."""

    text: str
    start: int
    end: int
    chain: str
    name: str

    @property
    def home(self) -> bool:
        """Whether somebody lives there, by the words around it or by the chain."""
        before = self.text[max(0, self.start - 16) : self.start]
        at_home = AT_HOME.search(before + self.name)
        if IN_A_ROOM.search(self.name + self.chain) or (
            at_home and OF_SOMEBODY.search(at_home.string[: at_home.start()])
        ):
            return True
        # A firm has a 住所 too, and one that many share.
        if REGISTERED.match(self.text, self.end):
            return False
        if (
            at_home
            and at_home[0].startswith("住所")
            and BUSINESS_BEFORE.search(at_home.string[: at_home.start()])
        ):
            return False
        if at_home or IS_HOME.match(self.text, self.end):
            return True
        if (
            BUSINESS_BEFORE.search(before)
            or PREMISES.search(self.name)
            or BUSINESS_AFTER.match(self.text, self.end)
        ):
            return False
        return bool(DWELLING.search(self.chain) or ESTATE.search(self.name) or self._in_village())

    def _in_village(self) -> bool:
        return VILLAGE.search(self.name) is not None


def addresses(text: str) -> Iterator[Found]:
    """All addresses of `text`, which is folded, with a street, village or estate that is not masked."""
    for match in chain(CHAIN.finditer(text), JOINED.finditer(text)):
        place = _place(text, match)
        if place:
            kind = Kind.HOME if place.home else Kind.ADDRESS
            yield Found(kind, place.start, place.end, masked_address(text[place.start : place.end]))


def _place(text: str, match: re.Match[str]) -> Place | None:
    name = name_before(text, match.start())
    if not name or MASK.search(name[-6:]) or HIDDEN.match(text, match.end()):
        return None
    if match[0] == match["first"] and OTHERWISE.match(text, match.end()):
        return None
    if not _is_address(text, match, name):
        return None
    start = match.start() - len(name) + lead(name)
    return Place(text, start, match.end(), match[0], text[start : match.start()])


def _is_address(text: str, match: re.Match[str], name: str) -> bool:
    unit = match["unit"] or ""
    if STREET.search(name):
        return unit.startswith(("号", "弄", "支弄")) or bool(DWELLING.search(match[0]))
    if VILLAGE.search(name):
        return unit not in ("", "楼", "层", "座") or bool(DWELLING.search(match[0]))
    if ESTATE.search(name) or CERTAIN_DWELLING.search(match[0]):
        return True
    return unit not in ("楼", "层", "座") and (
        AT_HOME.search(text[max(0, match.start() - 32) : match.start()]) is not None
        or IS_HOME.match(text, match.end()) is not None
    )


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


NAMED = re.compile(rf"[{HAN}某×*]")


def lead(name: str) -> int:
    """How many characters at the beginning of the name only lead to it, as 家住 does."""
    best = 0
    for match in LEADS.finditer(name):
        if len(name) - match.end() >= 3:
            best = match.end()
    return best


def masked_address(address: str) -> str:
    """The address down to the town, 朱泾镇某路某号."""
    district = DISTRICT.match(address)
    kind = "某村某号" if "村" in address and "路" not in address else "某路某号"
    return f"{district[0] if district else ''}{kind}"
