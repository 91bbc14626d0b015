"""In a preview drafts look like drafts wherever they are led to; a published site knows nothing of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import normpath

import pytest
from tests.pages.made import changed, output, small_site, text

from portal.pages import Output

# The last case is one in the small site itself.
DRAFTS = {
    "cases/2024-001/",
    "cases/2024-004/",
    "knowledge/operators/staff-health/",
    "risks/cold-dishes/",
    "practices/cold-chain-card/",
    "outcomes/2024-07/",
}


class Links(HTMLParser):
    """The target and the words of every link."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append((dict(attrs).get("href") or "", ""))
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            href, words = self.found[-1]
            self.found[-1] = (href, words + data)


@pytest.fixture(scope="module")
def preview() -> Output:
    """The small site with one draft of every kind; an article leads to another one that is none."""
    site = small_site()
    unpublished = {"published_on": None}
    labels = next(one.record for one in site.articles if one.record.id == "read-food-labels")
    more = f"{labels.body}\n\n见[健康证明](../operators/staff-health.md)。\n"
    site = replace(
        site,
        cases=changed(site.cases, "2024-001", **unpublished),
        articles=changed(
            changed(site.articles, "staff-health", **unpublished), "read-food-labels", body=more
        ),
        risks=changed(site.risks, "cold-dishes", **unpublished),
        practices=changed(site.practices, "cold-chain-card", **unpublished),
        outcomes=tuple(
            replace(one, record=one.record.model_copy(update=unpublished))
            if str(one.record.month) == "2024-07"
            else one
            for one in site.outcomes
        ),
    )
    return output(site, drafts=True)


def links_to_drafts(made: Output) -> list[tuple[str, str, str]]:
    """(page, target, words) of every link to a draft, but for a page's links to itself."""
    found = []
    for document in made.documents:
        links = Links()
        links.feed(text(made, document.address))
        for href, words in links.found:
            target = normpath(f"{document.address or '.'}/{href.partition('#')[0]}") + "/"
            if target in DRAFTS and target != document.address:
                found.append((document.address, target, words))
    return found


def test_every_link_to_a_draft_says_so(preview: Output) -> None:
    links = links_to_drafts(preview)
    assert {target for _, target, _ in links} == DRAFTS
    assert {page for page, _, _ in links} >= {"cases/", "knowledge/", "risks/", "practices/", "outcomes/"}
    assert [(page, target) for page, target, words in links if "草稿" not in words] == []


def test_what_is_public_bears_no_mark(preview: Output) -> None:
    marked = 0
    for document in preview.documents:
        marked += text(preview, document.address).count('<span class="p-mark">草稿</span>')
    assert marked == len([words for _, _, words in links_to_drafts(preview) if words.startswith("草稿")])


def test_so_does_a_link_in_the_text_of_an_article(preview: Output) -> None:
    page = text(preview, "knowledge/public/read-food-labels/")
    assert "[健康证明（草稿）](../operators/staff-health.md)" in page


def test_the_list_that_the_browser_filters_says_so(preview: Output) -> None:
    titles = {title for title, _ in json.loads(preview.files["cases/index/0.json"]())["cases"]}
    assert len([title for title in titles if title.endswith("（草稿）")]) == 2


def test_a_published_site_has_no_mark() -> None:
    made = output(small_site())
    assert not re.search("草稿", "".join(text(made, one.address) for one in made.documents))
