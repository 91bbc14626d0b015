"""The text of 140 characters for microblogs and chat groups.

`short_text` takes a `Material` and gives whole sentences that end with where to read more. The
page's address comes last where it leaves room for the whole summary; otherwise the site's name.
"""

from __future__ import annotations

from portal.media.material import DEMO, Material
from portal.media.sentences import fitting, sentences

MOST = 140


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
