"""Patterns of a name by its form alone, a surname and one or two characters, for places that say that a person is named.

`is_name` asks further whether anybody is called so; what else fills such places is told by `not_called.py`.
"""

from __future__ import annotations

import re
from typing import Final

from portal.privacy import surnames
from portal.privacy.not_called import is_answer, is_of_goods
from portal.privacy.weak_places import is_of_a_noun
from portal.privacy.word_lists import alternation
from portal.privacy.wordlike import may_be

HAN: Final = r"[\u4e00-\u9fff]"
SURNAME: Final = f"(?:{alternation(surnames.COMPOUND)}|[{''.join(sorted(surnames.SINGLE))}])"
NAME: Final = rf"(?P<name>{SURNAME}{HAN}{{1,2}}?)"
END: Final = rf"(?=[ *_】”’\"」』]*(?:\Z|[\n|，,。；;、/)）]|[（(](?!化名|隐去)|【)|  |[ ]{HAN}{{1,6}}[:：（(]|[ ][0-9])"
NAME_ALONE: Final = re.compile(rf"{SURNAME}{HAN}{{1,2}}")
# How far back what stands before a name is read.
BACK: Final = 20


def is_name(name: str, goods: bool = False) -> bool:
    """Whether somebody may be called so; `goods` where the place may also be filled with what is sold."""
    return (
        may_be(name) and not is_answer(name) and not is_of_a_noun(name) and not (goods and is_of_goods(name))
    )
