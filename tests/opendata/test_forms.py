"""Whatever forms the open data come in: each can be read back, is of a type that servers know, and is explained."""

from __future__ import annotations

import datetime

import pytest
from tests.opendata.readers import READERS
from tests.projects import REPOSITORY

from portal.filetypes import FILETYPES
from portal.opendata.dataset import MONTH, Column, DatasetOf
from portal.opendata.imprint import Imprint
from portal.opendata.release import BY_PEOPLE, BY_PROGRAMS, FORMS, Form, release

DECISION = (REPOSITORY / "docs/adr/0010-open-data.md").read_text("utf-8")
IMPRINT = Imprint(
    "示例网站", "示例局", "https://portal.example/data/", "注明来源即可使用", datetime.date(2024, 6, 21)
)
MONTHS = DatasetOf[str](
    "months",
    "月份",
    "每月一行。",
    ("month",),
    (
        Column("month", "月份", "", MONTH, value=lambda month: month),
        Column("told", "说明", "", value=lambda month: f"{month}有“两”件，\n其中 1 件"),
    ),
    lambda: ("2024-05", "2024-06"),
)
form_by_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)


@form_by_form
def test_each_form_holds_every_row_and_nothing_else(form: Form) -> None:
    files = release([MONTHS], IMPRINT)
    head, *rows = READERS[form.ending](files[form.path(MONTHS)].content())
    assert head in (["month", "told"], ["月份", "说明"])
    assert rows == [[month, f"{month}有“两”件，\n其中 1 件"] for month in ("2024-05", "2024-06")]


@form_by_form
def test_each_form_is_the_same_bytes_every_time(form: Form) -> None:
    assert form.write(MONTHS, IMPRINT) == form.write(MONTHS, IMPRINT)


@form_by_form
def test_servers_see_the_type_that_the_catalogues_name(form: Form) -> None:
    assert form.filetype in FILETYPES
    assert form.ending.rpartition(".")[2] == form.filetype.ending


@form_by_form
def test_the_decision_on_open_data_names_each_form(form: Form) -> None:
    """ADR 10 says why there is this form, or it is not accepted."""
    accepted = DECISION[: DECISION.index("Not chosen:")]
    assert f"`.{form.ending}`" in accepted


def test_forms_and_their_readers_are_the_same() -> None:
    """A form that was written and is not in the list would be given out nowhere."""
    assert READERS.keys() == {form.ending for form in FORMS}


def test_each_form_is_for_somebody_and_none_is_there_twice() -> None:
    assert {form.read for form in FORMS} == {BY_PEOPLE, BY_PROGRAMS}
    assert len({form.ending for form in FORMS}) == len({form.name for form in FORMS}) == len(FORMS)
