"""Chinese text made short by whole sentences, never by half of one; the text of 140 characters for microblogs.

`short_text` takes a `Material` and gives whole sentences that end with where to read more. The
page's address comes last where it leaves room for the whole summary; otherwise the site's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.media.material import DEMO, Material

# Characters of a post in microblogs and chat groups.
MOST = 140
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


def short_text(material: Material) -> str:
    """At most `MOST` characters, counted as the places where it is posted count at their strictest: one each."""
    lead = sentences(material.summary) or sentences(material.title)
    more = sentences(material.more)
    mark = f"【{DEMO}】" if material.demo else ""
    if material.headed and len(f"{mark}【{material.title}】{lead[0]}{_endings(material)[-1]}") <= MOST:
        mark += f"【{material.title}】"
    for ending in _endings(material):
        room = MOST - len(mark) - len(ending)
        if len("".join(lead)) <= room:
            return mark + "".join(fitting([*lead, *more], room)) + ending
    room = MOST - len(mark) - len(ending)
    return mark + "".join(fitting(lead, room) or fitting(sentences(material.title), room)) + ending


def _endings(material: Material) -> tuple[str, ...]:
    name = material.publisher.site_name
    return (
        f"全文：{material.url}",
        f"全文见“{name}”网站“{material.column}”栏目。",
        f"全文见{name}网站。" if len(name) <= MOST // 2 else "全文见本局网站。",
    )
