"""TEXT-PENDING-01, TEXT-CHAT-01: nothing unfinished goes out, and nothing that a chat tool said about its own text.

Placeholders such as 【待核实】, TODO, ×年×月 and ?? in what is to be published; drafts may hold them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.privacy.surnames import SINGLE
from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.question import Question
from portal.rules.engine import Finding, record_rule
from portal.rules.public_text import span_of
from portal.rules.running_text import READ, is_going_out, is_quoted, matches
from portal.source import Severity

CLOSING = r"[】\]］〕）)]"
PENDING = (
    rf"(?:核实|核对|核查|补充|确认|填写|完善|更新|插入|配图|提供|商榷|讨论|[补定填查续改写审](?={CLOSING}))"
)
WIDE_A_TO_Z = "A-Za-zＡ-Ｚａ-ｚ"
PLACEHOLDER = re.compile(
    rf"[【\[［〔（(](?:此处|这里|下面|数据|数字|内容|图片|照片|链接|日期|名称|来源)?[^】\]］〕）)\n，。]{{0,6}}?待{PENDING}[^】\]］〕）)\n]{{0,20}}{CLOSING}"
    r"|【(?:请|需要?|此处|这里|插入|填写?|补充)[^】\n]{0,20}】"
    r"|[（(\[［](?:此处|这里)(?:插入|填写?|补充|加|放|配|写|用)[^）)\]］\n]{0,20}[）)\]］]"
    rf"|(?<![{WIDE_A_TO_Z}0-9])(?:TODO|ＴＯＤＯ|FIXME|TBD|TBC|todo|fixme|tbd|Todo|[XＸxｘ]{{2,}})(?![{WIDE_A_TO_Z}0-9])"
    r"|[×╳]{2,}|[?？][ ]?[?？]+|(?i:lorem ipsum)"
    r"|(?<![A-Za-z0-9.×])(?:[XＸ]{1,4}|[×╳])(?=[年月日条款元号家人万](?![A-Za-z]))"
    r"|(?<![_A-Za-z0-9])_{3,}(?![_A-Za-z0-9])"
    r"|^待(?:核实|补充|确认|填写?|定|完善)$|^(?:待(?:核实|补充|确认|填|定|完善)|备注|注)[:：](?=[^\n]*(?:再核|再查|核一下|问一下|先别发|别发))"
    r"|(?:测试){2,}|样例文字|占位文字|示例文字",
    re.MULTILINE,
)
ASKED = re.compile(
    r"待|【|此处|这里|TODO|ＴＯＤＯ|FIXME|TB[DC]|todo|fixme|tbd|Todo|[XＸxｘ]{2}|[×╳]{2}|[XＸ×╳][年月日条款元号家人万]"
    r"|[?？] ?[?？]|___|(?i:lorem)|测试测|[例位]文字|[备注][:：]"
)
BLANK = re.compile(r"_{3,}")
MASK = re.compile(r"[XＸxｘ×╳]+")
# 张XX is a person, 金XX店 a shop whose name is still to be written.
MASKED_NAME = re.compile(
    rf"[{''.join(SINGLE)}][XＸxｘ×╳]{{2}}[^公店厂牌年月日号路街村市餐超食有集小区镇县省家条万元便食]?"
)
CHAT = re.compile(
    r"作为(?:一个|一名|一款)?(?:AI|人工智能|大?语言模型)(?:语言)?(?:模型|助手)?[，,]"
    r"|(?:^|\n)(?:好的|当然|没问题)[，,！!。][^\n]{0,20}(?:以下|下面)是"
    r"|(?:以下|下面)是(?:为您|为你|根据您|根据你|按您|按照您|我为)[^\n]{0,30}"
    r"|希望(?:以上|这些|这篇|本文|上述)?[^\n。，]{0,8}对(?:您|你)[^\n。，]{0,6}帮助"
    r"|(?:如果?|若)(?:您|你)?(?:还)?(?:有其他|需要?|有)[^\n。]{0,16}(?:请|欢迎|可以)?(?:随时)?(?:告诉我|联系我|告知我)(?!们)"
    r"|我可以(?:再)?(?:帮|为)(?:您|你)[^\n。]{0,16}"
    r"|:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|oaicite|【\d+(?::\d+)?†[^】\n]*】|(?i:as an ai language model)"
)
CHAT_ASKED = re.compile(
    r"作为|[下面]是|希望|告诉我|联系我|告知我|我可以|oaicite|contentReference|†|(?i:as an ai)"
)


@record_rule("TEXT-PENDING-01", *READ)
def nothing_is_pending(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """要发布的文字里不能有没写完的地方。

    【待核实】、TODO、XXX、连着的问号、×年×月，读者一看就知道这一稿没有写完。没有发布日期的草稿里可以有；题目里留空的横线不算。
    错：共查处【待核实】起
    对：共查处 12 起（核实以后写上）；隐去名称的写“某公司”
    """
    if not is_going_out(entry.record):
        return
    for text, match in matches(entry, PLACEHOLDER, ASKED):
        if _is_meant(entry.record, text.value, match):
            continue
        place = span_of(entry, text, match.start(), match.end())
        yield Finding(place, f"这里没有写完：{match[0]}", _hint(match[0]))


def _is_meant(record: Record, text: str, match: re.Match[str]) -> bool:
    """A blank to be filled in by whoever answers, a person's name that is masked, a form that is quoted: “××专用”."""
    if BLANK.fullmatch(match[0]):
        return isinstance(record, Question)
    is_mask = MASK.fullmatch(match[0]) is not None
    is_name = len(match[0]) == 2 and MASKED_NAME.fullmatch(text[max(0, match.start() - 1) : match.end() + 1])
    return is_mask and (bool(is_name) or is_quoted(text, match.start()))


def _hint(found: str) -> str:
    if set(found) <= set("?？ "):
        return "写不准的核实以后写上；只是语气的，留一个问号“？”"
    if MASK.fullmatch(found):
        return "补上内容；要隐去名称的，写“某公司”“某年某月”这样的说法"
    return f"核实、补上以后删去“{found}”；还不能发布的，先删去 published_on"


@record_rule("TEXT-CHAT-01", *READ, severity=Severity.WARNING)
def no_chat_about_the_text(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """聊天工具关于稿子的话不能留在稿子里。

    从聊天工具复制来的稿子，前后常带着“好的，以下是……”“希望对您有帮助”和引用的记号，那不是写给读者的。
    错：好的，以下是为您撰写的科普文章
    对：删去这一句；内容逐句核对过再发布
    """
    for text, match in matches(entry, CHAT, CHAT_ASKED):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        place = span_of(entry, text, start, match.start() + len(match[0].rstrip()))
        shown = " ".join(match[0].split())
        yield Finding(place, f"“{shown}”像是聊天工具说的话", "把这一句删去，全文逐句核对")
