"""One page: what is no running text is left alone, titles get places to part at, quantities are kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from portal.typesetting.numbers import kept_whole
from portal.typesetting.titles import BREAK, Words

# Here an element inside the text would be a fault, or the text is no text, or it is kept on one line already.
LEFT_ALONE = re.compile(
    r"(<!--.*?-->|<(script|style|svg|textarea|select|pre|code|title|time|bdi)\b.*?</\2>)", re.DOTALL
)
# What is set like a title: short, large or bold, seldom more than two lines.
TITLES = "p-brand__site|p-card__title|p-chart__title|p-latest__title|p-kit__title"
TITLE = re.compile(
    rf'(<(h[1-4]|caption)\b[^>]*>|<(a|span|strong)\s[^>]*\bclass="(?:[^"]*\s)?(?:{TITLES})[\s"][^>]*>)'
    r"(.*?)(?=</(?:\2|\3)>)",
    re.DOTALL,
)
# The stem of a question is a sentence, not a title, and there are fifty on a page.
SENTENCE = "p-question__type"
# Links are often flex boxes, in which every element would be an item of its own and the text no text any more.
BOX = re.compile(r"(<(a|button|summary)\b[^>]*>)((?:(?!</\2>).)*?<bdi>.*?)(?=</\2>)", re.DOTALL)
ONE_ITEM = re.compile(r"<bdi>[^<]*</bdi>|<span class=\"p-words\">(?:(?!</span>).)*</span>", re.DOTALL)


class Typesetter:
    """Typesets the pages of one site; `words` are its own, which no line should part."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = Words(words)

    @staticmethod
    @lru_cache(maxsize=2)
    def of(words: tuple[str, ...]) -> Typesetter:
        """One that is made once: reading the dictionary takes a fifth of a second."""
        return Typesetter(words)

    def page(self, html: str) -> str:
        """The same page with `<wbr>` in titles and `<bdi>` around quantities."""
        pieces = LEFT_ALONE.split(html)
        # Three to a turn: the text, what is left alone, and its tag once more.
        for place in range(0, len(pieces), 3):
            pieces[place] = BOX.sub(_boxed, kept_whole(TITLE.sub(self._title, pieces[place])))
        return "".join(piece for place, piece in enumerate(pieces) if place % 3 != 2)

    def _title(self, found: re.Match[str]) -> str:
        inside = found[4] if SENTENCE in found[4] else self.words.title(found[4])
        return found[1] + (f'<span class="p-words">{inside}</span>' if BREAK in inside else inside)


def _boxed(found: re.Match[str]) -> str:
    start, _, inside = found.groups()
    return start + (inside if ONE_ITEM.fullmatch(inside) else f'<span class="p-line">{inside}</span>')
