"""What is asked only of a formal publication (`portal build --production`): that everything in it is real.

Demonstration data, addresses that lead nowhere, units and codes that still wait to be filled in. Findings that say
the same become one: whoever publishes the demonstration by mistake reads one line, not one for every record.
"""

from __future__ import annotations

import inspect
import ipaddress
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from urllib.parse import urlsplit

from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.settings import Contact
from portal.rules.settings import ADDRESS, CODES, CONTACTS
from portal.source import Diagnostic, Span, error

FEW = 3  # findings of one kind that are still told one by one
NAMED = 3  # places that are named of more
WAYS_OUT = {"DEMO-01": "整个网站都是示例的，另建一个不带示例数据的网站：portal new site 文件夹"}
NOWHERE = (
    "invalid",
    "example",
    "test",
    "localhost",
    "local",
    "localdomain",
    "internal",
    "lan",
    "home",
    "arpa",
)
EXAMPLES = re.compile(r"(?:.*\.)?example\.(?:com|net|org|cn)")
# Written in the place of what is not known yet; a code of nothing but zeros is one, too.
TO_FILL_IN = re.compile(
    r"待[填定补核查]|未[填定]|占位|示例|某某|TODO|[XＸ×*＊?？]{2,}|x{3,}|(?<![0-9])0{6,}(?![0-9])"
)

# What a bureau may not know yet, and leaves out until then; everything else has a name.
UNKNOWN_AT_FIRST = {*CODES.values(), *CONTACTS.values(), "邮箱"}


def demo_records(site: Site) -> Iterator[Diagnostic]:
    """正式发布时不能有示例数据：`demo: true` 的记录、示例的报送单位。

    读者分不清哪些是虚构的。整个网站都是示例的，用 `portal new site 文件夹` 另建一个不带示例数据的网站。
    """
    for entries in (
        *(site.outcomes, site.cases, site.closed_cases, site.practices, site.corrections),
        site.spot_checks,
    ):
        for entry in entries:
            if entry.record.demo:
                hint = "换成真实数据后删去 demo，或者删去这条记录"
                yield error(entry.path, entry.at("demo"), "DEMO-01", "这是示例数据，不能正式发布", hint)
    if site.campaign.record.demo_units:
        place = site.campaign.at("demo_units")
        hint = "在 units 里换成真实的所、队、科室，再删去 demo_units"
        yield error(site.campaign.path, place, "DEMO-01", "报送单位是示例，不能正式发布", hint)


def real_address(site: Site) -> Iterator[Diagnostic]:
    """正式发布时网址要完整、真实：不能是占位的、本机的、局域网的，也不能是 IP 地址。

    页面里的 Url 标签、站点地图、订阅、海报上的二维码都从它来，印出去就收不回来。读者找编辑用的邮箱（contact.email）
    和网上填写的网址（contact.form）也一样：写上了就要能用。订阅编号的域名（feed_ids.authority）要是本单位的。
    """
    settings = site.settings.record
    place = site.settings.at("site_url")
    host = ADDRESS.fullmatch(settings.site_url)
    said = _unreal(host["host"]) if host else "不完整"
    if said:
        message = f"网址“{settings.site_url}”{said}，不能正式发布"
        yield error(
            site.settings.path,
            place,
            "PROD-URL-01",
            message,
            "换成网站发布后的真实网址，如 https://域名/路径/",
        )
    for name, address, outside in _leading_outside(settings.contact):
        if said := _unreal(outside):
            message = f"联系方式里的“{address}”{said}，不能正式发布"
            hint = "换成读者真能用的；还没有的删去这一行"
            yield error(site.settings.path, site.settings.at("contact", name), "PROD-URL-01", message, hint)
    if settings.feed_ids and (said := _unreal(settings.feed_ids.authority)):
        message = f"订阅编号的域名“{settings.feed_ids.authority}”{said}，不能正式发布"
        hint = "换成本单位的一个域名，以后不再改"
        yield error(
            site.settings.path, site.settings.at("feed_ids", "authority"), "PROD-URL-01", message, hint
        )
    if settings.site_domain and (said := _unreal(settings.site_domain)):
        message = f"网站域名“{settings.site_domain}”{said}，不能正式发布"
        place = site.settings.at("site_domain")
        yield error(site.settings.path, place, "PROD-URL-01", message, "换成真实的域名，或者删去这一行")


def real_names(site: Site) -> Iterator[Diagnostic]:
    """正式发布时单位和编码要真实：没有叫“示例一所”的单位，没有“待填”“XXX”这样的编码。

    还不知道的编码删去那一行，页面上就不显示；不能编造，也不能留着占位的字。
    """
    settings, campaign = site.settings, site.campaign
    for name in ("site_name", "bureau", "data_licence"):
        yield from _filled_in(settings, (name,), getattr(settings.record, name), "网站设置")
    for name, title in CODES.items():
        yield from _filled_in(settings, (name,), getattr(settings.record, name), title)
    for name, title in {**CONTACTS, "hotline": "投诉举报电话", "email": "邮箱"}.items():
        yield from _filled_in(settings, ("contact", name), getattr(settings.record.contact, name), title)
    for name in ("title", "document_number", "issuer"):
        yield from _filled_in(campaign, (name,), getattr(campaign.record, name), "专项行动")
    for number, unit in enumerate(campaign.record.units):
        yield from _filled_in(campaign, ("units", number, "name"), unit.name, "报送单位")
    for case in site.cases:
        decision = case.record.decision
        yield from _filled_in(case, ("decision", "document_number"), decision.document_number, "决定书文号")
        yield from _filled_in(case, ("decision", "authority"), decision.authority, "处罚机关")


CHECKS: dict[str, Callable[[Site], Iterator[Diagnostic]]] = {
    "DEMO-01": demo_records,
    "PROD-URL-01": real_address,
    "PROD-NAMES-01": real_names,
}


def production_problems(site: Site) -> list[Diagnostic]:
    """Everything that keeps `site` from being published formally, equal findings as one."""
    return sorted(one for check in CHECKS.values() for one in together(check(site)))


def together(found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """Of more than a few findings of one code, the first, which counts them and says where the next ones are."""
    for code, group in groupby(sorted(found, key=lambda one: (one.code, one)), lambda one: one.code):
        equal = list(group)
        yield from equal if len(equal) <= FEW else [_as_one(code, equal)]


def _as_one(code: str, equal: list[Diagnostic]) -> Diagnostic:
    # What most of them say; the demonstration's units are one finding beside forty records.
    said = Counter(one.message for one in equal).most_common(1)[0][0]
    first = next(one for one in equal if one.message == said)
    rest = [one for one in equal if one is not first]
    others = "、".join(f"{one.file}:{one.span.line}" for one in rest[: NAMED - 1])
    message = f"{first.message}；这样的共 {len(equal)} 处，还有 {others} 等"
    hint = "；".join(filter(None, (first.hint, WAYS_OUT.get(code))))
    return error(first.file, first.span, code, message, hint)


def _leading_outside(contact: Contact) -> Iterator[tuple[str, str, str]]:
    """(name of the field, what it says, the host in it) of the ways to the editor that have one."""
    if contact.email:
        yield "email", contact.email, contact.email.rpartition("@")[2]
    if contact.form:
        yield "form", contact.form, urlsplit(contact.form).hostname or ""


def _unreal(host: str) -> str:
    """What keeps a host from being one that the public can reach, or nothing."""
    name = host.lower().rstrip(".")
    try:
        ipaddress.ip_address(name)
        return "是 IP 地址"
    except ValueError:
        pass
    if "." not in name or name.rpartition(".")[2] in NOWHERE or EXAMPLES.fullmatch(name):
        return "是占位的或者本机的"
    return "里有占位的字" if TO_FILL_IN.search(name) else ""


def _filled_in(
    entry: Entry[Record], path: tuple[str | int, ...], text: str | None, what: str
) -> Iterator[Diagnostic]:
    if text and (found := TO_FILL_IN.search(text)):
        place: Span = entry.at(*path)
        message = f"{what}“{text}”里有“{found[0]}”，不能正式发布"
        hint = "换成真实的；还不知道的删去这一行" if what in UNKNOWN_AT_FIRST else "换成真实的"
        yield error(entry.path, place, "PROD-NAMES-01", message, hint)


def manual(code: str) -> str:
    return inspect.cleandoc(CHECKS[code].__doc__ or "")
