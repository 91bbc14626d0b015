"""Characters that nobody sees: zero-width and non-breaking spaces, direction marks, control and tag characters.

They come with text copied from web pages and Word files, or hide what a text says. Raw ones are reported, then taken
out, so that the word they sit in is recognised in the same run. What joins two emoji, chooses the look of an emoji or
the form of a rare character in a name belongs to the character before it and is left alone.
"""

from __future__ import annotations

import re

from portal.source.layout import ASCII_KEY
from portal.source.mending import Line

NO_BREAK_SPACE = "\u00a0"
JOINER = "\u200d"
# Name → the characters that bear it, as a class of a regular expression.
KINDS = {
    "零宽空格": "\u200b",
    "零宽不连字符": "\u200c",
    "零宽连字符": JOINER,
    "零宽不换行符": "\u2060",
    "零宽不换行空格": "\ufeff",
    "方向控制符": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "不换行空格": f"{NO_BREAK_SPACE}\u202f",
    "软连字符": "\u00ad",
    "行分隔符": "\u2028",
    "段分隔符": "\u2029",
    "换行控制符": "\x85",
    "看不见的运算符": "\u2061-\u2065",
    "填充符": "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0",
    "行间注释符": "\ufff9-\ufffb",
    "变体选择符": "\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "标签字符": "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
    "垂直制表符": "\x0b",
    "换页符": "\x0c",
    "控制字符": "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f",
    "半个字符": "\ud800-\udfff",
    "没有意义的字符": "\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)),
}
# What may stand inside a word without being seen, and what looks like a blank there; controls divide texts.
INSIDE_WORDS = "".join(
    chars for name, chars in KINDS.items() if name not in ("控制字符", "半个字符", "没有意义的字符")
)
SPACES = (NO_BREAK_SPACE, "\u202f")
LINE_BREAKS = ("\u2028", "\u2029", "\x85")
# Word writes \v where somebody pressed Shift and Enter, other programs write the other ones.
MEANT_AS_BREAK = (*LINE_BREAKS, "\x0b", "\x0c")
NUL = "文件里有空字节（NUL），不是文本"
DELETE = "把光标放在它后面，按退格键删掉"
RESTORE = "从版本库里恢复这个文件"
ENDS_ENTRY = re.compile(rf"[{''.join(LINE_BREAKS)}][ ]*(?:- |{ASCII_KEY}:(?:\s|$))")
CANDIDATE = re.compile(f"[{''.join(KINDS.values())}]")
# What may carry a mark: emoji and other symbols, digits of keycaps, Chinese characters.
SYMBOL = (
    "\\u00a9\\u00ae\\u203c\\u2049\\u2122\\u2139\\u2190-\\u21ff\\u2300-\\u27bf\\u2900-\\u297f\\u2b00-\\u2bff\\u3030\\u303d"
    "\\u3297\\u3299\\U0001f000-\\U0001faff"
)
HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff"
CARRIED = re.compile(
    f"(?<=[{SYMBOL}\\ufe0f]){JOINER}(?=[{SYMBOL}])|(?<=[{SYMBOL}#*0-9])[\\ufe0e\\ufe0f]|(?<=[{HAN}])[\\ufe00-\\ufe02\\U000e0100-\\U000e01ef]"
)


def unseen(text: str) -> list[int]:
    """The places of all of them in the text, in order."""
    if not CANDIDATE.search(text):
        return []
    carried = {match.start() for match in CARRIED.finditer(text)}
    return [match.start() for match in CANDIDATE.finditer(text) if match.start() not in carried]


def named(char: str) -> str:
    """`零宽空格（U+200B）`"""
    name = next(name for name, chars in KINDS.items() if re.match(f"[{chars}]", char))
    return f"{name}（U+{ord(char):04X}）"


def explain(line: str) -> tuple[int, str, str, str]:
    """For a line that holds one: the index of the first, a code, what it is, and how to get rid of it."""
    found = unseen(line)
    at = found[0]
    char = line[at]
    if char == "\0":
        return at, "FILE-NUL", NUL, RESTORE
    message = f"这里有看不见的字符：{named(char)}"
    if len(found) > 1:
        message += f"，这一行共 {len(found)} 个"
    if ENDS_ENTRY.search(line):
        return at, "YAML-INVISIBLE", message, "删掉它，在这里按回车换行"
    return at, "YAML-INVISIBLE", message, _remedy(char)


def _remedy(char: str) -> str:
    if char in MEANT_AS_BREAK:
        return "删掉它；这里本来要换行的，按回车"
    return "换成普通空格" if char in SPACES else DELETE


def breaks_line(line: str) -> bool:
    """Whether one of the unseen characters in it may have been meant as the end of the line."""
    return any(char in line.rstrip() for char in LINE_BREAKS)


def take_out(line: Line) -> None:
    """The line without them, and without the entries behind one that was meant as the end of the line."""
    if match := ENDS_ENTRY.search(line.text):
        line.replace(match.start(), len(line.text), "")
    places, at = frozenset(unseen(line.text)), iter(range(len(line.text)))
    line.rewrite(0, len(line.text), lambda char: _instead(char) if next(at) in places else char)


def _instead(char: str) -> str:
    return " " if char in SPACES else ""
