"""What libyaml says in English → what the writer of the file needs to hear in Chinese."""

from __future__ import annotations

import yaml

from portal.source.diagnostic import Diagnostic, Span, error

QUOTE = "含有特殊符号的文字整段加双引号"
KNOWN = {
    "mapping values are not allowed": ("这里多出一个“键: 值”", "检查上一行是否没写完、缩进是否对齐；" + QUOTE),
    "did not find expected key": ("这里应当是同级的下一个键", "检查缩进：同一级的键要左对齐；" + QUOTE),
    "did not find expected '-'": ("这里应当是列表的下一项“- ”", "检查缩进：同一列表的“-”要左对齐"),
    "did not find expected ',' or ']'": ("列表的 [ ] 没有写对", "各项之间用半角逗号，末尾写 ]；是文字就加双引号"),
    "did not find expected ',' or '}'": ("“{ }”没有写对", "各项之间用半角逗号，末尾写 }；是文字就加双引号"),
    "could not find expected ':'": ("这一行缺少“键: 值”里的冒号", "写成 键: 值（半角冒号加一个空格）"),
    "cannot start any token": ("值的第一个符号是 YAML 不允许的", QUOTE),
    "found unexpected end of stream": ("引号没有配对，文件到结尾还没有关上", "在文字末尾补上同样的引号"),
    "unexpected document indicator": ("引号里遇到了文档分隔线", "在文字末尾补上同样的引号"),
    "block sequence entries are not allowed": ("“- ”不能写在这里", "列表另起一行、缩进两格写“- ”；是文字就加双引号"),
    "found unknown escape character": ("双引号里的反斜杠 \\ 写法不对", "反斜杠写成 \\\\，或改用单引号"),
    "did not find expected hexdecimal number": ("双引号里的 \\x 或 \\u 写法不对", "反斜杠写成 \\\\，或改用单引号"),
    "tab character": ("缩进里有 Tab", "用普通空格缩进，每级两个"),
    "found unexpected ':'": ("[ ] 或 { } 里的冒号写法不对", QUOTE),
    "did not find expected node content": ("这里应当有内容", "检查多余的逗号；是文字就加双引号"),
    "expected <document start>": ("开头的内容写完后又出现了别的内容", "检查缩进：所有的键从第一列写起"),
    "found a duplicate": ("指令重复", "删去以 % 开头的行"),
    "directive": ("以 % 开头的行不被接受", "删去以 % 开头的行"),
    "control characters are not allowed": ("有看不见的控制字符", "删掉它"),
    "leading space": ("多行文字开头的空行比正文缩进更多", "去掉空行里的空格"),
    "indentation indicator": ("多行文字的缩进数字写法不对", "只写 | 就够了"),
    "did not find expected comment or line break": ("| 或 > 后面不能直接写字", "文字从下一行写起，缩进两格"),
}


def syntax_error(path: str, failure: yaml.YAMLError, first_line: int) -> Diagnostic:
    """One diagnostic for what the parser could not go on from."""
    problem = str(getattr(failure, "problem", "") or getattr(failure, "reason", "") or "")
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    line = (mark.line if mark else 0) + first_line
    column = (mark.column if mark else 0) + 1
    found = next((text for part, text in KNOWN.items() if part in problem), None)
    message, hint = found or ("YAML 写法不对，从这里起读不下去", "检查这一行和上一行的缩进、冒号、引号")
    if problem.startswith("found unexpected end of stream") and getattr(failure, "context_mark", None):
        line, column = failure.context_mark.line + first_line, failure.context_mark.column + 1  # type: ignore[attr-defined]
    return error(path, Span(line, column, line, column + 1), "YAML-SYNTAX", message, hint)
