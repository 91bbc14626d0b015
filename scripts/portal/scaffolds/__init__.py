"""New content files: what to call them and what they say before anyone has filled them in.

Takes words and records that were read, gives a path and a text; writing them is left to the command line.
"""

from portal.scaffolds.bank import CannotAppend, appended
from portal.scaffolds.drafting import FOLDER, Scaffolds, next_case, next_month, next_question

__all__ = ["FOLDER", "CannotAppend", "Scaffolds", "appended", "next_case", "next_month", "next_question"]
