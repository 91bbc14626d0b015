"""The traps of writing YAML by hand, found line by line before the parser sees the text.

Takes the lines of a file, gives diagnostics and the lines mended in the way their writer most
likely meant, so that the rest of the file can still be checked in the same run. Multi-line
blocks, quoted texts and flow lists are stepped over: inside them these characters are harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from portal.source.diagnostic import Diagnostic, Span, error

ASCII_KEY = r"[A-Za-z_][A-Za-z0-9_\-]*"
WORD_KEY = r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff\-]*"
DASHES = re.compile(r"(?:-[ ]+)*")
KEY = re.compile(rf"(?P<key>\"[^\"]*\"|'[^']*'|{WORD_KEY})[ ]*:(?:[ ]+|$)")
WIDE_COLON = re.compile(rf"(?:(?P<key>{ASCII_KEY})|(?P<word>{WORD_KEY}))(?P<gap>[ ]*)：")
TIGHT_COLON = re.compile(rf"(?:(?P<key>{ASCII_KEY})|(?P<word>{WORD_KEY})):(?=[^\s/])")
AMOUNT = re.compile(r"\s*[\d０-９.,，]+\s*$")
BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ ]*(?:#.*)?$")
HARMLESS_BEFORE_COMMENT = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?|true|false|null|~|")
INVISIBLE = {
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
    "\u00a0": "不换行空格",
    "\u00ad": "软连字符",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
    "\x85": "换行控制符",
}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
UNSEEN = re.compile(f"[{''.join(INVISIBLE)}]|{CONTROL.pattern}")
OPENERS = {
    "[": ("YAML-BRACKET", "值以 [ 开头，会被当成列表"),
    "{": ("YAML-BRACE", "值以 { 开头，会被当成“键: 值”组"),
    "*": ("YAML-STAR", "值以 * 开头，会被当成引用"),
    "&": ("YAML-AMPERSAND", "值以 & 开头，会被当成锚点"),
    "@": ("YAML-AT", "值以 @ 开头，YAML 不允许"),
    "`": ("YAML-BACKTICK", "值以 ` 开头，YAML 不允许"),
    "%": ("YAML-PERCENT", "值以 % 开头，YAML 不允许"),
    "!": ("YAML-TAG", "值以 ! 开头，会被当成类型标签，这里不接受标签"),
    ">": ("YAML-BLOCK", "值以 > 开头，会被当成多行文字的开始"),
    "|": ("YAML-BLOCK", "值以 | 开头，会被当成多行文字的开始"),
}


@dataclass
class Scan:
    """What one pass over the lines has found."""

    path: str
    first_line: int
    problems: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    indentation_broken: bool = False

    def add(self, line: int, start: int, end: int, code: str, message: str, hint: str) -> None:
        number = line + self.first_line
        self.problems.append(error(self.path, Span(number, start + 1, number, max(end, start + 1) + 1), code, message, hint))


def scan(path: str, lines: list[str], first_line: int = 1) -> Scan:
    """Step through the lines once; `first_line` is the number of the first of them in its file."""
    found = Scan(path, first_line)
    skip = Skipper()
    for number, line in enumerate(lines):
        if UNSEEN.search(line):
            _unseen(found, number, line)
        if skip.inside(line) or not line.strip() or line.lstrip().startswith("#"):
            found.lines.append(line)
            continue
        found.lines.append(_line(found, skip, number, line))
    return found


class Skipper:
    """Knows whether a line lies inside a block text, an open quotation or an open flow list."""

    def __init__(self) -> None:
        self.block_above: int | None = None
        self.quote = ""
        self.flow = 0

    def inside(self, line: str) -> bool:
        if self.block_above is not None:
            if not line.strip() or len(line) - len(line.lstrip(" ")) > self.block_above:
                return True
            self.block_above = None
        if self.quote:
            if closes(line, self.quote):
                self.quote = ""
            return True
        if self.flow > 0:
            self.flow += flow_balance(line)
            return True
        return False


def closes(text: str, quote: str) -> bool:
    """Whether a quotation that is open at the start of `text` ends in it."""
    body = re.sub(r"\\.", "", text) if quote == '"' else text.replace("''", "")
    return quote in body


def flow_balance(text: str) -> int:
    """Opened minus closed brackets, not counting those in quotations."""
    bare = re.sub(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'", "", text)
    bare = re.sub(r"(^|\s)#.*", "", bare)
    return sum(bare.count(c) for c in "[{") - sum(bare.count(c) for c in "]}")


def _unseen(found: Scan, number: int, line: str) -> None:
    for match in UNSEEN.finditer(line):
        char = match[0]
        name = INVISIBLE.get(char, "控制字符")
        message = f"这里有看不见的字符：{name}（U+{ord(char):04X}）"
        hint = "删掉它，需要空格时打普通空格" if char == "\u00a0" else "删掉它（把光标放在这里按退格键）"
        found.add(number, match.start(), match.end(), "YAML-INVISIBLE", message, hint)


def _line(found: Scan, skip: Skipper, number: int, line: str) -> str:
    indent = len(line) - len(line.lstrip())
    if bad := re.search(r"[\t\u3000]", line[:indent]):
        what, code = ("Tab", "YAML-TAB") if bad[0] == "\t" else ("全角空格", "YAML-WIDE-SPACE")
        hint = "用普通空格缩进，每级两个"
        found.add(number, bad.start(), bad.end(), code, f"缩进里有{what}", hint)
        found.indentation_broken = True
        line = re.sub(r"[\t\u3000\u00a0]", "  ", line[:indent]) + line[indent:]
        indent = len(line) - len(line.lstrip())
    start = indent + len(DASHES.match(line[indent:])[0])  # type: ignore[index]
    line = _colon(found, number, line, start)
    key = KEY.match(line, start)
    value_at = key.end() if key else start
    value = line[value_at:].rstrip()
    if BLOCK.match(value):
        skip.block_above = start if key else indent
        return line
    return _value(found, skip, number, line, value_at, is_value=key is not None)


def _colon(found: Scan, number: int, line: str, start: int) -> str:
    if match := WIDE_COLON.match(line, start):
        rest = line[match.end() :]
        if match["key"] or AMOUNT.match(rest):
            name = match["key"] or match["word"]
            at = match.end() - 1
            hint = f"改成半角冒号加一个空格：{name}: {rest.strip()}"
            found.add(number, at, at + 1, "YAML-WIDE-COLON", f"“{name}”后面是全角冒号“：”", hint)
            return line[:at] + ": " + rest.lstrip()
    elif match := TIGHT_COLON.match(line, start):
        rest = line[match.end() :]
        if match["key"] or AMOUNT.match(rest):
            name = match["key"] or match["word"]
            at = match.end() - 1
            found.add(number, at, at + 1, "YAML-COLON-SPACE", f"“{name}:”后面缺一个空格", f"写成 {name}: {rest}")
            return line[: match.end()] + " " + rest
    return line


def _value(found: Scan, skip: Skipper, number: int, line: str, at: int, *, is_value: bool) -> str:
    value = line[at:].rstrip()
    if value[:1] in ('"', "'"):
        if not closes(value[1:], value[0]):
            skip.quote = value[0]
        return line
    if value[:1] in ("[", "{") and _is_flow(skip, value):
        return line
    if value[:1] in OPENERS and not (value[:1] == "%" and at == 0):
        code, message = OPENERS[value[0]]
        found.add(number, at, at + 1, code, message, f"整段文字加双引号：{_quoted(value)}")
        return line[:at] + _single(value)
    return _plain(found, number, line, at, value, is_value=is_value)


def _is_flow(skip: Skipper, value: str) -> bool:
    """A real list or mapping: closed at the end of the line, or still open for the next lines."""
    balance = flow_balance(value)
    bare = re.sub(r"\s+#.*$", "", value)
    if balance > 0:
        skip.flow = balance
        return True
    return balance == 0 and bare.endswith(("]", "}"))


def _plain(found: Scan, number: int, line: str, at: int, value: str, *, is_value: bool) -> str:
    comment = re.search(r"\s#", value)
    text = value[: comment.start()] if comment else value
    if is_value and (colon := re.search(r":(?=\s|$)", text)):
        where = at + colon.start()
        hint = f"整段文字加双引号：{_quoted(value)}；或者用全角冒号“：”"
        found.add(number, where, where + 1, "YAML-COLON-IN-TEXT", "文字里有半角冒号加空格，会被当成新的一项", hint)
        return line[:at] + _single(value)
    if comment and not HARMLESS_BEFORE_COMMENT.fullmatch(text.strip()) and not value.startswith("#"):
        where = at + comment.start() + 1
        cut = value[comment.start() + 1 :]
        hint = f"要保留就整段加双引号：{_quoted(value)}；是注释就另起一行"
        found.add(number, where, where + len(cut), "YAML-HASH", f"空格加 # 会把“{cut[:20]}”当成注释丢掉", hint)
        return line[:at] + _single(value)
    return line


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
