"""Charts as plain geometry: numbers in, coordinates and sentences out. Templates draw them as inline SVG.

Knows nothing of indicators, of the calendar or of the site, so that a new figure needs no new chart.
"""

from portal.charts.chart import Caption, Chart, ChartRefused, Panel
from portal.charts.making import (
    bar_chart,
    dot_chart,
    funnel_chart,
    line_chart,
    multiples,
    ranked_chart,
    ranked_multiples,
)
from portal.charts.series import Point, Series, in_digits
from portal.charts.sparkline import Sparkline, sparkline

__all__ = [
    "Caption",
    "Chart",
    "ChartRefused",
    "Panel",
    "Point",
    "Series",
    "Sparkline",
    "bar_chart",
    "dot_chart",
    "funnel_chart",
    "in_digits",
    "line_chart",
    "multiples",
    "ranked_chart",
    "ranked_multiples",
    "sparkline",
]
