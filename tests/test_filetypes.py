"""Every type of file is decided once, and found by the ending of a path as servers find it."""

from __future__ import annotations

from mimetypes import MimeTypes

import pytest

from portal.filetypes import ATOM, CSV, FILETYPES, JSON, JSON_SCHEMA, XML, FileType, filetype_of


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("data/cases.csv", CSV),
        ("data/cases.zh.csv", CSV),
        ("data/schemas/cases.schema.json", JSON),
        ("feeds/cases.atom.xml", XML),
        ("posts.atom", ATOM),
        ("v1.csv/readme", None),
        ("film.mp4", None),
    ],
)
def test_servers_go_by_the_last_ending(path: str, known: FileType | None) -> None:
    assert filetype_of(path) is known


def test_a_type_is_called_what_others_call_it() -> None:
    """As far as Python's own table goes, leaving out what this system adds to it."""
    others = MimeTypes(filenames=()).types_map[True]
    known = [one for one in FILETYPES if f".{one.ending}" in others]
    assert len(known) > 5
    assert {
        one.ending for one in known if others[f".{one.ending}"] not in (one.media_type, *one.names)
    } == set()


def test_no_two_types_share_an_ending() -> None:
    assert len({one.ending for one in FILETYPES}) == len(FILETYPES)


def test_texts_say_that_they_are_utf8() -> None:
    assert JSON_SCHEMA.content_type == "application/schema+json; charset=utf-8"
    assert all(one.charset for one in FILETYPES if one.media_type.startswith("text/"))
