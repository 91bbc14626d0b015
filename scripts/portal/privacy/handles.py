"""What somebody goes by with a service: a handle in letters and digits, a nickname in Chinese or mixed.

Both are sought at a place that a word has opened; how much they must look like a name depends on how clearly
it announced one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.privacy.check_digits import is_date
from portal.privacy.found import Stretch
from portal.privacy.named_words import COUNTED, digits

SOLVES = r"(?:[ \n*_~`|]{0,4}(?:是|为|联系|系|叫|即|显示为?)?[ \n*_~`|]{0,4})"
CLEAR = re.compile(rf"{SOLVES}(?:[:：=@(「『“\"'【\[]|\| )[ \n*_~`|\"“「『(]*")
BLANK = re.compile(rf"{SOLVES}")
NO_COUNT = re.compile(COUNTED)

# Every character alone; bold inside; a break before the part with the digits; in one piece.
HANDLE = re.compile(
    r"@?(?P<name>(?:[0-9A-Za-z_\-] ){5,30}[0-9A-Za-z_]"
    r"|[0-9A-Za-z][0-9A-Za-z_.\-]{0,20}\*\*[0-9A-Za-z_.\-]{2,30}(?:\*\*[0-9A-Za-z_.\-]{0,30})?"
    r"|[A-Za-z][A-Za-z_.\-]{0,20}\n {0,8}(?=[A-Za-z_]{0,10}[0-9])[0-9A-Za-z_.\-]{1,20}"
    r"|[0-9A-Za-z][0-9A-Za-z_.\-]{2,38}[0-9A-Za-z]|[0-9A-Za-z_]{4,40})(?![0-9A-Za-z@])"
)
# Letters with digits or a joint among them, or six digits: no everyday word looks so.
HANDLE_BY_LOOKS = re.compile(r"(?=[0-9]*[A-Za-z])(?=[A-Za-z_.\-]*[0-9_\-])[0-9A-Za-z_.\-]{4,40}|[0-9]{6,20}")
# Chinese in Latin letters, three syllables or more, as no English word is: laozhangshaokao.
ONSET = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
RIME = "(?:i?ang|i?ong|uang|[eiu]ng|i?an|i?ao|uai|uan|[aeu]i|ou|[eiuv]n|i[aeu]|u[aeio]|ve|[aoeiuv])"
PINYIN = re.compile(rf"(?=.{{6,24}}\Z)(?:{ONSET}{RIME}){{3,9}}")
EVERYDAY = re.compile(
    r"(?:hidden|masked|deleted|removed|private|redacted|omitted|withheld|secret|unknown|true|false|null|none|https?|www|yes|no|app\d*|pc端?|h5|pro|mini|api|open|login|pay|qrcode|scan|official|page|card|title|description|image|site|creator|[a-z]+\.(?:com|cn))(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# yun duo 3021: words and a number between blanks.
IN_PIECES = re.compile(r"[ :]{0,3}(?P<name>[a-z]{2,8}(?: [a-z]{2,8}){0,2} [0-9]{2,8})(?![0-9A-Za-z@])")
# A name in Chinese ends where the sentence goes on with what was done under it.
WENT_ON = r"发[帖布表文]|下单|出售|售卖|自制|反映|投诉|举报|留言|评论|差评|给出|称|直播|的(?:笔记|视频|账号|直播|评)"
NICK = re.compile(
    r"@?(?P<name>(?=[0-9_]{0,20}[\u4e00-\u9fffA-Za-z])[\u4e00-\u9fff0-9A-Za-z_]{2,20}?)"
    rf"(?={WENT_ON}|[^\u4e00-\u9fff0-9A-Za-z_]|\Z)"
)
# Behind 昵称 or 用户名, words of a sentence about names as such.
NO_NICK = re.compile(
    r"[可应不须要是否等和及或的由与为一实必中里上下已未会能得被也都相重头以填设注略在有无超达共约近脱数量满增总多少仅只]|(?:账|帐)[号户]|平台|系统|信息|同|名称|密码|注销|数据|端|反映|评价|投诉"
)
OFFICIAL = re.compile(
    r"\A(?:账号|帐号|昵称|用户名?|名称|号码?|同城)|发布|食安|市监|监管|政府|公安|消防|卫健|[日晚]报|新闻|电视|广播|融媒|官方|公众号|团购|直播间|优选|外卖|到家|超市|有限|公司|略\Z|备案|一致"
)
# A doubled character, words for kin, pets, sweets and cooking.
HOMELY = re.compile(
    r"\A(?=[\u4e00-\u9fff]{3,10}\Z)(?=.*(?:([\u4e00-\u9fff])\1|爱(?!心|国)|甜(?!品)|(?<!小)吃|[馋妈姐哥叔爷嫂婶宝猫喵狗兔熊酱阿]|小(?![店程时区组型额吃])|老(?![板年人师])|烘焙|厨房|日记|日常|食光|食记|私房|味道|生活|手作))"
)
OF_ACCOUNTS = re.compile(
    r"异常|运营|管理|认证|封|直播|开通|登[录陆]|内容|视频|带货|宣传|删|处罚|主体|关联|绑定|转让|买卖|营销|矩阵|安全|推广|橱窗|违规|归|所|该|其|被|已|了|将|使|名下|显示|简介|链接|截图|页|更新|清空|搜|打|展|声明|致歉|道歉|介绍|售|销|经营|上|下|进行"
)
# 账号：未提供 tells of none.
NOTHING = re.compile(
    r"[无略缺空](?![\u4e00-\u9fff0-9A-Za-z])|没有|暂[无未缺]|不[详明便予公清]|未[提查填知显登公留绑设取记注实核]|[详参]?见[上下附前后]|待[查补核填]|同[上前左]|已[注隐略删停封抹]|保密"
)
# Chinese with digits or Latin letters behind it, as names with services are: 糕小妹的店77, 爱吃的小豆丁_sh.
MIXED = re.compile(
    r"(?=[A-Za-z_]{0,12}[\u4e00-\u9fff]).*[\u4e00-\u9fff](?:[0-9]{2,8}|_[0-9A-Za-z_]{1,12}|[A-Za-z]{2,12}[0-9]{0,6})"
)
NO_MIXED = re.compile(
    r"[单编批]号|订单|编号|[收付退汇]款|支付|转账|交易|金额|话题|热线|客服|电话|版本|余额|[月日]|粉丝|销量|价|券|活动|卡|第"
)
PHONE = re.compile(rf"[ :(*|]{{0,4}}(?P<name>\+?{digits(8, 20)}){COUNTED}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name may begin, and what the words before say of it.

    `announced` by a word such as 账号, `slight` where nothing but its looks speak for a handle, `ambiguous` where
    digits alone do not even then, `spoken` where a word in pinyin will do.
    """

    start: int
    announced: bool
    slight: bool = False
    ambiguous: bool = False
    spoken: bool = False


def handle(text: str, place: Place) -> Stretch | None:
    """A name in letters and digits: any behind a colon or 号, one that looks like no word behind blanks."""
    phone = None if place.ambiguous and not place.announced else PHONE.match(text, place.start)
    if phone:
        return phone.span("name")
    if place.spoken and place.announced and (pieces := IN_PIECES.match(text, place.start)):
        return pieces.span("name")
    clear = CLEAR.match(text, place.start)
    match = HANDLE.match(text, clear.end() if clear else after_blanks(text, place.start))
    if not match or EVERYDAY.match(match["name"]) or not NO_COUNT.match(text, match.end()):
        return None
    name = re.sub(r"[ \n*]", "", match["name"])
    named = clear is not None or place.announced
    if name.isdigit() and not named and (place.ambiguous or (len(name) == 8 and is_date(name))):
        return None
    return match.span("name") if _is_handle(name, place, named) else None


def _is_handle(name: str, place: Place, named: bool) -> bool:
    if HANDLE_BY_LOOKS.fullmatch(name):
        return True
    if (named or place.spoken) and PINYIN.fullmatch(re.sub(r"[._-]", "", name)):
        return True
    return named and not place.slight and not name.isdigit()


def nickname(text: str, start: int, named: bool) -> Stretch | None:
    """A name in Chinese behind a colon or in quotes, or right behind a word that `named` it."""
    clear = CLEAR.match(text, start)
    match = NICK.match(text, clear.end() if clear else after_blanks(text, start))
    if not match or OFFICIAL.search(match["name"]) or NOTHING.match(text, match.start("name")):
        return None
    if not clear and (not named or NO_NICK.match(match["name"])):
        return None
    return match.span()


def homely(text: str, start: int) -> Stretch | None:
    """A name in Chinese alone, right there, that has what nicknames have and no account does: 桃桃爱烘焙."""
    match = NICK.match(text, after_blanks(text, start))
    if not match or not HOMELY.search(match["name"]) or OF_ACCOUNTS.search(match["name"]):
        return None
    if (
        OFFICIAL.search(match["name"])
        or NO_NICK.match(match["name"])
        or NOTHING.match(text, match.start("name"))
    ):
        return None
    return match.span("name")


def mixed(text: str, start: int) -> Stretch | None:
    """A name that mixes Chinese with digits or letters, right there."""
    match = NICK.match(text, after_blanks(text, start))
    if not match or not MIXED.fullmatch(match["name"]) or not NO_COUNT.match(text, match.end()):
        return None
    if OFFICIAL.search(match["name"]) or NO_MIXED.search(match["name"]) or NO_NICK.match(match["name"]):
        return None
    return match.span("name")


def after_blanks(text: str, place: int) -> int:
    """Where something stands again."""
    blanks = BLANK.match(text, place)
    return blanks.end() if blanks else place
