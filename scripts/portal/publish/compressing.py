"""Compressed copies beside the files of a finished site, for web servers that hand them out as they are.

Takes a folder, writes `index.html.gz` and `index.html.br` beside `index.html`. The same bytes give the
same copies: no date, no name, no trace of the system.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from portal.filetypes import Packing, filetype_of
from portal.source.progress import Progress, silent

# Texts that this program does not make; staff may have them in `site_config/static`.
BROUGHT_ALONG = frozenset((".md", ".geojson"))
SMALLEST = 1024  # bytes; below that one packet carries the file either way
WORTH = 0.95  # of the size that a copy may have to be kept
QUALITIES = {Packing.QUICK: 5, Packing.BEST: 11}  # of brotli
GZIP_LEVEL = 9
OPERATING_SYSTEM = 9  # the place in a gzip header that names the machine it was made on
UNKNOWN = b"\xff"


def compress(folder: Path, progress: Progress = silent) -> int:
    """Write the copies for all texts below `folder`; returns how many. Raises `OSError`."""
    files = sorted(_texts(folder))
    written = 0
    for done, file in enumerate(files, 1):
        content = file.read_bytes()
        for ending, copy in COPIES.items():
            place = file.with_name(file.name + ending)
            # MkDocs has written one for the site map, staff may have put others there, the last site's come along.
            if not place.exists():
                written += _write_if_worth_it(place, copy(file, content), content)
        progress("正在压缩", done, len(files))
    return written


def packing_of(file: Path) -> Packing:
    """Whether copies of the file are worth it, and how much work."""
    known = filetype_of(file.name)
    if known is None:
        return Packing.QUICK if file.suffix in BROUGHT_ALONG else Packing.NONE
    return known.packing


def _texts(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        for name in names:
            file = Path(place, name)
            if packing_of(file) is not Packing.NONE and file.stat().st_size >= SMALLEST:
                yield file


def _write_if_worth_it(file: Path, copy: bytes, content: bytes) -> bool:
    if len(copy) > WORTH * len(content):
        return False
    file.write_bytes(copy)
    return True


def _gzip(file: Path, content: bytes) -> bytes:
    copy = gzip.compress(content, GZIP_LEVEL, mtime=0)
    return copy[:OPERATING_SYSTEM] + UNKNOWN + copy[OPERATING_SYSTEM + 1 :]


def _brotli(file: Path, content: bytes) -> bytes:
    quality = QUALITIES[packing_of(file)]
    copy: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)
    return copy


COPIES: dict[str, Callable[[Path, bytes], bytes]] = {".gz": _gzip, ".br": _brotli}
