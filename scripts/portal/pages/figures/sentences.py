"""What pages with figures say in words: one sentence anyone understands, and figures with what to compare them to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from portal.charts.sentences import compared, through_the_loop
from portal.outcomes import loop_of
from portal.pages.context import Context
from portal.pages.figures.series import over_months, shown_months
from portal.pages.templates import amount, figure
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.outcome import Outcome, Revision


@dataclass(frozen=True)
class KeyFigure:
    """A month's figure, how it differs from the month before, and what it has come to since the first month.

    `so_far` is `None` for the first month, whose figures are the sum already.
    """

    indicator: Indicator
    value: float | None
    change: str
    so_far: float | None


class OverdueHazards(NamedTuple):
    """A unit with hazards past their deadline, and how many."""

    unit: str
    hazards: float
    indicator: Indicator


class RevisedFigure(NamedTuple):
    """A published figure that was put right, also in words: `示例一所“完成整改”由12更正为11`."""

    outcome: Outcome
    revision: Revision
    indicator: Indicator
    told: str


def key_figures(context: Context, month: Month) -> list[KeyFigure]:
    """The indicators of the view `columns` for a bulletin, those that nobody counted that month left out."""
    figures = context.figures
    row = figures.district(month)
    sums = figures.so_far(month)
    first = month == figures.months[0]
    made = []
    for one in figures.view(figures.views.columns):
        value = figures.value(one.id, row)
        if value is not None:
            made.append(
                KeyFigure(
                    one, value, changed(context, one, month), None if first else figures.value(one.id, sums)
                )
            )
    return made


def changed(context: Context, indicator: Indicator, month: Month) -> str:
    """`比上月多80个`; empty for the first month and after a gap."""
    figures = context.figures
    now = figures.value(indicator.id, figures.district(month))
    difference = figures.change(indicator.id, month)
    if now is None or difference is None:
        return ""
    return compared(now, now - difference, indicator.decimals, indicator.unit)


def opening(context: Context) -> str:
    """`专项行动11个月，全区发现隐患1068个，98.6%已经改好，还有15个正在改。`; empty without figures."""
    figures = context.figures
    loop = loop_of(figures)
    found = figures.value(loop.found.id, figures.totals) if loop else None
    done = figures.value(loop.done.id, figures.totals) if loop else None
    if loop is None or not found or done is None:
        return ""
    share = figure(100 * done / found, 1)
    told = f"专项行动{len(context.public.outcomes)}个月，全区{loop.found.label}{figure(found)}{loop.found.unit}，{share}%已经改好"
    rest = found - done
    return f"{told}，还有{figure(rest)}{loop.found.unit}正在改。" if rest > 0 else f"{told}。"


def so_far(context: Context, until: Month) -> str:
    """`从2024年5月到2025年3月，全区发现隐患1068个，完成整改1053个，占98.6%；…`; empty without figures."""
    figures = context.figures
    loop = loop_of(figures)
    if loop is None:
        return ""
    months = shown_months(context, until)
    table = figures.running
    steps = [over_months(context, one, months, figures.values(one.id, table)) for one in loop.steps]
    told = through_the_loop(steps[0], steps[1], steps[2] if loop.late else None)
    return f"从{months[0].name}到{months[-1].name}，全区{told}" if told else ""


def bulletin(context: Context, record: Outcome) -> str:
    """The sentence a bulletin opens with: the one staff wrote, or one made from the first two figures."""
    if record.summary:
        return record.summary
    told = [
        f"{one.indicator.label}{figure(one.value, one.indicator.decimals)}{one.indicator.unit}"
        + (f"，{one.change}" if one.change else "")
        for one in key_figures(context, record.month)[:2]
    ]
    name = record.month.name
    return f"{name}，全区{'；'.join(told)}。" if told else f"{name}食品安全风险隐患排查整治情况。"


def overdue(context: Context, month: Month) -> list[OverdueHazards]:
    """The units with hazards past their deadline at the end of the month."""
    loop = loop_of(context.figures)
    if loop is None or loop.late is None:
        return []
    late, table = loop.late, context.figures.month(month)
    if late.id not in table.columns:
        return []
    return [
        OverdueHazards(str(unit), float(value), late) for unit, value in table[late.id].items() if value > 0
    ]


def provisional_months(context: Context) -> list[str]:
    """The published months whose figures may still change, as readers read them."""
    return [e.record.month.name for e in context.public.outcomes if e.record.status == "provisional"]


def unfinished(context: Context) -> str:
    """Why the figures of the campaign are not the last ones yet; empty when they are."""
    provisional = provisional_months(context)
    there = {entry.record.month for entry in context.public.outcomes}
    missing = [month.name for month in context.figures.months if month not in there]
    told = f"{'、'.join(provisional)}是初步数。" if provisional else ""
    return told + (f"{'、'.join(missing)}尚无数据。" if missing else "")


def revised(context: Context, outcome: Outcome) -> list[RevisedFigure]:
    """The figures of a month that were put right and may be shown."""
    return [
        RevisedFigure(outcome, one, indicator, _revision(one, indicator))
        for one in context.public.shown_revisions(outcome)
        for indicator in [context.public.indicators[one.indicator]]
    ]


def _revision(one: Revision, indicator: Indicator) -> str:
    return f"{one.unit}“{indicator.name}”由{amount(one.from_)}更正为{amount(one.to)}"
