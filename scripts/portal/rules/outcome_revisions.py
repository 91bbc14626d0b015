"""A figure that was changed after publication: every step from the old one to the present one is readable."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.outcome import Outcome, Revision
from portal.rules.engine import Finding, record_rule


@record_rule("OUT-REVISION-01", "outcomes")
def revisions_lead_to_the_figure(
    entry: Entry[Outcome], site: Site, today: datetime.date
) -> Iterator[Finding]:
    """更正记录要和现在的数对得上。

    最后一次更正的 to 就是 figures 里现在的数，每次的 from 是上一次的 to，日期依次往后；读者要能从旧数走到新数。
    错：`revisions` 写 `to: 25`，`figures` 里还是 23
    对：`figures` 改成 25，`revisions` 写 `from: 23`、`to: 25`
    """
    reports = {report.unit: report for report in entry.record.units}
    latest: dict[tuple[str, str], tuple[int, Revision]] = {}
    for index, revision in enumerate(entry.record.revisions):
        report = reports.get(revision.unit)
        if report is None or revision.indicator not in report.figures:
            message = f"更正的“{revision.unit}”{revision.indicator} 在这个月没有数据"
            yield Finding(
                entry.at("revisions", index, "indicator"),
                message,
                "改正单位或指标，或者在 figures 里填上现在的数",
            )
            continue
        before = latest.get((revision.unit, revision.indicator))
        yield from _out_of_step(entry, index, revision, before[1] if before else None)
        latest[revision.unit, revision.indicator] = (index, revision)
    for (unit, indicator), (index, revision) in latest.items():
        now = reports[unit].figures[indicator]
        if revision.to != now:
            message = f"更正后是 {revision.to}，figures 里却是 {now}"
            yield Finding(
                entry.at("revisions", index, "to"), message, "figures 里填更正后的数；又改过的，再加一条更正"
            )


def _out_of_step(
    entry: Entry[Outcome], index: int, revision: Revision, before: Revision | None
) -> Iterator[Finding]:
    if revision.from_ == revision.to:
        yield Finding(
            entry.at("revisions", index, "to"),
            f"原数和现数都是 {revision.to}",
            "改正其中一个数，或者删去这条更正",
        )
    if before is None:
        return
    if revision.on < before.on:
        message = f"更正日期 {revision.on} 早于上一条 {before.on}"
        yield Finding(entry.at("revisions", index, "on"), message, "按日期先后排列")
    if revision.from_ != before.to:
        message = f"原数 {revision.from_} 与上一次更正后的 {before.to} 不同"
        yield Finding(entry.at("revisions", index, "from"), message, "从上一次更正后的数写起")
