"""Where an address leads, as a browser reads it: the one list of schemes that anything on the site may have.

Takes the text of a link as it stands in Markdown, in YAML or in HTML, gives the scheme that is not on the list. What
browsers skip or decode is taken away first, and more than they do, so that no spelling is left to try.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

ALLOWED = frozenset({"http", "https", "mailto", "tel"})
SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
ANOTHER_HOST = "//"
# A text that is a link and nothing else: words of a sentence may well have a colon.
AS_LINK = re.compile(
    r"(?:javascript|vbscript|livescript|data|file|blob|filesystem|about|view-source):|(?:[a-z][a-z0-9+.\-]*:)?//"
)
# Layers of escapes that are taken off; nobody writes more for a reason.
LAYERS = 4
LONGEST_SCHEME = 200
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp")


@lru_cache(maxsize=65_536)
def foreign_scheme(target: str) -> str | None:
    """The scheme of `target` that is not allowed; `//` where it leads to another host without saying how."""
    plain = _plain(target)
    if plain.startswith(ANOTHER_HOST):
        return ANOTHER_HOST
    scheme = SCHEME.match(plain)
    return scheme[1] if scheme and scheme[1] not in ALLOWED else None


def is_link(text: str) -> bool:
    """Whether a text of a record would be taken for an address by whoever reads it."""
    # Nearly all texts begin with a Chinese character.
    return text[:1].isascii() and AS_LINK.match(_plain(text)) is not None


def _plain(target: str) -> str:
    """The beginning in small letters, without escapes and without what cannot be seen; `\\` is a slash to browsers."""
    text = target[: LONGEST_SCHEME * 8]
    for _ in range(LAYERS):
        decoded = unquote(unescape(text))
        if decoded == text:
            break
        text = decoded
    seen = (char for char in text if unicodedata.category(char) not in UNSEEN)
    return "".join(seen)[:LONGEST_SCHEME].replace("\\", "/").lower()
