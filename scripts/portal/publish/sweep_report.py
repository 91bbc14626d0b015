"""What the last search has found, in words for whoever has to mend it: pages, records, places, and the way out.

Takes the findings of a `Sweep`, the pages' sources and the project's files. Nothing that was found is told in full:
messages end in logs and mails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from portal.pages import Output
from portal.publish.certain_numbers import CARD, CODE, IDENTITY, MAIL, PHONE, PLATE
from portal.publish.sweeping import Finding, Sweep
from portal.publish.tracing import Place, places

MOST, FEW = 20, 3
WAYS_OUT = {
    IDENTITY: "删去号码；确要交代时写“（身份证号码略）”",
    CARD: "删去号码，写“通过银行转账”就够了",
    CODE: "删去代码；公开名称的案例，代码只写在 party.credit_code 里",
    PHONE: "删去号码，或者改写成 12315 等热线；本局的办公电话填在 site.yaml 的 contact.phone 里",
    MAIL: "删去邮箱；本局的邮箱填在 site.yaml 的 contact.email 里",
    PLATE: "删去车牌，写“一辆小货车”这样的说法",
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
    """A finding and where it stands: `near` are the places in the sources of the pages, `all` those in any file."""

    finding: Finding
    sources: tuple[str, ...]
    near: tuple[Place, ...]
    all: tuple[Place, ...]

    @property
    def is_party_in_files(self) -> bool:
        return self.finding.party is not None and bool(self.all)

    def __str__(self) -> str:
        found = self.finding
        party = found.party
        whose = f"案例 {party.case}（{party.why}）的" if party else ""
        first = f"  {self._where()}：{whose}{found.what} {found.masked}，在{self._pages()}"
        return f"{first}\n    → {OF_PARTY if party else WAYS_OUT.get(found.what, '删去它')}"

    def _where(self) -> str:
        if told := self.near or self.all:
            return _few([str(place) for place in told])
        return _few(self.sources) if self.sources else "程序生成的文字"

    def _pages(self) -> str:
        return "页面 " + _few([f"/{address}" for address in self.finding.addresses])


def _few(names: Sequence[str]) -> str:
    more = f" 等 {len(names)} 处" if len(names) > FEW else ""
    return "、".join(names[:FEW]) + more


def traced(sweep: Sweep, output: Output, root: Path, paths: Sequence[str]) -> list[Traced]:
    """The findings with their places; `paths` are all files of the project at `root` that a site is made from."""
    return [_traced(finding, sweep.unseen, output, root, paths) for finding in sweep.findings.values()]


def _traced(finding: Finding, unseen: Set[str], output: Output, root: Path, paths: Sequence[str]) -> Traced:
    sources = tuple(dict.fromkeys(_sources(finding, output)))
    everywhere = tuple(places(root, finding.words, paths, unseen))
    near = tuple(place for place in everywhere if place.path in sources)
    return Traced(finding, sources, near, everywhere)


def _sources(finding: Finding, output: Output) -> Iterator[str]:
    for address in finding.addresses:
        document = output.by_address.get(address)
        yield from document.sources if document else ()
