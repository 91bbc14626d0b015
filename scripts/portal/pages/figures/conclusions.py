"""结论 of the final assessment: what was found most, what came back, what was slow, what each unit came to and learned.

Takes the context, gives sentences and the charts that only this page has. None is written by hand: whoever changes a
figure changes the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from portal.charts import Chart, Point, Series, ranked_chart
from portal.charts.ranked import MOST
from portal.outcomes import Loop, loop_of
from portal.outcomes.findings import halves, put_right, ranking, recurring, splits
from portal.pages.context import Context
from portal.pages.figures import conclusion_words as words
from portal.pages.figures import sentences
from portal.pages.figures.reporting import Arrival, counted
from portal.pages.figures.series import SPLIT, caption
from portal.records import addresses
from portal.records.campaign import Unit
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS
from portal.records.practice import Practice


@dataclass(frozen=True)
class Conclusions:
    """Sentences under the four headings of the page; `again` and `rest` are the charts to the second and third."""

    found: list[str]
    back: list[str]
    slow: list[str]
    again: list[Chart]
    rest: Chart | None


class UnitResult(NamedTuple):
    """What a unit came to, in sentences, and the practices it reported."""

    unit: Unit
    address: str
    told: str
    practices: list[Practice]


def conclusions(context: Context) -> Conclusions:
    figures = context.figures
    loop = loop_of(figures)
    divided = splits(figures, loop)
    return Conclusions(
        found=[*_found(context, loop)],
        back=[
            told
            for one in divided
            if (found := recurring(figures, one)) and (told := words.came_back(one, found))
        ],
        slow=_slow(context, loop),
        again=_again(context),
        rest=_rest(context, loop),
    )


def opening(context: Context) -> str:
    """The page in two sentences: how far it came, and where most was found."""
    found = _ranked(context)
    # What is found in a kind of business says more to readers than in which 工作重点 it was filed.
    told = next(
        (text for by in ("business_type", "product", "focus") for key, text in found if key == by), ""
    )
    return sentences.opening(context) + told


def _ranked(context: Context) -> list[tuple[str, str]]:
    """What was broken down, and the sentence on it."""
    figures = context.figures
    return [
        (one.by, words.found_most(one, rank))
        for one in splits(figures, loop_of(figures))
        if (rank := ranking(figures.breakdown(one.indicator.id, one.by)))
    ]


def _found(context: Context, loop: Loop | None) -> list[str]:
    told = [text for _, text in _ranked(context)]
    if loop:
        values = context.figures.values(loop.found.id, context.figures.monthly)
        change = halves(values)
        told += [words.changed(loop.found, change)] if change else []
    return told


def _slow(context: Context, loop: Loop | None) -> list[str]:
    figures = context.figures
    told = []
    if loop and context.public.outcomes:
        told += [
            words.slowest(by, loop.found, loop.done, parts)
            for by in DIMENSIONS
            if (parts := put_right(figures, loop, by))
        ]
        told.append(_overdue(context, loop.late))
    return [*filter(None, told), *_answered(context)]


def _overdue(context: Context, late: Indicator | None) -> str:
    if late is None:
        return ""
    months = [entry.record.month for entry in context.public.outcomes]
    values = [context.figures.value(late.id, context.figures.district(month)) for month in months]
    known = [(month.name, value) for month, value in zip(months, values, strict=True) if value is not None]
    newest = sentences.overdue(context, months[-1]) if known and values[-1] is not None else []
    return words.overdue(late, known, [(one.unit, one.hazards) for one in newest])


def _answered(context: Context) -> list[str]:
    """What came and what was finished of it, for indicators that follow another."""
    figures, told = context.figures, []
    for done in figures.indicators.values():
        came = figures.indicators.get(done.follows or "")
        if came is None or came.unit != done.unit:
            continue
        received, finished = (figures.value(one.id, figures.totals) for one in (came, done))
        if received and finished is not None:
            told.append(words.answered(came, done, received, finished))
    return told


def _again(context: Context) -> list[Chart]:
    """In how many months each part was counted, where that is not the same for all."""
    made = []
    for split in splits(context.figures, loop_of(context.figures)):
        found = recurring(context.figures, split)
        if found is None or found.months < words.FEWEST_MONTHS or len(set(found.seen.values())) < 2:
            continue
        rows = sorted(found.seen.items(), key=lambda row: -row[1])
        title = DIMENSIONS[split.by].title
        about = caption(
            context,
            f"chart-again-{split.by}-{split.indicator.id}",
            f"按{title}看，{split.indicator.label}在几个月里有",
            SPLIT,
            f"一共{found.months}个月。{_cut(len(rows), '最多')}",
        )
        series = Series("有的月数", tuple(Point(part, months) for part, months in rows[:MOST]), "个月")
        made.append(ranked_chart(about, title, series))
    return made


def _rest(context: Context, loop: Loop | None) -> Chart | None:
    """What of each part has not been put right, the most first; `None` where that is the same for all."""
    for by, (_, title) in DIMENSIONS.items():
        parts = sorted(put_right(context.figures, loop, by) if loop else [], key=lambda one: -one.rest)
        if loop is None or len({one.rest for one in parts}) < 2:
            continue
        points = tuple(Point(one.part, one.rest) for one in parts if one.rest)
        about = caption(
            context,
            f"chart-rest-{by}",
            f"按{title}看还没改好的",
            SPLIT,
            f"{loop.found.label}减去{loop.done.label}。{_cut(len(points), '最多')}",
        )
        return ranked_chart(
            about, title, Series("还没改好的", points[:MOST], loop.found.unit, loop.found.decimals)
        )
    return None


def _cut(rows: int, which: str) -> str:
    return f"只列{which}的{MOST}类。" if rows > MOST else ""


def of_units(context: Context) -> list[UnitResult]:
    """The units that have reported anything, in the order of the campaign."""
    made = []
    for unit in context.public.campaign.units:
        practices = [e.record for e in context.public.practices if e.record.unit == unit.name]
        told = "".join(f"{one}。" for one in _of_unit(context, unit) if one)
        if told or practices:
            made.append(UnitResult(unit, addresses.unit(unit.id), told, practices))
    return made


def _of_unit(context: Context, unit: Unit) -> list[str]:
    return [_arrivals(context, unit), _loop_of_unit(context, unit), _learned(context, unit)]


def _arrivals(context: Context, unit: Unit) -> str:
    _, *came = counted(context, unit)
    if sum(came) == came[0]:
        return f"{came[0]}个月都按时报送" if came[0] else ""
    pairs = zip((Arrival.IN_TIME, Arrival.LATE, Arrival.MISSING), came, strict=True)
    return "，".join(f"{how}{months}个月" for how, months in pairs if months)


def _loop_of_unit(context: Context, unit: Unit) -> str:
    figures = context.figures
    loop, row = loop_of(figures), figures.of_unit(unit.name)
    if loop is None:
        return ""
    found, done = (figures.value(one.id, row) for one in loop.steps[:2])
    if not found or done is None:
        return ""
    told = f"{loop.found.label}{words.counted(found, loop.found)}，{loop.done.label}{words.counted(done, loop.done)}"
    # More than were found: some are from before, and a share would say nothing.
    share = f"，占{words.portion(done, found)}" if done <= found else ""
    return f"{told}{share}{_most_in_unit(context, unit, loop.found)}"


def _most_in_unit(context: Context, unit: Unit, found: Indicator) -> str:
    for by in ("business_type", "product", "focus"):
        rank = ranking(context.figures.split_of_unit(unit.name, found.id, by))
        if rank and len(rank.first) == 1:
            return f"，最多的是{rank.first[0]}，{words.counted(rank.most, found)}"
    return ""


def _learned(context: Context, unit: Unit) -> str:
    """`考核合格率前5个月86.1%，后6个月90.2%`, each of all that was counted in those months."""
    figures = context.figures
    rate = figures.indicators.get(figures.views.learned or "")
    months = [entry.record.month for entry in context.public.outcomes]
    middle = len(months) // 2
    if rate is None or middle < 2:
        return ""
    table = figures.unit(unit.name)
    parts = (table.loc[months[:middle]], table.loc[months[middle:]])
    before, after = (figures.value(rate.id, _sum(part)) for part in parts)
    if before is None or after is None:
        return ""
    said = [f"{value:.{rate.decimals}f}{rate.unit}" for value in (before, after)]
    return f"{rate.name}前{middle}个月{said[0]}，后{len(months) - middle}个月{said[1]}"


def _sum(rows: pd.DataFrame) -> pd.Series[float]:
    return rows.sum(min_count=1)
