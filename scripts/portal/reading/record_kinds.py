"""Which files hold which records, and how the site holds them: the map of `content/`, `quizzes/`, `site_config/`.

A new kind of record is its model, its field of `Site` and a row here. Reading, the checks of names, the schemas
and the rule about the first line of a file go by the rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pydantic import BaseModel

from portal.records.article import FrontMatter, KnowledgeArticle
from portal.records.blueprint import Blueprint
from portal.records.campaign import Campaign
from portal.records.case import Case
from portal.records.closed_case import ClosedCases
from portal.records.correction import Corrections
from portal.records.glossary import Glossary
from portal.records.indicator import Indicators
from portal.records.law import Law
from portal.records.misspelling import Misspellings
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.publicity import Publicity
from portal.records.question import Bank
from portal.records.risk import Risk
from portal.records.search_word import SearchWords
from portal.records.season import Seasons
from portal.records.settings import Settings
from portal.records.site import Entry, Site
from portal.records.spot_check import SpotCheck
from portal.records.spot_check_day import SpotCheckDay
from portal.records.vocabulary import Vocabulary
from portal.source import SourceFile


def as_written(record: Any, file: SourceFile) -> Any:
    """Most records are what the file says and nothing more."""
    return record


@dataclass(frozen=True)
class RecordKind:
    """A kind of file: where it lies (`*` is one folder or file name), what it holds, what staff call it.

    `field` of `Site` holds the records, by path or `sorted_by` one of their fields. Where `items` names a list
    of the file, its items are the records, and take what they do not say of `shared` from their file. `named_by`
    is the field that no two may share; a file that holds one record is called after it. `made` is for records
    to which the file's name and text belong. A file that is `needed` is missed where it is not there.
    """

    name: str
    title: str
    place: str
    model: type[BaseModel]
    field: str
    named_by: str = ""
    items: str = ""
    shared: tuple[str, ...] = ()
    sorted_by: str = ""
    made: Callable[[Any, SourceFile], Any] = as_written
    needed: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.place).replace(r"\*", r"[^/]+"))

    @property
    def single(self) -> bool:
        return "*" not in self.place

    @property
    def alone(self) -> bool:
        """Whether the site holds the one record of the one file: without it there is no site."""
        return self.single and not self.items

    @property
    def is_data(self) -> bool:
        """Whether the file is YAML from its first line on, as against Markdown with front matter."""
        return self.place.endswith(".yaml")

    @property
    def schema_line(self) -> str:
        """The first line of such a file; its path is relative to the file's folder."""
        folders = self.place.split("/")[:-1]
        up = "" if folders == ["site_config"] else "../" * len(folders) + "site_config/"
        return f"# yaml-language-server: $schema={up}schemas/{self.name}.schema.json"

    def entries(self, site: Site) -> tuple[Entry[Any], ...]:
        """The site's records of this kind, one or many."""
        found = getattr(site, self.field)
        return (found,) if self.alone else found


# fmt: off
KINDS = (
    RecordKind("vocabulary", "用词表", "site_config/vocabulary.yaml", Vocabulary, "vocabulary"),
    RecordKind("indicators", "指标", "site_config/indicators.yaml", Indicators, "indicators"),
    RecordKind("campaign", "专项行动", "content/campaign.yaml", Campaign, "campaign"),
    RecordKind("site", "网站设置", "site_config/site.yaml", Settings, "settings"),
    RecordKind("publicity", "公示规则", "site_config/publicity.yaml", Publicity, "publicity"),
    RecordKind("outcome", "月度数据", "content/outcomes/*.yaml", Outcome, "outcomes", "month", sorted_by="month"),
    RecordKind("case", "典型案例", "content/cases/*/*.yaml", Case, "cases", "id", sorted_by="id"),
    RecordKind("closed", "已隐去的案例", "content/closed-cases.yaml", ClosedCases, "closed_cases", "id", items="cases", needed=False),
    RecordKind("law", "法律法规", "content/laws/*.yaml", Law, "laws", "id"),
    RecordKind("risk", "一品一策", "content/risks/*.yaml", Risk, "risks", "id"),
    RecordKind("seasons", "重点时段", "content/seasons.yaml", Seasons, "seasons", "id", items="seasons"),
    RecordKind("practice", "经验做法", "content/practices/*.yaml", Practice, "practices", "id"),
    RecordKind("corrections", "更正与撤回", "content/corrections.yaml", Corrections, "corrections", items="corrections"),
    RecordKind("glossary", "名词解释", "content/glossary.yaml", Glossary, "terms", "id", items="terms"),
    RecordKind("search-words", "检索用词", "content/search-words.yaml", SearchWords, "search_words", items="words", needed=False),
    RecordKind("misspellings", "易错词", "site_config/misspellings.yaml", Misspellings, "misspellings", items="words", needed=False),
    RecordKind("article", "科普文章", "content/knowledge/*/*.md", FrontMatter, "articles", "id", made=KnowledgeArticle.of),
    RecordKind("bank", "题库", "quizzes/bank/*.yaml", Bank, "questions", "id", items="questions", shared=("topic",)),
    RecordKind("blueprint", "组卷方案", "quizzes/papers/*.yaml", Blueprint, "blueprints", "id"),
    RecordKind("spot-check", "抽查考核", "quizzes/spot-checks/*.yaml", SpotCheck, "spot_checks", "month", sorted_by="month"),
)
# fmt: on
# Private and no part of the site: read when a day on site is recorded, from the folder that the settings name.
SPOT_CHECK_DAY = RecordKind(
    "spot-check-day", "抽查考核记录", "spot-checks/*.yaml", SpotCheckDay, "", needed=False
)
BY_NAME = {kind.name: kind for kind in KINDS}
ROOMS = ("content", "quizzes", "site_config")


@lru_cache(maxsize=65_536)
def kind_of(path: str) -> RecordKind | None:
    """The kind of the file at `path` (posix, relative to the project)."""
    return next((kind for kind in KINDS if kind.pattern.fullmatch(path)), None)
