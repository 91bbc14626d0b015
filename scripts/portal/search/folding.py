"""How text and queries are made alike before they are compared.

The same rules are in `search-folding.js`; `tests/search/folding.json` holds both to the same examples.
"""

from __future__ import annotations

import re
import unicodedata

from portal.source.unseen import INSIDE_WORDS

# Blanks, controls, invisible characters, quotation marks, brackets and 书名号 are left out: 《食品安全法》第四十五条 is found
# by 食品安全法第四十五条, GB 31654 by GB31654, 〔2024〕34号 by [2024]34号 and by 202434号.
LEFT_OUT = re.compile(
    f"[\\s\0-\x1f\x7f-\x9f{INSIDE_WORDS}《》〈〉「」『』“”‘’\"'«»〔〕【】〖〗\\[\\](){{}}]+"
)
DASHES = re.compile("[‐‑‒–—―−]")
# All but the tags beyond U+E0000, which are left out.
RARE = re.compile("[\ue000-\uf8ff\U00010000-\U000dffff\U000e1000-\U0010ffff]")
# Where the two halves of a rare character stand in the private use area.
HIGH, LOW, LOW_BITS = 0xE000, 0xE800, 10


def folded(text: str) -> str:
    """Width, case and dashes made alike; what is left out of comparison taken away."""
    return LEFT_OUT.sub("", alike(text))


def alike(text: str) -> str:
    """Width, case and dashes made alike, with all blanks."""
    text = DASHES.sub("-", unicodedata.normalize("NFKC", text)).lower()
    return text if text.isascii() else RARE.sub(_in_two_units, text)


def _in_two_units(rare: re.Match[str]) -> str:
    """A character beyond 16 bits, or a private one, as two private ones: each has 16 bits here and in the browser.

    Like surrogates, but for halves that can be written alone: a gram may end between them.
    """
    code = ord(rare[0])
    return chr(HIGH + (code >> LOW_BITS)) + chr(LOW + (code & (1 << LOW_BITS) - 1))
