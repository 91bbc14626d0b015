"""The figures that matter, for the home page and the overview: value so far, change, sparkline, all in words too.

`headlines(context)` gives one `Headline` per indicator of the view `headlines`; templates write
`{{ one.value | figure(one.indicator.decimals) }}`, `{{ one.change }}` and `{{ one.spark_svg }}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.charts import Series, sparkline
from portal.charts.sentences import compared, extremes
from portal.pages.context import Context
from portal.pages.figures.series import over_months, shown_months
from portal.pages.templates import figure
from portal.records.indicator import Indicator
from portal.records.month import Month


@dataclass(frozen=True)
class Headline:
    """One figure: `value` for the campaign so far, `since` says what that covers, `change` what the newest month brought.

    `spark_svg` is the months as a line with its own text alternative; empty while there is nothing to compare.
    """

    indicator: Indicator
    value: float | None
    change: str
    since: str
    spark_svg: Markup
    # Whether a stretch of the line is dotted, which has to be explained.
    dotted: bool = False


def headlines(context: Context, until: Month | None = None) -> list[Headline]:
    """The headline figures as they stand, or as they stood at the end of the month `until`."""
    months = shown_months(context, until)
    if not months:
        return []
    view = context.figures.view(context.figures.views.headlines)
    return [_headline(context, one, months) for one in view]


def _headline(context: Context, indicator: Indicator, months: Sequence[Month]) -> Headline:
    figures = context.figures
    so_far = figures.values(indicator.id, figures.running)[: len(months)]
    by_month = figures.values(indicator.id, figures.monthly)[: len(months)]
    # A month's own rate mixes hazards of several months; what has been reached so far is what matters.
    line = over_months(context, indicator, months, so_far if indicator.ratio else by_month)
    return Headline(
        indicator,
        next((value for value in reversed(so_far) if value is not None), None),
        moved(indicator, line, months[-1]),
        f"{months[0].name}至{months[-1].name}累计",
        _spark(context, line),
        any(point.provisional for point, _ in line.known[1:]) and not line.level,
    )


def moved(indicator: Indicator, line: Series, newest: Month) -> str:
    """`3月55个，与上月持平` of the month `newest`, which is not the reader's month for long; for a rate `比上月高0.6个百分点`; nothing where a month is missing."""
    now = line.last
    before = line.points[-2].value if len(line.points) > 1 else None
    if now is None:
        return ""
    than = compared(now, before, indicator.decimals, indicator.unit)
    if indicator.ratio:
        return than
    month = f"{newest.short}{figure(now, indicator.decimals)}{indicator.unit}"
    return f"{month}，{than}" if than else month


def _spark(context: Context, line: Series) -> Markup:
    if line.level:
        return Markup("")
    drawing = sparkline(line, _in_words(line))
    template = context.templates.get_template("charts/sparkline.svg.j2")
    return Markup(template.module.sparkline(drawing))  # type: ignore[attr-defined]


def _in_words(line: Series) -> str:
    known = line.known
    return f"{known[0][0].label}至{known[-1][0].label}，{extremes(line)}"
