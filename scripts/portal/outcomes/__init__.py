"""Figures: every table and chart of the site reads from the pandas frames made here."""

from portal.outcomes.closed_loop import Loop, loop_of
from portal.outcomes.figures import Figures, figures_of
from portal.outcomes.told import told_by

__all__ = ["Figures", "Loop", "figures_of", "loop_of", "told_by"]
