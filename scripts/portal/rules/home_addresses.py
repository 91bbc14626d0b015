"""Addresses down to the house number in running Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

NUMBER = r"[0-9]{1,5}(?:[A-Za-z]|之[一二三四五六])?"
HOUSE = rf"{NUMBER} ?(?:支?弄|号楼?|幢|栋|单元|组|队|楼)"
STREET = re.compile(
    rf"(?P<place>[路街巷村苑]|大道|新村|小区|花园|公寓) ?(?P<house>{HOUSE}(?:[ ,，]?(?:{HOUSE}|{NUMBER} ?室))*)(?![线令文公通])"
)
# Where the words before a street name end; names of streets are rarely longer than six characters.
BEFORE_NAME = re.compile(
    r"(?:.*[\s，。、；：:,.（(“在于住至到从往是为址])?(?P<name>[\u4e00-\u9fff]*)\Z", re.DOTALL
)
LONGEST_NAME = 12
AT_HOME = re.compile(r"(?:家住|住址|住在|户籍|居住|现住|家中|家庭地址)[^。；\n]{0,12}$")
DWELLING = re.compile(r"室|幢|栋|单元|组|队")
MASKS = "某×＊*"


@dataclass(frozen=True, slots=True)
class Address:
    """A stretch of text; `home` when it points to a dwelling, not only to a house in a street."""

    start: int
    end: int
    home: bool


def addresses(text: str) -> Iterator[Address]:
    """Addresses with a street, village or estate that is not masked, and a house number."""
    for match in STREET.finditer(text):
        name = _name_before(text, match.start())
        masked = any(char in MASKS for char in name[-2:] + match[0])
        if masked or len(name) + len(match["place"]) < 3:
            continue
        start = match.start() - len(name)
        village = match["place"] == "村" and "号" in match["house"]
        home = village or bool(DWELLING.search(match["house"])) or bool(AT_HOME.search(text[:start]))
        yield Address(start, match.end(), home)


def _name_before(text: str, end: int) -> str:
    before = BEFORE_NAME.match(text[max(0, end - LONGEST_NAME) : end])
    return before["name"] if before else ""
