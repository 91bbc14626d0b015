"""What a chart shows, in one Chinese sentence made from its own numbers: for those who cannot or need not see it.

Every function takes series and gives a sentence, or an empty text when there is nothing to tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from portal.charts.ranked import share_of
from portal.charts.series import Point, Series, written

# So many months in a row in one direction are worth saying.
STREAK = 3
LISTED = 4


def with_unit(value: float | None, series: Series) -> str:
    """`55个`, `98.6%`; a missing value is `缺`."""
    return written(value, series.decimals) + ("" if value is None else series.unit)


def compared(now: float, before: float | None, decimals: int, unit: str) -> str:
    """`比上月多3个`, `与上月持平`; empty without a month to compare with. A rate changes by 个百分点, up or down."""
    if before is None:
        return ""
    difference = round(now - before, decimals)
    if difference == 0:
        return "与上月持平"
    more, less = ("高", "低") if unit == "%" else ("多", "少")
    by = "个百分点" if unit == "%" else unit
    return f"比上月{more if difference > 0 else less}{written(abs(difference), decimals)}{by}"


def apart(difference: float, series: Series) -> str:
    """`15个`; two rates are so many 个百分点 apart."""
    return written(difference, series.decimals) + ("个百分点" if series.unit == "%" else series.unit)


def change(series: Series) -> str:
    """How the newest value differs from the one before it."""
    now = series.last
    before = series.points[-2].value if len(series.points) > 1 else None
    return "" if now is None else compared(now, before, series.decimals, series.unit)


def along_months(series: Series) -> str:
    """The newest month, its change, and the highest and lowest one; months without data are named."""
    known = series.known
    if not known:
        return ""
    newest, value = known[-1]
    parts = [f"{newest.label}{series.label}{with_unit(value, series)}"]
    parts += [one for one in (change(series) if newest is series.points[-1] else "", streak(series)) if one]
    told = "，".join(parts)
    if len(known) > 2:
        told += f"；{extremes(series)}"
    return f"{told}{gaps(series)}。"


def extremes(series: Series) -> str:
    """`最高是2024年9月的163个，最低是2025年2月的55个`; of equal ones the newest."""
    known = list(reversed(series.known))
    highest, lowest = max(known, key=_value), min(known, key=_value)
    if highest[1] == lowest[1]:
        return f"每月都是{with_unit(highest[1], series)}"
    return (
        f"最高是{highest[0].label}的{with_unit(highest[1], series)}，"
        f"最低是{lowest[0].label}的{with_unit(lowest[1], series)}"
    )


def streak(series: Series) -> str:
    """`连续3个月上升`, when it is at least that many up to the newest month."""
    values = [point.value for point in series.points]
    for word, sign in (("上升", 1), ("下降", -1)):
        months = 0
        for now, before in zip(reversed(values), reversed(values[:-1]), strict=False):
            if now is None or before is None or (now - before) * sign <= 0:
                break
            months += 1
        if months >= STREAK:
            return f"连续{months}个月{word}"
    return ""


def gaps(series: Series) -> str:
    """`；缺2024年10月的数`, or nothing."""
    missing = [point.label for point in series.points if point.value is None]
    return f"；缺{'、'.join(missing)}的数" if missing else ""


def among_parts(series: Series, *, shares: bool = False) -> str:
    """The largest part and the smallest one, with their shares of the whole."""
    known = series.known
    if not known:
        return ""
    whole = sum(value for _, value in known)

    def told(one: tuple[Point, float]) -> str:
        share = share_of(one[1], whole) if shares else ""
        return f"{one[0].label}，{with_unit(one[1], series)}" + (f"，占{share}" if share else "")

    highest, lowest = max(known, key=_value), min(known, key=_value)
    if highest[1] == lowest[1]:
        only = len(known) == 1
        return f"{series.label}{known[0][0].label if only else '各项都是'}{with_unit(highest[1], series)}。"
    alone = [one for one in known if one[1] == lowest[1]]
    least = f"；最少的是{told(lowest)}" if len(alone) == 1 else ""
    first = [point.label for point, value in known if value == highest[1]]
    if len(first) > 1:
        return f"{series.label}最多的是{together(first)}，各{told(highest).partition('，')[2]}{least}。"
    return f"{series.label}最多的是{told(highest)}{least}。"


def between(first: Series, second: Series) -> str:
    """Where the first is largest, and where the two are farthest apart."""
    rows = [
        (one.label, one.value, other.value)
        for one, other in zip(first.points, second.points, strict=True)
        if one.value is not None and other.value is not None
    ]
    if not rows:
        return ""
    most, widest = max(value for _, value, _ in rows), max(abs(one - other) for _, one, other in rows)
    leading = [row for row in rows if row[1] == most]
    names = [name for name, _, _ in leading]
    told = f"{first.label}最多的是{together(names)}，{_each(names)}{with_unit(most, first)}"
    if len(leading) == 1:
        told += f"，{second.label}{with_unit(leading[0][2], second)}"
    if not widest:
        return f"{told}；每一项两个数都相同。"
    far = [name for name, one, other in rows if abs(one - other) == widest]
    which = f"{'也' if far == names else ''}是{together(far)}"
    return f"{told}；两个数差得最多的{which}，{_each(far)}差{apart(widest, first)}。"


def at_the_end(series: tuple[Series, ...]) -> str:
    """Where each line has come to, and how far the first two are apart."""
    known = [one for one in series if one.known]
    if not known:
        return ""
    ends = [one.known[-1] for one in known]
    told = "，".join(
        f"{one.label}{with_unit(value, one)}" for one, (_, value) in zip(known, ends, strict=True)
    )
    between_them = ""
    if len(known) > 1:
        difference = abs(ends[0][1] - ends[1][1])
        between_them = f"，相差{apart(difference, known[0])}" if difference else "，两者相同"
    return f"到{ends[0][0].label}，{told}{between_them}{gaps(known[0])}。"


def side_by_side(series: tuple[Series, ...]) -> str:
    """The newest month of several series and how each of them changed."""
    newest = [one for one in series if one.last is not None]
    # The newest month has nothing: what each has last stands in for it.
    known = newest or [one for one in series if one.known]
    if not known:
        return ""
    told = [
        f"{one.label}{with_unit(one.known[-1][1], one)}" + (f"（{moved}）" if (moved := change(one)) else "")
        for one in known[:LISTED]
    ]
    missing = "" if newest else gaps(known[0])
    return f"{known[0].known[-1][0].label}：{'；'.join(told)}{'等' if len(known) > LISTED else ''}{missing}。"


def of_units(series: tuple[Series, ...]) -> str:
    """For several figures of the same parts: which part is first in each."""
    told = [_first_in(one) for one in series[:LISTED] if one.known]
    return f"{'；'.join(told)}{'等' if len(series) > LISTED else ''}。" if told else ""


def _first_in(series: Series) -> str:
    most = max(value for _, value in series.known)
    first = [point.label for point, value in series.known if value == most]
    if len(first) == len(series.known) > 1:
        return f"{series.label}各项都是{with_unit(most, series)}"
    return f"{series.label}最多的是{together(first)}（{_each(first)}{with_unit(most, series)}）"


def _each(names: Sequence[str]) -> str:
    return "各" if len(names) > 1 else ""


def together(names: Sequence[str]) -> str:
    """`甲`, `甲和乙`, `甲、乙和丙`, `甲、乙、丙、丁等6项`."""
    if len(names) > LISTED:
        return f"{'、'.join(names[:LISTED])}等{len(names)}项"
    return "和".join(part for part in ("、".join(names[:-1]), names[-1]) if part)


def through_the_loop(found: Series, done: Series, late: Series | None) -> str:
    """`发现隐患1068个，完成整改1053个，占98.6%；还有15个正在整改，其中逾期未改2个。`"""
    whole, finished = found.last, done.last
    if whole is None or finished is None:
        return ""
    told = f"{found.label}{with_unit(whole, found)}，{done.label}{with_unit(finished, done)}"
    share = share_of(finished, whole)
    told += f"，占{share}" if share else ""
    rest = whole - finished
    told += f"；还有{with_unit(rest, found)}正在整改" if rest > 0 else ""
    if late is not None and late.last is not None:
        told += f"{'，其中' if rest > 0 else '；'}{late.label}{with_unit(late.last, late)}"
    return f"{told}。"


def _value(one: tuple[Point, float]) -> float:
    return one[1]
