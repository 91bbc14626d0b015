"""What tells which firm it is: the number of a document, the full name of an organisation, the name of a shop.

`firms(text)` gives each stretch with what to write instead. A shop's name is what is left before 餐饮店 or 超市 when
words of place, trade and kind are taken away: 好又多超市 is one, 小区门口的早餐店 is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind

DOCUMENT_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:罚|处|责改|强制|扣|告|听|移|立|案)[\u4e00-\u9fff]{0,3} ?[〔\[（(【]? ?20[0-9]{2} ?[〕\]）)】]?"
    r" ?第? ?[0-9A-Za-z\-]{1,20} ?号"
)
BEFORE_NUMBER = re.compile(
    r".*(?:文书|文号|决定书?|通知书?|编号|号码|案号|的|为|是|即|按|据|依|用|见|由)(?=[\u4e00-\u9fff])"
)
REGISTERED = r"有限责任公司|股份有限公司|有限公司|股份公司|集团公司|合伙企业|专业合作社|农民合作社"
SHOP = (
    r"餐饮店|小吃店|小吃部|饭店|饭馆|饭庄|餐厅|餐馆|酒家|酒楼|酒店|菜馆|面馆|粉馆|汤包馆|馄饨店|水饺店|饺子馆|面店|米线店|火锅店|烧烤店|烤肉店"
    r"|快餐店|早餐店|点心店|熟食店|卤味店|烤鸭店|炸鸡店|奶茶店|茶饮店|咖啡店|咖啡馆|茶餐厅|饮品店|冷饮店|甜品店|烘焙店|蛋糕店|面包店|面包房|糕饼店|糕点店"
    r"|炒货店|食品店|食杂店|杂货店|南货店|副食店|粮油店|水果店|蔬菜店|果蔬店|生鲜店|水产店|肉店|便利店|小卖部|超市|生活馆|美食城|大排档"
    r"|经营部|批发部|商行|商店|商贸行|食品厂|糕点厂|加工厂|加工坊|豆制品厂|酿造厂|酒厂|药店|药房|母婴店|用品店"
)
NAME = re.compile(
    rf"(?P<name>[\u4e00-\u9fffA-Za-z0-9·&（）()“”\"‘’]{{1,24}}?)(?P<form>{REGISTERED}|{SHOP})(?:[（(][\u4e00-\u9fff]{{2,6}}店[）)])?"
)
CALLED = re.compile(
    r"(?:店名|店招|招牌|门头|字号|商号|名号|名称|挂牌|品牌名)(?:为|是|叫|写着|写的是|上写着|：|:)?[“\"‘](?P<name>[^“”\"‘’\n]{2,20})[”\"’]"
)
# Where the running text before a name ends.
LEAD = re.compile(
    r".*(?:一家|这家|那家|每家|两家|多家|某家|几家|各家|家家|该|此|本|的|了|着|过|到|在|向|从|由|与|和|或|及|是|为|把|被|对|给|让|用|因|系|称|即|等|于"
    r"|要求|倡导|鼓励|提醒|督促|责令|指导|发现|检查|抽检|委托|购买|购进|经营|开办|经营者|供货商|供货者|当事人|承包|进入|前往|约谈|关闭|查封|投诉|举报|来自|[，。；：、！？])"
)
MASKED = re.compile(r"[某×＊*□○]|[xX]{2}|\A[甲乙丙丁]\Z")
PLACE = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:省|自治区|市|区|县|镇|乡|街道|开发区|工业区|大道|路|街|弄|村|广场|商城|商场|市场|园区)"
)
ADMINISTRATIVE = re.compile(r"^[\u4e00-\u9fff]{1,6}?(?:省|市|区|县|镇|乡|街道)")
GENERIC = re.compile(
    r"上海|金山|本市|本区|本镇|全市|全区|全镇|外地|国内|境外|中国|食品|餐饮|饮食|美食|小吃|特色|农家|家常|传统|风味|连锁|直营|加盟|品牌|知名|大型|中型|小型|微型"
    r"|中小|普通|其他|其它|有些|部分|个别|所有|任何|许多|大多数|附近|周边|门口|旁边|沿街|临街|路边|街边|小区|社区|校园|校门口|校外|校内|学校|大学|医院|车站|码头|景区|农村|城镇"
    r"|乡镇|村里|镇上|楼下|网上|网络|线上|线下|实体|外卖|无证|无照|持证|新开|新办|老|大|小|新|早|夜|夜宵|早点|早餐|午餐|晚餐|快餐|团餐|配餐|供餐|集体|单位|公司|企业|机关|工厂|工地|员工|职工|自助"
    r"|管理|服务|贸易|商贸|商业|科技|生物|技术|供应链|百货|综合|生活|日用|农业|农产品|水产|海鲜|肉类|禽类|冷鲜|冷冻|冷链|生鲜|鲜肉|猪肉|牛肉|羊肉|牛羊肉|牛肉面|鸡|鸭|鹅|鱼|虾|蟹|蔬菜|水果|果蔬"
    r"|粮油|粮食|米面|面粉|大米|食用油|调味品|乳业|乳品|奶粉|婴幼儿|母婴|孕婴|儿童|老年|保健|健康|营养|滋补|饮料|茶叶|茶饮|奶茶|咖啡|饮品|冷饮|甜品|烘焙|面包|蛋糕|西点|糕点|点心|月饼|青团|粽子"
    r"|炒货|坚果|零食|休闲|散装|进口|预包装|熟食|卤味|卤菜|凉菜|冷菜|烧烤|烤肉|烤鸭|炸鸡|火锅|麻辣烫|串串|面馆|拉面|面条|馄饨|饺子|包子|馒头|生煎|豆制品|豆腐|酿造|白酒|黄酒|烟酒|糖酒"
    r"|川|湘|粤|徽|本帮|东北|四川|重庆|新疆|兰州|沙县|西北|清真|素食|西式|中式|日式|韩式|日本|韩国|泰国|料理|加工|生产|制造|销售|零售|批发|经营|配送|运输|物流|仓储|进出口|电子|信息|商务|网络"
    r"|专业|农民|种植|养殖|集团|股份|有限|责任|平台|文具|玩具|用品|药品|医药|参茸|土特产|特产|便民|平价|折扣|临期|仓储式|会员|无人|自动|智能|流动|临时|季节性|[（）()·&“”\"‘’]"
)
TRADE = re.compile(rf"(?:(?![（）()·&“”\"‘’])(?:{GENERIC.pattern}))*\Z")
# 去超市, 老药店, 开一爿饭店; but 老王, 阿明 and 小杨 are names.
NO_NAME = re.compile(
    r".?[不没无非能会要可应须请去来看买卖吃开进出上下里外内旁边前后每各该此间爿个座所片排楼层0-9]\Z"
)
PET_NAME = re.compile(r"[老阿小][\u4e00-\u9fff]\Z|[老阿小][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗]")


def firms(text: str) -> Iterator[Found]:
    """Every stretch by which somebody could find out which firm is meant."""
    for match in DOCUMENT_NUMBER.finditer(text):
        lead = BEFORE_NUMBER.match(match[0])
        yield Found(
            Kind.DOCUMENT_NUMBER, match.start() + (lead.end() if lead else 0), match.end(), "（文号略）"
        )
    for match in CALLED.finditer(text):
        if not MASKED.search(match["name"]):
            yield Found(Kind.TRADE_NAME, *match.span("name"), "某店")
    for match in NAME.finditer(text):
        if found := _named(match):
            yield found


def _named(match: re.Match[str]) -> Found | None:
    """The name that ends with the form of a firm, where anything in it names one."""
    lead = LEAD.match(match["name"])
    start = match.start("name") + (lead.end() if lead else 0)
    name = match["name"][lead.end() if lead else 0 :]
    if not name or MASKED.search(name) or NO_NAME.fullmatch(name):
        return None
    own = GENERIC.sub("", PLACE.sub("", name))
    quoted = any(mark in name for mark in '“"‘')
    placed = ADMINISTRATIVE.match(name) is not None
    if len(own) < 2 and not (own and (quoted or placed or PET_NAME.match(name))):
        return None
    place, trade = ADMINISTRATIVE.match(name), TRADE.search(name)
    masked = f"{place[0] if place else ''}某{trade[0] if trade else ''}{match['form']}"
    return Found(Kind.TRADE_NAME, start, match.end(), masked)
