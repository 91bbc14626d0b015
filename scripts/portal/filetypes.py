"""The types of files that a site consists of: ending, media type, whether texts say that they are UTF-8, and packing.

`filetype_of` finds the type of a path by its ending, as servers do. A new type is one line of `FILETYPES`; where it
is sent from (caching, who may read it) depends on the folder and stands in `publish/server_config.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import PurePosixPath


class Packing(Enum):
    """Whether compressed copies lie beside a file, and how much work they are worth."""

    NONE = auto()
    QUICK = auto()
    # Few files, fetched by everybody and kept for a year: there the last percent is worth our seconds.
    BEST = auto()


@dataclass(frozen=True)
class FileType:
    """One type of file; `ending` has no dot."""

    ending: str
    media_type: str
    charset: bool  # whether its answers say that the text is UTF-8
    packing: Packing
    # By which the tables of web servers know it, where that is not `media_type`.
    known_as: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The header of an answer."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type

    @property
    def names(self) -> tuple[str, ...]:
        """The media types that may stand in a server's table."""
        return self.known_as or (self.media_type,)


HTML = FileType("html", "text/html", charset=True, packing=Packing.QUICK)
CSS = FileType("css", "text/css", charset=True, packing=Packing.BEST)
TEXT = FileType("txt", "text/plain", charset=True, packing=Packing.QUICK)
XML = FileType("xml", "application/xml", charset=True, packing=Packing.QUICK, known_as=("text/xml",))
CSV = FileType("csv", "text/csv", charset=True, packing=Packing.QUICK)
CALENDAR = FileType("ics", "text/calendar", charset=True, packing=Packing.QUICK)
JAVASCRIPT = FileType(
    "js",
    "text/javascript",
    charset=True,
    packing=Packing.BEST,
    known_as=("text/javascript", "application/javascript"),
)
JSON = FileType("json", "application/json", charset=True, packing=Packing.QUICK)
WEB_APP = FileType("webmanifest", "application/manifest+json", charset=True, packing=Packing.QUICK)
ATOM = FileType("atom", "application/atom+xml", charset=True, packing=Packing.QUICK)
RSS = FileType("rss", "application/rss+xml", charset=True, packing=Packing.QUICK)
SVG = FileType("svg", "image/svg+xml", charset=True, packing=Packing.QUICK)
PNG = FileType("png", "image/png", charset=False, packing=Packing.NONE)
# A zip file already.
XLSX = FileType(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    charset=False,
    packing=Packing.NONE,
)
BINARY = FileType("bin", "application/octet-stream", charset=False, packing=Packing.QUICK)

# What a file says of itself in links and catalogues; servers see its ending only.
JSON_FEED = replace(JSON, media_type="application/feed+json")
JSON_SCHEMA = replace(JSON, media_type="application/schema+json")

FILETYPES = (
    HTML,
    CSS,
    TEXT,
    XML,
    CSV,
    CALENDAR,
    JAVASCRIPT,
    JSON,
    WEB_APP,
    ATOM,
    RSS,
    SVG,
    PNG,
    XLSX,
    BINARY,
)
_BY_ENDING = {one.ending: one for one in FILETYPES}


def filetype_of(path: str) -> FileType | None:
    """The type of the file at `path`; `None` for what staff bring along and we know nothing of."""
    return _BY_ENDING.get(PurePosixPath(path).suffix.removeprefix("."))
