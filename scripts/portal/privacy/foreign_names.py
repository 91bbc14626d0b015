"""Names that are not Han: transcribed with a dot or by known syllables, in Latin letters, kana, Hangul, Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.word_lists import alternation, listed

# What is used to transcribe sounds, after 《世界人名翻译大辞典》 and names of Uyghurs, Mongols, Tibetans, Yi.
TRANSCRIBING = frozenset(
    "费奎迭茜琪黛妲昆蓓萝缪奈白茨代甸冬富格赫豪华怀霍惠加焦杰津康柯朗乐列林洛梅缅摩姆尼诺佩奇琴仁荣瑟尚绍汤滕文翁希休雪延扬尤泽阿埃艾安昂奥巴拜班邦保鲍贝本比彼宾波伯博布查昌达戴丹道德登迪蒂丁东杜敦顿多恩尔法凡范菲芬冯夫弗福富盖甘冈高戈哥格根古圭"
    "哈海汉汗豪赫亨侯胡霍基吉季加贾简江杰金津卡凯坎康考柯科可克肯库夸拉莱兰劳勒雷蕾黎里利莉连林龙卢鲁露伦罗洛马玛迈曼芒毛梅"
    "门蒙米密敏莫姆墨默穆内纳娜南尼妮涅宁纽努诺欧帕派潘庞培佩彭皮珀普齐奇乔切琼丘热仁荣茹儒瑞若萨塞赛桑瑟森沙莎珊尚绍舍申"
    "圣施什史舒朔丝思斯苏索塔泰坦汤唐陶特滕提汀廷图托瓦旺威维韦魏温翁沃乌西希锡夏肖谢辛欣休逊雅亚延扬耶叶伊英尤约泽扎"
    "詹珍芝兹朱卓宗祖佐孜买玉肉合依苏买吐吾木呷铁古娅热甫则者次央措旦增吉云其巴雅图那顺日格孛只濑贡玉素艾依孜尕牙库尔班提帕赛"
    "达尼亚热木孜汗娜江别肯哈萨坚岩罕波涛猜蓬颂旺蒋丽额儿斤大卫力卜克合翰密凯朗文波沃斯纳提莉娃姆伯尔奇夏维娅贾莱塔鲁扎顿兹拜翁山明地玛丹戴万达江松冯张李王陈金琳薇碧贞"
) - frozenset("云日汤者则")
SYLLABLES = listed(
    "扎西 多吉 才仁 次仁 卓玛 达娃 尼玛 平措 旺堆 格桑 洛桑 丹增 旦增 索朗 索南 拉姆 央金 白玛 仁青 仁增 曲珍 曲扎 德吉 强巴 加措 嘉措 旺姆 旺扎 顿珠 "
    "梅朵 达瓦 次旦 巴珍 德庆 德央 卓央 央宗 拉珍 色珍 白珍 旺久 旺修 桑珠 桑布 桑姆 诺布 顿旦 赤烈 措毛 吉毛 南杰 仓木 仓姆 贡嘎 罗追 热旦 边巴 普布 米玛 拉巴 巴桑 桑吉 措姆 卓嘎 群培 晋美 贡布 才旦 才让 完么 巴特尔 巴图 苏和 那仁 那顺 乌云 其其格 其木格 图雅 托娅 高娃 娜仁 格日勒 格日乐 "
    "呼和 宝音 孟和 朝鲁 斯琴 萨仁 萨日娜 阿古拉 苏日娜 巴雅尔 额尔德 木仁 青格乐 布和 毕力格 乌兰 哈斯 敖登 特木尔 牧仁 塔娜 通拉嘎 朝克图 满都拉 都兰 吉雅 "
    "古丽 买买提 阿依 吐尔逊 吐尔地 阿迪力 帕提 木拉提 艾山 艾力 依明 伊明 玉素甫 努尔 阿不都 阿卜杜 热合曼 库尔班 麦麦提 艾合买提 吾买尔 肉孜 巴合提 叶尔肯 "
    "阿曼 古丽娜 阿依古丽 迪丽 热巴 阿里木 卡德尔 亚森 吾尔 沙马 吉克 阿加 曲木 阿木 木呷 拉铁 阿果 日古 尔布 子呷 岩温 玉罕 岩罕 依罕 玉香 "
    "多杰 江措 昂旺 洛绒 泽翁 扎登 拥忠 俄色 甲央 郎加 旺杰 东智 拉毛 才郎 才巴 卓尕 项秀 闹吾 完么 周措 东周 扎巴 班玛 罗布 罗桑 益西 伦珠 朗杰 龙珠 江白 根秋 阿旺 土登 登巴 丹巴 丹珠 丹杰 曲吉 曲措 次措 "
    "拥措 泽仁 泽朗 尼珍 仓决 欧珠 列珠 塔杰 强久 贡觉 更登 久美 班觉 赤列 其美 其米 "
    "德力格尔 德力格 那日苏 那木拉 孟根 其其格 其其格玛 额尔登 额尔敦 巴根 巴特 毕力 高娃 乌日娜 乌日图 乌力吉 包力 白音 布仁 朝克 朝格 楚鲁 达布 道尔吉 格根 "
    "呼斯楞 吉日嘎拉 吉木斯 玛拉沁 满都 纳森 恩和 阿斯 阿木尔 阿日 思琴 苏布道 苏德 苏伦 塔拉 陶格 陶高 特日格乐 托雅 "
    "乌仁 乌恩 希日 锡林 伊敏 伊拉 照日格 "
    "热孜完 热依汗 热孜亚 热娜 热米拉 木沙 木合塔尔 买合木提 迪丽努尔 迪丽拜 阿孜古丽 古丽努尔 古丽巴 帕丽达 帕孜 热西提 热合木 阿卜力 阿不力 阿布力 "
    "阿不来提 阿布都 艾则孜 艾孜 艾麦提 艾克拜尔 艾尔肯 巴哈尔 卡哈尔 卡斯木 卡米拉 吐逊 吐尔洪 图尔荪 图尔迪 托合提 托乎提 塔依尔 祖农 祖丽 祖力 再努尔 再娜 "
    "则娜 萨迪克 赛买提 沙吾提 赛丽 尼亚孜 尼加提 穆萨 穆太力普 米尔 麦合 玛依拉 玛丽亚 马合 库尔 哈里克 哈丽 哈斯木 夏木西 夏迪 依不拉音 依布拉音 依力 "
    "亚力坤 亚库甫 吾斯曼 吾提库尔 吾拉木 如孜 如仙 茹仙 肉仙 热甫 "
    "阿乌 阿作 阿英 吉狄 吉木 吉伍 吉火 吉子 阿苦 阿且 阿侯 阿库 阿尔 阿牛 阿呷 阿嘎 阿合 阿支 阿芝 阿洛 阿西 阿的 海来 马海 曲比 曲么 俄木 俄底 勒伍 麦吉 莫色 沙玛 尔古 尔哈 "
    "尔火 尔作 子日 子伍 子各 伍呷 伍且 伍牛 伍果 史布 史古 拉史 拉日 日洛 日哈 石布 什古 色古 色且 木基 木乃 木牛 木果 布都 布铁 热各 洛古 乃古 且沙  "
    "岩罕坎 岩坎 岩叫 岩香 钮祜禄 爱新觉罗 叶赫那拉 富察 瓜尔佳 赫舍里 索绰罗 岩三 玉腊 玉波 玉喃"
)
OF_SYLLABLES = re.compile(f"(?:{alternation(SYLLABLES)}){{1,4}}[汗江尔尼娜甫]?")
SYLLABLES_LIKELINESS, PAIR_LIKELINESS, LONG_LIKELINESS = -17.0, -13.0, -11.0
PAIRS = frozenset(
    listed(
        "扎西 多吉 才仁 次仁 卓玛 尼玛 平措 旺堆 格桑 洛桑 丹增 旦增 索朗 索南 拉姆 央金 白玛 仁青 仁增 曲珍 曲扎 德吉 强巴 加措 嘉措 旺姆 旺扎 顿珠 米玛 桑吉 措姆 "
        "卓嘎 群培 晋美 贡布 才旦 才让 拉毛 东智 其其格 其木格 图雅 托娅 高娃 斯琴 萨仁 古丽 买买提 热依汗 旺杰"
    )
)

GROUPS = listed("雨果 阿不 阿不都 阿布都 彼得 安得 亚历 历山 黑德 黑尔 艾则 则孜 让- 云其 内梅 日娜")
DOTS = "·•‧・.．"
LETTER = r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af\u3040-\u30ff]"
WORD = rf"{LETTER}(?:{LETTER}|['’\-.])*"
CAPITAL = rf"(?=[A-ZÀ-ÞА-ЯЁ]){WORD}"
LATIN = re.compile(rf"{CAPITAL}(?:(?: ?, ?|[ /])(?:(?:van|von|de|da|di|bin|al|del|der) )?{CAPITAL}){{1,3}}")
TITLED = re.compile(
    rf"(?<![A-Za-z])(?:Dr|Mr|Mrs|Ms|Miss|Prof)\b\.? ?(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}})"
)
TITLED_HAN = "先生|女士|小姐|太太|老师|同学|医生|教授"
BEFORE_COURTESY = re.compile(
    rf"(?<![A-Za-zÀ-ÿ])(?P<name>{CAPITAL}(?: {CAPITAL}){{1,2}})(?= ?(?:{TITLED_HAN}))"
)
IN_ENGLISH = re.compile(
    r"(?i:\b(?:complainants?|customer(?: name)?|owner|manager|chef|witness|applicant|consignee|legal representative|legal person|responsible person|person in charge|representative|operator|director|supervisor|inspector|guardian|patient|teacher|student|emergency contact|contact|name|signed(?: by)?|signature"
    r"|(?:checked|prepared|approved|issued|received|reviewed|reported) by))(?: ?:| )\s?"
    rf"(?P<name>{CAPITAL}(?: {CAPITAL}){{1,2}})"
)
OF_A_COUNTRY = re.compile(
    rf"(?<![A-Za-zÀ-ÿ])(?P<name>{CAPITAL}(?: {CAPITAL}){{1,3}})(?= ?[，,（( ] ?(?:[\u4e00-\u9fff]{{2,6}}[籍人](?![\u4e00-\u9fff]店)|[男女][，,）)]))"
)
IN_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2}")
WHOLE = (TITLED, BEFORE_COURTESY, IN_ENGLISH, OF_A_COUNTRY)
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
DOT = re.compile(rf"[{DOTS} ](?:(?<! )(?={HAN}|[A-Z][{DOTS}])|(?<={HAN} )· (?={HAN}))")
BEFORE_DOT = re.compile(r"[\u4e00-\u9fff-]{1,11}\Z")
AFTER_DOT = re.compile(rf"(?:(?: · |[{DOTS}])(?:[\u4e00-\u9fff-]{{1,11}}|[A-Z](?=[{DOTS}]))){{1,5}}")


def of_syllables(run: str) -> Iterator[tuple[int, float]]:
    """A name of known syllables with which the run begins: three characters or more, or one pair that is no word."""
    match = OF_SYLLABLES.match(run)
    if match and (match.end() >= 3 or match[0] in PAIRS):
        yield match.end(), _likeliness(match.end())


def _likeliness(length: int) -> float:
    """The more syllables, the less it is chance that they are all of names."""
    return PAIR_LIKELINESS if length == 2 else SYLLABLES_LIKELINESS if length == 3 else LONG_LIKELINESS


def is_of_syllables(name: str) -> bool:
    """Whether the whole of it is made of the syllables of names: 乌云其木格."""
    return (len(name) >= 3 or name in PAIRS) and OF_SYLLABLES.fullmatch(name) is not None


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
    return part[begin:].lstrip("-")


def head(part: str) -> str:
    """What at the beginning of a part is used to transcribe sounds."""
    end = 0
    while end < len(part) and _transcribes(part, end):
        end += 1
    return part[:end].rstrip("-")


def _transcribes(part: str, place: int) -> bool:
    """Everyday characters do so beside certain others only: 不 in 阿不都, 得 in 彼得."""
    return (
        part[place] in TRANSCRIBING
        or part[place] == "-"
        or any(
            part.startswith(group, max(0, place - group.index(part[place])))
            for group in GROUPS
            if part[place] in group
        )
    )
