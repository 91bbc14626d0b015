"""The bureau recommends no food or brand, and has no column of its own for risk warnings."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from portal.publication.dates import Reviewed
from portal.records import Entry, Site
from portal.records.base import Record
from portal.records.season import Season
from portal.rules.engine import Finding, record_rule, site_rule
from portal.rules.public_text import PublicText, public_texts, span_of
from portal.source import Diagnostic, Severity, warning

SPEAKING = ("cases", "articles", "risks", "practices", "seasons", "questions")
RECOMMENDING = re.compile(
    r"推荐(?:购买|选购|品牌|产品|大家买)|(?:首选|放心|优选|指定|金牌|信得过的?)品牌|最好的?(?:牌子|品牌)|值得信赖的(?:牌子|品牌)"
    r"|强烈推荐|[本我]局推荐|首选产品|品牌排行"
)
# Some word of every phrase above; looking for these is cheap.
TELLTALES = ("推荐", "品牌", "牌子", "首选产品")
DENIED = re.compile(r"(?:不得|不要|不能|不会|不应|禁止|严禁|不|勿|未|非)(?:[^，。；：、\s]{0,8})$")
WARNING_TITLE = re.compile(r"(?:食品安全|消费|安全)?风险(?:警示|预警)|(?:消费|安全)(?:警示|预警)")


@record_rule("NEUTRAL-BRAND-01", *SPEAKING, "terms", severity=Severity.WARNING)
def recommends_nothing(entry: Entry[Record], site: Site, today: datetime.date) -> Iterator[Finding]:
    """不推荐任何食品、品牌和商家。

    《食品安全法》第七十三条第二款：食品安全监督管理部门不得以广告或者其他形式向消费者推荐食品；违反的，第一百四十条规定了处分。
    错：推荐购买某某牌大米
    对：买大米看生产日期、执行标准和生产者
    """
    if not any(word in entry.file.original for word in TELLTALES):
        return
    for text in public_texts(entry):
        for match in RECOMMENDING.finditer(text.value):
            if not DENIED.search(text.value[: match.start()]):
                place = span_of(entry, text, match.start(), match.end())
                yield Finding(place, f"“{match[0]}”是在推荐食品或品牌", "只说怎么挑、看什么，不说买哪一家")


@record_rule("NEUTRAL-WARNING-01", *SPEAKING[:-1], severity=Severity.WARNING)
def issues_no_warning(entry: Entry[Reviewed | Season], site: Site, today: datetime.date) -> Iterator[Finding]:
    """标题不用“风险警示”“消费警示”。

    食品安全风险警示信息由国家统一公布，影响限于特定区域的由省级部门公布，未经授权不得发布（《食品安全法》第一百一十八条第一款）；
    本市由统一的信息平台公布（《上海市食品安全条例》2017年文本第八十七条第一款）。区局公布的是日常监督管理和处罚信息、科普提示。
    错：`title: 关于野生蘑菇的风险警示`
    对：`title: 野生蘑菇不要采、不要买、不要吃`
    """
    record = entry.record
    field, title = ("name", record.name) if isinstance(record, Season) else ("title", record.title)
    if match := WARNING_TITLE.search(title):
        place = span_of(entry, PublicText((field,), title), match.start(), match.end())
        hint = "改成提示、科普的标题；需要警示的报上级部门统一发布"
        yield Finding(place, f"标题里有“{match[0]}”，区局没有发布风险警示的权限", hint)


@site_rule("NEUTRAL-COLUMN-01")
def has_no_warning_column(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """不设“风险警示”“消费警示”栏目。

    理由同 NEUTRAL-WARNING-01（《食品安全法》第一百一十八条第一款、《上海市食品安全条例》2017年文本第八十七条第一款）。
    错：knowledge_sections 里有 `name: 风险警示`
    对：`name: 给消费者`
    程度：提醒
    """
    vocabulary = site.vocabulary
    for index, term in enumerate(vocabulary.record.knowledge_sections):
        if WARNING_TITLE.search(term.name):
            place = vocabulary.at("knowledge_sections", index, "name")
            message = f"栏目“{term.name}”：区局没有发布风险警示的权限"
            yield warning(vocabulary.path, place, "NEUTRAL-COLUMN-01", message, "改成科普栏目的名称")
