"""ARTICLE-TABLE-01: tables have a blank line before them, a row under their head, and equal rows.

A block of lines with bars → what keeps it from being the table that was meant.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.body_lines import Line, lines
from portal.rules.engine import Finding, record_rule
from portal.source import Severity

DELIMITER = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
BAR = re.compile(r"(?<!\\)\|")
WIDE_BAR = "｜"


@record_rule("ARTICLE-TABLE-01", "articles", severity=Severity.WARNING)
def tables_are_tables(entry: Entry[KnowledgeArticle], site: Site, today: datetime.date) -> Iterator[Finding]:
    """表格前面空一行，第二行是 `| --- | --- |`，每一行的格数一样。

    少了第二行的不会成为表格；比表头多出来的格会丢掉，少的是空格；从 Excel、Word 粘贴来的、用全角｜的，会接成一段。
    错：`| 项目 | 温度 |` 下一行就是 `| 冷藏 | 0℃至8℃ |`
    对：中间加一行 `| --- | --- |`
    """
    for block in _blocks(entry.record.body):
        for line, message, hint in _wrong(block):
            yield Finding(
                entry.file.in_body(line.content_at, line.start + len(line.text.rstrip())), message, hint
            )


def _blocks(body: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines(body):
        if line.kind in ("blank", "heading"):
            yield block
            block = []
        else:
            block.append(line)
    yield block


def _wrong(block: list[Line]) -> Iterator[tuple[Line, str, str]]:
    rows = [line for line in block if _is_row(line)]
    if wide := [line for line in block if line.content.count(WIDE_BAR) > 1 or line.content[:1] == WIDE_BAR]:
        right = wide[0].content.replace(WIDE_BAR, "|")
        yield wide[0], "“｜”是全角的，不会成为表格", f"写成“{right}”"
    pasted = [line for line in block if line.kind == "text" and "\t" in line.content]
    if len(pasted) > 1:
        cells = re.split(r"\t+", pasted[0].content)
        yield (
            pasted[0],
            "粘贴来的表格会接成一段",
            f"写成 Markdown 的表格：第一行“{_row(cells)}”，第二行“{_delimiter(cells)}”",
        )
    delimiters = [at for at, line in enumerate(block) if "|" in line.text and DELIMITER.match(line.text)]
    if not delimiters and len(rows) > 1:
        cells = _cells(rows[0])
        yield rows[0], "表格没有第二行，不会成为表格", f"在这一行下面加一行“{_delimiter(cells)}”"
    elif delimiters and delimiters[0] > 1:
        yield block[delimiters[0] - 1], "表格前面没有空行，不会成为表格", "在这一行前面空一行"
    elif delimiters == [0]:
        yield block[0], "表格没有表头，不会成为表格", "在这一行上面写表头"
    elif delimiters:
        yield from _unequal(block)


def _unequal(block: list[Line]) -> Iterator[tuple[Line, str, str]]:
    head = len(_cells(block[0]))
    for number, line in enumerate(block[1:]):
        count = len(_cells(line))
        if count == head and "|" in line.text:
            continue
        if number == 0:
            right = _delimiter(_cells(block[0]))
            yield line, f"表头有 {head} 格，这一行有 {count} 格，不会成为表格", f"写成“{right}”"
        elif "|" not in line.text:
            yield line, "这一行会成为表格的一行", "在这一行前面空一行"
        else:
            what = "多出来的会丢掉" if count > head else "少的会空着"
            yield line, f"表头有 {head} 格，这一行有 {count} 格，{what}", f"改成 {head} 格"


def _is_row(line: Line) -> bool:
    return line.kind == "table" or len(BAR.findall(line.text)) > 1


def _cells(line: Line) -> list[str]:
    content = re.sub(r"^\||(?<!\\)\|$", "", line.content)
    return [cell.strip() for cell in BAR.split(content)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _delimiter(cells: list[str]) -> str:
    return _row(["---"] * len(cells))
