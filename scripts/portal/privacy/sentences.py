"""Forms of sentences that name somebody, whatever word the name is: 由…签收, 《…询问笔录》, 我叫…, 向…购买 beside 某.

`sentences(text)` gives the stretches. What names nobody (`not_called.py`) is left out everywhere, words of grammar and
time where they would be at home in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from portal.privacy import roles
from portal.privacy.bare_roles import begins_as_word
from portal.privacy.folding import plain
from portal.privacy.found import Stretch
from portal.privacy.name_patterns import BACK, END, SURNAME
from portal.privacy.not_called import is_answer, is_food, is_of_grammar
from portal.privacy.word_lists import alternation, listed, opening
from portal.privacy.wordlike import may_be

# What the patterns below are short of.
PARTS: Final = {
    "NAME": SURNAME.join(("(", r"[\u4e00-\u9fff]{1,2}?)")),
    "END": END,
    "KIN": alternation((*roles.OF_KIN, *roles.KIN, *listed("舅舅 妻弟 妻兄 妻妹 妻姐 孙 侄子 表弟 堂弟"))),
    "PAPER": r"的?(?:健康证|身份证|名义|证件|营业执照|驾驶证|账户|手机|微信)",
    "RECORD": r"(?:的|涉嫌)?(?:询问|调查|谈话|陈述|申辩|听证|讯问|证人|情况|承诺|委托|健康|悔过)[\u4e00-\u9fff]{0,6}(?:笔录|书|意见|记录|说明|证明|证)",
    "ON": r"[^。\n]{0,30}(?:案|报告|决定|回复|批复|通知|请示|答复|函)",
    "SIGNS": r"(?:本人|代为)?(?:签收|代签|代收|缴清|签字|签名|签领|辨认|主持|保管|领取)",
    "DEALS": (
        r"(?:购[买得进]|买|进货|订[货购]|采购|签订?|证言|协商|约定|商定|处|借|支付|转账|转款|付款|教|共同|合伙|合谋|共谋|租|互相|相互|供货|提供|推销"
        r"|销售|收购|之|[（(]|的(?:舅舅|证言|供述|店|账户))"
    ),
    "DEED": (
        "(?:因涉嫌|被移送|对上述|供认|承认，|供述|辩称|诉称|自述|拒不|受他人|于20[0-9]{2}年[^。，；\\n]{0,12}(?:本局|我局)|自20[0-9]{2}年[^。，；\\n]{0,8}起"
        "|开的店|不服)"
    ),
    "FORM": r"(?:的|涉嫌|食物|疑似|食源|流行|个案|体检|健康)[\u4e00-\u9fff]{0,16}(?:表|笔录|书|记录|报告|意见)》",
    "CALLED": r"(?=[，。、；）)！\n ]|\Z|又|也)",
}
# Forms in which nobody but a person is named.
CERTAIN: Final = (
    *(
        "由NAME(?=SIGNS)",
        "经NAME(?=SIGNS)",
        "[冒借盗使]用NAME(?=PAPER)",
        "《NAME(?=RECORD)",
        "《NAME(?=FORM)",
    ),
    "关于对?NAME(?=(?:涉嫌|投诉|举报|不服|申请|反映|信访)ON)",
    "聘任NAME(?=(?:同志)?(?:为|担任))",
    "[账款转汇赔付]给NAME(?=[0-9一二三四五六七八九十两人共合])",
    "我叫NAMECALLED",
    "(?<![学俗品药菜商土])名叫NAMECALLED",
    "名字[叫是]NAMECALLED",
    "[原本真实现]名(?:叫|[为是：:])?NAMECALLED",
    "原姓名NAMECALLED",
    "曾用名NAMECALLED",
    "改名为?NAMECALLED",
    r"[名贵称是]什?[字姓呼谁][^？?。\n]{0,4}[？?][”\n ]{0,2}答[：:] ?“?(?:我[叫是])?NAMEEND",
    r"叫什么[^？?。\n]{0,4}[？?][”\n ]{0,2}答[：:] ?“?(?:我[叫是])?NAMEEND",
    r"姓名[？?][”\n ]{0,2}答[：:] ?“?(?:我[叫是])?NAMEEND",
    "答[：:] ?“?我[是叫]NAMEEND",
    r"[人者东主](?<=代表人|负责人|经营者)[^。\n]{0,8}(?:变更为|更换为|改为|变更成)NAME(?=[。，；、]|\Z)",
    r"法人[^。\n]{0,8}(?:变更为|更换为|改为|变更成)NAME(?=[。，；、]|\Z)",
    "[文图摄]/NAMEEND",
    "受NAME(?=之托|的?委托|指使|雇佣|雇用)",
    r"@NAME(?=[ \n，,：:]|\Z)",
    "对当事人NAME(?=依法|作出|处以|予以)",
    r"[实误样符过](?<=属实|无误|一样|相符|看过)[。，]NAME(?=\Z)",
)
# Forms in which an everyday word would be at home.
LIKELY: Final = (
    r"[\n。；：、]致NAME(?=的(?:[一两]?封)?(?:回复|复函|信|感谢|公开|答复|道歉|函|表扬))",
    r"[到向付欠给](?<!支付)NAME(?=交来|交付|借款|[\u4e00-\u9fff]{0,2}款)",
    r"昵称[“][^”\n]{0,8}-NAME(?=”)",
    "“NAME(?=货款|菜款|餐费)",
    "[到给向]NAME(?=的(?:微信|支付宝|账户|银行卡|卡|手机))",
    "关于对?NAME(?=(?:销售|经营|生产|违反|诉)ON)",
    r"[，。；：:“\n]NAME(?=等[0-9一二三四五六七八九十两]{1,3}[名人位]|DEED)",
)
# What is ordered, fined or recognised is a person, a firm or a word for either: no everyday word may fill the place.
ORDERED: Final = (
    "责令NAME(?=立即|限期|停止|停业|改正|当场|于|在[0-9])",
    r"[，。；：\n]对NAME(?=处以|予以|给予|罚款|处[0-9一二三四五六七八九十])",
    "[认](?<=确认|辨认|指认)NAME(?=就是|便是|即是|正是)",
    "认出NAME(?=就是|便是|即是|正是)",
)
# Forms that say so only where somebody else is masked beside.
BESIDE: Final = (
    "[向与和从跟给由系是同]NAME(?=DEALS)",
    "某(?:的|之|其)?(?:KIN)NAME(?=[，。、（(在代当负把将与和向替从管也]|\\Z)",
    r"[，。；：“\n](?:[上下]家)?NAME(?=(?:[以向受与将把给替和]|付给|伙同|借用|介绍|指使|从(?!业)|经(?!营|办|理|销)|系|被|因)[^，。；\n]{0,16}某|收购后)",
    r"[家村乡伙犯](?<=[上下同]家|同村|同乡|同伙|同犯)NAME(?=[以收向与和，。把将、])",
    "、NAME(?=共同犯罪)",
    r"[，”\n]即NAME(?=[，。；、）)]|\Z)",
    "称NAME(?=是|系|为)",
)
GRAMMAR: Final = frozenset("都就也又再且只的了是不没被把")
PASSAGE: Final = 30
# Of whom sex, age or birth are told right behind: at the beginning of a clause, or after a role.
OF_WHOM: Final = re.compile(
    r"[，,（(](?<=[\u4e00-\u9fff][，,（(]) ?(?:[男女](?=[，,、；。）)\n ]|\Z)|[0-9]{1,3}周?岁|(?:公民)?身份证号|(?:19|20)[0-9]{2}年.{0,8}生)"
)
WHO: Final = re.compile(
    rf"(?:{alternation(roles.ROLES)}|(?<![\u4e00-\u9fff]))({SURNAME}[\u4e00-\u9fff]{{1,2}})\Z"
)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    shorts = re.compile("|".join(PARTS))
    return re.compile(opening(plain(shorts.sub(lambda short: PARTS[short[0]], form)) for form in forms))


_CERTAIN, _LIKELY, _ORDERED, _BESIDE = map(_pattern, (CERTAIN, LIKELY, ORDERED, BESIDE))


def sentences(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that the form of a sentence says are names."""
    yield from _named(_CERTAIN, text, everyday=True)
    opened = f"\n{text}"
    yield from ((start - 1, end - 1) for start, end in _named(_LIKELY, opened, everyday=False))
    for start, end in _named(_ORDERED, opened, everyday=True):
        if not begins_as_word(opened[start:end]):
            yield start - 1, end - 1
    for told in OF_WHOM.finditer(text):
        who = WHO.search(text[max(0, told.start() - BACK) : told.start()])
        if who and may_be(who[1]) and not is_answer(who[1]) and who[1][-1] not in "人员者":
            yield told.start() - len(who[1]), told.start()
    if "某" in text:
        for start, end in _named(_BESIDE, opened, everyday=False):
            if "某" in text[max(0, start - PASSAGE) : end + PASSAGE]:
                yield start - 1, end - 1


def _named(pattern: re.Pattern[str], text: str, *, everyday: bool) -> Iterator[Stretch]:
    for match in pattern.finditer(text):
        name = match[match.lastindex or 0]
        if may_be(name) and not is_answer(name) and (everyday or not _is_at_home(name)):
            yield match.span(match.lastindex or 0)


def _is_at_home(name: str) -> bool:
    """Whether it reads on as everyday words there: 当日向, 钱都打给."""
    return is_of_grammar(name) or is_food(name) or not GRAMMAR.isdisjoint(name[1:])
