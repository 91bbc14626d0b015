"""Accounts of a person with services: WeChat, QQ, Alipay, short videos, shops; the names they go by there.

The name of a service alone is no account: 微信公众号 金山食安, 支付宝付款 and 抖音直播间 stay. What counts as an account
depends on how clearly the words before it announce one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind
from portal.privacy.named_numbers import COUNTED, LONGEST_LIST, NEXT, digits
from portal.privacy.openings import opening

# Services with words between blanks, each a pattern of its own.
CHATS = (
    r"微\s?信 [薇威徽维]信 [Ww]e[Cc]hat WECHAT [Ww]eixin (?<![0-9A-Za-z._])[Vv][Xx](?![0-9A-Za-z_]*\() [Vv]信 加我"
    r" [加➕]\s?(?:[微薇]信?|[Vv][Xx信]?|卫星?) 卫星 接单微 下单微 (?<![0-9A-Za-z._/])[Ww][Xx](?=[\s:号])"
    r" (?<![0-9A-Za-z._/])[Vv](?=[:号])"
)
SHOWN = (
    r"抖音 [Dd]ou音 快手 小红书 微博 视频号 [Bb]站 哔哩哔哩 知乎 豆瓣 贴吧 头条 [Tt]ik[Tt]ok [Dd]ouyin [Ff]acebook"
    r" [Ii]nstagram [Tt]witter [Tt]elegram [Ss]kype [Ww]hats[Aa]pp [Ll]ine(?=\s?ID) LINE(?=\s?ID) 陌陌 探探 钉钉 飞书"
)
SHOPS = (
    "支付[宝包] [Aa]lipay ZFB zfb [Pp]ay[Pp]al 云闪付 淘宝 旺旺 阿里 天猫 京东 拼多多 闲鱼 美团 饿了么 点评 盒马 叮咚 随申办"
    " 平台 游戏 会员 用户 昵称 网名 账号 帐号"
)
SERVICE = re.compile(opening(f"{CHATS} {SHOWN} {SHOPS}".split()))
CHAT, SHOW = (re.compile("|".join(words.split())) for words in (CHATS, SHOWN))
# Too common to mean an account unless a word says so.
COMMON = frozenset({"平台", "游戏", "会员", "用户", "阿里", "加我"})
# Of these a name is taken only for what it looks like, or in quotes.
SLIGHT = frozenset({"V", "v", "账号", "帐号"})
BY_THEMSELVES = frozenset({"旺旺", "昵称", "网名"})
# Words that announce an account, behind the name of a service.
ANNOUNCED = re.compile(
    r" ?\(?(?:旺旺|联系|添加|店铺|商户|收款|充值|注册|登录|发布|主页|买家|卖家|对方|流水|显示){0,3}"
    r"(?P<word>(?:(?:账|帐)[号户]|账户名|用户号|[会用][员户]名?号?|会员卡?号|卡号|昵称|网名|登录名|博主|主播|达人|掌柜|名称?|号码?|[Uu]?[Ii][Dd]|id号|[Uu]ser[Nn]ame){1,4})"
)
SOLVES = r"(?:[ \n*_~`|]{0,4}(?:是|为|联系|系|叫|即)?[ \n*_~`|]{0,4})"
CLEAR = re.compile(rf"{SOLVES}(?:[:：=@(「『“\"'【\[]|\| )[ \n*_~`|\"“「『(]*")
BLANK = re.compile(rf"{SOLVES}")
NAMED = re.compile(r"昵称|网名|名|用户")
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
EVERYDAY = re.compile(
    r"(?:true|false|null|none|https?|www|yes|no|app\d*|pc端?|h5|pro|mini|api|open|login|pay|qrcode|scan|official|page|card|title|description|image|site|creator|[a-z]+\.(?:com|cn))(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# A name in Chinese ends where the sentence goes on with what was done under it.
WENT_ON = (
    r"发[帖布表文]|下单|出售|售卖|自制|反映|投诉|举报|留言|评论|差评|称|直播|的(?:笔记|视频|账号|直播|评)"
)
NICK = re.compile(
    r"@?(?P<name>(?=[0-9_]{0,20}[\u4e00-\u9fffA-Za-z])[\u4e00-\u9fff0-9A-Za-z_]{2,20}?)"
    rf"(?={WENT_ON}|[^\u4e00-\u9fff0-9A-Za-z_]|\Z)"
)
# Behind 昵称 or 用户名, words of a sentence about names as such.
NO_NICK = re.compile(
    r"[可应不须要是否等和及或的由与为一实必中里上下已未会能得被也都相重头以填设注略在有无]|(?:账|帐)[号户]|信息|同|名称|密码|注销|数据|端|反映|评价|投诉"
)
OFFICIAL = re.compile(
    r"\A(?:账号|帐号|昵称|用户名?|名称|号码?|同城)|发布|食安|市监|监管|政府|公安|消防|卫健|[日晚]报|新闻|电视|广播|融媒|官方|公众号|团购|直播间|优选|外卖|到家|超市|有限|公司|略\Z|备案|一致"
)
PHONE = re.compile(rf"[ :(*|]{{0,4}}(?P<name>\+?{digits(8, 20)}){COUNTED}")

QQ_WORDS = (
    "(?<![0-9A-Za-z_])[Qq] ?[Qq](?![A-Za-z])",
    "(?<![0-9A-Za-z_])Q(?=[:号群])",
    "扣扣",
    "企鹅号",
    "加[Qq](?![A-Za-z])",
)
QQ = re.compile(rf"{opening(QQ_WORDS)}[^0-9。;!?]{{0,9}}(?P<name>{digits(5, 11)}){COUNTED}")
Stretch = tuple[int, int]
LEFT_OUT = "（账号略）"


def accounts(text: str) -> Iterator[Found]:
    """All accounts in `text`, which is folded and whose long rows of Chinese numerals are digits."""
    for match in QQ.finditer(text):
        yield Found(Kind.ACCOUNT, *match.span("name"), LEFT_OUT)
    for service in SERVICE.finditer(text):
        yield from _accounts(text, service)


def _accounts(text: str, service: re.Match[str]) -> Iterator[Found]:
    announced = ANNOUNCED.match(text, service.end())
    if service[0] in COMMON and not announced:
        return
    place = announced.end() if announced else service.end()
    name = _longer(
        _handle(text, place, announced is not None, service[0] in SLIGHT),
        _nick(text, place, service, announced),
        text,
    )
    for _ in range(LONGEST_LIST):
        if not name:
            return
        yield Found(Kind.ACCOUNT, *name, LEFT_OUT)
        further = NEXT.match(text, name[1]) if announced else None
        name = _handle(text, further.end(), False) if further else None


def _longer(handle: Stretch | None, nick: Stretch | None, text: str) -> Stretch | None:
    """momo的烘焙日记0917 goes on in Chinese; abc_88已删除 does not."""
    if handle and nick and nick[1] > handle[1] and text[nick[1] - 1].isascii():
        return nick
    return handle or nick


def _handle(text: str, place: int, announced: bool, slight: bool = False) -> Stretch | None:
    """A name in letters and digits: any behind a colon or 号, one that looks like no word behind blanks."""
    phone = PHONE.match(text, place)
    if phone:
        return phone.span("name")
    clear = CLEAR.match(text, place)
    begin = clear.end() if clear else _after_blanks(text, place)
    match = HANDLE.match(text, begin)
    if not match or EVERYDAY.match(match["name"]) or not NO_COUNT.match(text, match.end()):
        return None
    by_looks = HANDLE_BY_LOOKS.fullmatch(re.sub(r"[ \n*]", "", match["name"])) is not None
    letters = not match["name"].isdigit()
    return match.span("name") if by_looks or (letters and not slight and (clear or announced)) else None


def _nick(text: str, place: int, service: re.Match[str], announced: re.Match[str] | None) -> Stretch | None:
    """A name in Chinese, in quotes or behind a colon, or right behind 昵称 and the like."""
    clear = CLEAR.match(text, place)
    named = (announced is not None and NAMED.search(announced["word"]) is not None) or (
        service[0] in BY_THEMSELVES and (announced or clear) is not None
    )
    shown = clear is not None and SHOW.fullmatch(text, *service.span()) is not None
    if not (named or shown or (announced and clear)) or (not named and CHAT.fullmatch(text, *service.span())):
        return None
    match = NICK.match(text, clear.end() if clear else _after_blanks(text, place))
    if (
        not match
        or OFFICIAL.search(match["name"])
        or SERVICE.fullmatch(match["name"])
        or (not clear and NO_NICK.match(match["name"]))
    ):
        return None
    return match.span()


def _after_blanks(text: str, place: int) -> int:
    blanks = BLANK.match(text, place)
    return blanks.end() if blanks else place
