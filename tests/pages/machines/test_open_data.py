"""Open data of a whole site: what is public is there in every form, what is not is in none."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator
from tests.opendata.readers import READERS
from tests.pages.made import output, small_site, text

from portal.filetypes import filetype_of
from portal.opendata.release import FORMS
from portal.pages import Output

TABLES = (
    "outcomes_monthly",
    "outcomes_by_unit",
    "outcomes_breakdowns",
    "reporting",
    "indicators",
    "cases",
    "knowledge",
    "risks",
    "practices",
    "laws",
    "law_articles",
    "glossary",
    "seasons",
    "corrections",
    "dictionary",
)


@cache
def made() -> Output:
    return output(small_site())


def content(out: Output, path: str) -> str:
    return out.files[path]().decode("utf-8-sig")


def table(out: Output, name: str) -> dict[str, Any]:
    return dict(json.loads(content(out, f"data/{name}.json")))


def everything(out: Output, *folders: str) -> str:
    """All that the files of `folders` say, those that are no text included."""
    paths = [path for path in out.files if path.startswith(folders)]
    return "\n".join(content(out, path) if is_text(path) else read_back(out, path) for path in paths)


def is_text(path: str) -> bool:
    known = filetype_of(path)
    return known is not None and known.charset


def read_back(out: Output, path: str) -> str:
    _, _, ending = path.partition(".")
    return "\n".join("\t".join(line) for line in READERS[ending](out.files[path]()))


@pytest.mark.parametrize("name", TABLES)
def test_each_table_fits_its_schema_and_its_forms_agree(name: str) -> None:
    whole = table(made(), name)
    schema = json.loads(content(made(), f"data/schemas/{name}.schema.json"))
    Draft202012Validator(schema).validate(whole)
    rows = list(csv.DictReader(io.StringIO(content(made(), f"data/{name}.csv"), newline="")))
    assert len(rows) == len(whole["rows"]) > 0
    for form in FORMS:
        headings, *others = READERS[form.ending](made().files[f"data/{name}.{form.ending}"]())
        assert len(others) == len(rows), form.ending
        assert len(set(headings)) == len(headings) == len(rows[0]), "a reader must tell the columns apart"
    package = json.loads(content(made(), "data/datapackage.json"))
    resource = next(one for one in package["resources"] if one["name"] == name)
    assert [field["name"] for field in resource["schema"]["fields"]] == list(rows[0])
    key = resource["schema"].get("primaryKey", [])
    assert len({tuple(row[part] for part in key) for row in rows}) == len(rows), "the key tells rows apart"


@pytest.mark.parametrize("name", TABLES)
def test_the_dictionary_explains_every_field(name: str) -> None:
    explained = {row["field"] for row in table(made(), "dictionary")["rows"] if row["table"] == name}
    first = table(made(), name)["rows"][0]
    if name != "dictionary":
        assert explained == set(first)
        page = text(made(), "data/")
        assert f'id="d-{name}"' in page
        for form in FORMS:
            assert f'href="{name}.{form.ending}"' in page


def test_the_page_tells_readers_how_to_choose_among_the_forms() -> None:
    page = text(made(), "data/")
    for form in FORMS:
        assert f"{form.name}{form.mark}" in page
        assert form.about in page


def told(name: str) -> dict[str, Any]:
    """What search engines are told of a table."""
    document = made().by_address["data/"]
    assert document.structured is not None
    return next(one for one in document.structured() if str(one["@id"]).endswith(f"#{name}"))


def test_search_engines_find_every_form() -> None:
    base = f"{made().site_url}data/cases"
    files = cast("list[dict[str, str]]", told("cases")["distribution"])
    assert [(one["contentUrl"], one["encodingFormat"]) for one in files] == [
        (f"{base}.{form.ending}", form.filetype.media_type) for form in FORMS
    ]


def test_search_engines_know_time_place_and_what_is_counted() -> None:
    figures = told("outcomes_by_unit")
    assert figures["temporalCoverage"] == "2024-05/2024-07"
    assert figures["spatialCoverage"] == {"@type": "AdministrativeArea", "name": "示例区"}
    found = {one["name"]: one.get("unitText") for one in figures["variableMeasured"]}
    assert (found["发现风险隐患"], found["整改率"]) == ("个", "%")
    assert "上月结转隐患" not in found
    assert "temporalCoverage" not in told("glossary"), "no words are of a time"
    assert "标题" in told("knowledge")["variableMeasured"]


def test_a_month_that_a_unit_did_not_report_is_a_row_that_says_so() -> None:
    rows = {(row["month"], row["unit"]): row for row in table(made(), "outcomes_by_unit")["rows"]}
    silent = rows["2024-07", "示例二所"]
    assert (silent["punctuality"], silent["hazards_found"]) == ("未报", None)
    assert "台风" in silent["absent"]
    assert rows["2024-07", "示例一所"]["punctuality"] == "按时"
    assert len(rows) == 3 * len({unit for _, unit in rows}), "each unit has each month"


def test_a_month_without_a_bulletin_is_a_row_that_says_so() -> None:
    site = small_site()
    june = next(entry for entry in site.outcomes if entry.record.id == "2024-06")
    out = output(replace(site, outcomes=tuple(one for one in site.outcomes if one is not june)))
    for name in ("outcomes_monthly", "outcomes_by_unit"):
        row = next(row for row in table(out, name)["rows"] if row["month"] == "2024-06")
        assert (row["status"], row["hazards_found"]) == ("unpublished", None)
        Draft202012Validator(json.loads(content(out, f"data/schemas/{name}.schema.json"))).validate(
            table(out, name)
        )


def test_no_unit_stands_twice_in_a_heading() -> None:
    for name in TABLES:
        for form in FORMS:
            headings = READERS[form.ending](made().files[f"data/{name}.{form.ending}"]())[0]
            assert not [one for one in headings if re.search(r"（(.+?)）（\1）", one)], name


def test_figures_are_those_of_the_pages() -> None:
    may = next(row for row in table(made(), "outcomes_monthly")["rows"] if row["month"] == "2024-05")
    units = [row for row in table(made(), "outcomes_by_unit")["rows"] if row["month"] == "2024-05"]
    assert may["hazards_found"] == sum(row["hazards_found"] or 0 for row in units) > 0
    assert may["demo"] is True
    assert all("示例数据" in content(made(), f"data/{name}.json") for name in ("outcomes_monthly", "cases"))


def test_figures_that_are_not_public_are_nowhere() -> None:
    assert "hazards_carried" not in everything(made(), "data/", "feeds/")
    assert "上月结转隐患" not in everything(made(), "data/", "feeds/")


def test_a_closed_case_is_in_no_file() -> None:
    """Case 2024-003 is withdrawn; its correction keeps the day and the reason."""
    site = small_site()
    closed = next(entry.record for entry in site.cases if entry.record.id == "2024-003")
    whole = everything(made(), "data/", "feeds/")
    for secret in (closed.facts, closed.title, closed.summary, closed.party.name):
        assert secret not in whole
    assert "2024-003" not in {row["id"] for row in table(made(), "cases")["rows"]}
    assert any("内容已经撤下" in row["page"] for row in table(made(), "corrections")["rows"])


def test_a_named_party_is_not_handed_out_in_bulk() -> None:
    site = small_site()
    named = next(entry.record for entry in site.cases if entry.record.id == "2024-002")
    day = str(named.published_on)
    out = output(site, day)
    row = next(row for row in table(out, "cases")["rows"] if row["id"] == "2024-002")
    assert (row["party_form"], row["title"], row["facts"]) == ("named", None, None)
    assert row["fine_yuan"] == named.decision.fine_yuan
    data = everything(out, "data/")
    assert named.party.name not in data
    assert named.party.credit_code is None or named.party.credit_code not in data


def test_the_same_day_gives_the_same_bytes() -> None:
    again = output(small_site())
    for path, make in made().files.items():
        if path.startswith(("data/", "feeds/", "calendars/")):
            assert again.files[path]() == make(), path


def test_terms_of_use_are_the_bureaus_own() -> None:
    site = small_site()
    settings = site.settings.record.model_copy(update={"data_licence": "使用前请联系本局。"})
    out = output(replace(site, settings=replace(site.settings, record=settings)))
    assert "使用前请联系本局。" in text(out, "data/")
    assert table(out, "cases")["licence"] == "使用前请联系本局。"
