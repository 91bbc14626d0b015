"""A whole small site, page by page, as a person can read it in `tests/golden/small`.

What is compared is what we make: head and body of every page, before the theme's frame. After a
change that is meant, `PORTAL_UPDATE_EXPECTED=1` rewrites the folder; read its diff.
"""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path

import pytest
from tests.projects import REPOSITORY, SMALL, TODAY

from portal.pages import Document, Html, Output, generate
from portal.pages.machines.head import head
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.reading import read

GOLDEN = REPOSITORY / "tests/golden/small"


@pytest.fixture(scope="module")
def output() -> Output:
    site = read(SMALL).site
    assert site is not None
    return generate(PublicSite(site, datetime.date.fromisoformat(TODAY)), environment(REPOSITORY / FOLDER))


def page(document: Document, output: Output) -> str:
    body = document.body()
    text = body.html if isinstance(body, Html) else f"{body.before}\n{body.text}\n{body.after}"
    lines = [line.rstrip() for line in f"{head(document, output)}\n\n{text}".splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def test_the_small_site_is_as_expected(output: Output) -> None:
    made = {f"{one.address}index.html": page(one, output) for one in output.documents}
    if os.environ.get("PORTAL_UPDATE_EXPECTED"):
        rewrite(GOLDEN, made)
    expected = {
        path.relative_to(GOLDEN).as_posix(): path.read_text("utf-8") for path in GOLDEN.rglob("*.html")
    }
    assert sorted(made) == sorted(expected)
    for name, text in made.items():
        assert text == expected[name], name


def rewrite(folder: Path, made: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def test_every_page_has_a_way_back_and_says_what_it_is(output: Output) -> None:
    for document in output.documents:
        assert document.title, document.address
        assert 5 <= len(document.description) <= 120, document.address
        if document.address:
            assert document.crumbs[0].address == "", document.address


def test_addresses_are_unique(output: Output) -> None:
    assert len(output.by_address) == len(output.documents)
