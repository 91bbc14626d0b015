"""The bureau's own words (`site_config/vocabulary.yaml`) and lookups over them.

`Vocabulary` is the file as a record; `Words` is what the other records are checked against: the
vocabulary plus the focuses and units of the campaign and the ids of the indicators.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from portal.records.allowed import Allowed, answered
from portal.records.base import Record, described

# The words that rules of law hang on; renaming one in the file would blind a rule, so a rule asks for them.
PERSON = "自然人"
SUMMARY_PROCEDURE = "简易程序"
WARNING = "警告"
CRITICISM = "通报批评"
FINE = "罚款"
CONFISCATED_INCOME = "没收违法所得"
CONFISCATED_GOODS = "没收非法财物"
EMPLOYMENT = "限制从业"
LICENCE = "吊销许可证件"
RESTRICTIONS = ("限制开展生产经营活动", "责令停产停业", EMPLOYMENT)
SEVERE = ("降低资质等级", LICENCE, "吊销营业执照", "责令关闭")
LEGAL_WORDS = {
    "procedures": (SUMMARY_PROCEDURE,),
    "penalties": (
        *(WARNING, CRITICISM, FINE, CONFISCATED_INCOME, CONFISCATED_GOODS),
        *(*RESTRICTIONS, *SEVERE),
    ),
    "party_kinds": (PERSON,),
}


class Term(Record):
    """A word that staff write (`name`) and its part of an address (`id`)."""

    id: str = described(
        "编号", "用在网址里的小写英文编号，如 cold-dishes", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"
    )
    name: str = described("名称", "填写时用的中文词", min_length=1)
    aliases: tuple[str, ...] = described("别名", "表格里可能出现的其他叫法", ())
    note: str = described("说明", "这个词指什么", "")


class Vocabulary(Record):
    """`site_config/vocabulary.yaml`: every closed list of words, in the order it is shown."""

    business_types: tuple[Term, ...] = described("业态")
    products: tuple[Term, ...] = described("品种")
    posts: tuple[Term, ...] = described("岗位")
    topics: tuple[Term, ...] = described("题库主题")
    procedures: tuple[Term, ...] = described("处罚程序")
    penalties: tuple[Term, ...] = described("处罚种类")
    party_kinds: tuple[Term, ...] = described("当事人类型")
    law_kinds: tuple[Term, ...] = described("法规类别")
    season_kinds: tuple[Term, ...] = described("时段类别")
    correction_kinds: tuple[Term, ...] = described("更正类别")
    knowledge_sections: tuple[Term, ...] = described("普法科普栏目")
    allowed: tuple[Allowed, ...] = answered()

    @classmethod
    def groups(cls) -> list[str]:
        """The names of the lists."""
        return [name for name in cls.model_fields if name != "allowed"]


@dataclass(frozen=True)
class Words:
    """Closed word lists by group: group → word → term. A missing group means "cannot be checked"."""

    groups: Mapping[str, Mapping[str, Term]] = field(default_factory=dict)

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[Term]]) -> Words:
        return cls({name: {term.name: term for term in terms} for name, terms in groups.items()})

    def group(self, name: str) -> Mapping[str, Term] | None:
        return self.groups.get(name)

    def slug(self, group: str, word: str) -> str:
        """The address part of a word; raises `KeyError` for a word that is not in the group."""
        return self.groups[group][word].id

    def canonical(self, group: str, word: str) -> str | None:
        """The word itself or the word it is an alias of; `None` when neither is known."""
        terms = self.groups.get(group, {})
        if word in terms:
            return word
        return next((term.name for term in terms.values() if word in term.aliases), None)
