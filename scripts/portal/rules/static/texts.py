"""The words in the files beside the pages, searched for personal data as those of records are.

Text, CSV, SVG and the parts of office files are read; PDF, pictures, sound and video are not: no library that the project
uses gives the words of a PDF, so people have to look.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from xml.parsers import expat

from portal import privacy
from portal.privacy import OF_FIRMS
from portal.records import Site
from portal.records.static_file import StaticFile
from portal.rules.engine import site_rule
from portal.rules.personal_data import is_the_bureaus
from portal.rules.static.drawings import words_in
from portal.rules.static.kinds import opened
from portal.source import FILE_START, MAX_PER_FILE, Diagnostic, Span, error
from portal.static_kinds import StaticKind

# Parts of office files in which words stand, and elements after which a new line of text begins.
FOLDERS = ("word/", "xl/", "ppt/", "docProps/")
NO_WORDS = (
    "/theme/",
    "/_rels/",
    "styles.xml",
    "settings.xml",
    "fontTable.xml",
    "webSettings.xml",
    "numbering.xml",
)
LINES = ("p", "br", "tr", "tc", "c", "si", "row", "title")
TEXTS = ("t", "v", "delText", "instrText", "title", "subject", "description", "keywords")
LONGEST_PART = 20 * 1024 * 1024


@site_rule("STATIC-PRIVACY-01")
def static_files_tell_nobody(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的文件也不能有个人信息：证件号码、电话、银行卡号、账号、车牌、住址、全名。

    附件和网页一样公开，最容易漏：附表里的联系电话、名单里的身份证号码。txt、csv、svg、docx、xlsx、pptx 里的文字都查；
    PDF、图片、音频、视频里的查不了，发布以前要由人看一遍。
    错：附表最后一列是各单位负责人的手机号
    对：删去这一列，或者写成“张某”“（电话略）”
    程度：错误
    """
    for one, kind in opened(site):
        if kind.searched:
            for found in islice(personal_in(_text(one, kind), one.place, site), MAX_PER_FILE + 1):
                # Only of plain text are the lines those that people see in an editor.
                yield found if kind.ending in ("txt", "csv") else replace(found, span=FILE_START)


def personal_in(text: str, path: str, site: Site) -> Iterator[Diagnostic]:
    """Findings on the personal data in a `text` of the file at `path`; the one door to whatever knows of such data."""
    for one in privacy.search(text):
        said = text[one.start : one.end]
        if one.kind not in OF_FIRMS and not is_the_bureaus(one.kind, said, site):
            hint = f"写成“{one.masked}”，或者删去，再换上新文件"
            place = _span(text, one.start, one.end)
            yield error(path, place, "STATIC-PRIVACY-01", f"文件里有{one.kind.value}", hint)


def _span(text: str, start: int, end: int) -> Span:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Span(line, column, line, column + end - start)


@lru_cache(maxsize=1024)
def _text(file: StaticFile, kind: StaticKind) -> str:
    if kind.ending == "svg":
        return words_in(file)
    try:
        content = file.read()
        return _office_text(content) if kind.part else content.decode("utf-8-sig")
    except (OSError, ValueError):
        return ""


def _office_text(content: bytes) -> str:
    """The words of all parts: paragraphs, cells and notes each on a line of their own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [
            name
            for name in archive.namelist()
            if name.startswith(FOLDERS) and name.endswith(".xml") and not any(one in name for one in NO_WORDS)
        ]
        return "\n".join(_words(archive, name) for name in names)


def _words(archive: zipfile.ZipFile, name: str) -> str:
    said: list[str] = []
    open_texts = 0

    def begun(tag: str, _: object) -> None:
        nonlocal open_texts
        open_texts += tag.rpartition(":")[2] in TEXTS

    def ended(tag: str) -> None:
        nonlocal open_texts
        name = tag.rpartition(":")[2]
        open_texts -= name in TEXTS
        if name in LINES:
            # What stands in two cells is not one number.
            said.append("\n\n")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    parser.CharacterDataHandler = lambda text: said.append(text) if open_texts else None
    parser.StartDoctypeDeclHandler = _no_declaration
    try:
        with archive.open(name) as stream:
            parser.Parse(stream.read(LONGEST_PART), True)
    except (
        Exception
    ):  # zipfile and expat raise whatever a damaged part happens to cause; what was read is searched
        return "".join(said)
    return "".join(said)


def _no_declaration(*_: object) -> None:
    raise ValueError("a declaration could make a small part grow without end")
