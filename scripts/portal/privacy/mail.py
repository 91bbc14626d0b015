"""Addresses of electronic mail, also where the sign is written 全角, [at] or #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.privacy.found import Found, Kind

# The sign itself, in brackets or not, with blanks, a break or marks of bold around it.
SIGN = re.compile(r"@|#(?:at#|AT#)?|艾特|at(?![0-9a-z])|AT(?![0-9A-Z])|At(?![0-9a-z])")
RIGHT = re.compile(r"[\])}>】]?[ *_]{0,3}\n? {0,12}")
DOT = r"(?: ?[.。] ?| ?[\[({【]? ?(?:dot|DOT|点) ?[\])}】]? ?)"
DOMAIN = re.compile(
    rf"(?P<first>[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff-]{{0,40}})(?P<rest>(?:{DOT}[0-9A-Za-z-]{{1,40}}){{0,5}}{DOT}(?P<top>[A-Za-z]{{2,12}}|中国|公司|网络))"
)
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
        start = _left_of(text, sign.start())
        right = RIGHT.match(text, sign.end())
        domain = DOMAIN.match(text, right.end() if right else sign.end())
        local = LOCAL.search(text[max(0, start - 64) : start]) if domain else None
        if domain and local and _is_mail(text[start : domain.start()], local[0], domain):
            yield Found(Kind.EMAIL, start - len(local[0].lstrip("*.")), domain.end(), LEFT_OUT, certain=True)


def _left_of(text: str, start: int) -> int:
    """Where the part before the sign ends."""
    first = max(0, start - 12)
    return first + len(text[first:start].rstrip(" \n*_[({<【"))


def _is_mail(sign: str, local: str, domain: re.Match[str]) -> bool:
    name = local.strip("*._")
    masked = sign.count("*") % 4 or "***" in local or local.strip("*").count("**") % 2
    if masked or not name or name in PROGRAMS or domain["top"].lower() in ENDINGS_OF_FILES.split():
        return False
    if sign.strip(" \n*_") in ("#", "at", "At", "AT"):
        apart = sign.startswith("#") or (sign[0].isspace() and sign[-1].isspace())
        return apart and domain["first"].lower() in HOSTS.split()
    return True
