"""What a query asks for: terms that must all occur, each in one of several forms.

`食堂 45条` asks for 食堂 and for 45条 or 四十五条; `食安法 45条` for 第四十五条 of that law; `2024-09` also for
2024年9月. The same rules are in `search-terms.js`, held to the same examples by `tests/search/folding.json`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from portal.search.folding import LEFT_OUT, alike

# A code's letters and digits belong together however they are spaced.
CODE_GAP = re.compile(r"([a-z])\s+(?=[0-9])")
BETWEEN = re.compile(r"[\s,，、;；]+")
BLANK, STOPS = re.compile(r"\s"), re.compile("[,，、;；]")
# What ends a question or a sentence need not be part of its last word.
ENDS = re.compile(r"[?!。~.…]+\Z")
DIGITS = "零一二三四五六七八九"
COUNTED = "条款项章"
ARABIC = re.compile(f"[0-9]{{1,3}}(?=[{COUNTED}])")
CHINESE = re.compile(f"[{DIGITS}十百]+(?=[{COUNTED}])")
WRITTEN = re.compile(f"(?:([{DIGITS[1:]}])百)?(零)?(?:([{DIGITS[1:]}])?(十))?([{DIGITS[1:]}])?")
NUMBER = f"(?:[0-9]{{1,3}}|[{DIGITS}十百]{{1,7}})"
INSERTED = f"(?:之[{DIGITS[1:]}十0-9]{{1,2}})?"
# 第四十五条, 45条, 45条第二款.
ARTICLE = re.compile(f"第?({NUMBER}条{INSERTED})(?:第?{NUMBER}款)?(?:第?{NUMBER}项)?")
LAW = re.compile(r".*(?:法|条例|规定|办法|解释|规则)\Z")
OF_A_LAW = re.compile(rf"(.*?(?:法|条例|规定|办法|解释|规则))({ARTICLE.pattern})")
MONTH = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?:年|[-./])0?([1-9]|1[0-2])(?:月份?|(?=[-./][0-9]{1,2}(?![0-9]))|(?![-./0-9]))"
)
DAY = re.compile(r"(?<=月)[-./]?0?([1-9]|[12][0-9]|3[01])(?:[日号]|(?![0-9]))")
YEAR = re.compile("二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")
COUNTED_DATE = re.compile(f"(?<=[年月])[{DIGITS[1:]}十]{{1,3}}(?=[月日号])")
MONTH_ALONE = re.compile(r"(?<![0-9])0?([1-9]|1[0-2])月份?")
ROUND = re.compile("[零○]")
MOST_TERMS = 8


class Term(NamedTuple):
    """What must occur in one of its `forms`; `named` are those that count in a title, and so for the order."""

    forms: tuple[str, ...]
    named: tuple[str, ...]


def readings(query: str) -> list[list[Term]]:
    """What the query may mean, the closest first: the next one counts where nothing is found for one."""
    words = words_of(query)
    found = [[_plain(whole)]] if (whole := _with_its_stops(query)) else []
    found.append([_closer(word, several=len(words) > 1) for word in _with_their_laws(words)])
    for plain in (words, [bare for word in words if (bare := ENDS.sub("", word))]):
        found.append([_plain(word) for word in plain])
    return [one for at, one in enumerate(found) if one and one not in found[:at]]


def _with_its_stops(query: str) -> str:
    """A stretch of text with a comma in it, as it may stand on a page: no blank says that these are words."""
    text = alike(query).strip()
    return "" if BLANK.search(text) or not STOPS.search(text) else LEFT_OUT.sub("", text)


def _plain(word: str) -> Term:
    return Term(forms_of(word), named_forms(word))


def words_of(query: str) -> list[str]:
    parts = BETWEEN.split(CODE_GAP.sub(r"\1", alike(query)))
    words = dict.fromkeys(word for part in parts if (word := LEFT_OUT.sub("", part)))
    return list(words)[:MOST_TERMS]


def _with_their_laws(words: list[str]) -> list[str]:
    """`食品安全法 45条` and `45条 食品安全法` are one word."""
    for left, right in [*pairwise(words), *((b, a) for a, b in pairwise(words))]:
        if LAW.fullmatch(left) and ARTICLE.fullmatch(right):
            at = min(words.index(left), words.index(right))
            rest = [word for word in words if word not in (left, right)]
            return [*rest[:at], left + right, *rest[at:]]
    return words


def _closer(word: str, *, several: bool) -> Term:
    law = OF_A_LAW.fullmatch(word)
    article = ARTICLE.fullmatch(word)
    if law:
        # 食品安全法45条 is 食品安全法第四十五条, and never part of 第一百四十五条.
        forms = forms_of(f"{law[1]}第{law[3]}")
        return Term(forms, forms)
    if article and several:
        forms = forms_of(f"第{article[1]}")
        return Term(forms, forms)
    alone = MONTH_ALONE.fullmatch(word)
    if alone and several:
        forms = (f"年{alone[1]}月", f"-{int(alone[1]):02}")
        return Term(forms, forms)
    return _plain(word)


def named_forms(word: str) -> tuple[str, ...]:
    """An article that is asked for without its law is in the title with 第: 第四十五条, not 第一百四十五条."""
    article = ARTICLE.fullmatch(word)
    return forms_of(f"第{article[1]}") if article else forms_of(word)


def forms_of(word: str) -> tuple[str, ...]:
    """The word, the same with the numbers of articles in the other writing, and months as the site writes them."""
    chinese = ARABIC.sub(lambda number: to_chinese(int(number[0])), word)
    arabic = CHINESE.sub(lambda number: to_arabic(number[0]), word)
    return tuple(dict.fromkeys((word, chinese, arabic, dated(word))))


def dated(word: str) -> str:
    """`2024-09`, `2024/9`, `2024年09月`, `二〇二四年九月` → 2024年9月, with the day where there is one."""
    word = YEAR.sub(
        lambda year: "".join(str("〇一二三四五六七八九".index(one)) for one in ROUND.sub("〇", year[0])), word
    )
    word = COUNTED_DATE.sub(lambda number: to_arabic(number[0]), word) if "年" in word else word
    found = MONTH.sub(r"\1年\2月", word)
    return DAY.sub(r"\1日", found) if found != word or "年" in word else word


@lru_cache(maxsize=1024)
def to_chinese(number: int) -> str:
    """A number below 1000 as articles are counted: 一百零四, 十五."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "") or DIGITS[0]


def to_arabic(text: str) -> str:
    """The reverse; what is no number stays as it is."""
    found = WRITTEN.fullmatch(text)
    if not found:
        return text
    hundreds, _, tens, ten, ones = found.groups()
    value = DIGITS.index(hundreds or "零") * 100 + DIGITS.index(ones or "零")
    value += (DIGITS.index(tens) if tens else 1) * 10 if ten else 0
    return str(value)
