"""Names of other peoples that are written with a dot: 阿卜杜拉·买买提, 让-皮埃尔·杜邦, 热依汗 · 木沙.

`dotted_names(text)` gives the stretches: on both sides of the dot all characters that are used to transcribe sounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy import evidence, foreign_names, roles
from portal.privacy.found import Stretch


def dotted_names(text: str) -> Iterator[Stretch]:
    """阿卜杜拉·买买提: the characters on both sides of the dot that are used to transcribe sounds."""
    end = 0
    for dot in foreign_names.DOT.finditer(text):
        before = foreign_names.BEFORE_DOT.search(text, max(end, dot.start() - 9), dot.start())
        after = foreign_names.AFTER_DOT.match(text, dot.start())
        if before is None or after is None:
            continue
        last = re.split(f" · |[{foreign_names.DOTS}]", after[0])[-1]
        head = foreign_names.head(last)
        tail = foreign_names.tail(text[_after_role(text, before.start(), dot.start()) : dot.start()])
        end = after.end() - len(last) + len(head)
        if tail and head and len(tail) + len(head) >= 3:
            yield dot.start() - len(tail), end


def _after_role(text: str, start: int, end: int) -> int:
    """Where a role or a label before `end` is over, or `start`."""
    for match in evidence.BEFORE.finditer(text, max(0, start - 8), end + 1):
        if roles.KINDS[match["word"]] in ("role", "label") and match.end() <= end:
            start = max(start, match.end())
    return start
