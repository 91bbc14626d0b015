"""Typed, immutable records: what a case, a month's figures, a law, a question is.

`read(root)` gives the `Site`; the models are also the source of the JSON Schemas and the data dictionary.
"""

from portal.records.reading import Library, ReadResult, read
from portal.records.site import Entry, Site

__all__ = ["Entry", "Library", "ReadResult", "Site", "read"]
