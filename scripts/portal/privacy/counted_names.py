"""Names that are counted behind the last of them: 到会的有应有才、郜原和束手三人.

`counted_names(text)` takes folded text and gives the stretches, as many before the number as it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy.found import Stretch
from portal.privacy.name_patterns import HAN, NAME_ALONE, SURNAME, is_name

# So many names before 三人, with marks between them.
COUNT: Final = re.compile(r"([二两三四五六七八九2-9]) ?(?:[人名位]|同学)")
TOGETHER: Final = re.compile(r"(?:等|兄弟|姐妹|夫妻|夫妇|父子|母女|母子|父女)\Z")
BETWEEN: Final = re.compile(r"[、，,和与及]")
LISTED: Final = 60
FIRST_OF_LIST: Final = re.compile(
    rf"(?:有|由|班|是|：|:|为|和|员|人|生|\A|[。；;\n])({SURNAME}{HAN}{{1,2}})\Z"
)
AS_NUMERALS: Final = str.maketrans("两23456789", "二二三四五六七八九")


def counted_names(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are names of so many persons."""
    for count in COUNT.finditer(text):
        begin = max(0, count.start() - LISTED)
        together = TOGETHER.search(text[begin : count.start()])
        number = "一二三四五六七八九".index(count[1].translate(AS_NUMERALS)) + 1
        places = [begin - 1, *(between.start() for between in BETWEEN.finditer(text, begin, count.start()))]
        ends = [*places[1:], count.start() - (len(together[0]) if together else 0)]
        if len(ends) < number:
            continue
        names = [(start + 1, end) for start, end in zip(places, ends, strict=True)][-number:]
        first = FIRST_OF_LIST.search(text[max(begin - 1, 0) : names[0][1]])
        others = [NAME_ALONE.fullmatch(text, *name) for name in names[1:]]
        if (
            first
            and all(others)
            and all(is_name(text[start:end]) for start, end in names[1:])
            and is_name(first[1])
        ):
            yield names[0][1] - len(first[1]), names[0][1]
            yield from names[1:]
