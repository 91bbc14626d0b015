"""Where the official text of a law is read, in words that say where the link leads.

A record names the page of that very law, or, where nobody has looked it up, the front page of an official
database; then the words tell the reader what to look for there.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from portal.records.law import Law

SITES = {
    "flk.npc.gov.cn": "国家法律法规数据库",
    "www.samr.gov.cn": "市场监管总局网站",
    "www.court.gov.cn": "最高人民法院网站",
}


class OfficialText(NamedTuple):
    """An address, and the words of the link to it."""

    words: str
    url: str


def official_text(law: Law) -> OfficialText:
    place = urlsplit(law.official_url)
    site = SITES.get(place.hostname or "", place.hostname or law.official_url)
    if place.path.strip("/"):
        return OfficialText(f"《{law.short_title}》全文（{site}）", law.official_url)
    return OfficialText(f"到{site}搜“{law.short_title}”看全文", law.official_url)
