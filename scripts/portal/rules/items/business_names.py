"""ITEM-BUSINESS-01: a question accuses nobody by name.

Full names of persons are PRIV-NAME-01's, which looks at questions as well.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.privacy import Kind, certain
from portal.records import Entry, Site
from portal.records.question import Question
from portal.rules.engine import Finding
from portal.rules.items.item_rule import item_rule
from portal.rules.public_text import PublicText, span_of

FORM = r"(?:有限责任公司|股份有限公司|有限公司|股份公司|集团公司|专业合作社)"
TELLTALE = re.compile("公司|合作社")
BEFORE = re.compile(rf"(?P<name>[\u4e00-\u9fff（）()A-Za-z]{{1,30}}?){FORM}")
# Words that end the running text before a name, and those that make up a name without naming anyone.
LEADS = re.compile(
    r".*(?:一家|这家|那家|每家|两家|某家|本|该|的|到|在|向|从|由|和|与|或|是|为|把|被|对|给|家)"
)
MASKED = re.compile(r"[某×xX*]|[甲乙丙丁]|[A-Z]")
GENERIC = re.compile(
    r"上海|金山|市|区|县|省|镇|食品|餐饮|饮食|酒店|饭店|配送|管理|服务|贸易|商贸|商业|科技|生物|技术|供应链|连锁|超市|百货|农业"
    r"|农产品|水产|肉类|粮油|乳业|饮料|保健|进出口|物流|冷链|网络|信息|电子|商务|生产|经营|加工|销售|批发|零售|企业|公司|集团"
    r"|农民|蔬菜|水果|种植|养殖|外卖|平台|大型|小型|连锁|专业|股份|有限|责任|（|）|\(|\)"
)
BRAND = re.compile(
    r"“[^“”\s]{2,10}”(?:牌|品牌|商标)|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}牌(?=[\u4e00-\u9fff]*(?:奶粉|大米|食用油|酱油|饮料|牛奶))"
)


@item_rule("ITEM-BUSINESS-01")
def names_no_business(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """题目里不写真实的企业、品牌。

    情景里总有人做错事，写了名字就像在说它；说它做得好，又像推荐（《食品安全法》第七十三条第二款）。
    错：上海味之源食品有限公司采购了一批冻肉
    对：一家食品公司采购了一批冻肉
    """
    question = entry.record
    texts = [PublicText(("stem",), question.stem), PublicText(("explanation",), question.explanation)]
    texts += [PublicText(("options", letter), text) for letter, text in question.options.items()]
    for text in texts:
        for start, end in _names(text.value):
            place = span_of(entry, text, start, end)
            yield Finding(
                place, f"像是真实的企业或品牌：{text.value[start:end]}", "写成“一家食品公司”“某品牌”"
            )


def _names(text: str) -> Iterator[tuple[int, int]]:
    yield from ((one.start, one.end) for one in certain(text) if one.kind is Kind.CREDIT_CODE)
    yield from (match.span() for match in BRAND.finditer(text) if not MASKED.search(match[0]))
    for match in BEFORE.finditer(text) if TELLTALE.search(text) else ():
        lead = LEADS.match(match["name"])
        start = match.start() + (lead.end() if lead else 0)
        name = text[start : match.end("name")]
        if len(GENERIC.sub("", name)) > 1 and not MASKED.search(name):
            yield start, match.end()
