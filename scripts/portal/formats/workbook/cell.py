"""One cell of a sheet with its address, its text as it is compared, and what an import has to say about it.

The ground of the room. Messages never repeat names, telephone numbers or free text of a sheet: they name
the cell instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

# Full-width ASCII and the wide spaces only: NFKC would also turn ① into 1 and 5² into 52.
NARROW = str.maketrans(
    "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u3000\xa0\u202f\u2212",
    "".join(map(chr, range(0x21, 0x7F))) + "   -",
    "\u200b\ufeff",
)
NUMBERING = re.compile(
    r"^(?:\([\d一二三四五六七八九十]{1,3}\)|[\d一二三四五六七八九十]{1,3}(?=[、.．]))[、.．\s]*"
)
IGNORED = re.compile(r"[\s:、，,。.;；“”\"'*·_]+")
BRACKETED = re.compile(r"\(([^()]*)\)")


def narrow(value: object) -> str:
    """The text of a cell with full-width letters, digits and spaces made half-width."""
    return "" if value is None else str(value).translate(NARROW).strip()


def plain(value: object) -> str:
    """A label as it is compared: half-width, without spaces, numbering and punctuation."""
    return IGNORED.sub("", NUMBERING.sub("", narrow(value)))


def bare(value: object) -> str:
    """The same without what stands in brackets."""
    return plain(BRACKETED.sub("", narrow(value)))


def in_brackets(value: object) -> str:
    """What stands in the last brackets of a label, such as the 万元 of 罚没款（万元）."""
    found = BRACKETED.findall(narrow(value))
    return found[-1].strip() if found else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `value` is the stored result where the cell holds a formula; `None` when there is none."""

    value: Any
    address: str
    formula: bool = False

    @property
    def blank(self) -> bool:
        return not self.formula and (self.value is None or not str(self.value).strip())

    @property
    def lacks_result(self) -> bool:
        """A formula that was saved without its result."""
        return self.formula and self.value is None

    @property
    def text(self) -> str:
        return narrow(self.value)

    @property
    def bare(self) -> str:
        return bare(self.value)

    @property
    def bracketed(self) -> str:
        return in_brackets(self.value)


C = TypeVar("C", bound=Cell)


def distinct(cells: Iterable[C]) -> tuple[C, ...]:
    """Filled cells without the repetitions that merging makes."""
    return tuple({cell.address: cell for cell in cells if not cell.blank}.values())


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One remark. `address` is `文件.xlsx!工作表!E7` (or the file alone); message and hint are Chinese."""

    address: str
    message: str
    hint: str = ""


@dataclass
class Remarks:
    """Remarks gathered while one file is read, in the order of reading: refusals stop it, notices do not."""

    notices: list[Remark] = field(default_factory=list)
    refusals: list[Remark] = field(default_factory=list)

    def notice(self, address: str, message: str, hint: str = "") -> None:
        self.notices.append(Remark(address, message, hint))

    def refuse(self, address: str, message: str, hint: str = "") -> None:
        self.refusals.append(Remark(address, message, hint))

    def add(self, others: Remarks) -> None:
        self.notices += others.notices
        self.refusals += others.refusals
