"""Names in series: rosters, lists of wages, lists with a tick behind each name.

`name_series(text)` takes folded text and gives the stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portal.privacy.found import Stretch
from portal.privacy.name_patterns import HAN, NAME, is_name

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


def name_series(text: str) -> Iterator[Stretch]:
    """Stretches `(start, end)` of the folded text that are names by what each member of the series has beside it."""
    if DUTY.search(text):
        yield from _roster(text)
    if "√" in text:
        yield from (match.span("name") for match in TICKED.finditer(text) if is_name(match["name"]))
    if paid := WAGES.search(text):
        yield from (match.span("name") for match in WAGE.finditer(text, paid.end()) if is_name(match["name"]))


def _roster(text: str) -> Iterator[Stretch]:
    days = [ON_DUTY.match(text, day.end()) for day in ROSTER.finditer(text)]
    if len(days) >= 2:
        yield from (day.span("name") for day in days if day and is_name(day["name"]))
