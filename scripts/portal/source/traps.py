"""The traps of writing YAML by hand, found line by line before the parser sees the text.

Takes the text of a file, gives diagnostics and the lines mended in the way their writer most likely
meant, so that the rest of the file can still be checked in the same run. What stands before a value
(indentation, dash, key, colon) is looked at here, the value itself in `values`.
"""

from __future__ import annotations

import re

from portal.source.layout import ASCII_KEY, WORD_KEY, goes_on, indent_of, is_significant, layout
from portal.source.mending import Line, Scanned
from portal.source.repairing import aligned_column
from portal.source.skipping import Skipper
from portal.source.unseen import breaks_line, explain, take_out, unseen
from portal.source.values import LONGEST_SHOWN, check_value

COLON = re.compile(
    rf"(?:(?P<key>{ASCII_KEY})|(?P<word>{WORD_KEY}))(?:(?P<wide>[ ]*：)|(?P<tight>:)(?=[^ \t/]))(?P<rest>.*)"
)
FIELD_NAME = re.compile(r"[a-z_]{2,}[a-z0-9_]*")
AMOUNT = re.compile(r"\s*[\d０-９.,，]+\s*")
TIGHT_DASH = re.compile(r"(?P<dash>-(?=[^\s\d\-])|-(?=\u3000)|－)\s*")
# Most lines of most files: nothing in them can be a trap, so they are stepped over many at a time.
PLAIN_START = r"[^\s\[\]{}*&@%!|>'\"`#,?:：\-－]"
CALM_VALUE = rf"\"[^\"\\\n]*+\"|{PLAIN_START}[^#:\t\n]*+"
CALM_LINES = re.compile(
    rf"(?:[ ]*+(?:#.*+|(?:-[ ]++)*+[a-z][a-z0-9_]*+:(?:[ ]++(?:{CALM_VALUE})?+)?+|(?:-[ ]++)++{PLAIN_START}[^#:：\t\n]*+)?+\n)*+"
)


def scan(path: str, text: str, first_line: int = 1) -> Scanned:
    """Step through the lines once; `first_line` is the number of the first of them in its file."""
    lines = text.split("\n")
    found = Scanned(path, first_line)
    skip = Skipper(lines)
    hidden = bool(unseen(text))
    at = number = 0
    while number < len(lines) and not found.full:
        if skip.idle and not hidden and (calm := CALM_LINES.match(text, at)):
            passed = text.count("\n", at, calm.end())
            found.lines.extend(lines[number : number + passed])
            at, number = calm.end(), number + passed
        _line(found, skip, number, lines[number], hidden=hidden)
        at, number = at + len(lines[number]) + 1, number + 1
    found.lines.extend(lines[number:])
    return found


def _line(found: Scanned, skip: Skipper, number: int, text: str, *, hidden: bool) -> None:
    line = Line(text)
    if hidden and unseen(text):
        at, code, message, hint = explain(text)
        found.add(number, line, (at, at + 1), code, message, hint)
        if breaks_line(text):
            found.guessed.add(number + found.first_line)
        take_out(line)
    if not skip.quote and skip.flow <= 0:
        _indentation(found, skip, number, line)
    if not skip.inside(line.text) and is_significant(line.text):
        _entry(found, skip, number, line)
    found.keep(number, line)


def _entry(found: Scanned, skip: Skipper, number: int, line: Line) -> None:
    if skip.block_base is not None:
        _fallen_out(found, skip, skip.block_base, number, line)
        return
    _tab(found, number, line)
    _dash(found, number, line)
    _colon(found, number, line)
    check_value(found, skip, number, line)


def _fallen_out(found: Scanned, skip: Skipper, base: int, number: int, line: Line) -> None:
    if not skip.fallen_out:
        hint = f"这一段的每一行前面都要有 {base + 2} 个空格"
        message = "多行文字（|）到这里断开了：这一行没有缩进"
        found.add(number, line, (0, 1), "YAML-BLOCK-INDENT", message, hint)
    skip.fallen_out = True
    line.replace(0, indent_of(line.text), " " * (base + 2))


def _indentation(found: Scanned, skip: Skipper, number: int, line: Line) -> None:
    bare = line.text.lstrip()
    indent = len(line.text) - len(bare)
    bad = re.search("[^ ]", line.text[:indent])
    if not bad or not bare or (skip.block_base is not None and indent_of(line.text) > skip.block_base):
        return
    what, code = ("Tab", "YAML-TAB") if bad[0] == "\t" else ("全角空格", "YAML-WIDE-SPACE")
    found.add(number, line, bad.span(), code, f"缩进里有{what}", "用普通空格缩进，每级两个")
    meant = sum(1 if char == " " else 2 for char in line.text[:indent])
    column = aligned_column(found.lines, skip.lines[number + 1 : number + 50], bare, meant, skip.block_base)
    if column != meant and skip.block_base is None and not bare.startswith("#"):
        found.guessed.add(number + found.first_line)
    line.replace(0, indent, " " * column)


def _tab(found: Scanned, number: int, line: Line) -> None:
    text = line.text.rstrip()
    at = text.find("\t")
    if at >= 0 and not re.search("[\"'#]", text[:at]):
        found.add(number, line, (at, at + 1), "YAML-TAB", "这里有一个 Tab", "换成普通空格")
        line.rewrite(at, len(text), lambda char: " " if char == "\t" else char)


def _dash(found: Scanned, number: int, line: Line) -> None:
    match = TIGHT_DASH.match(line.text, indent_of(line.text))
    if match and goes_on(line.text, found.lines) is not True:
        wide = match["dash"] == "－"
        message = "“－”是全角的" if wide else "“-”后面缺一个空格"
        hint = f"写成 - {line.text[match.end() :].rstrip()[:LONGEST_SHOWN]}"
        found.add(number, line, match.span("dash"), "YAML-DASH-SPACE", message, hint)
        line.replace(*match.span(), "- ")


def _colon(found: Scanned, number: int, line: Line) -> None:
    shape = layout(line.text)
    match = COLON.match(line.text, shape.start)
    if not match or not _is_meant_as_key(match, shape.has_dash, goes_on(line.text, found.lines)):
        return
    name, rest = match["key"] or match["word"], match["rest"].strip()
    shown = rest if len(rest) <= LONGEST_SHOWN else rest[:LONGEST_SHOWN] + "……"
    right = f"{name}: {shown}".rstrip() + ("；如果是一句话，整段加双引号" if shape.has_dash else "")
    if match["wide"]:
        at = match.end("wide") - 1
        message = f"“{name}”后面是全角冒号“：”"
        found.add(number, line, (at, at + 1), "YAML-WIDE-COLON", message, f"改成半角冒号加一个空格：{right}")
    else:
        at = match.start("tight")
        message = f"“{name}:”后面是全角空格" if match["rest"][:1] == "\u3000" else f"“{name}:”后面缺一个空格"
        found.add(number, line, (at, at + 1), "YAML-COLON-SPACE", message, f"写成 {right}")
    line.replace(at, len(line.text) - len(match["rest"].lstrip()), ": ")


def _is_meant_as_key(match: re.Match[str], has_dash: bool, is_text: bool | None) -> bool:
    """`is_text`: the line may be (`None`) or is (`True`) more text of the entry above it."""
    if match["key"] and FIELD_NAME.fullmatch(match["key"]):
        return True
    if has_dash or is_text:
        return False
    return bool(match["key"]) or is_text is False or AMOUNT.fullmatch(match["rest"]) is not None
