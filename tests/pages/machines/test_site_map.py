"""网站地图: every page that is no single case can be reached from it; robots.txt leads crawlers to sitemap.xml."""

from __future__ import annotations

import re

from tests.pages.made import output, small_site, text

LINK = re.compile(r'href="\.\./([^"#]*)"')


def test_every_page_but_the_cases_is_listed_once() -> None:
    out = output(small_site())
    body = text(out, "sitemap/").partition('class="p-map"')[2]
    listed = LINK.findall(body)
    assert len(listed) == len(set(listed))
    wanted = {
        one.address
        for one in out.documents
        if one.indexed and one.kind.name != "case" and one.address and "/page/" not in one.address
    }
    assert wanted <= set(listed) | {""}
    assert not {one.address for one in out.documents if one.kind.name in ("case", "case-closed")} & set(
        listed
    )


def test_sections_are_those_of_the_navigation() -> None:
    out = output(small_site())
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", text(out, "sitemap/"))
    assert headings == [*(entry.title for entry in out.navigation), "本站"]


def test_crawlers_find_the_list_of_pages() -> None:
    out = output(small_site())
    lines = out.files["robots.txt"]().decode("utf-8").splitlines()
    assert f"Sitemap: {out.site_url}sitemap.xml" in lines
    assert "Disallow: /" not in lines, "a page that says noindex has to be read for that"
