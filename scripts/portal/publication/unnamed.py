"""What may be handed out of a case that names its party: its title and its texts without the party.

A copy of a file or a feed outlives the period of publicity, so who it is stays on the page (公示规定 Art. 13–15). Takes
the case and a text, gives the text without the name, or nothing where it would still tell.
"""

from __future__ import annotations

import re

from portal.publication.withheld import EVERYBODYS, plain
from portal.records.case import Case

# Where a registered name begins: 上海市金山区石化街道王记烧烤店.
PLACE = re.compile(r".*(?:省|市|区|县|镇|乡|街道|村)")
TELLING = 2  # characters with which its own part begins, by which people call it: 王记
AT_EDGE = "，。、：；的 "


def is_named(case: Case) -> bool:
    return case.party.form == "named"


def unnamed_title(case: Case) -> str:
    """`经营超过保质期的食品案`; what was decided where that would still tell, and else only the kind of business."""
    if not is_named(case):
        return case.title
    said = without_party(case, case.title, "").strip(AT_EDGE)
    return (
        said or without_party(case, f"{case.business_type}：{case.decision.violation}") or case.business_type
    )


def without_party(case: Case, text: str, instead: str = "当事人") -> str:
    """The text with `instead` in the place of the name; empty where it tells who it is even so."""
    if not is_named(case):
        return text
    bare = text.replace(case.party.name, instead)
    return "" if any(part in plain(bare) for part in _telling(case)) else bare


def _telling(case: Case) -> list[str]:
    """What may not be left: the part of the name that is its own, and the numbers that lead to it."""
    name = plain(case.party.name)
    own = EVERYBODYS.sub("", name)
    short = PLACE.sub("", own)
    core = next((one for one in (short, own) if len(one) >= TELLING), "")
    numbers = (case.party.credit_code, case.decision.document_number)
    return [core[:TELLING] or name, *(plain(one) for one in numbers if one)]
