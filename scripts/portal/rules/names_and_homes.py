"""Full names of natural persons, and addresses down to the house number, in running Chinese text.

There is no telling a name from a word for certain. A name is taken for one where a word such as 当事人 or
法定代表人 goes before, a common surname begins it, and something that cannot be part of a name follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Stretch = tuple[int, int]
ROLES = (
    "当事人|代表人|经营者|负责人|控制人|投资人|联系人|受害人|举报人|投诉人|申请人|嫌疑人|被告人|证人|代理人|供货人"
    "|店主|店长|老板|摊主|业主|户主|房东|股东|经理|员工|职工|雇员|厨师|厨师长|服务员|收银员|配送员|采购员|驾驶员|司机"
    "|安全员|安全总监|消费者|顾客|患者|学生|家长|居民|村民|市民|执法人员|检查人员|姓名"
)
# The commonest surnames of the 2020 census, parted by how often they begin everyday words: seldom, often, and
# so often (于, 向, 任) that only a name with a mark after it is taken for one.
PLAIN_SURNAMES = (
    "王李张刘陈杨赵吴徐孙朱胡郭林罗郑梁谢宋唐邓韩冯曹彭肖董潘袁蔡蒋杜魏苏吕丁卢姚沈钟姜崔谭陆范汪廖韦贾邹熊孟秦邱"
    "侯尹薛闫阎史陶郝龚邵覃傅樊施俞倪翁裘"
)
WORDLIKE_SURNAMES = "黄周马高许田余叶程石金夏付白江雷龙贺毛段顾武钱戴严莫孔文康温汤黎易安乔赖"
FUNCTION_SURNAMES = "何曾于任方万向常"
SURNAMES = PLAIN_SURNAMES + WORDLIKE_SURNAMES + FUNCTION_SURNAMES
DOUBLE_SURNAMES = "欧阳|上官|司马|诸葛|司徒|东方|夏侯|尉迟|皇甫|令狐|公孙|慕容|长孙"
# Second characters that make an everyday word of a surname, such as 张贴 or 高温.
WORDS = {
    "张": "贴挂罗口", "李": "子", "陈": "列述旧", "杨": "梅浦树", "徐": "汇州", "孙": "辈子",
    "朱": "泾红", "胡": "椒萝乱", "林": "业地", "罗": "列汉", "郑": "重州", "谢": "绝谢",
    "宋": "体", "唐": "突山", "韩": "国式", "董": "事", "蔡": "氏", "杜": "绝",
    "苏": "州打丹", "吕": "巷", "丁": "香酉", "沈": "阳", "钟": "头点", "姜": "汁片",
    "陆": "续地", "范": "围本例", "孟": "加", "秦": "岭", "史": "上料", "陶": "瓷器",
    "施": "工行加", "俞": "塘", "吴": "中江", "肖": "像", "樊": "笼", "潘": "塘",
    "黄": "金酒浦色豆瓜油鱼鳝", "周": "边围一二三四五六日末期转", "马": "上路桶铃虎", "何": "时地种况",
    "高": "度温价于级压校中频龄峰发效达铁", "许": "可多", "曾": "经用任", "田": "间地", "余": "下额量款",
    "于": "是", "叶": "菜片", "程": "序度", "任": "何意职务命期选", "石": "化材斑油头",
    "金": "额山属市卫融枪", "夏": "季天秋令日", "付": "款费清出钱", "方": "便式面法案能才向",
    "白": "天酒色糖", "江": "苏西浙", "雷": "同达", "龙": "虾头眼", "贺": "卡",
    "毛": "利重巾发肚豆病", "段": "落时", "顾": "客及虑", "万": "元一余户份里", "武": "汉装",
    "钱": "款币", "戴": "口手帽好着上", "严": "格重禁肃控查", "莫": "名要", "孔": "雀", "向": "阳",
    "常": "见温年规常用备", "文": "件字明化书", "康": "复", "温": "度馨", "汤": "料类汁",
    "黎": "明", "易": "腐于燃变", "安": "全排装心放", "乔": "装", "赖": "账",
}  # fmt: skip
NEVER_IN_NAMES = (
    "的了在是不无未已被因从对把其此该每或及和者须要会查验存购买售卖销营罚处料店员人提供说讲告问答某×＊*"
)
FOLLOWS_NAME = (
    NEVER_IN_NAMES + "与到将有自于为向由以曾也称系就均又等之所使加制采进经擅私违涉承陈表签负妻夫父母儿女、"
)
OTHER_THAN_HAN = r"[^\u4e00-\u9fff]|$"
# 王先生, 李女士 name nobody.
COURTESY = ("先生", "女士", "师傅", "同志", "老板", "小姐", "阿姨", "医生", "老师", "经理", "家", "姓")

GIVEN = rf"(?:(?![{re.escape(NEVER_IN_NAMES)}])[\u4e00-\u9fff]){{1,2}}"
STRICT_GIVEN = rf"(?:(?![{re.escape(FOLLOWS_NAME)}])[\u4e00-\u9fff]){{1,2}}"
ENDS = rf"(?=[{re.escape(FOLLOWS_NAME)}]|{OTHER_THAN_HAN})"
NAME = (
    rf"(?P<name>(?:{DOUBLE_SURNAMES}|[{PLAIN_SURNAMES}]){GIVEN}{ENDS}|[{WORDLIKE_SURNAMES}]{STRICT_GIVEN}{ENDS}"
    rf"|[{FUNCTION_SURNAMES}]{STRICT_GIVEN}(?={OTHER_THAN_HAN}))"
)
AFTER_ROLE = re.compile(rf"(?:{ROLES})(?:姓名|名叫|叫做|叫|为|是|系)?[ \n]*[:：]?[ \n“\"]*{NAME}")
BEFORE_SEX = re.compile(rf"(?<![\u4e00-\u9fff]){NAME}[ ]*[（(][ ]*[男女][，,）)\s]")
MASK = re.compile(r"[某×＊*□○]|[xX]{2}")

NUMBER = r"[0-9]{1,5}(?:[A-Za-z]|之[一二三四五六])?"
HOUSE = rf"{NUMBER} ?(?:支?弄|号楼?|幢|栋|单元|组|队|楼)"
STREET = re.compile(
    rf"(?P<place>[路街巷村苑]|大道|新村|小区|花园|公寓) ?(?P<house>{HOUSE}(?:[ ,，]?(?:{HOUSE}|{NUMBER} ?室))*)(?![线令文公通])"
)
# Where the words before a street name end; names of streets are rarely longer than six characters.
BEFORE_NAME = re.compile(
    r"(?:.*[\s，。、；：:,.（(“在于住至到从往是为址])?(?P<name>[\u4e00-\u9fff]*)\Z", re.DOTALL
)
LONGEST_NAME = 12
AT_HOME = re.compile(r"(?:家住|住址|住在|户籍|居住|现住|家中|家庭地址)[^。；\n]{0,12}$")
DWELLING = re.compile(r"室|幢|栋|单元|组|队")
MASKS = "某×＊*"


def full_names(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` that are, by all signs, a person's full name."""
    for pattern in (AFTER_ROLE, BEFORE_SEX):
        for match in pattern.finditer(text):
            name = match["name"]
            given = name[len(surname_of(name)) :]
            if name[1] not in WORDS.get(name[0], "") and not given.startswith(COURTESY):
                yield match.span("name")


def masked(name: str) -> str:
    """The name with only its surname left, 王某."""
    return f"{surname_of(name)}某"


def surname_of(name: str) -> str:
    return name[:2] if name[:2] in DOUBLE_SURNAMES.split("|") else name[0]


def is_masked(name: str) -> bool:
    """Whether part of the name is hidden, as in 王某 or 某餐饮店."""
    return MASK.search(name) is not None


@dataclass(frozen=True, slots=True)
class Address:
    """A stretch of text; `home` when it points to a dwelling, not only to a house in a street."""

    start: int
    end: int
    home: bool


def addresses(text: str) -> Iterator[Address]:
    """Addresses with a street, village or estate that is not masked, and a house number."""
    for match in STREET.finditer(text):
        name = _name_before(text, match.start())
        masked = any(char in MASKS for char in name[-2:] + match[0])
        if masked or len(name) + len(match["place"]) < 3:
            continue
        start = match.start() - len(name)
        village = match["place"] == "村" and "号" in match["house"]
        home = village or bool(DWELLING.search(match["house"])) or bool(AT_HOME.search(text[:start]))
        yield Address(start, match.end(), home)


def _name_before(text: str, end: int) -> str:
    before = BEFORE_NAME.match(text[max(0, end - LONGEST_NAME) : end])
    return before["name"] if before else ""
