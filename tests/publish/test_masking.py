"""The last search must not keep open what has to go: on a refused night the name goes with the case."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest
from tests.named_case import BROKEN, FACT, NAMED, PARTY, change, published, telling
from tests.projects import fingerprint, portal, signed_anew

from portal.disk.private import FOLDER
from portal.publish import accepted

ARTICLE, PAGE = (
    "content/knowledge/public/read-food-labels.md",
    "site/knowledge/public/read-food-labels/index.html",
)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def named_in_article(shared: Path, tmp_path: Path) -> tuple[Path, datetime.date]:
    """As published on the last public day of a case whose party an article names."""
    root, day = published(shared, tmp_path)
    change(root, ARTICLE, "\n先看日期，", f"\n{PARTY[:2]}**{PARTY[2:]}**没有做到：先看日期，")
    change(root, "content/corrections.yaml", "误计为完成整改", f"误计为{PARTY}完成整改")
    assert nightly(signed_anew(root), day).returncode == 0
    assert accepted.kept(root) is not None
    return root, day


def nightly(root: Path, day: datetime.date) -> subprocess.CompletedProcess[str]:
    return portal(root, "build", "--production", "--today", day.isoformat())


def test_the_case_goes_and_its_party_is_masked_elsewhere(
    named_in_article: tuple[Path, datetime.date],
) -> None:
    root, day = named_in_article
    before = (root / ARTICLE).read_text("utf-8")
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 3, result.stderr
    assert f"今天的文件没有用：网站上有 1 处不能公开的文字：\n  {ARTICLE}:" in result.stderr
    assert f"这次换成了“某单位”：content/corrections.yaml、{ARTICLE}。" in result.stderr
    assert f"这次隐去：案例 1 条（{NAMED}）" in result.stderr
    assert telling(root / "site", PARTY, FACT, f"{PARTY[2:]}</strong>") == []
    assert "<p>某单位没有做到：先看日期，" in (root / PAGE).read_text("utf-8")
    # The files of the project are for people to mend.
    assert (root / ARTICLE).read_text("utf-8") == before
    assert portal(root, "verify", str(root / "site")).returncode == 0


def test_a_withdrawal_acts_at_once(named_in_article: tuple[Path, datetime.date]) -> None:
    root, day = named_in_article
    result = portal(root, "withdraw", NAMED, "--reason", "处罚决定经复议撤销", "--today", day.isoformat())
    assert result.returncode == 3, result.stderr
    assert telling(root / "site", PARTY, FACT) == []


def test_a_number_in_what_was_accepted_is_told_and_keeps_nothing_open(shared: Path, tmp_path: Path) -> None:
    """As when the program has learned to find more than on the day of acceptance."""
    root, day = published(shared, tmp_path)
    found = accepted.kept(root)
    assert found is not None
    accepted.write(root, day, {**found[1], "site_config/static/notes.txt": b"13800138000\n"})
    change(root, BROKEN, "title: ", "title：")
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 3, result.stderr
    assert (
        "提醒：网站上有 1 处不能公开的文字：\n  site_config/static/notes.txt:1:1：电话号码" in result.stderr
    )
    assert telling(root / "site", PARTY, FACT) == []


def test_without_anything_kept_the_site_stays_as_it_was(named_in_article: tuple[Path, datetime.date]) -> None:
    root, day = named_in_article
    (root / FOLDER / accepted.NAME).unlink()
    before = fingerprint(root / "site")
    result = nightly(root, day + ONE_DAY)
    assert result.returncode == 1
    assert "没有留底可用" in result.stderr
    assert fingerprint(root / "site") == before
