"""What is signed: what readers see of a record, whatever the file looks like and whatever fields come later."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.projects import SMALL

from portal.publication.dates import public_from
from portal.publication.signing import digest_of, post, referred
from portal.reading import read
from portal.reading.static_folder import bytes_at, static_files
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.records.base import described
from portal.records.review import Review, Round, Signature
from portal.records.risk import Risk
from portal.records.site import no_files


@pytest.fixture(scope="module")
def site() -> Site:
    site = read(Path(SMALL)).site
    assert site
    return site


def three(day: str) -> dict[str, Signature]:
    on = datetime.date.fromisoformat(day)
    return {
        step: Signature(by=f"岗-{number}", on=on)
        for number, step in enumerate(("drafted", "checked", "approved"))
    }


def test_the_first_day_is_that_of_the_first_round(site: Site) -> None:
    risk = site.risks[0].record.model_copy(update={"published_on": datetime.date(2024, 8, 15)})
    earlier = (Round(**three("2024-08-16")),)
    anew = risk.model_copy(update={"review": Review(**three("2024-10-01"), earlier=earlier)})
    assert public_from(anew) == datetime.date(2024, 8, 16)
    unfinished = risk.model_copy(
        update={"review": Review(drafted=three("2024-10-01")["drafted"], earlier=earlier)}
    )
    assert public_from(unfinished) is None


def test_a_field_of_a_later_version_changes_nothing_until_it_is_filled_in(site: Site) -> None:
    class LaterRisk(Risk):
        poster: str | None = described("海报", "", None)

    entry = site.risks[0]
    later = LaterRisk(**dict(entry.record))
    assert digest_of(Entry(later, entry.file), no_files) == digest_of(entry, no_files)
    filled = later.model_copy(update={"poster": "一张"})
    assert digest_of(Entry(filled, entry.file), no_files) != digest_of(entry, no_files)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("![留样盒](../../box.png)", "box.png"),
        ('![留样盒](<../../留样 盒.png> "盒")', "留样 盒.png"),
        ("![盒](../../box%20(1).png)", "box (1).png"),
        ("[表格](../../files/form.docx#top)", "files/form.docx"),
        ("![盒][a]\n\n[a]: ../../box.png", "box.png"),
        ('<img src="../../../box.png" alt="">', "box.png"),
        ("<img srcset='../../../a.png 1x, ../../../box.png 2x'>", "box.png"),
        ("[表格](/food-safety/form.pdf)", "form.pdf"),
    ],
)
def test_pictures_and_files_that_an_article_leads_to(site: Site, written: str, path: str) -> None:
    article = site.articles[0].record.model_copy(update={"body": f"正文。\n\n{written}\n"})
    files = {path: b"one"}
    assert list(referred(article, files.get)) == [path]
    entry: Entry[KnowledgeArticle] = Entry(article, site.articles[0].file)
    digests = {digest_of(entry, {path: content}.get) for content in (b"one", b"two")}
    assert len(digests | {digest_of(entry, no_files)}) == 3


def test_files_outside_are_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / "site_config/static").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("x", "utf-8")
    (tmp_path / "site_config/static/.hidden").write_text("x", "utf-8")
    (tmp_path / "site_config/static/box.png").write_bytes(b"box")
    static = bytes_at(static_files(tmp_path))
    assert static("box.png") == b"box"
    assert [static(path) for path in ("../../secret.txt", "b.png", "", ".", "/etc/passwd", "a\0b")] == [
        None
    ] * 6


@pytest.mark.parametrize(
    "written", ["岗－01", "岗-０１", "岗 01", "岗—01", "岗_01", " 岗 - 01", "岗\u200b01", "岗−01"]
)
def test_one_post_under_many_spellings(written: str) -> None:
    assert post(written) == post("岗-01")
    assert post(written) != post("岗-02")
