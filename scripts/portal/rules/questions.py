"""Questions that can be answered: the key fits the options and the type; retired ones say since when and why.

How questions are worded is the business of the room `items`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import assert_never

from portal.records import Entry, Site
from portal.records.question import Question
from portal.records.question_type import MULTIPLE, SINGLE
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.items.options import essence
from portal.source import Diagnostic, error

BANK_TOPIC = re.compile(r"^topic:[ ]*[\"']?([^\"'\n#]*)", re.MULTILINE)


@record_rule("Q-ANSWER-01", "questions")
def answer_fits(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """答案要和题型、选项对得上。

    单选题正好一个字母，多选题至少两个，都要是选项里有的；判断题写 right 或 wrong，不写选项。
    错：`type: single`，`answer: [a, c]`
    对：`type: single`，`answer: [a]`
    """
    yield from _letters(entry) if entry.record.kind.has_options else _fixed(entry)


def _fixed(entry: Entry[Question]) -> Iterator[Finding]:
    question, kind = entry.record, entry.record.kind
    if question.answer not in [one.id for one in kind.fixed]:
        ids = " 或 ".join(one.id for one in kind.fixed)
        hint = f"写成 {'或 '.join(f'answer: {one.id}（{one.meaning}）' for one in kind.fixed)}"
        yield Finding(entry.at("answer"), f"{kind.called}的答案不是 {ids}", hint)
    if question.options:
        hint = f"删去 options；有选项的改成 type: {SINGLE.name}"
        yield Finding(entry.key("options"), f"{kind.called}不写选项", hint)


def _letters(entry: Entry[Question]) -> Iterator[Finding]:
    question = entry.record
    if isinstance(question.answer, str):
        yield Finding(entry.at("answer"), f"{question.kind.called}的答案要写选项字母", "写成 answer: [a]")
        return
    for index, letter in enumerate(question.answer):
        if letter not in question.options:
            listed = "、".join(question.options)
            yield Finding(entry.at("answer", index), f"选项里没有 {letter}", f"可选：{listed}")
        elif letter in question.answer[:index]:
            yield Finding(entry.at("answer", index), f"答案里 {letter} 写了两次", "删去一个")
    if said := _miscounted(question, len(set(question.answer))):
        yield Finding(entry.at("answer"), *said)


def _miscounted(question: Question, count: int) -> tuple[str, str] | None:
    """Message and hint, where the type asks for more or fewer letters."""
    kind = question.kind
    match kind.answer:
        case "one":
            hint = f"只留一个；有几个正确答案的改成 type: {MULTIPLE.name}"
            return None if count == 1 else (f"{kind.called}的答案有 {count} 个", hint)
        case "set":
            hint = f"补全正确的选项；只有一个正确答案的改成 type: {SINGLE.name}"
            return None if count > 1 else (f"{kind.called}的答案只有 {count} 个", hint)
        case _:
            assert_never(kind.answer)


@record_rule("Q-GROUND-01", "questions")
def ground_is_told(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """有条文可依的题写明依据；只是通行做法的，不写依据。

    试卷按有条文可依的题考人，答错了说得出错在哪一条。通行做法没有哪一条法律这样规定，写上沾边的条文，就像法律这样说了一样；它只用来
    练习，页面上标明“通行做法”。
    错：没有 citations，也没有 ground
    错：`ground: practice`，又写了 `citations: [食品安全法 第三十三条]`
    对：`citations: [学校食品安全与营养健康管理规定 第四十条]`
    对：`ground: practice`，不写 citations 和 basis
    """
    question = entry.record
    if question.ground == "law" and not question.citations:
        hint = "加上 citations；只是通行做法、没有条文的，写 ground: practice"
        yield Finding(entry.at("id"), "没有写依据", hint)
    if question.ground == "practice" and (question.citations or question.basis is not None):
        key = "citations" if question.citations else "basis"
        hint = "删去 citations 和 basis；有条文可依的，删去 ground"
        yield Finding(entry.key(key), "只是通行做法的题写了依据", hint)


@record_rule("Q-OPTION-01", "questions")
def options_differ(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """同一题的选项不能重复。

    只差空格、全角半角的也算重复：选了其中一个，另一个算不算对说不清。
    错：`a: 每年一次`，`c: 每年一次`
    对：`a: 每年一次`，`c: 每两年一次`
    """
    earlier: dict[str, str] = {}
    for letter, text in entry.record.options.items():
        first = earlier.setdefault(essence(text), letter)
        if first != letter:
            yield Finding(
                entry.at("options", letter), f"选项 {letter} 和 {first} 一样", "改写或者删去其中一个"
            )


@record_rule("Q-RETIRED-01", "questions")
def retirement_is_told(entry: Entry[Question], site: Site, today: datetime.date) -> Iterator[Finding]:
    """停用的题写明哪天停用、为什么；没有停用的题不写。

    做过的人会来问那道题怎么不见了，网站上留一句话。停用的题不能删去：编号一删，以后就可能被别的题用上，答题记录就张冠李戴了。
    错：`status: retired`，没有 retired
    对：`status: retired`，`retired: {on: 2025-12-01, reason: 条文已修改}`
    """
    question = entry.record
    if question.status == "retired" and question.retired is None:
        hint = "加上 retired，写 on（停用日期）和 reason（原因）"
        yield Finding(entry.at("status"), "停用的题没有写停用日期和原因", hint)
    if question.status != "retired" and question.retired is not None:
        hint = "停用了的把 status 改成 retired；恢复使用的删去 retired"
        yield Finding(entry.key("retired"), f"写了停用，状态却是 {question.status}", hint)


@site_rule("Q-TOPIC-01")
def file_is_named_by_topic(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """题库文件按主题命名。

    文件名就是主题在网址里的编号，找题、改题都靠它。
    错：quizzes/bank/cleaning.yaml 里写 `topic: 进货查验`
    对：quizzes/bank/purchasing.yaml 里写 `topic: 进货查验`
    程度：错误
    """
    topics = site.words.group("topics")
    for file in {entry.path: entry.file for entry in site.questions}.values():
        match = BANK_TOPIC.search(file.text)
        topic = match[1].strip() if match else ""
        if topics and topic in topics and PurePosixPath(file.path).stem != topics[topic].id:
            right = f"{topics[topic].id}.yaml"
            message = f"文件名 {PurePosixPath(file.path).name} 与主题“{topic}”不一致"
            yield error(
                file.path, file.at("topic"), "Q-TOPIC-01", message, f"把文件名改成 {right}，或者改正 topic"
            )
