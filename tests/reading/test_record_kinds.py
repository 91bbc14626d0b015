"""The table of kinds and `Site` agree: nothing is read that the site does not hold, and nothing held is not read."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from portal.reading.record_kinds import KINDS, RecordKind, as_written
from portal.records import Site

# What the site has from elsewhere: the words of three kinds together, files, failures.
NOT_RECORDS = {"words", "bank_versions", "unreadable", "static", "static_files", "left_out"}
HELD: dict[str, Any] = get_type_hints(Site)


def record(kind: RecordKind) -> type[BaseModel]:
    """The model of one record, be it the file or an item of its list."""
    model = kind.model
    if kind.items:
        model = get_args(model.model_fields[kind.items].annotation)[0]
    return model


def test_every_field_of_the_site_has_its_row() -> None:
    rows = [kind.field for kind in KINDS]
    assert sorted(rows) == sorted({field.name for field in fields(Site)} - NOT_RECORDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_field_holds_the_records_of_the_row(kind: RecordKind) -> None:
    entry = HELD[kind.field] if kind.alone else get_args(HELD[kind.field])[0]
    (held,) = get_args(entry)
    assert held is record(kind) if kind.made is as_written else issubclass(held, record(kind))
    assert {kind.named_by, kind.sorted_by} <= {"", *held.model_fields}
    assert set(kind.shared) <= held.model_fields.keys() & kind.model.model_fields.keys()
