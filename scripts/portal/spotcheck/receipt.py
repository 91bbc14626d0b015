"""回执: what a phone gives at the end of a spot check, one line that fits a QR code and a chat message alike.

`FSR1/CY-3K7M2Q1-1-V/12/202612010912/19/B.AC.R.-/7K3M9QX2`: code of the paper, running number, begin, minutes, answers,
check value. Whoever has the slip can seal any answers; without it nobody can, and nothing can be changed afterwards.
"""

from __future__ import annotations

import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from portal.quiz.codes import BadCode
from portal.quiz.codes import parse as parse_code
from portal.quiz.codes import write as write_code
from portal.spotcheck.slips import KEYED, MOST_NUMBERS, BadSlip, keyed, plain_code

FORM = "FSR1"
PARTS = 7
TIME = "%Y%m%d%H%M"
MOST_MINUTES = 9999
NONE = "-"
FIXED = {"right": "R", "wrong": "W"}  # options of the type itself; all others are letters
MEANT = {written: id_ for id_, written in FIXED.items()}
# Where one begins in whatever was pasted, and how far the characters of QR codes reach.
BEGIN = re.compile(r"(?<![0-9A-Z])(?=FSR\d+/)")
INSIDE = re.compile(r"[0-9A-Z./\-]+")
WHOLE = re.compile(rf"FSR1(?:/[0-9A-Z.\-]+){{5}}/[0-9A-Z]{{{KEYED}}}(?![0-9A-Z])")
ANSWER = re.compile(r"[A-H]+|-")
# Chats add what nobody sees, and mail parts lines.
UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


class BadReceipt(ValueError):
    """What is no receipt, or none that can be accepted; the text says why, in Chinese."""


@dataclass(frozen=True)
class Receipt:
    """What a phone tells of a sitting: of each question that it shows, in the paper's order, the ids of the chosen options."""

    paper: str
    number: int
    started: datetime
    minutes: int
    answers: tuple[tuple[str, ...], ...]


def write(receipt: Receipt, slip_code: str) -> str:
    """The line, sealed with the code of a slip. Raises `BadSlip`."""
    answers = ".".join(_answer(one) for one in receipt.answers)
    started = receipt.started.strftime(TIME)
    text = f"{FORM}/{receipt.paper}/{receipt.number}/{started}/{receipt.minutes}/{answers}"
    return f"{text}/{_check(text, slip_code)}"


def parse(text: str) -> tuple[Receipt, str]:
    """What a line says, and its check value, which is not looked at here. Raises `BadReceipt`."""
    parts = clean(text).split("/")
    if not re.fullmatch(r"FSR\d+", parts[0]):
        raise BadReceipt(f"不是回执：回执以 {FORM}/ 开头")
    if parts[0] != FORM:
        raise BadReceipt("这种回执要用更新的程序读，请先更新程序")
    if len(parts) < PARTS or len(parts[-1]) < KEYED:
        raise BadReceipt("回执不完整，后面少了一段，请对方重新发一次")
    if len(parts) > PARTS or not re.fullmatch(rf"[0-9A-Z]{{{KEYED}}}", parts[-1]):
        raise BadReceipt("回执改过：末尾不是校验码")
    paper, number, started, minutes, answers = parts[1:-1]
    receipt = Receipt(
        _paper(paper),
        _count(number, "编号", MOST_NUMBERS),
        _time(started),
        _count(minutes, "用时", MOST_MINUTES),
        tuple(_chosen(one, place) for place, one in enumerate(answers.split("."), 1)),
    )
    return receipt, parts[-1]


def is_genuine(text: str, slip_code: str) -> bool:
    """Whether a phone sealed exactly this with this slip's code."""
    try:
        verified(text, slip_code)
    except (BadReceipt, BadSlip):
        return False
    return True


def verified(text: str, slip_code: str) -> Receipt:
    """The receipt, if it is genuine. Raises `BadReceipt`, and `BadSlip` where the code itself is none."""
    receipt, check = parse(text)
    if not hmac.compare_digest(check, _check(clean(text).rpartition("/")[0], slip_code)):
        raise BadReceipt(f"回执和编号{receipt.number}的凭条对不上：改过，或者不是用这张凭条考的")
    return receipt


def find(pasted: str) -> tuple[str, ...]:
    """All that begins like a receipt in a text pasted from a chat, in its order; what is broken is among them."""
    text = unicodedata.normalize("NFKC", pasted).upper()
    begins = [found.start() for found in BEGIN.finditer(text)]
    return tuple(_first(text[at:end]) for at, end in pairwise([*begins, len(text)]))


def clean(text: str) -> str:
    """A single line as phones write it, whatever a chat made of its letters."""
    return UNSEEN.sub("", unicodedata.normalize("NFKC", text)).upper()


def _first(stretch: str) -> str:
    """The receipt at the beginning; as far as its characters go, where it is not whole."""
    for one in (stretch, UNSEEN.sub("", stretch)):
        if found := WHOLE.match(one):
            return found[0]
    found = INSIDE.match(stretch)
    return found[0] if found else stretch


def _check(text: str, slip_code: str) -> str:
    return keyed(plain_code(slip_code).encode(), text)


def _answer(ids: tuple[str, ...]) -> str:
    return "".join(FIXED.get(id_, id_.upper()) for id_ in sorted(ids)) or NONE


def _paper(text: str) -> str:
    try:
        if write_code(parse_code(text)) == text:
            return text
    except BadCode:
        pass
    raise BadReceipt(f"回执改过：没有“{text[:20]}”这样的卷号")


def _count(text: str, name: str, most: int) -> int:
    if re.fullmatch(r"[1-9]\d{0,3}", text) and int(text) <= most:
        return int(text)
    raise BadReceipt(f"回执改过：{name}不会是“{text[:20]}”")


def _time(text: str) -> datetime:
    try:
        started = datetime.strptime(text, TIME)  # noqa: DTZ007 - where the phone is
        if started.strftime(TIME) == text:
            return started
    except ValueError:
        pass
    raise BadReceipt(f"回执改过：没有“{text[:20]}”这样的开始时间")


def _chosen(text: str, place: int) -> tuple[str, ...]:
    if text in MEANT:
        return (MEANT[text],)
    if ANSWER.fullmatch(text) and text == "".join(sorted({*text})):
        return () if text == NONE else tuple(text.lower())
    raise BadReceipt(f"回执改过：第{place}题不会答成“{text[:20]}”")
