"""Words of the bureau's vocabulary as values of records: a word that is not in its list is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from portal.records.scalars import parse_text
from portal.records.vocabulary import Term, Words
from portal.records.wording import nearest, problem, shown


@dataclass(frozen=True)
class OneOf:
    """A word of the vocabulary group `group`; the vocabulary comes with the validation context.

    A group that could not be read is not checked: its own file already has the diagnostic. `also` are words that the
    program itself puts in their place.
    """

    group: str
    what: str
    also: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        listed = {"type": "string", "x-vocabulary": self.group}
        return {"anyOf": [listed, {"enum": list(self.also)}]} if self.also else listed

    def _validate(self, value: object, info: core_schema.ValidationInfo) -> str:
        word = parse_text(value)
        words = info.context.get("words") if info.context else None
        if not isinstance(words, Words):
            return word
        terms = words.group(self.group)
        if terms is None or word in terms or word in self.also:
            return word
        meant = words.canonical(self.group, word)
        if meant:
            hint = f"写成 {meant}（“{shown(word)}”是它的别名，只在导入表格时认）"
            raise problem("WORD-UNKNOWN", f"“{shown(word)}”不是已有的{self.what}", hint)
        raise problem(
            "WORD-UNKNOWN", f"“{shown(word)}”不是已有的{self.what}", lambda: _suggestion(word, terms)
        )


def _suggestion(word: str, terms: Mapping[str, Term]) -> str:
    parts = [part.strip() for part in re.split("[，、,;；]", word)]
    if len(parts) > 1 and all(part in terms for part in parts):
        return "这是几个词：列表里一项只写一个词，只能填一个的留下一个"
    meant = nearest(word, terms)
    listed = "、".join(list(terms)[:12]) + ("……" if len(terms) > 12 else "")
    return f"是不是“{meant}”？可用的词：{listed}" if meant else f"可用的词：{listed}"


BusinessType = Annotated[str, OneOf("business_types", "业态")]
Product = Annotated[str, OneOf("products", "品种")]
Post = Annotated[str, OneOf("posts", "岗位")]
Topic = Annotated[str, OneOf("topics", "题库主题")]
FocusName = Annotated[str, OneOf("focuses", "工作重点")]
UnitName = Annotated[str, OneOf("units", "报送单位")]
IndicatorId = Annotated[str, OneOf("indicators", "指标编号")]
Procedure = Annotated[str, OneOf("procedures", "处罚程序")]
Penalty = Annotated[str, OneOf("penalties", "处罚种类")]
PartyKind = Annotated[str, OneOf("party_kinds", "当事人类型")]
LawKind = Annotated[str, OneOf("law_kinds", "法规类别")]
SeasonKind = Annotated[str, OneOf("season_kinds", "时段类别")]
CorrectionKind = Annotated[str, OneOf("correction_kinds", "更正类别")]
