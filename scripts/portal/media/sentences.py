"""Chinese text as whole sentences, so that whatever is shortened loses sentences, never half of one."""

from __future__ import annotations

import re
from collections.abc import Iterable

SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$")
ENDINGS = ("。", "！", "？", "”", "’", "」", "』", "）")


def sentences(text: str) -> list[str]:
    """The sentences of `text`, each with its closing mark; a last one without gets a full stop."""
    joined = "".join(line.strip() for line in text.splitlines())
    return [closed(one.strip()) for one in SENTENCE.findall(joined) if one.strip()]


def closed(text: str) -> str:
    """`text` with a closing mark, whatever comma or semicolon stood there before."""
    return text if text.endswith(ENDINGS) else text.rstrip("，、；：,;:. ") + "。"


def fitting(candidates: Iterable[str], room: int) -> list[str]:
    """The first of the sentences that together have no more than `room` characters."""
    taken: list[str] = []
    for sentence in candidates:
        room -= len(sentence)
        if room < 0:
            break
        taken.append(sentence)
    return taken
