"""Figures: every table and chart of the site reads from the pandas frames made here."""

from portal.outcomes.figures import Figures, Loop, loop_of
from portal.outcomes.reports import figures_of

__all__ = ["Figures", "Loop", "figures_of", "loop_of"]
