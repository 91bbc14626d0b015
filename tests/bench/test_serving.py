"""The server of the web bench counts what really goes over the wire."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from http.client import HTTPMessage
from pathlib import Path

import pytest

from portal.bench.serving import served

TEXT = "食品安全" * 500


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/index.html").write_text(TEXT, "utf-8")
    (tmp_path / "portal.css").write_text(TEXT, "utf-8")
    (tmp_path / "portal.css.gz").write_bytes(gzip.compress(b"the copy"))
    return tmp_path


def fetched(url: str) -> tuple[bytes, HTTPMessage]:
    with urllib.request.urlopen(url) as answer:
        return answer.read(), answer.headers


def test_a_text_without_a_copy_is_compressed(site: Path) -> None:
    with served(site) as place:
        body, headers = fetched(place.url + "cases/?mode=elder")
        sent, requests = place.tally.take()
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == "text/html"
    assert gzip.decompress(body).decode() == TEXT
    assert requests == 1
    assert len(body) < sent < len(body) + 400


def test_a_copy_is_sent_as_it_lies_there(site: Path) -> None:
    with served(site) as place:
        body, _ = fetched(place.url + "portal.css")
    assert gzip.decompress(body) == b"the copy"


def test_taking_the_tally_begins_anew(site: Path) -> None:
    with served(site) as place:
        fetched(place.url + "portal.css")
        assert place.tally.take()[1] == 1
        assert place.tally.take() == (0, 0)


def test_nothing_outside_the_folder_is_handed_out(site: Path) -> None:
    with served(site / "cases") as place, pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(place.url + "%2e%2e/portal.css")
