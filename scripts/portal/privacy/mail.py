"""Addresses of electronic mail, also where the sign is written 全角, [at] or #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind

# The sign itself, in brackets or not, with blanks, a break or marks of bold around it.
SIGN = re.compile(r"@|#(?:at#|AT#)?|艾特|at(?![0-9a-z])|AT(?![0-9A-Z])|At(?![0-9a-z])")
RIGHT = re.compile(r"[\])}>】]?[ *_]{0,3}\n? {0,12}")
JOINT = r"(?:\n {0,8}|\*\*)?"
DOT = rf"(?:{JOINT} ?[.。] ?{JOINT}| ?[\[({{【]? ?(?:dot|DOT|点) ?[\])}}】]? ?)"
LABEL = rf"[0-9A-Za-z](?:{JOINT}[0-9A-Za-z-]){{0,40}}"
DOMAIN = re.compile(
    rf"(?P<first>{LABEL}|[0-9A-Za-z\u4e00-\u9fff-]{{1,40}})(?:{DOT}{LABEL}){{0,5}}{DOT}(?P<top>[A-Za-z](?:(?:\*\*)?[A-Za-z]){{1,11}}|中国|公司|网络)"
)
SPACED_LEFT = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Za-z._-] ){2,40}\Z")
SPACED_RIGHT = re.compile(r"(?: [0-9A-Za-z-]){1,30} \.(?: [0-9A-Za-z.-]){2,12}(?![0-9A-Za-z])")
LOCAL = re.compile(r"[0-9A-Za-z._%+*\-]{1,64}\Z")
HOSTS = (
    "qq 163 126 139 189 sina sohu gmail outlook hotmail foxmail aliyun yeah icloud tom 21cn yahoo wo vip live"
)
ENDINGS_OF_FILES = "png jpg jpeg svg webp gif pdf css js mjs html htm json yaml yml md py txt csv xlsx"
# Names of programs, not of people: git@host, and packages such as name@latest.
PROGRAMS = frozenset({"git", "noreply"})
LEFT_OUT = "（电子邮箱略）"


def addresses_of_mail(text: str) -> Iterator[Found]:
    """All addresses of mail in `text`, which is folded."""
    for sign in SIGN.finditer(text):
        yield from _spaced(text, sign)
        start = _left_of(text, sign.start())
        right = RIGHT.match(text, sign.end())
        domain = DOMAIN.match(text, right.end() if right else sign.end())
        local = LOCAL.search(text[max(0, start - 64) : start]) if domain else None
        if domain and local and _is_mail(text[start : domain.start()], local[0], domain):
            yield Found(Kind.EMAIL, start - len(local[0].lstrip("*.")), domain.end(), LEFT_OUT, certain=True)


def _spaced(text: str, sign: re.Match[str]) -> Iterator[Found]:
    """An address of which every character stands alone."""
    left = SPACED_LEFT.search(text[max(0, sign.start() - 80) : sign.start()])
    right = SPACED_RIGHT.match(text, sign.end()) if left else None
    if left and right:
        yield Found(Kind.EMAIL, sign.start() - len(left[0]), right.end(), LEFT_OUT, certain=True)


def _left_of(text: str, start: int) -> int:
    """Where the part before the sign ends."""
    first = max(0, start - 12)
    return first + len(text[first:start].rstrip(" \n*_[({<【"))


def _is_mail(sign: str, local: str, domain: re.Match[str]) -> bool:
    name = local.strip("*._")
    whole = local.lstrip("*") + sign + domain[0]
    # Bold opens and closes with two stars each; any other number of them is a mask.
    masked = "***" in whole or whole.count("*") % 4
    if (
        masked
        or not name
        or name in PROGRAMS
        or domain["top"].lower().replace("*", "") in ENDINGS_OF_FILES.split()
    ):
        return False
    if sign.strip(" \n*_") in ("#", "at", "At", "AT"):
        apart = sign.startswith("#") or (sign[0].isspace() and sign[-1].isspace())
        return apart and domain["first"].lower() in HOSTS.split()
    return True
