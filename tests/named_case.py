"""A site that was published formally on the last public day of its named case, for tests of what happens next."""

from __future__ import annotations

import datetime
import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from tests.projects import fill_in, made_once, portal, sign_anew, small_project

from portal.publication.period import last_day
from portal.publish.building import examine

NAMED = "2024-002"
PARTY, FACT = "滨河餐饮有限公司", "用超过保质期的酸奶做甜品"
CASES = "content/cases/2024"
BROKEN = f"{CASES}/2024-001.yaml"


def last_public_day(root: Path) -> datetime.date:
    """Of the named case, by the rules that are in force."""
    site = examine(root, datetime.date(2024, 12, 1)).site
    assert site is not None
    case = next(entry.record for entry in site.cases if entry.record.id == NAMED)
    day = last_day(case, site.publicity.record)
    assert day is not None
    return day


def published(shared: Path, folder: Path) -> tuple[Path, datetime.date]:
    """A copy of the project with its built site in `folder`, and the day as of which it was published."""

    def make(place: Path) -> None:
        root = fill_in(small_project(place))
        # Low enough to be public for three months, so that the day lies behind us.
        change(root, f"{CASES}/{NAMED}.yaml", "fine_yuan: 60000", "fine_yuan: 30000")
        sign_anew(root)
        result = portal(root, "build", "--production", "--today", f"{last_public_day(root)}")
        assert result.returncode == 0, result.stderr

    root = shutil.copytree(made_once(shared, "named-case", make) / "project", folder / "project")
    return root, last_public_day(root)


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def telling(site: Path, *words: str) -> list[str]:
    """The files of the site in which one of the words stands, compressed copies and names included."""
    return [
        name
        for name, content in _contents(site)
        if any(word in name or word.encode() in content for word in words)
    ]


def _contents(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(site.rglob("*")):
        if file.is_file():
            raw = file.read_bytes()
            raw = gzip.decompress(raw) if file.suffix == ".gz" else raw
            content: bytes = brotli.decompress(raw) if file.suffix == ".br" else raw
            yield file.relative_to(site).as_posix(), content
