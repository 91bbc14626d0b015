"""Names that fill the fields of forms: the form alone says that a person is named, whatever the word.

`fields(text)` gives the stretches: what fills a field (记录人：丘山), the names listed there, who signs (签收人 丘山).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy import roles
from portal.privacy.bare_roles import begins_as_word
from portal.privacy.found import Stretch
from portal.privacy.listed_words import are_words
from portal.privacy.name_patterns import BACK, END, HAN, NAME, is_name
from portal.privacy.not_called import GOODS, is_of_grammar
from portal.privacy.weak_places import is_said
from portal.privacy.word_lists import alternation

ANY_NAME: Final = rf"(?P<name>{HAN}{{2,4}}?|{HAN}[ \n]{HAN}(?:[ \n]{HAN})?)"
_ASKING = ("询问对象", "对象", "处理", "检测", "参会", "主持", "复检", "证明", "批准", "校核")
_LABELS = alternation({*roles.LABELS, *roles.ROLES, *_ASKING})
LABEL: Final = re.compile(
    rf"(?P<label>{_LABELS}|{HAN}{{1,4}}[人员者])(?:[（(][^（）()\n]{{1,12}}[）)])?(?P<marks>[ *_])*\Z"
)
COLON: Final = re.compile(
    r"[:：】](?=[ *_【“\n]{0,3}[\u4e00-\u9fff])|(?<=签[字名章])[）)](?=[ *_]{0,2}[\u4e00-\u9fff])"
)
STRICT: Final = re.compile(r"姓名|名字|签字|签名|签章")
CONTENT: Final = re.compile(rf"[ *_【“\n]{{0,3}}{NAME}{END}")
ANY_CONTENT: Final = re.compile(rf"[ *_【“\n]{{0,3}}{ANY_NAME}{END}")
MARKS_BEFORE: Final = tuple(" *_【“\n")
FURTHER: Final = re.compile(rf"、{NAME}{END}")
# Whoever signs is named right behind the word.
SIGNED: Final = re.compile(
    rf"[人名](?<=签[收字名]人|记录人|审核人|经办人|承办人|送达人|编制人|复核人|.姓名) ?{NAME}{END}"
)


def fields(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are names by the field in which they stand."""
    yield from _filled(text)
    for match in SIGNED.finditer(text):
        if is_name(match["name"]) and not is_of_grammar(match["name"]) and not begins_as_word(match["name"]):
            yield match.span("name")


def _filled(text: str) -> Iterator[Stretch]:
    for colon in COLON.finditer(text):
        bracket = colon[0] in "）)"
        before = text[max(0, colon.start() - BACK) : colon.end() if bracket else colon.start()]
        label = LABEL.search(before)
        if label is None or len(label["label"]) < 2 or label["label"] in roles.NOT_PERSONS:
            continue
        strict = STRICT.search(before) is not None
        if not (strict or label["label"].endswith(("人员", "人"))) and are_words(
            text, _content_start(text, colon.end())
        ):
            continue
        content = (ANY_CONTENT if strict else CONTENT).match(text, colon.end())
        if content and text[content.end() : content.end() + 1] == "。" and is_said(content["name"]):
            continue
        while content and is_name(content["name"], label["label"] in GOODS):
            yield content.span("name")
            content = FURTHER.match(text, content.end())


def _content_start(text: str, place: int) -> int:
    """Where what fills a field begins, behind the marks after its colon."""
    while text[place : place + 1] in MARKS_BEFORE:
        place += 1
    return place
