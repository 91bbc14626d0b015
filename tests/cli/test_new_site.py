"""`portal new site`: a project of one's own without demonstration records."""

from __future__ import annotations

from pathlib import Path

from tests.projects import TODAY, fingerprint, portal, small_project


def test_an_empty_site_can_be_built_and_holds_no_demonstration(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    target = tmp_path / "新网站"
    made = portal(project, "new", "site", str(target))
    assert made.returncode == 0, made.stderr
    assert "没有带" in made.stdout
    campaign = target / "content/campaign.yaml"
    campaign.write_text(campaign.read_text("utf-8").replace("demo_units: true", "demo_units: false"), "utf-8")
    built = portal(target, "build", "--production", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    assert "示例数据" not in (target / "site/index.html").read_text("utf-8")
    assert list((target / "content/laws").iterdir())


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    target = tmp_path / "已有"
    target.mkdir()
    (target / "重要.txt").write_text("别动", "utf-8")
    before = fingerprint(target)
    result = portal(project, "new", "site", str(target))
    assert result.returncode == 1
    assert "已经有了" in result.stderr
    assert fingerprint(target) == before


def test_not_inside_itself(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    result = portal(project, "new", "site", str(project / "new"))
    assert result.returncode == 1
    assert "不能在这个项目里面" in result.stderr
