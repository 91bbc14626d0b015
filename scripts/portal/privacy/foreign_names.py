"""Names that are not Han: transcribed with a dot or by known syllables, in Latin letters, kana, Hangul, Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.alternation import alternation, listed

# What is used to transcribe sounds, after 《世界人名翻译大辞典》 and names of Uyghurs, Mongols, Tibetans, Yi.
TRANSCRIBING = frozenset(
    "白茨代甸冬富格赫豪华怀霍惠加焦杰津康柯朗乐列林洛梅缅摩姆尼诺佩奇琴仁荣瑟尚绍汤滕文翁希休雪延扬尤泽阿埃艾安昂奥巴拜班邦保鲍贝本比彼宾波伯博布查昌达戴丹道德登迪蒂丁东杜敦顿多恩尔法凡范菲芬冯夫弗福富盖甘冈高戈哥格根古圭"
    "哈海汉汗豪赫亨侯胡霍基吉季加贾简江杰金津卡凯坎康考柯科可克肯库夸拉莱兰劳勒雷蕾黎里利莉连林龙卢鲁露伦罗洛马玛迈曼芒毛梅"
    "门蒙米密敏莫姆墨默穆内纳娜南尼妮涅宁纽努诺欧帕派潘庞培佩彭皮珀普齐奇乔切琼丘热仁荣茹儒瑞若萨塞赛桑瑟森沙莎珊尚绍舍申"
    "圣施什史舒朔丝思斯苏索塔泰坦汤唐陶特滕提汀廷图托瓦旺威维韦魏温翁沃乌西希锡夏肖谢辛欣休逊雅亚延扬耶叶伊英尤约泽扎"
    "詹珍芝兹朱卓宗祖佐孜买玉肉合依苏买吐吾木呷铁古娅热甫则者次央措旦增吉云其巴雅图那顺日格孛只濑贡玉素艾依孜尕牙库尔班提帕赛"
    "达尼亚热木孜汗娜江别肯哈萨坚岩罕波涛猜蓬颂旺蒋丽额儿斤大卫力卜克合翰密凯朗文波沃斯纳提莉娃姆伯尔奇夏维娅贾莱塔鲁扎顿兹拜翁山明地玛丹戴万达江松冯张李王陈金"
) - frozenset("云日汤者则")
SYLLABLES = listed(
    "扎西 多吉 才仁 次仁 卓玛 达娃 尼玛 平措 旺堆 格桑 洛桑 丹增 旦增 索朗 索南 拉姆 央金 白玛 仁青 仁增 曲珍 曲扎 德吉 强巴 加措 嘉措 旺姆 旺扎 顿珠 "
    "边巴 普布 米玛 拉巴 巴桑 桑吉 措姆 卓嘎 群培 晋美 贡布 才旦 才让 完么 巴特尔 巴图 苏和 那仁 那顺 乌云 其其格 其木格 图雅 托娅 高娃 娜仁 格日勒 格日乐 "
    "呼和 宝音 孟和 朝鲁 斯琴 萨仁 萨日娜 阿古拉 苏日娜 巴雅尔 额尔德 木仁 青格乐 布和 毕力格 乌兰 哈斯 敖登 特木尔 牧仁 塔娜 通拉嘎 朝克图 满都拉 都兰 吉雅 "
    "古丽 买买提 阿依 吐尔逊 吐尔地 阿迪力 帕提 木拉提 艾山 艾力 依明 伊明 玉素甫 努尔 阿不都 阿卜杜 热合曼 库尔班 麦麦提 艾合买提 吾买尔 肉孜 巴合提 叶尔肯 "
    "阿曼 古丽娜 阿依古丽 迪丽 热巴 阿里木 卡德尔 亚森 吾尔 沙马 吉克 阿加 曲木 阿木 木呷 拉铁 阿果 日古 尔布 子呷 岩温 玉罕 岩罕 依罕 玉香"
)
OF_SYLLABLES = re.compile(f"(?:{alternation(SYLLABLES)}){{1,4}}[汗江尔尼娜甫]?")
SYLLABLES_LIKELINESS = -17.0

DOTS = "·•‧・.．"
LETTER = r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]"
WORD = rf"{LETTER}(?:{LETTER}|['’\-.])*"
CAPITAL = rf"(?=[A-ZÀ-ÞА-ЯЁ]){WORD}"
LATIN = re.compile(rf"{CAPITAL}(?:(?: ?, ?|[ /])(?:(?:van|von|de|da|di|bin|al|del|der) )?{CAPITAL}){{1,3}}")
TITLED = re.compile(
    rf"(?<![A-Za-z])(?:Dr|Mr|Mrs|Ms|Miss|Prof)\b\.? ?(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}})"
)
NOT_PERSONAL = re.compile(
    r"(?i)\b(?:co|ltd|inc|llc|limited|company|corp|gmbh|coffee|cafe|café|bar|restaurant|foods?|group|store|shop|market|tea|house|kitchen|bakery"
    r"|pizza|hotel|club|international|china|shanghai|iso|haccp|gb|app|excel|word|wifi|vip|the|and|of|for|no|plus|pro|max|mini|new|open|data|id)\b"
)
PINYIN = re.compile(
    r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)"
)
LOWER = re.compile(rf"({PINYIN.pattern}) ((?:{PINYIN.pattern}){{1,2}})(?![a-z])")
OTHER_SCRIPT = re.compile(
    r"[\uac00-\ud7af]{2,4}(?: [\uac00-\ud7af]{1,3})?|[\u4e00-\u9fff]{0,3}[\u3040-\u30ff]{2,8}(?: ?[\u3040-\u30ff]{2,8})?"
)
HAN = r"[\u4e00-\u9fff]"
DOT = re.compile(rf"[{DOTS}](?={HAN}|[A-Z][{DOTS}])")
BEFORE_DOT = re.compile(rf"{HAN}{{1,9}}\Z")
AFTER_DOT = re.compile(rf"(?:[{DOTS}](?:{HAN}{{1,9}}|[A-Z](?=[{DOTS}])))+")


def of_syllables(run: str) -> Iterator[tuple[int, float]]:
    """A name of known syllables with which the run begins, three characters or more."""
    match = OF_SYLLABLES.match(run)
    if match and match.end() >= 3:
        yield match.end(), SYLLABLES_LIKELINESS


def latin_at(text: str, start: int) -> int | None:
    """Where the name in another script ends that begins at `start`; None where there is none."""
    match = LATIN.match(text, start) or LOWER.match(text, start) or OTHER_SCRIPT.match(text, start)
    if match is None or NOT_PERSONAL.search(match[0]):
        return None
    return match.end()


def tail(part: str) -> str:
    """What at the end of a part is used to transcribe sounds."""
    begin = len(part)
    while begin and _transcribes(part, begin - 1):
        begin -= 1
    return part[begin:]


def head(part: str) -> str:
    """What at the beginning of a part is used to transcribe sounds."""
    end = 0
    while end < len(part) and _transcribes(part, end):
        end += 1
    return part[:end]


def _transcribes(part: str, place: int) -> bool:
    """不 does so in 阿不都 only."""
    return part[place] in TRANSCRIBING or (
        part[max(0, place - 1) : place + 2] == "阿不都"
        or part[max(0, place - 2) : place + 1] == "阿不都"
        or part[max(0, place - 1) : place + 2] == "阿布都"
        or part[max(0, place - 2) : place + 1] == "阿布都"
    )
