"""Whether somebody lives at an address, by the words around it, its name and its chain of numbers.

`Place.home` tells; a shop, a school or an office is no home, nor is the 住所 of a firm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.privacy.house_numbers import DWELLING
from portal.privacy.place_names import ESTATE, HAN, VILLAGE

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
IN_A_ROOM = re.compile(r"(?:公寓|宿舍).*寝室|学生公寓.*室", re.DOTALL)
OF_SOMEBODY = re.compile(r"(?:其|他|她|本人|个人|当事人)的?\Z")
REGISTERED = re.compile(r" ?\(?[^,。;]{0,4}(?:集中登记|登记地)")
FAR, NEAR = 32, 16


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
        before = self.text[max(0, self.start - NEAR) : self.start]
        at_home = AT_HOME.search(before + self.name)
        whose = at_home.string[: at_home.start()] if at_home else ""
        if IN_A_ROOM.search(self.name + self.chain) or OF_SOMEBODY.search(whose):
            return True
        # A firm has a 住所 too, and one that many share.
        if REGISTERED.match(self.text, self.end):
            return False
        if at_home and at_home[0].startswith("住所") and BUSINESS_BEFORE.search(whose):
            return False
        if at_home or IS_HOME.match(self.text, self.end):
            return True
        return self._is_built_for_living() and not self._is_of_business(before)

    def _is_of_business(self, before: str) -> bool:
        at_business = BUSINESS_BEFORE.search(before) or PREMISES.search(self.name)
        return bool(at_business or BUSINESS_AFTER.match(self.text, self.end))

    def _is_built_for_living(self) -> bool:
        return bool(DWELLING.search(self.chain) or ESTATE.search(self.name) or VILLAGE.search(self.name))
