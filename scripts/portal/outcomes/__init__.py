"""Figures: every table and chart of the site reads from the pandas frames made here."""

from portal.outcomes.frames import Figures, figures_of

__all__ = ["Figures", "figures_of"]
