"""What a file of the finished site says to readers and machines, as plain text without markup.

Takes HTML or the bytes of any file, gives blocks of text divided by `BORDER`: paragraphs, cells, values of attributes,
strings, lines. What stands inside one line is joined as it is seen: `138<b>0013</b>8000` is one number.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from html import unescape

from portal.publish.name_search import BORDER

# Tags that stand inside a line, parted by their first letters for the engine's sake.
INLINE = (
    "a(?:bbr)?|b(?:d[io]|ig)?|c(?:ite|ode)|d(?:ata|el|fn)|em|font|i(?:ns)?|kbd|label|mark|q"
    "|s(?:mall|pan|trike|trong|u[bp])?|t(?:ime|span|t)|u|var|wbr"
)
QUOTED = r"""[^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+"""
IN_LINE = re.compile(rf"</?(?:{INLINE})(?![a-zA-Z0-9\-]){QUOTED}>")
# A tag whose quotes never close ends at the next bracket.
TAG = re.compile(rf"<[a-zA-Z/!?](?:{QUOTED}|[^>]*+)>")
CAPITALS = re.compile(r"</?[A-Z][A-Za-z]*")
# Links side by side are several things: the pages 119 and 120 of a list.
BETWEEN_LINKS = re.compile(r"</(?:a>(?=\s*<[a-z])|span>(?=\s*<a\b))")
LINE_BREAK = re.compile(r"<br\b[^>]*>")
ATTRIBUTE = re.compile(
    r"""[ \n\t\r](?!class=|href=(?!["']?(?:tel|mailto|sms):)|id=|src=)"""
    r"""[a-z\-]+\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "", '"': "'"}
FOLDED = re.compile(r"\r?\n[ \t]")
# An identifier in the form of an address; nobody reads it.
UID = re.compile(r"^UID[:;].*$", re.MULTILINE)
CALENDAR_ESCAPE = re.compile(r"\\([nN,;\\])")
NO_TEXTS = frozenset(
    (
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "ico",
        "bin",
        "gz",
        "br",
        "woff",
        "woff2",
        "ttf",
        "otf",
        "pdf",
        "zip",
    )
)
# Endings of files that are texts whatever characters they are written in.
TEXTS = frozenset(
    ("txt", "csv", "tsv", "md", "html", "htm", "xml", "svg", "json", "ics", "vcf", "rss", "atom")
)
WORKBOOKS = frozenset(("xlsx", "xlsm"))
CELLS = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings)\.xml$")
CELL = re.compile(r"<(?:\w+:)?[tv](?: [^>]*)?>([^<]+)<")
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def of_html(html: str) -> str:
    """Text, comments, scripts, and the attributes that are read."""
    if CAPITALS.search(html):
        html = CAPITALS.sub(lambda tag: tag[0].lower(), html)
    html = html.replace("<!--", BORDER).replace("-->", BORDER)
    read = {value for found in ATTRIBUTE.findall(html) for value in found if value}
    text = LINE_BREAK.sub(" ", BETWEEN_LINKS.sub(BORDER, html))
    text = BORDER.join((TAG.sub(BORDER, IN_LINE.sub("", text)), *sorted(read)))
    return unescape(text) if "&" in text else text


def of_head(html: str) -> str:
    """What a page has for itself in its head: values of attributes, strings of JSON-LD, each once."""
    return unescape(BORDER.join(dict.fromkeys(html.split('"'))))


def is_text(name: str) -> bool:
    """Whether a file of this name may be a text."""
    return _ending(name) not in NO_TEXTS


def of_file(path: str, raw: bytes) -> str | None:
    """What the file at `path` says; `None` for what is no text."""
    ending = _ending(path)
    if ending in WORKBOOKS:
        return _of_workbook(raw)
    text = _decoded(raw, ending)
    return None if text is None else READERS.get(ending, _of_lines)(text)


def _ending(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def _decoded(raw: bytes, ending: str) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if b"\0" in raw[:4096]:
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace") if ending in TEXTS else None


def _of_workbook(raw: bytes) -> str | None:
    """The cells of every sheet; the numbers among them are no texts, but may be somebody's."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [name for name in sorted(archive.namelist()) if CELLS.match(name)]
            cells = (CELL.findall(archive.read(name).decode("utf-8", "replace")) for name in parts)
            return unescape(BORDER.join(text for found in cells for text in found))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return None


def _of_lines(text: str) -> str:
    return text.replace("\n", BORDER)


def _of_table(text: str) -> str:
    # Lines inside a cell end otherwise than rows.
    return text.replace('"', BORDER).replace("\r\n" if "\r\n" in text else "\n", BORDER)


def _of_xml(text: str) -> str:
    """Feeds carry HTML, escaped or as character data."""
    return of_html(unescape(CDATA.sub("", text)))


def _of_json(text: str) -> str:
    """Every string by itself, escapes resolved; feeds carry HTML."""
    if "\\" in text:
        text = ESCAPED.sub(_unescaped, text)
    text = text.replace('"', BORDER)
    return of_html(text) if "</" in text or "&" in text else text


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else ESCAPES.get(escape[2], escape[2])


def _of_calendar(text: str) -> str:
    unfolded = UID.sub("", FOLDED.sub("", text))
    return _of_lines(CALENDAR_ESCAPE.sub(lambda escape: " " if escape[1] in "nN" else escape[1], unfolded))


READERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("csv", "tsv"), _of_table),
    **dict.fromkeys(("html", "htm", "md"), of_html),
    **dict.fromkeys(("xml", "rss", "atom", "svg"), _of_xml),
    **dict.fromkeys(("json", "geojson", "webmanifest", "jsonld"), _of_json),
    **dict.fromkeys(("ics", "vcf"), _of_calendar),
}
