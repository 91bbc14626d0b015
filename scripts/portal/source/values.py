"""The traps that lie in a value: special first characters, ` #`, `: `, quotations and brackets left open."""

from __future__ import annotations

import re

from portal.source.layout import Layout, layout, opens_below
from portal.source.mending import Line, Scanned
from portal.source.skipping import QUOTATION, Skipper, flow_balance, missing_closers, without_quotations

HARMLESS_BEFORE_COMMENT = re.compile(r"-?\d+(\.\d+)?|\d{4}-\d{2}(-\d{2})?|true|false|null|~")
BLOCK_MARK = re.compile(r"[|>][+-]?[ ]*(?=\S)")
ANCHOR = re.compile(r"&[^\s,\[\]{}]+")
LONGEST_SHOWN = 40
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
    ",": ("YAML-COMMA", "值以 , 开头，YAML 不允许"),
    "]": ("YAML-BRACKET", "值以 ] 开头，YAML 不允许"),
    "}": ("YAML-BRACE", "值以 } 开头，YAML 不允许"),
    "?": ("YAML-QUESTION", "值以问号加空格开头，会被当成复杂的键"),
}


def check_value(found: Scanned, skip: Skipper, number: int, line: Line) -> None:
    """Report and mend what traps in the value of the line; notes in `skip` what goes on below it."""
    shape = layout(line.text)
    value = line.text[shape.value_at :].rstrip()
    first = value[:1]
    if skip.open_block(number, shape, value):
        return
    if first in ('"', "'"):
        _quotation(found, skip, number, line)
    elif first in ("[", "{") and _flow(found, skip, number, line):
        return
    elif match := _text_after_block_mark(skip, number, shape, value):
        _block(found, skip, number, line, match.end())
    elif (anchor := ANCHOR.fullmatch(value)) and opens_below(skip.lines, number, shape):
        code, message = OPENERS[first]
        at = shape.value_at
        found.add(number, line, (at, at + 1), code, message, f"删去 {anchor[0]}")
        line.replace(at, len(line.text), "")
    elif first in OPENERS and _is_trap(shape, value):
        code, message = OPENERS[first]
        at = shape.value_at
        found.add(number, line, (at, at + 1), code, message, quote_all(value))
        line.quote(at)
    else:
        _plain(found, skip, number, line)


def _text_after_block_mark(skip: Skipper, number: int, shape: Layout, value: str) -> re.Match[str] | None:
    """The mark of a block text with words right behind it; `> 5` may be a comparison when nothing is below it."""
    match = BLOCK_MARK.match(value)
    is_block = match and (
        (value[0] == "|" and match[0].endswith(" ")) or opens_below(skip.lines, number, shape)
    )
    return match if is_block else None


def _block(found: Scanned, skip: Skipper, number: int, line: Line, mark: int) -> None:
    shape = layout(line.text)
    at = shape.value_at
    message = f"{line.text[at]} 后面不能直接写字"
    hint = f"文字从下一行写起，缩进两格；只有一行就删去 {line.text[at]}"
    found.add(number, line, (at, at + 1), "YAML-BLOCK", message, hint)
    if opens_below(skip.lines, number, shape):
        line.replace(at + mark, len(line.text), "")
        skip.block_base = shape.base
    else:
        line.quote(at)


def _is_trap(shape: Layout, value: str) -> bool:
    if value[0] == "?":
        return len(value) == 1 or value[1] == " "
    return value[0] != "%" or shape.value_at > 0


def _quotation(found: Scanned, skip: Skipper, number: int, line: Line) -> None:
    shape = layout(line.text)
    at = shape.value_at
    value = line.text[at:].rstrip()
    quote, match = value[0], QUOTATION.match(value)
    end = match.end() if match else len(value)
    if end < len(value) or _is_closed(value[:end]):
        rest = value[end:].strip()
        if rest and not (rest.startswith("#") and value[end] in " \t") and not rest.startswith(":"):
            _text_after_quotation(found, number, line, at, end)
    elif not skip.open_quote(number, shape, quote):
        message = f"引号没有配对：开头有 {quote}，末尾没有"
        chinese = value[-1] in "“”‘’"
        hint = f"末尾的“{value[-1]}”是中文引号，改成 {quote}" if chinese else f"在文字末尾补上 {quote}"
        found.add(number, line, (at, at + 1), "YAML-QUOTE", message, hint)
        line.replace(at, at + 1, "")
        line.quote(at)


def _is_closed(quotation: str) -> bool:
    body = re.sub(r"\\.", "", quotation[1:]) if quotation[0] == '"' else quotation[1:].replace("''", "")
    return body.endswith(quotation[0])


def _text_after_quotation(found: Scanned, number: int, line: Line, at: int, end: int) -> None:
    value = line.text[at:].rstrip()
    quote, other = value[0], "'" if value[0] == '"' else '"'
    # `"他说"好""` quotes inside a quotation, `"好"和"坏"` only begins and ends with one.
    wrapped = value.endswith(quote * 2) or (value.endswith(quote) and value.count(quote) % 2 == 1)
    inner = value[1:-1] if wrapped else value
    right = f"{other}{inner}{other}" if other not in inner else f'"{inner.translate(CHINESE_QUOTES)}"'
    message = f"引号到这里就关上了，后面的“{_beginning(value[end:].strip())}”读不进去"
    hint = "里面的引号改成中文引号“ ”" + (f"，或者整段改成 {right}" if len(right) <= LONGEST_SHOWN else "")
    found.add(number, line, (at + end - 1, at + end), "YAML-QUOTE", message, hint)
    if wrapped:
        line.replace(at + len(value) - 1, at + len(value), "")
        line.replace(at, at + 1, "")
    line.quote(at)


CHINESE_QUOTES = str.maketrans({'"': "”", "'": "’"})


def _flow(found: Scanned, skip: Skipper, number: int, line: Line) -> bool:
    """Whether the value is meant as a list or mapping: closed at its end, or open for the next lines."""
    shape = layout(line.text)
    at = shape.value_at
    value = line.text[at:].rstrip()
    balance = flow_balance(value)
    if balance > 0 and not skip.open_flow(number, shape, balance):
        closers = missing_closers(value)
        shown = closers if len(closers) <= 8 else f"{closers[:8]}…（共 {len(closers)} 个）"
        hint = f"在末尾补上 {shown}；是文字就{quote_all(value)}"
        found.add(number, line, (at, at + 1), "YAML-UNCLOSED", f"开头有 {value[0]}，末尾没有 {shown}", hint)
        line.replace(at + len(value), at + len(value), closers)
    return balance > 0 or (balance == 0 and without_quotations(value).rstrip().endswith(("]", "}")))


def _plain(found: Scanned, skip: Skipper, number: int, line: Line) -> None:
    shape = layout(line.text)
    at = shape.value_at
    value = line.text[at:].rstrip()
    comment = re.search(r"(?:^|\s)#", value)
    text = value[: comment.start()] if comment else value
    colon = re.search(r":(?=\s|$)", text) if shape.has_key else None
    if colon:
        where = at + colon.start()
        after = "有空格" if colon.end() < len(text) else "没有文字"
        message = f"文字里的半角冒号后面{after}，会被当成新的一项"
        hint = f"{quote_all(value)}；或者用全角冒号“：”"
        found.add(number, line, (where, where + 1), "YAML-COLON-IN-TEXT", message, hint)
        line.quote(at)
    elif comment and not HARMLESS_BEFORE_COMMENT.fullmatch(text.strip()):
        _hash(found, skip, number, line, at + comment.end() - 1)


def _hash(found: Scanned, skip: Skipper, number: int, line: Line, at: int) -> None:
    shape = layout(line.text)
    value = line.text[shape.value_at :].rstrip()
    cut = line.text[at:].rstrip()
    if at == shape.value_at and opens_below(skip.lines, number, shape):
        return
    message = f"空格加 # 会把“{_beginning(cut)}”当成注释丢掉"
    hint = f"要保留就{quote_all(value)}；是注释就另起一行"
    found.add(number, line, (at, at + len(cut)), "YAML-HASH", message, hint)
    if cut.startswith("# "):
        line.replace(at, len(line.text), "")
    else:
        line.quote(shape.value_at)


def _beginning(text: str, length: int = 20) -> str:
    return text if len(text) <= length else text[:length] + "…"


def quote_all(value: str) -> str:
    if len(value) > LONGEST_SHOWN:
        return "整段前后加双引号" + ('，里面的 " 写成 \\"' if '"' in value else "")
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'整段加双引号："{escaped}"'
