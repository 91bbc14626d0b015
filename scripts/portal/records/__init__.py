"""Typed, immutable records: what a case, a month's figures, a law, a question is; and the `Site` of all of them.

The models are also the source of the JSON Schemas and the data dictionary. How they come from files is `reading`.
"""

from portal.records.site import Entry, Site

__all__ = ["Entry", "Site"]
