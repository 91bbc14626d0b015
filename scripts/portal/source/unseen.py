"""Characters that nobody sees: zero-width and non-breaking spaces, direction marks, control characters.

They come with text copied from web pages and Word files. They are reported, then taken out, so
that the word they sit in is recognised in the same run.
"""

from __future__ import annotations

import re

from portal.source.layout import ASCII_KEY
from portal.source.mending import Line

NO_BREAK_SPACE = "\u00a0"
NAMES = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u2060": "零宽不换行符",
    "\ufeff": "零宽不换行空格",
    "\u200e": "方向控制符",
    "\u200f": "方向控制符",
    "\u202a": "方向控制符",
    "\u202b": "方向控制符",
    "\u202c": "方向控制符",
    "\u202d": "方向控制符",
    "\u202e": "方向控制符",
    "\u2066": "方向控制符",
    "\u2067": "方向控制符",
    "\u2068": "方向控制符",
    "\u2069": "方向控制符",
    NO_BREAK_SPACE: "不换行空格",
    "\u202f": "不换行空格",
    "\u00ad": "软连字符",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\x85": "换行控制符",
}
SPACES = (NO_BREAK_SPACE, "\u202f", "\u2028", "\u2029", "\x85")
LINE_BREAKS = ("\u2028", "\u2029", "\x85")
NUL = "文件里有空字节（NUL），不是文本"
RESTORE = "从版本库里恢复这个文件"
ENDS_ENTRY = re.compile(rf"[{''.join(LINE_BREAKS)}][ ]*(?:- |{ASCII_KEY}:(?:\s|$))")
UNSEEN = re.compile(f"[{''.join(NAMES)}\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ufffe\uffff]")


def explain(line: str) -> tuple[int, str, str, str]:
    """For a line that holds one: the index of the first, a code, what it is, and how to get rid of it."""
    found = UNSEEN.findall(line)
    char = found[0]
    if char == "\0":
        return line.index(char), "FILE-NUL", NUL, RESTORE
    message = f"这里有看不见的字符：{NAMES.get(char, '控制字符')}（U+{ord(char):04X}）"
    if len(found) > 1:
        message += f"，这一行共 {len(found)} 个"
    if ENDS_ENTRY.search(line):
        return line.index(char), "YAML-INVISIBLE", message, "删掉它，在这里按回车换行"
    hint = "换成普通空格" if char in SPACES else "把光标放在它后面，按退格键删掉"
    return line.index(char), "YAML-INVISIBLE", message, hint


def breaks_line(line: str) -> bool:
    """Whether one of the unseen characters in it may have been meant as the end of the line."""
    return any(char in line.rstrip() for char in LINE_BREAKS)


def take_out(line: Line) -> None:
    """The line without them, and without the entries behind one that was meant as the end of the line."""
    if match := ENDS_ENTRY.search(line.text):
        line.replace(match.start(), len(line.text), "")
    line.rewrite(0, len(line.text), _seen)


def _seen(char: str) -> str:
    if not UNSEEN.match(char):
        return char
    return " " if char in SPACES else ""
