"""Bytes of a file → text, or the reason why they are not the UTF-8 text we ask for."""

from __future__ import annotations

import codecs

from portal.source.diagnostic import FILE_START, Diagnostic, Span, error

MAX_BYTES = 4 * 1024 * 1024
MAX_LINE = 20_000
SAVE_AS_UTF8 = "用编辑器“另存为”，编码选 UTF-8 后重新保存"


def decode(path: str, raw: bytes) -> str | Diagnostic:
    """The text with `\\n` line ends and without a byte order mark, or one diagnostic."""
    if len(raw) > MAX_BYTES:
        return error(path, FILE_START, "FILE-LARGE", f"文件有 {len(raw) // 1024} KB，超过 4 MB 的上限", "拆成几个文件")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _looks_like_utf16(raw):
        return error(path, FILE_START, "FILE-UTF16", "文件是 UTF-16（Unicode）编码，不是 UTF-8", SAVE_AS_UTF8)
    if b"\0" in raw:
        before = raw[: raw.index(b"\0")]
        line = before.count(b"\n") + 1
        return error(path, Span(line, 1, line, 2), "FILE-NUL", "文件里有空字节（NUL），不是文本", "换回原来的文本文件")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return _not_utf8(path, raw, failure.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return error(path, FILE_START, "FILE-EMPTY", "文件是空的", "填上内容，或者删除这个文件")
    return _too_long_line(path, text) or text


def _looks_like_utf16(raw: bytes) -> bool:
    """UTF-16 without a mark: Latin text has a NUL in every other byte."""
    head = raw[:400]
    return len(head) >= 8 and max(head[::2].count(0), head[1::2].count(0)) > len(head) // 8 and b"\0\0" not in head


def _not_utf8(path: str, raw: bytes, offset: int) -> Diagnostic:
    line = raw[:offset].count(b"\n") + 1
    place = Span(line, 1, line, 2)
    try:
        readable = any("\u4e00" <= char <= "\u9fff" for char in raw.decode("gb18030"))
    except UnicodeDecodeError:
        readable = False
    if readable:
        return error(path, place, "FILE-GBK", "文件是 GBK（ANSI）编码，不是 UTF-8", SAVE_AS_UTF8)
    return error(path, place, "FILE-ENCODING", "这一行有不是 UTF-8 的字节", SAVE_AS_UTF8)


def _too_long_line(path: str, text: str) -> Diagnostic | None:
    if len(text) <= MAX_LINE:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            message = f"这一行有 {len(line)} 个字符，超过 {MAX_LINE} 的上限"
            return error(path, Span(number, 1, number, 2), "FILE-LINE-LONG", message, "用 | 分成多行书写")
    return None
