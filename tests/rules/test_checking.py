"""Checking again after an edit finds what checking everything would find."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from portal.reading import read
from portal.rules import check
from portal.source import MAX_PER_FILE

SMALL = Path(__file__).parents[1] / "sites/small"
TODAY = datetime.date(2024, 12, 1)
CASE = "content/cases/2024/2024-001.yaml"


def test_an_edited_case_is_looked_at_again_and_the_others_are_kept(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    before = read(root)
    assert before.site
    first = check(before.site, TODAY)
    text = (root / CASE).read_text("utf-8")
    (root / CASE).write_text(text.replace("procedure: 普通程序", "procedure: 简易程序"), "utf-8")
    after = read(root, before.library)
    assert after.site
    again = check(after.site, TODAY, first, after.changed)
    assert again.all == check(after.site, TODAY).all
    assert [one.file for one in again.all if one.code == "PUB-PROCEDURE-01"] == [CASE]


def test_a_changed_law_may_change_the_verdict_on_any_record(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    before = read(root)
    assert before.site
    first = check(before.site, TODAY)
    law = root / "content/laws/food-safety-law.yaml"
    law.write_text(law.read_text("utf-8").replace("last_article: 154", "last_article: 44"), "utf-8")
    after = read(root, before.library)
    assert after.site
    again = check(after.site, TODAY, first, after.changed)
    assert "CITE-ARTICLE-01" in {one.code for one in again.all if one.file == CASE}


def test_a_reference_to_a_file_that_cannot_be_read_is_not_reported(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    for broken in ("content/knowledge/public/read-food-labels.md", CASE, "content/outcomes/2024-06.yaml"):
        path = root / broken
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
        path.write_bytes(path.read_bytes().replace(b"title:", b"titel:").replace(b"month:", b"monht:"))
    result = read(root)
    assert result.site
    codes = {one.code for one in check(result.site, TODAY).all}
    assert not codes & {"REF-KNOWLEDGE-01", "REF-PAGE-01", "OUT-GAP-01", "OUT-CLOSED-01", "FRESH-EMPTY-01"}


def test_no_more_findings_of_a_file_than_people_read(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    text = (root / CASE).read_text("utf-8")
    many = "lessons:\n" + "  - 法定代表人李四签收，打电话 13812345678 联系\n" * 20_000
    (root / CASE).write_text(text.replace("lessons:\n", many), "utf-8")
    site = read(root).site
    assert site
    found = [one.code for one in check(site, TODAY).all if one.file == CASE]
    assert len(found) == MAX_PER_FILE + 1
    assert set(found) >= {"FILE-MANY", "PRIV-NAME-01", "PRIV-PHONE-01"}
