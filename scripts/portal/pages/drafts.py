"""Drafts look like drafts wherever a preview leads to them: every link to one bears the mark 草稿.

Takes the HTML of a page and the addresses of drafts. Marking the finished page, and not the templates one by one,
means that no list can be forgotten. A published site has no drafts, and its pages pass untouched.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set

from portal.publication.public_site import PublicSite
from portal.records import addresses
from portal.records.article import KnowledgeArticle

MARK = '<span class="p-mark">草稿</span> '
LINK = re.compile(r"<a\b[^>]*?\bhref=\"(?P<url>[^\"#?]+)[^\"]*\"[^>]*>", re.IGNORECASE)
WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)
IN_WORDS = "（草稿）"


def drafts_of(public: PublicSite) -> frozenset[str]:
    """The addresses of all records that are in this site for a preview only."""
    if not public.drafts:
        return frozenset()
    found = [addresses.case(one.record.id) for one in public.cases if public.is_draft(one)]
    found += [
        addresses.case(one.entry.record.id) for one in public.closed_cases if public.is_draft(one.entry)
    ]
    found += [addresses.article(one.record) for one in public.articles if public.is_draft(one)]
    found += [addresses.risk(one.record.id) for one in public.risks if public.is_draft(one)]
    found += [addresses.practice(one.record.id) for one in public.practices if public.is_draft(one)]
    found += [addresses.month(one.record.month) for one in public.outcomes if public.is_draft(one)]
    found += [addresses.spot_check(one.record.month) for one in public.spot_checks if public.is_draft(one)]
    return frozenset(found)


def marked(html: str, address: str, drafts: Set[str]) -> str:
    """The HTML of the page at `address` with the mark inside every link to one of `drafts`; its own page has a notice."""
    if not drafts:
        return html

    def with_mark(link: re.Match[str]) -> str:
        target = _resolved(link["url"], address)
        return link[0] + MARK if target != address and target in drafts else link[0]

    return LINK.sub(with_mark, html)


def marked_text(article: KnowledgeArticle, drafts: Set[str]) -> KnowledgeArticle:
    """The article with the mark, in words, in the links of its text to articles that are drafts."""
    body, done = "", 0
    for link in article.links():
        if f"{addresses.KNOWLEDGE}{link.section}/{link.id}/" in drafts:
            end = link.start + len(f"[{link.text}")
            body, done = body + article.body[done:end] + IN_WORDS, end
    return article.model_copy(update={"body": body + article.body[done:]}) if done else article


def _resolved(url: str, address: str) -> str:
    """The address of this site that a relative one leads to; nothing for another site's."""
    if WITH_SCHEME.match(url) or url.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(address or ".", url)).removeprefix("./") + "/"
