"""The table of indicators agrees with itself: what it refers to exists, names are clear, what the program needs is there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.indicator import COUNTED_ON, Indicator, Indicators
from portal.records.wording import nearest
from portal.rules.engine import site_rule
from portal.source import Diagnostic, KeyPath, error


@site_rule("REF-INDICATOR-01")
def indicators_refer_to_indicators(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """指标表里写到的其他指标和分组都要存在。

    版面（views）、比率的分子分母，at_most（不大于）、follows（跟着办）、part_of（属于）写指标的编号，group 写分组的编号；都不能写自己，也不能写比率（比率不填数）。
    版面上可以写比率，不能写不公开的指标（`public: false`）：写在那里就是要让人看。
    错：`headlines: [letters]`，而 letters 是 `public: false`
    错：`at_most: sample`
    对：`at_most: samples`
    程度：错误
    """
    table = site.indicators
    figures = {one.id: one for one in table.record.indicators if one.ratio is None}
    groups = {group.id: group for group in table.record.groups}
    for index, indicator in enumerate(table.record.indicators):
        for path, name in _references(indicator):
            place = table.at("indicators", index, *path)
            if name == indicator.id:
                hint = "写另一个指标的编号，或者删去这一行"
                yield error(table.path, place, "REF-INDICATOR-01", "不能写自己", hint)
            elif name not in figures:
                meant = nearest(name, figures)
                hint = f"是不是“{meant}”？" if meant else "写一个填数的指标的编号"
                message = f"没有编号为“{name}”的填数的指标"
                yield error(table.path, place, "REF-INDICATOR-01", message, hint)
        if indicator.group not in groups:
            meant = nearest(indicator.group, groups)
            hint = f"是不是“{meant}”？" if meant else f"可用的分组：{'、'.join(groups)}"
            place = table.at("indicators", index, "group")
            yield error(table.path, place, "REF-INDICATOR-01", f"没有编号为“{indicator.group}”的分组", hint)
    yield from _wrong_in_views(table)


def _wrong_in_views(table: Entry[Indicators]) -> Iterator[Diagnostic]:
    known = table.record.by_id()
    for view, value in table.record.views:
        for index, name in enumerate((value,) if isinstance(value, str) else value or ()):
            place = table.at("views", view, *(() if isinstance(value, str) else (index,)))
            if name not in known:
                meant = nearest(name, known)
                hint = f"是不是“{meant}”？" if meant else "写已有指标的编号"
                yield error(table.path, place, "REF-INDICATOR-01", f"没有编号为“{name}”的指标", hint)
            elif not known[name].public:
                message = f"“{known[name].name}”不公开（public: false），不能放在版面上"
                yield error(table.path, place, "REF-INDICATOR-01", message, "换一个公开的指标，或者删去")


def _references(indicator: Indicator) -> Iterator[tuple[tuple[str, ...], str]]:
    if indicator.ratio:
        yield ("ratio", "numerator"), indicator.ratio.numerator
        yield ("ratio", "denominator"), indicator.ratio.denominator
    if indicator.at_most:
        yield ("at_most",), indicator.at_most
    if indicator.follows:
        yield ("follows",), indicator.follows
    if indicator.part_of:
        yield ("part_of",), indicator.part_of


@site_rule("REF-INDICATOR-02")
def indicators_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """指标的编号不能重复；同一分组里，名称和别名不能指两个指标。

    导入表格时按分组和名称认指标，重了就认错。不同分组可以用相同的别名。
    错：同一分组里两个指标的 aliases 都有“办结数”
    对：删去其中一个
    程度：错误
    """
    table = site.indicators
    owners: dict[tuple[str, str], int] = {}
    for index, indicator in enumerate(table.record.indicators):
        for path, key in _called(indicator):
            owner = owners.setdefault(key, index)
            if owner != index:
                other = table.record.indicators[owner].name
                place = table.at("indicators", index, *path)
                message = f"“{key[1]}”已经是指标“{other}”的{'叫法' if key[0] else '编号'}"
                yield error(table.path, place, "REF-INDICATOR-02", message, "换一个，或者删去")


def _called(indicator: Indicator) -> Iterator[tuple[KeyPath, tuple[str, str]]]:
    """Where an id, name or alias stands, and the group within which it must be the only one."""
    yield ("id",), ("", indicator.id)
    yield ("name",), (indicator.group, indicator.name)
    for index, alias in enumerate(indicator.aliases):
        yield ("aliases", index), (indicator.group, alias)


@site_rule("REF-INDICATOR-03")
def counted_on_are_there(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """程序要用的几个隐患指标，编号不能改，也不能删。

    hazards_found（发现）、hazards_rectified（完成整改）、hazards_carried（上月结转）：导入隐患清单时把数记在这几个编号下，
    整改数和结转数对不对也靠它们检查。改了编号，检查就无声无息地停了。名称、口径、别名可以改。
    错：把 `id: hazards_found` 改成 `id: hazards`
    对：`id: hazards_found`，改 `name` 和 `aliases`
    程度：错误
    """
    table = site.indicators
    known = table.record.by_id()
    for name, title in COUNTED_ON.items():
        if name not in known:
            hint = f"加上编号为 {name} 的指标；改过编号的改回来，叫法写在 name 和 aliases 里"
            message = f"指标表里没有“{name}”（{title}），检查和导入都要用它"
            yield error(table.path, table.key("indicators"), "REF-INDICATOR-03", message, hint)
        elif known[name].ratio is not None:
            index = table.record.indicators.index(known[name])
            message = f"“{name}”（{title}）是填的数，不能写成比率"
            place = table.key("indicators", index, "ratio")
            yield error(table.path, place, "REF-INDICATOR-03", message, "删去 ratio；比率另起一个编号")
