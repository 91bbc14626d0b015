"""What speaks for a name before it and after it, as patterns and as weights.

Weights are natural logarithms and are added to how much likelier a stretch is as a name than as words: it is taken for
a name where the sum is not below nought. They were set by hand on the snippets in `tests/privacy/corpus`.
"""

from __future__ import annotations

import re
from typing import Final

from portal.privacy import foreign_names, given_names, roles, surnames, words
from portal.privacy.word_lists import alternation

HAN: Final = r"[\u4e00-\u9fff]"
_FIRST = (
    surnames.FIRST
    | foreign_names.TRANSCRIBING
    | {name[0] for name in surnames.JAPANESE}
    | {pair[0] for pair in foreign_names.SYLLABLES}
)
FIRST: Final = f"[{''.join(sorted(_FIRST))}]"
OTHER_SCRIPT: Final = r"[A-Za-zÀ-ÿА-я\uac00-\ud7af\u3040-\u30ff]"
OPENING: Final = frozenset('【“"‘「『*_|(（')
CLOSING: Final = frozenset('】”"’」』*_|)）')

_ASIDE = r"(?:[（(](?:[^（）()\n]{1,10}[)）](?= ?[:：])|(?:男|女|兼|签|盖|原|现|系|另|拼音|英文|护照|代签)[^（）()\n]{0,8}[)）]))?"
_LINK = (
    r"(?P<naming>(?:姓名|名字|本人|签字|签名|代表|之一|甲|乙|丙|[一二两三]名|[0-9]名)?(?:名叫|叫做|叫|名为)?)"
    r"(?P<link>(?:分别为|分别是|变更为|由|为|是|系|即)?)"
)
_MARKS = r"(?P<marks>[ \n:：|）)】“\"‘「『《*_~（(\[</>—-]{0,8})"
_BEGINS = rf"(?={FIRST}{HAN}|{OTHER_SCRIPT}|{FIRST}[ \n{foreign_names.DOTS}])"
# What a name may follow; the last group of a match tells nothing of the kind, `roles.kind_of(match["word"])` does.
BEFORE: Final = re.compile(rf"(?P<word>{alternation(roles.KINDS)})(?:{_ASIDE}{_LINK}{_MARKS}){_BEGINS}")
EDGE: Final = re.compile(rf"(?:\A|[^\u4e00-\u9fff])[ \n*_]*(?={FIRST}{HAN})")
# How much the words before a name speak for it: where nothing stands between, and where a mark does.
DIRECTLY: Final = {
    "role": 1.5,
    "label": -3.0,
    "pupil": 1.0,
    "ending": 0.0,
    "lead": -0.4,
    "written": -3.0,
    "grammar": -2.0,
}
BEHIND_MARK: Final = {
    "role": 4.0,
    "label": 5.0,
    "pupil": 2.0,
    "ending": 3.0,
    "lead": -0.4,
    "written": 2.0,
    "grammar": -3.0,
}
NAMED, CALLED, LINKED, AT_EDGE, IN_LIST, AFTER_COMMA, BESIDE_MASKED, BEFORE_TELLING = (
    3.0,
    1.0,
    2.5,
    -7.0,
    2.0,
    0.0,
    2.5,
    2.5,
)

NEXT: Final = re.compile(
    r"(?:[（(][^（）()\n]{0,10}[)）])?"
    r"(?: ?(?:、|，|,|;|；|/|和|与|及|以及|跟|同) ?(?:[0-9]{1,2}[.、])?| ?[0-9]{1,2}[.、] ?|[ \n|]{1,3})"
)
LISTED: Final = re.compile(r" ?(?:、|和|与|及) ?")
_SEX = r"(?:性别[:：]?)?[男女](?![人子生士童孩性装友儿婴鞋厕工])"
_ROLE = alternation(roles.ROLES)
TELLING: Final = re.compile(
    r"[ ]?[】”\"’」』*_]{0,3}(?:"
    rf"[ ]*[，,、|（(；;][ ]*(?:{_SEX}|(?:现?年|今年)?[ ]*[0-9一二三四五六七八九十]{{1,3}}(?:周?岁|个月|月龄)"
    rf"|(?:19|20)[0-9]{{2}}[年.-].{{0,8}}?生|{HAN}{{1,3}}族(?!菜)|{HAN}{{2,3}}国?籍|(?:公民)?身份证|身份号码|护照|户籍|家住"
    rf"|住(?:址|所|{HAN}{{1,4}}[区市县镇村路])|(?:系|为|原|兼)?(?:[该本](?:店|单位|公司|厂|摊))?{_ROLE}[）)])"
    rf"|[ ]*\|[ ]*(?:{_ROLE}|[男女])[ ]*\||\s+(?:公民)?身份证|[:：](?=[你您])|[ ]+{_SEX}"
    rf"|(?:与|和|跟|同|、|及|以及){HAN}{{1,2}}[某×]"
    rf"|{alternation(roles.COURTESY)}|{alternation(roles.PARENTS)}|(?:之|的){alternation(roles.OF_KIN)}|[（(](?:{alternation(roles.COURTESY)}|签字|签名|签章|盖章)[)）])"
)
_FIRST_TELLING = "".join(
    sorted(
        {word[0] for word in (*roles.COURTESY, *roles.PARENTS)}
        | set(' \n|:：，,、（(；;】”"’」』*_与和跟同及以之的')
    )
)
ENDS_BEFORE_TELLING: Final = re.compile(rf"(?=[{_FIRST_TELLING}])(?<={HAN})(?={TELLING.pattern})")
_SUIT = re.compile(
    r"诉(?!说|求|状|苦)|等?与.{2,24}纠纷|(?:生产|销售|犯)[^。\n]{0,20}罪|不服|等人|等?[一二两三四五六七八九十0-9]{1,3}[名人]"
)
_ON_A_DAY = re.compile(r"于(?:[0-9]{4}年|[0-9]{1,2}月|次日|当日)")
_ROLE_HERE = re.compile(_ROLE)
_AND_ANOTHER = re.compile(rf"(?:、|和|与|及|以及|跟|同){_ROLE}")
_OF_PERSONS = re.compile(alternation(roles.OF_PERSONS))
_DEED = re.compile(alternation(roles.DEEDS))
_DOES = ("v", "d", "p", "u", "r", "c", "t", "m")
_IS = ("n", "s", "f", "l", "j")
# How much what follows a name speaks for it.
SURE, CLOSED, ALONE, PERSONAL, SUED, DATED = 6.0, 7.0, 4.0, 4.5, 4.0, 3.5
DEED, SHORT_DEED, DOES, ENDS, IS = 2.0, 0.5, 1.5, 1.5, -1.5


def is_role(text: str, place: int) -> bool:
    """Whether a word for somebody begins at the place."""
    return _ROLE_HERE.match(text, place) is not None


def is_done_behind(text: str, end: int) -> bool:
    """Whether what only people do follows the mark that closes a quotation: “王芳”投诉."""
    while text[end : end + 1] and text[end] in CLOSING:
        end += 1
    return _OF_PERSONS.match(text, end) is not None


def does(kind: str) -> bool:
    """Whether a word of this sort says what somebody does, or how and when."""
    return kind.startswith(_DOES)


def after_weight(text: str, end: int, rest: str, opened: bool, marked: bool) -> tuple[float, bool]:
    """How much what follows speaks for a name, and whether a word of any sort would be odd in its place.

    `opened` where a mark that can be closed went before, `marked` where any mark did; `rest` is the Han text that follows.
    """
    if TELLING.match(text, end):
        return SURE, True
    if _ON_A_DAY.match(text, end) or _AND_ANOTHER.match(text, end):
        return DATED, True
    if _SUIT.match(text, end):
        return SUED, False
    if not rest:
        closed = opened and text[end : end + 2].lstrip()[:1] in CLOSING
        alone = opened and text[end : end + 1] in ("", "\n")
        return (CLOSED if closed else ALONE if alone else ENDS), marked or closed
    return _of_words(text, end, rest)


def _of_words(text: str, end: int, rest: str) -> tuple[float, bool]:
    if _OF_PERSONS.match(text, end):
        return PERSONAL, True
    if deed := _DEED.match(text, end):
        return (SHORT_DEED if len(deed[0]) == 1 and given_names.is_usual(deed[0]) else DEED), True
    word, kind = words.first_word(rest[:6])
    if len(word) > 1 and does(kind):
        return DOES, True
    return (IS, False) if kind.startswith(_IS) else (0.0, False)
