"""The data of the instant filters: every public case once, nothing of a case that is closed or not public yet."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from tests.pages.made import changed, output, small_site

from portal.pages import Output
from portal.pages.cases import index_files
from portal.records import Site
from portal.records.case import Withdrawal
from portal.typesetting import Typesetter


def index(made: Output) -> dict[str, Any]:
    return dict(json.loads(made.files["cases/index.json"]()))


def texts(made: Output) -> list[list[str]]:
    parts = [path for path in made.files if path.startswith("cases/index/")]
    return [case for path in sorted(parts) for case in json.loads(made.files[path]())["cases"]]


def column(found: dict[str, Any], name: str) -> list[str | None]:
    """The word of every case in a column; `None` where it has none."""
    return [found[name]["words"][number][1] if number >= 0 else None for number in found[name]["of"]]


def cases_of(site: Site, made: Output) -> list[Any]:
    """The records in the order of the index."""
    by_id = {entry.record.id: entry.record for entry in site.cases}
    return [by_id[identifier] for identifier in index(made)["id"]]


def test_every_public_case_is_there_as_it_is_written() -> None:
    site = small_site()
    made = output(site)
    found, cases = index(made), cases_of(site, made)
    pages = {one.address for one in made.documents if one.kind.name == "case"}
    assert {f"cases/{case.id}/" for case in cases} == pages
    assert column(found, "business") == [case.business_type for case in cases]
    assert column(found, "focus") == [case.focus for case in cases]
    assert column(found, "product") == [case.product for case in cases]
    assert found["date"] == sorted(found["date"], reverse=True)
    assert texts(made) == [[case.title, case.summary] for case in cases]


def test_nothing_is_left_of_a_case_that_was_withdrawn() -> None:
    site = small_site()
    identifier = index(output(site))["id"][0]
    told = {"title": "撤回的那件案子", "summary": "撤回以前的一句话"}
    before = output(replace(site, cases=changed(site.cases, identifier, **told)))
    assert ["撤回的那件案子", "撤回以前的一句话"] in texts(before)
    gone = Withdrawal(on=datetime.date(2024, 11, 1), reason="原决定被撤销")
    after = output(replace(site, cases=changed(site.cases, identifier, **told, withdrawal=gone)))
    assert identifier not in index(after)["id"]
    assert "撤回的那件案子" not in str(texts(after))


def test_the_files_tell_when_they_do_not_belong_together() -> None:
    site = small_site()
    other = replace(site, cases=changed(site.cases, "2024-001", summary="改过的一句话"))
    versions = set()
    for made in (output(site), output(other)):
        of_texts = json.loads(made.files["cases/index/0.json"]())["version"]
        assert index(made)["version"] == of_texts
        versions.add(of_texts)
    assert len(versions) == 2


def test_long_lists_are_cut_into_files() -> None:
    case = small_site().cases[0].record
    many = [case.model_copy(update={"id": f"2024-{number:04}"}) for number in range(401)]
    made = index_files.CaseIndex(many, small_site().words.groups, {}, Typesetter())
    assert made.file_count == 2
    assert len(json.loads(made.text_file(0)())["cases"]) == json.loads(made.columns())["size"] == 400
    assert len(json.loads(made.text_file(1)())["cases"]) == 1
