"""What machines read in the head of a page: names of government sites, cards for chats, feeds, schema.org."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html import unescape
from typing import Any

from tests.pages.made import output, small_site

from portal.pages import Output
from portal.pages.machines.head import head

META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
ALTERNATE = re.compile(r'<link rel="alternate" type="([^"]+)" title="[^"]*" href="([^"]+)">')
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SITE_NAMES = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN_NAMES = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE_NAMES = {"ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"}


@cache
def made() -> Output:
    site = small_site()
    known = {"site_domain": "portal.example", "site_id_code": "3101160001"}
    settings = site.settings.record.model_copy(update=known)
    return output(replace(site, settings=replace(site.settings, record=settings)))


def metas(html: str) -> dict[str, str]:
    return {name: unescape(text) for name, text in META.findall(html)}


def of(address: str, out: Output | None = None) -> str:
    out = out or made()
    return head(out.by_address[address], out)


def things(html: str) -> list[dict[str, Any]]:
    (block,) = JSON_LD.findall(html)
    whole = json.loads(block)
    assert whole["@context"] == "https://schema.org"
    return list(whole["@graph"])


def the(html: str, kind: str) -> dict[str, Any]:
    (found,) = [thing for thing in things(html) if thing["@type"] == kind]
    return found


def test_every_page_names_the_site() -> None:
    for document in made().documents:
        assert metas(head(document, made())).keys() >= SITE_NAMES, document.address


def test_codes_that_are_not_known_are_left_out() -> None:
    unknown = metas(of("cases/", output(small_site())))
    assert "SiteIDCode" not in unknown


def test_columns_and_articles_have_their_names() -> None:
    column = metas(of("laws/"))
    assert column.keys() >= COLUMN_NAMES
    assert not column.keys() & ARTICLE_NAMES
    assert (column["ColumnName"], column["ColumnType"]) == ("法律法规", "普法科普")
    case = next(one for one in made().documents if one.kind.name == "case")
    article = metas(head(case, made()))
    assert article.keys() >= ARTICLE_NAMES
    assert not article.keys() & COLUMN_NAMES
    assert article["PubDate"] == f"{case.published_on} 00:00"
    assert article["Url"] == made().site_url + case.address


def test_a_page_without_an_author_of_its_own_is_the_bureaus() -> None:
    law = metas(of("laws/food-safety-law/"))
    assert law["Author"] == made().footer["bureau"]
    assert "PubDate" not in law, "a law was not published by this site"


def test_pages_of_questions_say_when_the_last_one_was_checked() -> None:
    topic = next(one for one in made().documents if one.kind.name == "quiz-topic")
    last = max(entry.record.verified_on for entry in small_site().questions if entry.path in topic.sources)
    assert metas(head(topic, made()))["PubDate"] == f"{last} 00:00"


def test_a_keyword_is_said_once() -> None:
    """集体用餐配送 is a kind of business and a focus of the campaign."""
    for document in made().documents:
        assert len(set(document.keywords)) == len(document.keywords), document.address


def test_the_card_of_a_chat() -> None:
    case = next(one for one in made().documents if one.kind.name == "case")
    pictured = replace(case, image="cards/case.png")
    card = metas(head(pictured, made()))
    assert card["og:title"] == case.title
    assert card["og:type"] == "article"
    assert card["og:image"] == card["Image"] == f"{made().site_url}cards/case.png"
    assert card["twitter:card"] == "summary_large_image"
    assert "og:image" not in metas(head(replace(case, image=""), made()))


def test_feeds_are_announced_where_they_belong() -> None:
    case = next(one for one in made().documents if one.kind.name == "case")
    assert [href for _, href in ALTERNATE.findall(head(case, made()))] == ["../../feeds/cases.atom.xml"]
    listed = dict(ALTERNATE.findall(of("cases/")))
    assert set(listed) == {"application/atom+xml", "application/rss+xml", "application/feed+json"}
    assert len(ALTERNATE.findall(of(""))) == 6
    assert ALTERNATE.findall(of("corrections/"))
    for document in made().documents:
        for _, href in ALTERNATE.findall(head(document, made())):
            assert href.removeprefix(document.root) in made().files


def test_search_engines_are_told_only_what_is_so() -> None:
    home = things(of(""))
    assert {thing["@type"] for thing in home} == {"WebSite", "GovernmentOrganization"}
    case = next(one for one in made().documents if one.kind.name == "case")
    article = the(head(case, made()), "Article")
    assert (article["headline"], article["datePublished"]) == (case.title, str(case.published_on))
    steps = the(head(case, made()), "BreadcrumbList")["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[-1]["item"] == made().site_url + case.address
    sets = [thing for thing in things(of("data/")) if thing["@type"] == "Dataset"]
    assert "data/outcomes_monthly.csv" in json.dumps(sets)
    month = the(of("outcomes/2024-05/"), "Dataset")
    assert month["temporalCoverage"] == "2024-05"
    everything = "".join(head(document, made()) for document in made().documents)
    assert "FAQPage" not in everything


def test_a_closed_case_is_no_article() -> None:
    closed = next(one for one in made().documents if one.kind.name == "case-closed")
    html = head(closed, made())
    assert "Article" not in {thing["@type"] for thing in things(html)}
    assert metas(html)["robots"] == "noindex"


def test_a_title_cannot_end_the_script() -> None:
    case = next(one for one in made().documents if one.kind.name == "case")
    nasty = '</script><script>alert("x")</script><!--&'
    html = head(replace(case, title=nasty), made())
    assert "alert(" not in re.sub(r'content="[^"]*"|<title>.*?</title>', "", JSON_LD.sub("", html))
    assert the(html, "Article")["headline"] == nasty


def test_only_pages_that_may_be_found_are_silent_about_robots() -> None:
    assert metas(of(""))["robots"] == "noindex", "demonstration data are not for search engines"
    real = replace(made(), demo=False)
    assert "robots" not in metas(of("", real))


def test_no_two_pages_stand_under_one_title() -> None:
    """重点时段 is a focus and a list of periods; in a row of tabs, and read out, they have to be told apart."""
    out = made()
    titles = Counter(re.findall(r"<title>(.*?)</title>", of(one.address))[0] for one in out.documents)
    assert {title: count for title, count in titles.items() if count > 1} == {}
    assert "重点时段 - 工作重点 - " in of("campaign/periods/")
    assert "错题本" in of("quiz/mine/")
