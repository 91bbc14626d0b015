"""What of parties may not stand on the site of a day: of cases that are closed, withdrawn, or not public yet.

Takes a `Site` and a day, gives names, credit codes and document numbers with the case that they belong to. What another
case that is public rightly shows is none of them: the same firm may be named in two cases, and one of them be over.
Basis: 市场监督管理行政处罚信息公示规定 Art. 6, 11, 13–16; 个人信息保护法 Art. 47.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from portal.publication.public_site import PublicSite
from portal.publication.waiting import left_out
from portal.records import Entry, Site
from portal.records.case import Case
from portal.source import SourceFile
from portal.source.unseen import INSIDE_WORDS

NAME, CODE, NUMBER = "当事人的名称", "统一社会信用代码", "决定书文号"
HELD_BACK, HIDDEN = "草稿有错，没有收进来", "已经隐去"
SHORTEST = 3  # characters of a name that still mean one party
MASKED = re.compile(r"[某×＊*□○]|[xX]{2}|^当事人")
# What is left of 食品有限公司 when such words are taken away names nobody.
EVERYBODYS = re.compile(
    r"(?:食品|餐饮|饮食|水果|蔬菜|果蔬|烟酒|粮油|早餐|早点|小吃|快餐|便利|百货|熟食|生鲜|面包|蛋糕|烘焙|奶茶|水产|副食|"
    r"服务|管理|销售|经营|商贸|贸易|网络|单位|集体|学校|配送|一家|一名|有限|责任|公司|门店|商店|酒店|饭店|餐厅|食堂|超市|市场|"
    r"企业|个体|工商户|摊主|摊位|作坊|小|店|铺|馆|户|厂|部|坊|摊|行)+"
)
IGNORED = re.compile(rf"[\s{INSIDE_WORDS}]+")
BRACKETS = str.maketrans("〔〕【】[]〈〉", "()()()()")
# A draft that cannot be read still says in these lines who it is about.
SAID = re.compile(r"""^ +(name|credit_code|document_number): *(["']?)(.*?)\2 *(?: #.*)?$""", re.MULTILINE)
WHAT = {"name": NAME, "credit_code": CODE, "document_number": NUMBER}
REGISTERED = re.compile(r"(?:公司|合伙企业|商行|经营部|经营店)$")
ANONYMISED = re.compile(r"^ +form: *[\"']?anonymised", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Withheld:
    """One text that may not stand anywhere; `what` of which `case` it is, `why` that is hidden, which `path` says it."""

    text: str
    what: str
    case: str
    why: str
    path: str


@dataclass(frozen=True)
class PartyNames:
    """What is known of parties on a day: `hidden` must not stand on the site, `public` may, on any page.

    `paths` are the files of all cases of which nothing is shown but an address and why.
    """

    hidden: tuple[Withheld, ...]
    public: frozenset[str]
    paths: frozenset[str]


def party_names(site: Site, today: datetime.date) -> PartyNames:
    """The texts that are hidden in the order of the cases, each once; those that public records rightly carry."""
    shown = PublicSite(site, today).cases
    public = frozenset(_carried(site, shown))
    carried = set(map(plain, public))
    hidden: dict[str, Withheld] = {}
    for one in _hidden(site, today, {entry.record.id for entry in shown}):
        key = plain(one.text)
        if key not in carried:
            hidden.setdefault(key, one)
    files = {entry.path for entry in site.cases} | {file.path for file in site.left_out}
    return PartyNames(tuple(hidden.values()), public, frozenset(files - {entry.path for entry in shown}))


def plain(text: str) -> str:
    """The text as it is compared: neither width nor case nor kind of bracket counts, nor anything that is not seen."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text)).translate(BRACKETS).casefold()


def _carried(site: Site, shown: Iterable[Entry[Case]]) -> Iterator[str]:
    """Parties of cases that are open, the authorities, the bureau and its units."""
    for entry in shown:
        if entry.record.party.form == "named":
            yield from (text for _, text in _told(entry.record))
            if entry.record.decision.authority:
                yield entry.record.decision.authority
    settings = site.settings.record
    yield from (settings.bureau, settings.site_name, *(unit.name for unit in site.campaign.record.units))


def _hidden(site: Site, today: datetime.date, shown: Set[str]) -> Iterator[Withheld]:
    reasons = {key: reason.value for reason, keys in left_out(site, today).items() for key in keys}
    for entry in site.cases:
        case = entry.record
        if case.id not in shown:
            why = reasons.get(f"case:{case.id}", HIDDEN)
            yield from (Withheld(text, what, case.id, why, entry.path) for what, text in _told(case))
    for file in site.left_out:
        case_id = file.path.rpartition("/")[2].partition(".")[0]
        yield from (Withheld(text, what, case_id, HELD_BACK, file.path) for what, text in _said(file))


def _told(case: Case) -> Iterator[tuple[str, str]]:
    party = case.party
    said = ((NAME, party.name), (CODE, party.credit_code), (NUMBER, case.decision.document_number))
    return _telling(said, anonymised=party.form == "anonymised")


def _said(file: SourceFile) -> Iterator[tuple[str, str]]:
    """What a file says that no record could be made of."""
    said = ((WHAT[key], text) for key, _, text in SAID.findall(file.original))
    return _telling(said, anonymised=ANONYMISED.search(file.original) is not None)


def _telling(said: Iterable[tuple[str, str | None]], *, anonymised: bool) -> Iterator[tuple[str, str]]:
    """Without what could mean anybody; what stands for the name in an anonymised case mostly does."""
    for what, text in said:
        bare = plain(text or "")
        if text is None or len(bare) < SHORTEST or MASKED.search(text):
            continue
        if what == NAME and (EVERYBODYS.fullmatch(bare) or (anonymised and not REGISTERED.search(bare))):
            continue
        yield what, text
