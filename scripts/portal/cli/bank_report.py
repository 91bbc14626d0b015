"""What maintainers should know of the bank, part by part: each a sentence and rows, for a terminal as for a program.

Nothing is reckoned here: coverage, exposure and tells are those of `quiz`, the law that has changed is found by
`publication`, what people answered is added up by `spotcheck`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.publication.staleness import needs_review
from portal.quiz.coverage import needs
from portal.quiz.exposure import exposure
from portal.quiz.layout import CannotDraw
from portal.quiz.tells import TELLS, record
from portal.quiz.versions import BankVersion, current
from portal.records import Site
from portal.records.blueprint import Blueprint
from portal.records.question import Question
from portal.spotcheck.flags import flags
from portal.spotcheck.months import latest, totals
from portal.spotcheck.statistics import LEAST, ItemSums, measured

# Papers of each blueprint that are drawn to see how often a question is met.
FORMS = 60
# Verified within so many days; beyond the last, longer ago.
AGES = (90, 180, 365)


@dataclass(frozen=True)
class Part:
    """`id` for programs; the rest is what maintainers read."""

    id: str
    title: str
    said: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    def as_data(self) -> dict[str, object]:
        return {"said": self.said, "rows": [dict(zip(self.columns, row, strict=True)) for row in self.rows]}


def report(site: Site, today: date) -> Iterator[Part]:
    """All parts, in the order in which they are looked at."""
    version = current(site)
    used = [entry.record for entry in site.questions if entry.record.on_papers]
    sums = totals(latest([one.record for one in site.spot_checks]))
    answered = [(one, sums[one.id, one.version]) for one in used if (one.id, one.version) in sums]
    yield _flags(answered)
    yield _coverage(version)
    yield _exposure(version)
    yield _age(site, used, today)
    yield _tells(version)
    yield _waivers(used)
    yield _statistics(used, answered)


def _flags(answered: Sequence[tuple[Question, ItemSums]]) -> Part:
    rows = tuple((one.id, "；".join(found)) for one, sums in answered if (found := flags(one, sums)))
    said = f"{len(rows)} 题要回头看，看过再改或者停用" if rows else f"没有（满 {LEAST} 人答过的题才看）"
    return Part("flags", "要回头看的题", said, ("题目", "为什么"), rows)


def _coverage(version: BankVersion) -> Part:
    rows = tuple((one.id, one.title, *_cells(one, version)) for one in version.blueprints)
    return Part(
        "coverage",
        "够不够组卷",
        "细看：portal paper coverage",
        ("方案", "名称", "适合的题", "不够的格"),
        rows,
    )


def _cells(blueprint: Blueprint, version: BankVersion) -> tuple[str, str]:
    """Without reserved questions, as phones draw."""
    shown = blueprint.model_copy(update={"reserved": False})
    suitable = str(sum(one.suits(shown) for one in version.questions))
    try:
        cells = needs(shown, version.questions)
    except CannotDraw as failure:
        return suitable, f"组不成卷：{failure}"
    return suitable, f"{sum(not one.enough for one in cells)}/{len(cells)}"


def _exposure(version: BankVersion) -> Part:
    columns = ("方案", "出现最多的题", "相邻两份最多相同")
    rows = tuple((one.id, *_met(one, version)) for one in version.blueprints)
    return Part("exposure", "出现得多不多", f"每种试组 {FORMS} 份", columns, rows)


def _met(blueprint: Blueprint, version: BankVersion) -> tuple[str, str]:
    try:
        found = exposure(blueprint, version.id, version.questions, FORMS)
    except CannotDraw:
        return "—", "—"
    neighbours = next((one for one in found.overlaps if one.apart == 1), None)
    return f"{found.most:.0%} 的卷子里", f"{neighbours.shared} 题" if neighbours else "—"


def _age(site: Site, used: Sequence[Question], today: date) -> Part:
    days = sorted((today - one.verified_on).days for one in used)
    counts = Counter(next((limit for limit in AGES if day <= limit), 0) for day in days)
    rows = [(f"{limit} 天以内", str(counts[limit])) for limit in AGES]
    rows.append(("更久", str(counts[0])))
    stale = sum(needs_review(one, site.law_by_name, today) for one in used)
    said = f"最早的一题 {days[-1]} 天以前核对；所引条文改过、要重新核对的 {stale} 题" if days else "没有题"
    return Part("age", "多久以前核对", said, ("核对", "题数"), tuple(rows))


def _tells(version: BankVersion) -> Part:
    found = sorted((record(tell, version.questions) for tell in TELLS), key=lambda one: -one.lift)
    rows = tuple(
        (one.tell.name, str(one.asked), f"{one.right / one.asked:.0%}", f"{one.expected / one.asked:.0%}")
        for one in found
        if one.asked and one.lift > 0
    )
    said = "只凭样子答，比瞎猜对得多的；细看：portal paper guess"
    return Part("tells", "破绽", said, ("规律", "用得上", "对", "瞎猜"), rows)


def _waivers(used: Sequence[Question]) -> Part:
    counts = Counter(waiver.rule for one in used for waiver in one.waivers)
    rows = tuple((rule, str(count)) for rule, count in sorted(counts.items()))
    return Part("waivers", "例外", f"{sum(counts.values())} 处没有照出题规则", ("规则", "题数"), rows)


def _statistics(used: Sequence[Question], answered: Sequence[tuple[Question, ItemSums]]) -> Part:
    found = [(one, enough) for one, sums in answered if (enough := measured(sums))]
    rows = tuple(
        (
            *(
                one.id,
                one.topic or "",
                str(enough.n),
                f"{enough.facility:.1%}",
                f"{enough.standard_error:.1%}",
            ),
            "—" if enough.discrimination is None else f"{enough.discrimination:.2f}",
        )
        for one, enough in sorted(found, key=lambda pair: pair[1].facility)
    )
    said = f"{len(used)} 题里 {len(found)} 题满 {LEAST} 人答过；只算首次考核，最近半年"
    return Part("statistics", "题目统计", said, ("题目", "主题", "人次", "得分率", "标准误", "区分度"), rows)


def as_data(parts: Sequence[Part]) -> Mapping[str, object]:
    return {one.id: {"title": one.title, **one.as_data()} for one in parts}
