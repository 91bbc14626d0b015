"""The services with which a person has an account, as they are called and as those who hide them write them.

微信 is also 薇信, 威信, 卫星, 绿泡泡 and +V; 抖音 is 某音 and DY号; 小红书 is 红书号 and 小红薯.
"""

from __future__ import annotations

import re

from portal.privacy.word_lists import listed, opening

# Services with words between blanks, each a pattern of its own.
HEART = "[❤♥♡]"
NO_WORD = "(?<![0-9A-Za-z._/-])"
CHATS = (
    rf"[微薇威徽维溦][\s·.\-]?{HEART}?\s?信 [Ww]e[Cc]hat WECHAT [Ww]eixin (?<![0-9A-Za-z._])[Vv][Xx](?![0-9A-Za-z_]*\()"
    rf" [Vv]\s?{HEART}?\s?信 [Vv]{HEART} 加我 [加➕]\s?{HEART}?(?:[微薇]信?|[Vv][Xx信]?|卫星?|信)"
    rf" (?<![0-9A-Za-z_)])[+]\s?{HEART}?\s?(?:[微薇]信?|[Vv][Xx信]?(?=[\s:号0-9\u4e00-\u9fff])|卫星?|信)"
    r" 卫星 绿泡泡 [薇微威][❤♥♡] [薇微](?=[:号]) (?<![0-9A-Za-z._])[Vv][\s.][Xx](?=[\s:号]) WX(?=[a-z]{3}) (?<![0-9A-Za-z._/-])[Ww][Xx](?=[a-z]{2,12}[_-][0-9]{3}) 接单微 下单微 (?<![0-9A-Za-z._/])[Ww][Xx](?=[\s:号同]) (?<![0-9A-Za-z._/])[Vv](?=[:号同])"
)
SHOWN = (
    r"抖音 [Dd]ou音 [抖逗](?:音|yin) D音 某[音手书博](?=[\s:号0-9A-Za-z@账用昵]) 抖(?=[:号A-Za-z]) 快手 小红书 小红薯 红[书薯](?=号) 微博 视频号 [Bb]站 哔哩哔哩 知乎 豆瓣 贴吧 头条"
    r" [Tt]ik[Tt]ok [Dd]ouyin [Ff]acebook [Ii]nstagram [Tt]witter [Tt]elegram [Ss]kype [Ww]hats[Aa]pp [Ll]ine(?=\s?ID)"
    rf" LINE(?=\s?ID) 陌陌 探探 钉钉 飞书 {NO_WORD}[DdKk][YySs](?=\s?号) {NO_WORD}[Xx][Hh][Ss](?=\s?号)"
    rf" {NO_WORD}[Ww][Bb](?=\s?号) {NO_WORD}D[Yy](?=:) {NO_WORD}XHS(?=:)"
).replace("(?<![0-9A-Za-z._/-])", NO_WORD)
SHOPS = (
    r"支[付某]宝 支付包 支[Ff]u宝 [Aa]lipay ZFB zfb [Pp]ay[Pp]al 云闪付 淘宝 旺旺 某[宝团东鱼多](?=[\s:号0-9A-Za-z@账用昵]) 阿里 天猫 京东 拼多多 多多买菜 [闲咸]鱼 转转 得物"
    r" 美团 饿了么 点评 盒马 叮咚 朴朴 每日优鲜 唯品会 苏宁 百度 网易 滴滴 哈啰 携程 飞猪 随申办 花呗 飞信 登录名 注册名 小程序"
    r" 平台 游戏 会员 用户 昵称 网名 [账帐]\s?号 [账帐]户 [Ii](?<=[\u4e00-\u9fff].)[Dd](?![a-z])"
)
SERVICE = re.compile(opening(listed(f"{CHATS} {SHOWN} {SHOPS}")))
CHAT, SHOW = (re.compile("|".join(listed(words))) for words in (CHATS, SHOWN))
# Too common to mean an account unless a word says so.
COMMON = frozenset({"平台", "游戏", "会员", "阿里", "加我", "小程序", "百度", "转转"})
# Of these a name is taken only for what it looks like, or in quotes.
SLIGHT = frozenset({"V", "v", "用户", "ID", "id", "Id", *(a + b for a in "账帐" for b in "号户")})
# Also a satellite, a sweet potato, a bookshop: digits alone are no account behind them unless a word says so.
AMBIGUOUS = re.compile(r"卫星|小红薯|某.|抖|绿泡泡|威信|用户|[Ii][Dd]|[账帐][号户]")
BY_THEMSELVES = frozenset({"旺旺", "昵称", "网名", "登录名", "注册名", "ID", "id"})
# Words that announce an account, behind the name of a service.
BETWEEN = "旺旺|联系|添加|店铺|商户|收款|充值|注册|登录|发布|主页|买家|卖家|评价|直播间?|对方|流水|显示|骑手|买菜|外卖|商城|平台|优选|超市"
ANNOUNCED = re.compile(
    rf"(?: ?\(?(?:{BETWEEN}|[Aa][Pp][Pp]){{0,3}} ?)(?P<word>(?:[账帐][号户]名?|用户号|[会用][员户]名?号?|会员卡?号|(?<=员)编号|卡号"
    r"|昵称|网名|登录名|博主|主播|达人|掌柜|店主|群主|[买卖]家|评[论价][者人]|名(?![气声单额次目义片优人词牌录列校厨企店品望利下])称?|同[号步]|号码?|[Uu]?[Ii][Dd]|PIN|[Uu]ser[Nn]ame|主页(?=[ :]{0,2}(?:[\u4e00-\u9fff“\"「『@]|[0-9_]{0,9}[A-Za-z]))){1,4})"
)
NAMED = re.compile(r"昵称|网名|名|用户|[Ii][Dd]")
# Behind them on a platform a name may follow without a mark.
OF_A_PLATFORM = re.compile(r"(?:[账帐][号户]|主页)\Z")
# What an ID may belong to besides a person.
OF_A_SHOP = re.compile(r"(?:店铺|商户)[Ii][Dd]\Z")
OF_A_THING = re.compile(
    r"(?:设备|仪器?|批次|订单|商品|产品|门店|店铺|页面|文件|记录|任务|案件|交易|流水|样品|数据|模板|企业|商家|单位|标签|节点)[^0-9A-Za-z,。;]{0,3}\Z"
)
