"""Which files hold which records: the map of `content/`, `quizzes/` and `site_config/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel

from portal.records.article import FrontMatter
from portal.records.blueprint import Blueprint
from portal.records.campaign import Campaign
from portal.records.case import Case
from portal.records.correction import Corrections
from portal.records.glossary import Glossary
from portal.records.indicator import Indicators
from portal.records.law import Law
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.question import Bank
from portal.records.risk import Risk
from portal.records.season import Seasons
from portal.records.settings import Publicity, Settings
from portal.records.vocabulary import Vocabulary


@dataclass(frozen=True)
class RecordKind:
    """A kind of file: where it lies (`*` is one folder or file name), what it holds, what staff call it."""

    name: str
    title: str
    place: str
    model: type[BaseModel]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.place).replace(r"\*", r"[^/]+"))

    @property
    def single(self) -> bool:
        return "*" not in self.place


# Vocabulary, indicators and campaign come first: their words are what the others are checked against.
KINDS = (
    RecordKind("vocabulary", "用词表", "site_config/vocabulary.yaml", Vocabulary),
    RecordKind("indicators", "指标", "site_config/indicators.yaml", Indicators),
    RecordKind("campaign", "专项行动", "content/campaign.yaml", Campaign),
    RecordKind("site", "网站设置", "site_config/site.yaml", Settings),
    RecordKind("publicity", "公示规则", "site_config/publicity.yaml", Publicity),
    RecordKind("outcome", "月度数据", "content/outcomes/*.yaml", Outcome),
    RecordKind("case", "典型案例", "content/cases/*/*.yaml", Case),
    RecordKind("law", "法律法规", "content/laws/*.yaml", Law),
    RecordKind("risk", "一品一策", "content/risks/*.yaml", Risk),
    RecordKind("seasons", "重点时段", "content/seasons.yaml", Seasons),
    RecordKind("practice", "经验做法", "content/practices/*.yaml", Practice),
    RecordKind("corrections", "更正与撤回", "content/corrections.yaml", Corrections),
    RecordKind("glossary", "名词解释", "content/glossary.yaml", Glossary),
    RecordKind("article", "科普文章", "content/knowledge/*/*.md", FrontMatter),
    RecordKind("bank", "题库", "quizzes/bank/*.yaml", Bank),
    RecordKind("blueprint", "组卷方案", "quizzes/papers/*.yaml", Blueprint),
)
BY_NAME = {kind.name: kind for kind in KINDS}
ROOMS = ("content", "quizzes", "site_config")


@lru_cache(maxsize=65_536)
def kind_of(path: str) -> RecordKind | None:
    """The kind of the file at `path` (posix, relative to the project)."""
    return next((kind for kind in KINDS if kind.pattern.fullmatch(path)), None)
