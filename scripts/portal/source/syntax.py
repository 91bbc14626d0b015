"""What libyaml says in English → what the writer of the file needs to hear in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import yaml

from portal.source.diagnostic import Diagnostic, Span, error
from portal.source.layout import ENTRY, goes_on, indent_of, is_significant, layout, levels

QUOTE = "含有特殊符号的文字整段加双引号"
COMMAS = "各项之间用半角逗号，冒号用半角加空格，末尾写 "
KNOWN = {
    "mapping values are not allowed": (
        "这里多出一个“键: 值”",
        "检查上一行是否没写完、缩进是否对齐；" + QUOTE,
    ),
    "did not find expected key": ("这里应当是同级的下一个键", "检查缩进：同一级的键要左对齐；" + QUOTE),
    "did not find expected '-'": ("这里应当是列表的下一项“- ”", "检查缩进：同一列表的“-”要左对齐"),
    "did not find expected ',' or ']'": ("列表的 [ ] 没有写对", COMMAS + "]；是文字就加双引号"),
    "did not find expected ',' or '}'": ("“{ }”没有写对", COMMAS + "}；是文字就加双引号"),
    "could not find expected ':'": ("这一行缺少“键: 值”里的冒号", "写成 键: 值（半角冒号加一个空格）"),
    "'\\t' that cannot start any token": ("这里有一个 Tab", "换成普通空格"),
    "cannot start any token": ("这里的符号是 YAML 不允许的", QUOTE),
    "found unexpected end of stream": ("引号没有配对，文件到结尾还没有关上", "在文字末尾补上同样的引号"),
    "unexpected document indicator": ("引号没有配对，后面遇到了 ---", "在文字末尾补上同样的引号"),
    "block sequence entries are not allowed": (
        "“- ”不能写在这里",
        "列表另起一行、缩进两格写“- ”；是文字就加双引号",
    ),
    "found unknown escape character": ("双引号里的反斜杠 \\ 写法不对", "反斜杠写成 \\\\，或改用单引号"),
    "did not find expected hexdecimal number": (
        "双引号里的 \\x 或 \\u 写法不对",
        "反斜杠写成 \\\\，或改用单引号",
    ),
    "invalid Unicode character escape code": (
        "双引号里的 \\u 写的不是一个字",
        "删掉它，直接写那个字",
    ),
    "tab character": ("这里有一个 Tab", "换成普通空格；缩进每级两个空格"),
    "found unexpected ':'": ("[ ] 或 { } 里的冒号写法不对", QUOTE),
    "did not find expected node content": ("这里应当有内容", "检查多余的逗号；是文字就加双引号"),
    "expected <document start>": ("开头的内容写完后又出现了别的内容", "检查缩进：所有的键从第一列写起"),
    "directive": ("以 % 开头的行不被接受", "删去以 % 开头的行"),
    "incompatible YAML document": ("以 % 开头的行不被接受", "删去以 % 开头的行"),
    "control characters are not allowed": ("有看不见的控制字符", "删掉它"),
    "leading space": ("多行文字开头的空行比正文缩进更多", "去掉空行里的空格"),
    "indentation indicator": ("多行文字的缩进数字写法不对", "只写 | 就够了"),
    "did not find expected comment or line break": ("| 或 > 后面不能直接写字", "文字从下一行写起，缩进两格"),
}
# Here libyaml stops one token late; where it began to read is what its writer has to look at.
STARTS_EARLIER = (
    "found unexpected end of stream",
    "unexpected document indicator",
    "could not find expected ':'",
)
WITHOUT_COLON = "could not find expected ':'"
MISALIGNED = ("did not find expected key", "did not find expected '-'", "mapping values are not allowed")


@dataclass(frozen=True)
class Stumble:
    """What the parser could not go on from: the finding, the line from 0, and what would mend it."""

    problem: Diagnostic
    number: int
    repair: Literal["align", "colon", ""]


def stumble(path: str, failure: yaml.YAMLError, first_line: int, lines: Sequence[str]) -> Stumble:
    """`lines` are those the parser read."""
    problem = str(getattr(failure, "problem", "") or getattr(failure, "reason", "") or "")
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    if problem.startswith(STARTS_EARLIER):
        mark = getattr(failure, "context_mark", None) or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines) or (line == len(lines) - 1 and not lines[line]):
        line, column = _last_written(lines)
    if (culprit := _without_colon(problem, line, lines)) is not None:
        problem, line, column = WITHOUT_COLON, culprit, indent_of(lines[culprit])
    misaligned = _misaligned(problem, line, lines)
    known = next((text for part, text in KNOWN.items() if part in problem), None)
    message, hint = (
        misaligned or known or ("YAML 写法不对，从这里起读不下去", "检查这一行和上一行的缩进、冒号、引号")
    )
    place = Span(line + first_line, column + 1, line + first_line, column + 2)
    repair: Literal["align", "colon", ""] = "align" if misaligned else ""
    if problem.startswith(WITHOUT_COLON):
        repair = "colon"
    return Stumble(error(path, place, "YAML-SYNTAX", message, hint), line, repair)


def _without_colon(problem: str, number: int, lines: Sequence[str]) -> int | None:
    """The line above that has no colon, when the parser took it for the value of the key above that."""
    if not problem.startswith("mapping values are not allowed"):
        return None
    above = next((i for i in range(number - 1, max(-1, number - 50), -1) if is_significant(lines[i])), None)
    if above is None or indent_of(lines[above]) != indent_of(lines[number]):
        return None
    shape = layout(lines[above])
    return None if shape.has_key or shape.has_dash or ENTRY.match(lines[above], shape.indent) else above


def _misaligned(problem: str, number: int, lines: Sequence[str]) -> tuple[str, str] | None:
    if not problem.startswith(MISALIGNED):
        return None
    indent, above = indent_of(lines[number]), levels(lines, number)
    if goes_on(lines[number], lines[:number]):
        return "上一项已经有值，下面不能再缩进写“键: 值”", "与上一项左对齐；上一行没写完的文字整段加双引号"
    if indent in above or not above:
        return None
    columns = "、".join(map(str, above))
    return f"缩进对不齐：这一行前面有 {indent} 个空格", f"改成与上面同级的键或“-”左对齐（{columns} 个空格）"


def _last_written(lines: Sequence[str]) -> tuple[int, int]:
    number = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strip()), 0)
    return number, max(0, len(lines[number].rstrip()) - 1) if lines else 0
