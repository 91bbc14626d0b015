"""Bytes of a file → text, or the reason why they are not the UTF-8 text we ask for."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from portal.source.diagnostic import FILE_START, Diagnostic, Span, error
from portal.source.unseen import LINE_BREAKS, NUL, RESTORE

MAX_BYTES = 4 * 1024 * 1024
MAX_LINES = 100_000
MAX_LINE = 20_000
# A few may have slipped into a text; more of them and it is none.
MAX_NUL = 20
SAVE_AS_UTF8 = "用编辑器“另存为”，编码选 UTF-8 后重新保存"


class Decoded(NamedTuple):
    """The text with `\\n` line ends and without a byte order mark; an unseen character that ended its lines."""

    text: str
    line_break: str = ""


def decode(path: str, raw: bytes) -> Decoded | Diagnostic:
    """What the bytes say, or one diagnostic."""
    if len(raw) > MAX_BYTES:
        return error(
            path, FILE_START, "FILE-LARGE", f"文件超过 {MAX_BYTES // 1024**2} MB 的上限", "拆成几个文件"
        )
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or looks_like_utf16(raw):
        return error(path, FILE_START, "FILE-UTF16", "文件是 UTF-16（Unicode）编码，不是 UTF-8", SAVE_AS_UTF8)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return _with_nul(path, raw) if b"\0" in raw else _not_utf8(path, raw, failure.start)
    if raw.count(b"\0") > MAX_NUL:
        return _with_nul(path, raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    line_break = _own_line_break(text)
    text = text.replace(line_break, "\n") if line_break else text
    if not text.strip():
        return error(path, FILE_START, "FILE-EMPTY", "文件是空的", "填上内容，或者删除这个文件")
    return _too_long(path, text) or Decoded(text, line_break)


def _own_line_break(text: str) -> str:
    """The unseen character that ends most lines of a text instead of a line break, if one does."""
    return next((char for char in LINE_BREAKS if text.count(char) > max(1, text.count("\n"))), "")


def _with_nul(path: str, raw: bytes) -> Diagnostic:
    return error(path, _place_of(raw, raw.index(b"\0")), "FILE-NUL", NUL, RESTORE)


def readable(raw: bytes, length: int = 20_000) -> str:
    """The beginning of a file that could not be decoded, as far as it can be shown to people."""
    encoding = "gb18030" if looks_like_gbk(raw) else "utf-8"
    return raw[:length].decode(encoding, "replace").replace("\r\n", "\n")


def looks_like_utf16(raw: bytes) -> bool:
    """UTF-16 without a mark: read that way nearly all is ASCII or Chinese, and some of it is ASCII."""
    head = raw[: min(2000, len(raw) // 2 * 2)]
    if b"\0" not in head or (_is_utf8(head) and head.count(0) < 0.4 * len(head)):
        return False
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, "replace")
        ascii_ = sum(" " <= char <= "~" or char in "\t\r\n" for char in text)
        chinese = sum("\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uff60" for char in text)
        if ascii_ >= 0.05 * len(text) and ascii_ + chinese >= 0.9 * len(text):
            return True
    return False


def _is_utf8(raw: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return False
    return True


def looks_like_gbk(raw: bytes) -> bool:
    """Chinese when read as GBK, while most of it makes no sense as UTF-8."""
    as_utf8 = raw.decode("utf-8", "replace")
    if as_utf8.count("\ufffd") <= sum("\u3000" <= char <= "\u9fff" for char in as_utf8):
        return False
    return any("\u4e00" <= char <= "\u9fff" for char in raw.decode("gb18030", "ignore"))


def _not_utf8(path: str, raw: bytes, offset: int) -> Diagnostic:
    place = _place_of(raw, offset)
    if looks_like_gbk(raw):
        place = Span(place.line, 1, place.line, 2)
        return error(path, place, "FILE-GBK", "文件是 GBK（ANSI）编码，不是 UTF-8", SAVE_AS_UTF8)
    hint = "删掉这里的乱码重新输入，" + SAVE_AS_UTF8
    return error(path, place, "FILE-ENCODING", "这里有不是 UTF-8 的字节", hint)


def _place_of(raw: bytes, offset: int) -> Span:
    before = raw[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)


def _too_long(path: str, text: str) -> Diagnostic | None:
    if len(text) <= MAX_LINE:
        return None
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        return error(path, FILE_START, "FILE-LARGE", f"文件超过 {MAX_LINES} 行的上限", "拆成几个文件")
    longest = max(map(len, lines))
    if longest <= MAX_LINE:
        return None
    number = next(number for number, line in enumerate(lines, 1) if len(line) > MAX_LINE)
    message = f"这一行有 {len(lines[number - 1])} 个字符，超过 {MAX_LINE} 的上限"
    return error(path, Span(number, 1, number, 2), "FILE-LINE-LONG", message, "用 | 分成多行书写")
