"""Names in the fields of forms, lists and tables: the form alone says that a person is named, whatever the word.

`fields(text)` gives the stretches: what fills a field (记录人：丘山), the cells of a column of names, rosters, lists of
wages. What fills a field with something else than a name is told by `not_called.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy import roles, surnames
from portal.privacy.bare_roles import begins_as_word
from portal.privacy.listed_words import are_words
from portal.privacy.not_called import GOODS, is_answer, is_of_goods, is_of_grammar
from portal.privacy.weak_places import is_of_a_noun, is_said
from portal.privacy.word_lists import alternation
from portal.privacy.wordlike import may_be

Stretch = tuple[int, int]
HAN: Final = r"[\u4e00-\u9fff]"
SURNAME: Final = f"(?:{alternation(surnames.COMPOUND)}|[{''.join(sorted(surnames.SINGLE))}])"
NAME: Final = rf"(?P<name>{SURNAME}{HAN}{{1,2}}?)"
ANY_NAME: Final = rf"(?P<name>{HAN}{{2,4}}?|{HAN}[ \n]{HAN}(?:[ \n]{HAN})?)"
END: Final = rf"(?=[ *_】”’\"」』]*(?:\Z|[\n|，,。；;、/)）]|[（(](?!化名|隐去)|【)|  |[ ]{HAN}{{1,6}}[:：（(]|[ ][0-9])"
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
BACK: Final = 20
# Whoever signs is named right behind the word.
SIGNED: Final = re.compile(
    rf"[人名](?<=签[收字名]人|记录人|审核人|经办人|承办人|送达人|编制人|复核人|.姓名) ?{NAME}{END}"
)
# So many names before 三人, with marks between them.
COUNT: Final = re.compile(r"([二两三四五六七八九2-9]) ?(?:[人名位]|同学)")
TOGETHER: Final = re.compile(r"(?:等|兄弟|姐妹|夫妻|夫妇|父子|母女|母子|父女)\Z")
BETWEEN: Final = re.compile(r"[、，,和与及]")
LISTED: Final = 60
FIRST_OF_LIST: Final = re.compile(
    rf"(?:有|由|班|是|：|:|为|和|员|人|生|\A|[。；;\n])({SURNAME}{HAN}{{1,2}})\Z"
)
# A column of names by its head, and rows of one by what else stands in them.
HEAD: Final = re.compile(
    rf"(?:{HAN}{{0,4}}(?:姓名|签字|签名)|{HAN}{{1,5}}[人员]|学生|幼儿|患者|厨师|值班|店长)(?:[（(][^|]*)?"
)
OF_A_PERSON: Final = re.compile(
    rf"[男女]|[0-9]{{1,3}}周?岁|.{{0,2}}健康证.*|(?:[大中小托]|.{{0,6}}[0-9一二三四五六七八九）)])(?:班|年级)|已?签字|{HAN}{{1,4}}族"
)
NUMBER: Final = re.compile(r"[0-9]{1,3}\.?")
LINE: Final = re.compile(r"[^\n]+")
CELL: Final = {True: re.compile(r"[^|]+"), False: re.compile(r"[^ ]+")}
# The head of a table whose cells stand between commas, and a cell of it.
COMMAS: Final = re.compile(
    r"^[\u4e00-\u9fffA-Za-z]{1,8}(?:([,，])[\u4e00-\u9fffA-Za-z]{1,8})(?:\1[\u4e00-\u9fffA-Za-z]{1,8})*$",
    re.MULTILINE,
)
BETWEEN_COMMAS: Final = re.compile(r"(?:(?<=[,，\n])|\A) ?([^,，\n]*)")
NAME_ALONE: Final = re.compile(rf"{SURNAME}{HAN}{{1,2}}")
# Rosters and lists of wages: a name behind each day, or before each sum.
ROSTER: Final = re.compile(r"周[一二三四五六日天]|星期[一二三四五六日天]")
ON_DUTY: Final = re.compile(rf"[:：]?{NAME}(?=[，,、；;。\n ]|\Z|（|\()")
DUTY: Final = re.compile(r"值班|轮值|值日|排班|陪餐|当班|带班")
WAGES: Final = re.compile(r"工资|薪|补贴|奖金|押金|报销|餐费|退费|加班费")
WAGE: Final = re.compile(
    rf"(?<!{HAN}){NAME} ?[:：]?[0-9]{{2,6}}(?:\.[0-9]{{1,2}})?(?![0-9]|[个只斤箱袋瓶盒公千克份号年月日%])"
)

# A tick or a cross behind each name: 吉亮√ 张桂英√ 李卫林×.
TICKED: Final = re.compile(rf"(?<!{HAN}){NAME} ?[√×](?=[ \n，、；。]|\Z)")
AS_NUMERALS: Final = str.maketrans("两23456789", "二二三四五六七八九")


def fields(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are names by the form in which they stand."""
    yield from _filled(text)
    for match in SIGNED.finditer(text):
        if _is_name(match["name"]) and not is_of_grammar(match["name"]) and not begins_as_word(match["name"]):
            yield match.span("name")
    yield from _counted(text)
    if "\n" in text or "|" in text:
        yield from _columns(text)
        yield from _between_commas(text)
    if DUTY.search(text):
        yield from _roster(text)
    if "√" in text:
        yield from (match.span("name") for match in TICKED.finditer(text) if _is_name(match["name"]))
    if paid := WAGES.search(text):
        yield from (
            match.span("name") for match in WAGE.finditer(text, paid.end()) if _is_name(match["name"])
        )


def _filled(text: str) -> Iterator[Stretch]:
    for colon in COLON.finditer(text):
        bracket = colon[0] in "）)"
        before = text[max(0, colon.start() - BACK) : colon.end() if bracket else colon.start()]
        label = LABEL.search(before)
        if label is None or len(label["label"]) < 2 or label["label"] in roles.NOT_PERSONS:
            continue
        strict = STRICT.search(before) is not None
        if not (strict or label["label"].endswith(("人员", "人"))) and are_words(
            text, content_start(text, colon.end())
        ):
            continue
        content = (ANY_CONTENT if strict else CONTENT).match(text, colon.end())
        if content and text[content.end() : content.end() + 1] == "。" and is_said(content["name"]):
            continue
        while content and _is_name(content["name"], label["label"] in GOODS):
            yield content.span("name")
            content = FURTHER.match(text, content.end())


def content_start(text: str, place: int) -> int:
    """Where what fills a field begins, behind the marks after its colon."""
    while text[place : place + 1] in MARKS_BEFORE:
        place += 1
    return place


def _is_name(name: str, goods: bool = False) -> bool:
    return (
        may_be(name) and not is_answer(name) and not is_of_a_noun(name) and not (goods and is_of_goods(name))
    )


def _columns(text: str) -> Iterator[Stretch]:
    """The cells below a head such as 姓名, and beside a number where the row is of a person."""
    heads: list[int] = []
    size = 1
    for line in LINE.finditer(text):
        cells = [*_cells(text, line)]
        below = [index for index, (_, cell) in enumerate(cells) if HEAD.fullmatch(cell)]
        if len(cells) != size:  # a table begins
            heads, size = below, len(cells)
            if below:
                continue
        for index in heads or _of_persons([cell for _, cell in cells]):
            start, cell = cells[index]
            if NAME_ALONE.fullmatch(cell) and _is_name(cell):
                yield start, start + len(cell)


def _cells(text: str, line: re.Match[str]) -> Iterator[tuple[int, str]]:
    for cell in CELL["|" in line[0]].finditer(text, *line.span()):
        if content := cell[0].strip(" *_"):
            yield text.index(content, cell.start()), content


def _between_commas(text: str) -> Iterator[Stretch]:
    """The cells of rows such as 桂婷,厨工 below a head such as 姓名,岗位."""
    for head in COMMAS.finditer(text):
        cells = head[0].replace("，", ",").split(",")
        heads = [index for index, cell in enumerate(cells) if HEAD.fullmatch(cell)]
        place = head.end() + 1
        while (
            heads
            and (line := LINE.match(text, place))
            and len(re.findall("[,，]", line[0])) == len(cells) - 1
        ):
            row = [cell.span(1) for cell in BETWEEN_COMMAS.finditer(text, *line.span())]
            for start, end in (row[index] for index in heads if index < len(row)):
                if NAME_ALONE.fullmatch(text, start, end) and _is_name(text[start:end]):
                    yield start, end
            place = line.end() + 1


def _of_persons(cells: list[str]) -> list[int]:
    """The cell of the name in a row without a head: before the sex, behind a number, or the first of a person's row."""
    for index, cell in enumerate(cells[1:]):
        if cell in ("男", "女"):
            return [index]
    if len(cells) < 3 or not any(OF_A_PERSON.fullmatch(cell) for cell in cells):
        return []
    first = 1 if NUMBER.fullmatch(cells[0]) else 0
    return [first] if not OF_A_PERSON.fullmatch(cells[first]) else []


def _roster(text: str) -> Iterator[Stretch]:
    days = [ON_DUTY.match(text, day.end()) for day in ROSTER.finditer(text)]
    if len(days) >= 2:
        yield from (day.span("name") for day in days if day and _is_name(day["name"]))


def _counted(text: str) -> Iterator[Stretch]:
    """到会的有应有才、郜原和束手三人: as many names before the number as it says."""
    for count in COUNT.finditer(text):
        begin = max(0, count.start() - LISTED)
        together = TOGETHER.search(text[begin : count.start()])
        number = "一二三四五六七八九".index(count[1].translate(AS_NUMERALS)) + 1
        places = [begin - 1, *(between.start() for between in BETWEEN.finditer(text, begin, count.start()))]
        ends = [*places[1:], count.start() - (len(together[0]) if together else 0)]
        if len(ends) < number:
            continue
        names = [(start + 1, end) for start, end in zip(places, ends, strict=True)][-number:]
        first = FIRST_OF_LIST.search(text[max(begin - 1, 0) : names[0][1]])
        others = [NAME_ALONE.fullmatch(text, *name) for name in names[1:]]
        if (
            first
            and all(others)
            and all(_is_name(text[start:end]) for start, end in names[1:])
            and _is_name(first[1])
        ):
            yield names[0][1] - len(first[1]), names[0][1]
            yield from names[1:]
