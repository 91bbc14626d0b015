"""Feeds: whole texts under ids that stay, nobody's name in a copy, and a stub in the place of what is closed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from tests.pages.made import changed, output, small_site

from portal.pages import Output
from portal.records import Entry, Site
from portal.records.case import CaseCorrection
from portal.records.review import Review

SUBJECTS = ("updates", "cases", "bulletins", "articles", "corrections")
# RFC 4151: authority, year, and what may stand in a path.
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}:[a-z-]+/[A-Za-z0-9/.-]+")
LINK = re.compile(r'(?:href|src)="([^"]*)"')
# The named case is public on this day, the other one withdrawn.
NAMED_DAY, NAMED, CLOSED = "2024-12-01", "2024-002", "2024-003"


@cache
def made() -> Output:
    return output(small_site())


def items(out: Output, name: str) -> list[dict[str, Any]]:
    return list(json.loads(out.files[f"feeds/{name}.json"]())["items"])


def ids(out: Output, name: str) -> set[str]:
    return {item["id"] for item in items(out, name)}


def entry_of(out: Output, name: str, address: str) -> dict[str, Any]:
    (found,) = (one for one in items(out, name) if one["url"] == out.site_url + address)
    return found


def with_settings(site: Site, **fields: Any) -> Site:
    record = site.settings.record.model_copy(update=fields)
    return replace(site, settings=Entry(record, site.settings.file))


def with_case(site: Site, identifier: str, **fields: Any) -> Site:
    return replace(site, cases=changed(site.cases, identifier, **fields))


def test_ids_are_tags_that_survive_another_domain() -> None:
    moved = output(with_settings(small_site(), site_url="https://new.binhe.gov.cn/food/"))
    for name in SUBJECTS:
        assert ids(made(), name) == ids(moved, name)
        assert all(TAG.fullmatch(one) for one in ids(made(), name))
        one, other = (ET.fromstring(out.files[f"feeds/{name}.atom.xml"]()) for out in (made(), moved))
        assert one.findtext("{*}id") == other.findtext("{*}id") == f"tag:www.binhe.gov.cn,2024:feed/{name}"
    assert "www.binhe.gov.cn" not in {item["url"].split("/")[2] for item in items(moved, "updates")}


def test_calendars_keep_their_ids_too() -> None:
    moved = output(with_settings(small_site(), site_url="https://new.binhe.gov.cn/food/"))
    before, after = (out.files["calendars/seasons.ics"]().decode() for out in (made(), moved))
    assert re.findall("UID:.*", before) == re.findall("UID:.*", after)


def test_without_the_setting_ids_go_by_the_address() -> None:
    unset = output(with_settings(small_site(), feed_ids=None))
    assert ids(unset, "cases") == {
        one.replace("www.binhe.gov.cn", "example.invalid") for one in ids(made(), "cases")
    }


def test_a_record_keeps_its_id_when_it_is_renamed() -> None:
    case = next(one.record for one in small_site().cases if one.record.id == "2024-001")
    renamed = output(with_case(small_site(), case.id, id="2024-077", formerly=(case.id,)))
    assert ids(renamed, "cases") == ids(made(), "cases")


def test_an_entry_carries_its_whole_text_with_absolute_links() -> None:
    site = small_site()
    case = next(one.record for one in site.cases if one.record.id == "2024-001")
    text = entry_of(made(), "cases", "cases/2024-001/")["content_html"]
    for said in (case.facts.split("\n")[0], case.significance, *case.lessons, *case.advice):
        assert said in text
    article = site.articles[0].record
    said = entry_of(made(), "articles", f"knowledge/{article.section}/{article.id}/")["content_html"]
    assert article.summary in said
    assert "<wbr" not in said, "where a page may break is nothing to copy"
    assert article.body.strip().splitlines()[-1][-6:] in said
    links = {to for item in items(made(), "updates") for to in LINK.findall(item.get("content_html", ""))}
    assert links
    addresses = {to.removeprefix(made().site_url).partition("#")[0] for to in links}
    assert addresses <= set(made().by_address)


def _unpacked(content: bytes) -> bytes:
    """What a file says; a workbook says it in its parts."""
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as book:
        return b"".join(map(book.read, book.namelist()))


def test_a_named_party_is_in_no_copy() -> None:
    site = small_site()
    case = next(one.record for one in site.cases if one.record.id == NAMED)
    mended = CaseCorrection.model_validate(
        {
            "on": "2024-11-20",
            "was": case.party.name,
            "now": f"{case.party.name}店",
            "reason": f"{case.party.name}来信",
        }
    )
    out = output(
        with_case(site, NAMED, title=f"{case.party.name}卖过期食品案", corrections=(mended,)), NAMED_DAY
    )
    for path, make in out.files.items():
        if path.startswith(("feeds/", "data/")):
            assert case.party.name.encode() not in _unpacked(make()), path
    entry = entry_of(out, "cases", f"cases/{NAMED}/")
    assert entry["title"].endswith("卖过期食品案")
    assert case.summary.replace(case.party.name, "当事人") == entry["summary"]
    assert "content_html" not in entry
    assert "当事人来信" in json.dumps(items(out, "corrections"), ensure_ascii=False)


def test_the_entry_of_a_closed_case_becomes_its_stub() -> None:
    before = entry_of(output(small_site(), "2024-09-03"), "cases", f"cases/{CLOSED}/")
    after = entry_of(made(), "cases", f"cases/{CLOSED}/")
    assert before["id"] == after["id"]
    assert after["title"].endswith("本案例已撤回")
    assert "撤回原因" in after["content_html"]
    assert after["date_published"] == before["date_published"]
    assert after["date_modified"] == "2024-09-04T00:00:00+08:00"


@pytest.mark.parametrize("unfinished", [{"published_on": None}, {"review": Review()}])
def test_drafts_stay_out_even_in_a_preview(unfinished: dict[str, Any]) -> None:
    draft = with_case(small_site(), "2024-001", title="还没有发布的案例", **unfinished)
    out = output(draft, drafts=True)
    assert "还没有发布的案例" not in "".join(out.files[f"feeds/{name}.json"]().decode() for name in SUBJECTS)


def test_what_changed_last_stands_first_and_every_entry_leads_to_a_page() -> None:
    for name in SUBJECTS:
        days = [item["date_modified"] for item in items(made(), name)]
        assert days == sorted(days, reverse=True)
        assert len(ids(made(), name)) == len(days) > 0
        addresses = {item["url"].removeprefix(made().site_url) for item in items(made(), name)}
        assert addresses <= set(made().by_address)


def test_an_entry_keeps_its_id_when_others_are_added() -> None:
    site = small_site()
    first = site.corrections[0]
    later = replace(first, record=first.record.model_copy(update={"reason": "又发现一处", "path": None}))
    more = output(replace(site, corrections=(*site.corrections, later)))
    assert ids(made(), "corrections") < ids(more, "corrections")
    assert len(ids(more, "corrections")) == len(ids(made(), "corrections")) + 1
