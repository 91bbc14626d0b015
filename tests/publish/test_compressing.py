"""Beside every text of a site lie copies that unpack to exactly it, the same on every machine."""

from __future__ import annotations

import gzip
from pathlib import Path
from random import Random

import brotli  # type: ignore[import-untyped]
import pytest
from tests.projects import build, fingerprint, small_project

from portal.filetypes import FILETYPES, Packing, filetype_of
from portal.publish.compressing import SMALLEST, compress
from portal.publish.staging import MARKER

LONG = "食品安全，人人有责。\n" * 200
UNPACKED = {".gz": gzip.decompress, ".br": brotli.decompress}


def test_every_file_of_a_site_is_of_a_type_we_know(small: Path) -> None:
    """Else nobody has decided how servers are to send it and whether it is worth compressing."""
    site = small / "site"
    files = {file.name for file in site.rglob("*") if file.is_file() and file.suffix not in UNPACKED}
    assert {name for name in files if filetype_of(name) is None} == set()


def test_the_copies_of_a_site_are_those_of_its_final_files(small: Path) -> None:
    site = small / "site"
    packed = {f".{one.ending}" for one in FILETYPES if one.packing is not Packing.NONE}
    texts = [f for f in site.rglob("*") if f.suffix in packed and f.stat().st_size >= SMALLEST]
    # The manifest lists the copies too, so it is written after them.
    texts.remove(site / MARKER)
    assert len(texts) > 30
    for file in texts:
        for ending, unpack in UNPACKED.items():
            copy = file.with_name(file.name + ending)
            assert copy.is_file(), copy
            assert unpack(copy.read_bytes()) == file.read_bytes(), copy
            assert copy.stat().st_size < file.stat().st_size


def test_a_fast_build_has_the_same_pages_and_no_copies(small: Path, tmp_path: Path) -> None:
    assert build(small, "--fast", "--site-dir", str(tmp_path / "fast")).returncode == 0
    whole, fast = fingerprint(small / "site"), fingerprint(tmp_path / "fast")
    assert {path for path in fast if path.endswith((".gz", ".br"))} == {"sitemap.xml.gz"}
    # All that a search index changes: the manifest, and where the index lies or that there is none.
    assert {path for path in fast if fast[path] != whole[path]} == {"search/index.json", MARKER}
    assert {
        path.split("/")[0] for path in whole.keys() - fast.keys() if not path.endswith((".gz", ".br"))
    } == {"search"}


def test_a_fast_build_is_not_for_publishing(tmp_path: Path) -> None:
    result = build(small_project(tmp_path), "--fast", "--production")
    assert result.returncode == 1
    assert "--fast 只供试看" in result.stderr


@pytest.mark.parametrize(
    "name",
    [*(f"a.{one.ending}" for one in FILETYPES if one.packing is not Packing.NONE), "map.geojson", "notes.md"],
)
def test_every_text_gets_copies_those_that_staff_bring_along_too(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(LONG, "utf-8")
    assert compress(tmp_path) == len(UNPACKED)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("short.txt", b"short"),
        ("packed.bin", Random(1).randbytes(3000)),
        ("photo.png", LONG.encode()),
    ],
)
def test_what_gains_nothing_gets_no_copy(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert compress(tmp_path) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_copy_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(LONG, "utf-8")
    (tmp_path / "page.html.gz").write_bytes(b"mine")
    assert compress(tmp_path) == 1
    assert (tmp_path / "page.html.gz").read_bytes() == b"mine"


def test_a_copy_says_nothing_of_when_and_where_it_was_made(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(LONG, "utf-8")
    compress(tmp_path)
    head = (tmp_path / "page.html.gz").read_bytes()[:10]
    assert head[3:8] == bytes(5), "no name, no date"
    assert head[9] == 255, "no system"
