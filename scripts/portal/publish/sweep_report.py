"""What the last search has found, in words for whoever has to mend it: pages, records, places, and the way out.

Takes the findings of a `Sweep`, the pages' sources and the project's files. Nothing that was found is told in full:
messages end in logs and mails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from portal.pages import Output
from portal.privacy import Kind
from portal.publish.sweeping import Finding, Sweep
from portal.publish.tracing import Place, places, texts

MOST, FEW = 20, 4
STATIC = "site_config/static/"
WAYS_OUT = {
    Kind.IDENTITY_NUMBER.value: "删去号码；确要交代时写“（身份证号码略）”",
    Kind.BANK_CARD.value: "删去号码，写“通过银行转账”就够了",
    Kind.CREDIT_CODE.value: "删去代码；公开名称的案例，代码只写在 party.credit_code 里",
    Kind.TELEPHONE.value: "删去号码，或者改写成 12315 等热线；本局的办公电话填在 site.yaml 的 contact.phone 里",
    Kind.EMAIL.value: "删去邮箱；本局的邮箱填在 site.yaml 的 contact.email 里",
    Kind.PLATE.value: "删去车牌，写“一辆小货车”这样的说法",
}
OF_PARTY = "改成不说是谁的写法，如 某餐饮店、有关决定书；案例本身要公开的，先改好案例"


class NotPublishable(Exception):
    """The site says what may not stand there; the message is Chinese and names pages, places and ways out."""

    def __init__(self, traced: Sequence[Traced]) -> None:
        self.traced = traced
        listed = "\n".join(islice(map(str, traced), MOST))
        more = f"\n  ……共 {len(traced)} 处" if len(traced) > MOST else ""
        super().__init__(f"网站上有 {len(traced)} 处不能公开的文字：\n{listed}{more}")


@dataclass(frozen=True)
class Traced:
    """A finding, the files that its pages are made from, and its places in any file, those in the sources first."""

    finding: Finding
    sources: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def is_party_in_files(self) -> bool:
        return self.finding.party is not None and bool(self.places)

    def __str__(self) -> str:
        found, party = self.finding, self.finding.party
        whose = f"案例 {party.case}（{party.why}）的" if party else ""
        where = _few([str(place) for place in self.places] or self.sources) or "程序或主题自己的文字"
        pages = _few([f"/{address}" for address in found.addresses])
        way_out = OF_PARTY if party else WAYS_OUT.get(found.what, "删去它")
        return f"  {where}：{whose}{found.what} {found.masked}\n    网页：{pages}\n    → {way_out}"


def _few(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 处" if len(names) > FEW else ""
    return "、".join(names[:FEW]) + more


def traced(sweep: Sweep, output: Output, root: Path, paths: Iterable[str]) -> list[Traced]:
    """The findings with their places; `paths` are all files of the project at `root` that a site is made from."""
    files = texts(root, paths)
    return [_traced(finding, sweep.unseen, output, files) for finding in sweep.findings.values()]


def _traced(finding: Finding, unseen: Set[str], output: Output, files: Mapping[str, str]) -> Traced:
    sources = tuple(dict.fromkeys(_sources(finding, output, files)))
    found = sorted(places(finding.words, files, unseen), key=lambda place: place.path not in sources)
    return Traced(finding, sources, tuple(found))


def _sources(finding: Finding, output: Output, files: Mapping[str, str]) -> Iterator[str]:
    for address in finding.addresses:
        if document := output.by_address.get(address):
            yield from document.sources
        elif f"{STATIC}{address}" in files:
            yield f"{STATIC}{address}"
