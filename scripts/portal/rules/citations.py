"""Citations point to a law, an article and a paragraph that exist and have not changed since they were checked."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator

from portal.publication.staleness import CITING, Citing, Verified, amended_since, cited, cited_law, outdated
from portal.records import Entry, Site
from portal.records.wording import LONGEST_WORD
from portal.rules.engine import Finding, record_rule
from portal.rules.named_laws import one_apart
from portal.source import Severity

# Of two names, by difflib; what is less alike may well be another law.
ALIKE = 0.81


@record_rule("CITE-LAW-01", *CITING)
def law_is_known(entry: Entry[Citing], site: Site, today: datetime.date) -> Iterator[Finding]:
    """引用的法规必须在 content/laws 里。

    读者点开引用要能看到这部法规是什么、现行版本是哪一版；名称写错的引用无从查起。
    错：`食品安全发 第四十四条`
    对：`食品安全法 第四十四条`
    """
    for path, citation in cited(entry.record):
        if citation.law in site.law_by_name or _law_is_unread(site):
            continue
        if laws := _several_laws(citation.law, site):
            lines = "；".join([*(f"- {law} 第……条" for law in laws[:-1]), f"- {laws[-1]} {citation.place}"])
            hint = f"拆成 {len(laws)} 行，每行一部法规、一条：{lines}"
            yield Finding(entry.at(*path), "一行里有几部法规", hint)
            continue
        meant = _meant(citation.law, site)
        hint = f"是不是“{meant}”？" if meant else "先在 content/laws 里加上这部法规"
        yield Finding(entry.at(*path), f"没有名为“{citation.law}”的法规", hint)


@record_rule("CITE-ARTICLE-01", *CITING)
def article_exists(entry: Entry[Citing], site: Site, today: datetime.date) -> Iterator[Finding]:
    """引用的条、款不能超出这部法规。

    错：`食品安全法 第一百六十条`（只有一百五十四条）
    对：`食品安全法 第一百五十条`
    """
    for path, citation, law in cited_law(entry.record, site.law_by_name):
        article = law.article(citation.article, citation.inserted)
        if not 1 <= citation.article <= law.last_article:
            message = f"《{law.short_title}》只有 {law.last_article} 条，没有{citation.place}"
            yield Finding(entry.at(*path), message, "对照法规原文改正条号")
        elif article and article.paragraphs and citation.paragraph > article.paragraphs:
            message = f"《{law.short_title}》第 {citation.article} 条只有 {article.paragraphs} 款"
            yield Finding(entry.at(*path), message, "对照法规原文改正款号")


@record_rule("CITE-PARAPHRASE-01", *CITING, severity=Severity.WARNING)
def article_is_explained(entry: Entry[Citing], site: Site, today: datetime.date) -> Iterator[Finding]:
    """引用到的每一条都要在法规文件里有一句话说明。

    读者看到的不只是条号，还要看到这一条说了什么。
    错：引用了第三十条，而法规文件的 articles 里没有 number: 30
    对：在法规文件里补上这一条和 paraphrase
    """
    for path, citation, law in cited_law(entry.record, site.law_by_name):
        if citation.article <= law.last_article and not law.article(citation.article, citation.inserted):
            hint = f"在 content/laws/{law.id}.yaml 的 articles 里加上 number: {citation.article}"
            yield Finding(entry.at(*path), f"《{law.short_title}》{citation.place}还没有一句话说明", hint)


@record_rule("CITE-AMENDED-01", "articles", "risks", "questions", severity=Severity.WARNING)
def unchanged_since_verified(entry: Entry[Verified], site: Site, today: datetime.date) -> Iterator[Finding]:
    """核对日期之后修改过的条文要重新核对。

    错：verified_on: 2025-06-01，而所引第四十一条在 2025-12-01 起施行的版本里改过
    对：重新核对内容后，把 verified_on 改成核对的日期
    """
    for path, citation, law in cited_law(entry.record, site.law_by_name):
        if changed := amended_since(entry.record, citation, law, today):
            message = f"《{law.short_title}》{citation.place}在{changed}中改过，晚于核对日期 {entry.record.verified_on}"
            yield Finding(entry.at(*path), message, "对照新条文核对内容，然后更新 verified_on")


@record_rule("CITE-OUTDATED-01", "articles", "risks", "questions", severity=Severity.WARNING)
def text_is_in_force(entry: Entry[Verified], site: Site, today: datetime.date) -> Iterator[Finding]:
    """现行内容不能依据已经废止或被新文本取代的条文。

    案例依据决定时有效的文本，不在此列；文章、风险卡和题目说的是现在的要求。
    错：文章引用了 repealed 的办法，或引用了 text_version 已不是最新版本的条例
    对：对照新文本改写内容和引用；没有可靠的新文本时，删去这条引用和依据它的说法
    """
    for path, citation, law in cited_law(entry.record, site.law_by_name):
        if successor := outdated(law, today):
            message = f"《{law.short_title}》{citation.place}依据的文本已被{successor}取代"
            yield Finding(entry.at(*path), message, "对照新文本改写内容和引用，或删去这条引用")


def _meant(name: str, site: Site) -> str | None:
    """The law whose name this is with a slip of the pen: 产品质量法 is another law than 农产品质量安全法."""
    known = list(site.law_by_name)
    slip = next((one for one in known if one_apart(name, one)), None)
    return slip or next(iter(difflib.get_close_matches(name[:LONGEST_WORD], known, n=1, cutoff=ALIKE)), None)


def _several_laws(name: str, site: Site) -> list[str]:
    """The laws that are named one after the other where one name should stand."""
    names = [part.strip(" 《》") for part in re.split(r"[、，,；;]|\s+|[和及与]", name)]
    return names if len(names) > 1 and all(one in site.law_by_name for one in names) else []


def _law_is_unread(site: Site) -> bool:
    """With a broken law file nobody can say which names are unknown."""
    return bool(site.unreadable.get("law"))
