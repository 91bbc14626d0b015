"""The kinds of files that a bureau puts beside its pages (`site_config/static`): ending, what it begins with, how large.

Anything else is refused: what is not here has no business on the site, or has a better form. A new kind is one line of
`STATIC_KINDS`; whether its texts and what it says of its author can be read stands there, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

MIB = 1024 * 1024


@dataclass(frozen=True)
class StaticKind:
    """One kind; `ending` has no dot, `begins` is what its bytes begin with, `part` lies in it where it is an archive."""

    ending: str
    title: str
    begins: re.Pattern[bytes]
    most_bytes: int
    part: str = ""
    # Whether the words in it are searched for personal data.
    searched: bool = False

    @property
    def is_picture(self) -> bool:
        return self.title.endswith("图片")


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


ARCHIVE = _begins(rb"PK\x03\x04")
ANYTHING = _begins(rb"")
JPEG = _begins(rb"\xff\xd8\xff")
STATIC_KINDS = (
    StaticKind("jpg", "JPEG 图片", JPEG, 10 * MIB),
    StaticKind("jpeg", "JPEG 图片", JPEG, 10 * MIB),
    StaticKind("png", "PNG 图片", _begins(rb"\x89PNG\r\n\x1a\n"), 10 * MIB),
    StaticKind("webp", "WebP 图片", _begins(rb"RIFF.{4}WEBP"), 10 * MIB),
    StaticKind("gif", "GIF 图片", _begins(rb"GIF8[79]a"), 10 * MIB),
    StaticKind("svg", "SVG 图形", ANYTHING, 2 * MIB, searched=True),
    StaticKind("pdf", "PDF 文件", _begins(rb"%PDF-"), 30 * MIB),
    StaticKind("docx", "Word 文件", ARCHIVE, 20 * MIB, "word/document.xml", searched=True),
    StaticKind("xlsx", "Excel 工作簿", ARCHIVE, 20 * MIB, "xl/workbook.xml", searched=True),
    StaticKind("pptx", "PowerPoint 演示文稿", ARCHIVE, 30 * MIB, "ppt/presentation.xml", searched=True),
    StaticKind("txt", "文本", ANYTHING, 2 * MIB, searched=True),
    StaticKind("csv", "CSV 表格", ANYTHING, 10 * MIB, searched=True),
    StaticKind("mp3", "MP3 音频", _begins(rb"ID3|\xff[\xe2-\xff]"), 30 * MIB),
    StaticKind("mp4", "MP4 视频", _begins(rb".{4}ftyp"), 100 * MIB),
)
_BY_ENDING = {one.ending: one for one in STATIC_KINDS}


def static_kind_of(path: str) -> StaticKind | None:
    """The kind of the file at `path`, by its ending in small letters, as web servers know it."""
    return _BY_ENDING.get(PurePosixPath(path).suffix.removeprefix("."))
