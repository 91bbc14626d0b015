"""The ledger: what a new site may not take back from what the public has seen in the last one.

Takes what was published, the project's `Site` and a day, gives sentences that say what is refused and the way out.
A formal publication is refused by them, anything else only warned. Nothing is written down but the next manifest.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from portal.publication.published import STATES, Published, in_words, published
from portal.publish.manifest import Ledger, Manifest
from portal.publish.sweep_report import NotPublishable
from portal.records import Site

MOST = 20
HIDDEN = ("closed", "withdrawn")


class Refused(Exception):
    """The new site would take back what was published; the message is Chinese and names the ways out."""


def unheard(text: str) -> None:
    """Nobody wants to be warned."""


def refuse(found: NotPublishable) -> None:
    """What may not stand on a site is a reason not to publish it."""
    raise found


@dataclass(frozen=True)
class Gate:
    """What was accepted beforehand (an earlier day, records that are gone, by key), and who hears warnings.

    `unfit` hears what was found on the finished site that may not stand there.
    """

    production: bool = False
    earlier: bool = False
    missing: frozenset[str] = frozenset()
    warn: Callable[[str], None] = unheard
    unfit: Callable[[NotPublishable], None] = refuse

    def pass_or_refuse(self, before: Manifest | None, site: Site, today: datetime.date) -> None:
        """Raises `Refused` where a formal publication must not take the place of the site `before`."""
        found = [] if before is None else self._objections(before, site, today)
        if not found:
            return
        listed = "\n".join(islice(found, MOST))
        more = f"\n  ……共 {len(found)} 处" if len(found) > MOST else ""
        if self.production:
            raise Refused(f"和上一次发布的网站相比，有 {len(found)} 处不能这样发布：\n{listed}{more}")
        self.warn(f"提醒：和上一次的网站相比有 {len(found)} 处不对，正式发布时会被拒绝：\n{listed}{more}")

    def _objections(self, before: Manifest, site: Site, today: datetime.date) -> list[str]:
        # Until something was published formally, a day may be tried as one likes.
        ledger = before.ledger or Ledger(min(before.day, today), before.records)
        return refusals(ledger, site, today, earlier=self.earlier, missing=self.missing)


def refusals(
    ledger: Ledger,
    site: Site,
    today: datetime.date,
    *,
    earlier: bool = False,
    missing: frozenset[str] = frozenset(),
) -> list[str]:
    """Each with its way out, indented for a list."""
    found = []
    if today < ledger.day and not earlier:
        found.append(
            f"  这次按 {today} 生成，上一次发布的是 {ledger.day} 的内容：已经隐去的会重新公开\n"
            "    → 核对电脑的日期或者 --today；确实要这样，加 --accept-earlier"
        )
    # Compared as of one day: what an earlier day does not show yet has not vanished.
    now = published(site, max(today, ledger.day))
    found += _reopened(ledger.records, now)
    found += _vanished(ledger.records, now, missing)
    return found


def _reopened(before: Mapping[str, Published], now: Mapping[str, Published]) -> Iterator[str]:
    by_address = {one.address: one for one in now.values()}
    for key, was in before.items():
        one = by_address.get(was.address)
        if one and one.state == "moved":
            one = by_address.get(one.to)
        if was.state in HIDDEN and one and one.state == "open":
            yield (
                f"  {in_words(key)} 在 {was.on} 已经隐去（{STATES[was.state]}），现在又会公开\n"
                "    → 隐去的案例不能再公开：核对文件里的 disclosed_on、stopped_early、withdrawal，改回原来的"
            )


def _vanished(
    before: Mapping[str, Published], now: Mapping[str, Published], missing: frozenset[str]
) -> Iterator[str]:
    there = {one.address for one in now.values()}
    for key, was in before.items():
        if was.address not in there and key not in missing:
            yield f"  {in_words(key)} 发布过，现在没有了（/{was.address}）\n    → {_way_out(key, was, before, now)}"


def _way_out(key: str, was: Published, before: Mapping[str, Published], now: Mapping[str, Published]) -> str:
    kind, _, identifier = key.partition(":")
    accept = f"确实不要了，加 --accept-missing {key}"
    if key in now:
        former = was.address.removeprefix("knowledge/").rstrip("/")
        return f"它换了栏目：在文件里写 formerly: [{former}]，旧网址会转到新网址；{accept}"
    alike = [
        other
        for other, one in now.items()
        if other.startswith(f"{kind}:") and was.title and one.title == was.title and other not in before
    ]
    if alike:
        return f"{in_words(alike[0])} 的标题和它一样：改了编号的，在 {alike[0].partition(':')[2]} 里写 formerly: [{identifier}]；{accept}"
    if was.state == "moved":
        return f"这个旧网址原来转到 /{was.to}：在那条记录里写回 formerly: [{identifier}]；{accept}"
    restore = "找回它的文件和 published_on"
    if kind == "case":
        return f"{restore}；要撤下的，用 portal withdraw {identifier} --reason 原因；{accept}"
    if kind == "month":
        return f"{restore}；{accept}"
    return f"{restore}；改了编号的，在新文件里写 formerly: [{identifier}]；{accept}"
