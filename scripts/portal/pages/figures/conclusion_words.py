"""The conclusions of the final assessment in words, one sentence each, made from facts of `portal.outcomes.findings`.

Every sentence is true of any figures: where several are first they are all named, where nothing was counted nothing
is said, and a share is never rounded up to the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from portal.charts.sentences import together
from portal.outcomes.findings import Halves, PutRight, Ranking, Recurring, Split
from portal.pages.templates import figure
from portal.records.indicator import Indicator
from portal.records.outcome import DIMENSIONS

# In fewer months nothing comes back.
FEWEST_MONTHS = 3


def counted(value: float, indicator: Indicator) -> str:
    """`55个`."""
    return f"{figure(value, indicator.decimals)}{indicator.unit}"


def portion(part: float, whole: float) -> str:
    """`98.6%`; of what is not the whole never `100.0%`."""
    share = 100 * part / whole
    return f"{min(share, 99.9) if part < whole else share:.1f}%"


def found_most(split: Split, rank: Ranking) -> str:
    """`按业态看，发现隐患最多的是餐饮服务，331个，占31.0%；其次是食品销售，174个。`"""
    one = split.indicator
    opening = f"按{DIMENSIONS[split.by].title}看，{one.label}"
    value, share = counted(rank.most, one), portion(rank.most, rank.whole)
    if rank.parts == 1:
        return f"{opening}都在{rank.first[0]}，{value}。"
    if len(rank.first) == rank.parts:
        return f"{opening}每一类一样多，都是{value}。"
    each = "各" if len(rank.first) > 1 else ""
    told = f"{opening}最多的是{together(rank.first)}，{each}{value}，{each}占{share}"
    each = "各" if len(rank.second) > 1 else ""
    return f"{told}；其次是{together(rank.second)}，{each}{counted(rank.next, one)}。"


def came_back(split: Split, found: Recurring) -> str:
    """`不合格批次：按品种看，餐饮具和桶盒饭在11个月里每个月都有，其中8个月最多的是餐饮具。`; empty for too few months."""
    if found.months < FEWEST_MONTHS or not found.seen:
        return ""
    most = max(found.seen.values())
    often = [part for part, months in found.seen.items() if months == most]
    if most == found.months:
        names = "每一类" if len(often) == len(found.seen) > 1 else together(often)
        told = f"{names}在{most}个月里每个月都有"
    else:
        each = "各" if len(often) > 1 else ""
        told = f"{together(often)}最常见，{found.months}个月里{each}有{most}个月"
    title = DIMENSIONS[split.by].title
    return f"{split.indicator.label}：按{title}看，{told}{_leading(found)}。"


def _leading(found: Recurring) -> str:
    """The part that was the largest most often, where there is one such, and more than one part."""
    most = max(found.led.values(), default=0)
    first = [part for part, months in found.led.items() if months == most]
    if len(first) > 1 or most < 2 or len(found.seen) < 2:
        return ""
    when = "每个月" if most == found.months else f"其中{most}个月"
    return f"，{when}最多的{'都' if most == found.months else ''}是{first[0]}"


def changed(indicator: Indicator, found: Halves) -> str:
    """`前5个月平均每月118个，后6个月平均每月69个。`"""
    earlier, later = found.months
    before, after = (figure(value, 1).removesuffix(".0") for value in (found.earlier, found.later))
    return (
        f"{indicator.label}前{earlier}个月平均每月{before}{indicator.unit}，"
        f"后{later}个月平均每月{after}{indicator.unit}。"
    )


def slowest(by: str, found: Indicator, done: Indicator, parts: Sequence[PutRight]) -> str:
    """`按业态看，特殊食品改好的比例最低：发现隐患33个，完成整改29个，占87.9%。`"""
    title, lowest = DIMENSIONS[by].title, parts[0].share
    last = [one for one in parts if one.share == lowest]
    if lowest >= 1:
        return f"按{title}看，每一类查出的都改好了。"
    if len(last) == len(parts) > 1:
        return f"按{title}看，每一类改好的比例都是{portion(last[0].done, last[0].found)}。"
    if len(last) > 1:
        names = together([one.part for one in last])
        return f"按{title}看，{names}改好的比例最低，都是{portion(last[0].done, last[0].found)}。"
    one = last[0]
    return (
        f"按{title}看，{one.part}改好的比例最低：{found.label}{counted(one.found, found)}，"
        f"{done.label}{counted(one.done, done)}，占{portion(one.done, one.found)}。"
    )


def answered(came: Indicator, done: Indicator, received: float, finished: float) -> str:
    """`立案185起，案件办结154起，还差31起。`"""
    told = f"{came.name}{counted(received, came)}，{done.name}{counted(finished, done)}"
    rest = received - finished
    return f"{told}，还差{counted(rest, came)}。" if rest > 0 else f"{told}。"


def overdue(late: Indicator, months: Sequence[tuple[str, float]], where: Sequence[tuple[str, float]]) -> str:
    """`月末逾期未改最多的是2024年9月，13个；到2025年3月是2个，在示例二所2个。`; `months` have a value and are in order."""
    if not months:
        return ""
    most = max(value for _, value in months)
    when = "月末" if late.over_months == "last" else ""
    if most == 0:
        return f"每个月{when}都没有{late.label}。"
    name, now = months[-1]
    highest = [month for month, value in months if value == most]
    units = "、".join(f"{unit}{counted(value, late)}" for unit, value in where)
    rest = f"，{units}" if units and now else ""
    if highest == [name]:
        return f"{when}{late.label}最多的是{name}，{counted(most, late)}{rest}。"
    each = "都是" if len(highest) > 1 else ""
    return (
        f"{when}{late.label}最多的是{together(highest)}，{each}{counted(most, late)}；"
        f"到{name}{f'是{counted(now, late)}' if now else '没有了'}{rest}。"
    )
