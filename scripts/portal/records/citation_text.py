"""A citation as the value of a record: one citation in each, and what is none is refused with the right way to write it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from portal.records.citation import LONGEST, NUMERAL, parse
from portal.records.scalars import Text
from portal.records.several_citations import several
from portal.records.wording import problem, shown

EXAMPLES = "食品安全法 第四十四条，或 食品安全法 第一百三十五条第二款"
MOST_SHOWN = 6


def _well_formed(text: str) -> str:
    if parse(text) is not None:
        return text
    if len(found := several(text)) > 1:
        lines = "；".join(f"- {one}" for one in found[:MOST_SHOWN]) + ("；……" if found[MOST_SHOWN:] else "")
        count = {2: "两", 3: "三", 4: "四"}.get(len(found), f" {len(found)} ")
        raise problem("CITE-FORM", f"一行里有 {len(found)} 条引用：{shown(text)}", f"拆成{count}行：{lines}")
    meant = parse(found[0] if found else _mended(text))
    right = f"{meant.law} {meant.place}" if meant else EXAMPLES
    raise problem("CITE-FORM", f"看不懂引用“{shown(text)}”", f"写成 {right}")


def _mended(text: str) -> str:
    """With what is most often forgotten or put in between: 第 before the number, punctuation before 第."""
    text = re.sub(rf"(?<![第零〇一二三四五六七八九十百两\d])(?={NUMERAL}条)", "第", text[:LONGEST])
    return re.sub("[》:：，,、]+ *第", "第", text.replace("《", ""))


CitationText = Annotated[Text, AfterValidator(_well_formed)]
