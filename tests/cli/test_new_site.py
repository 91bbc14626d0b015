"""`portal new site`: a project of one's own without demonstration records."""

from __future__ import annotations

import re
from pathlib import Path

from tests.projects import TODAY, fill_in, fingerprint, portal, small_project

PUBLISHED = (
    "content/outcomes/",
    "content/cases/",
    "content/closed-cases.yaml",
    "content/practices/",
    ".portal/",
)


def test_an_empty_site_can_be_built_and_holds_no_demonstration(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    target = tmp_path / "新网站"
    made = portal(project, "new", "site", str(target))
    assert made.returncode == 0, made.stderr
    assert "没有带" in made.stdout
    refused = portal(target, "build", "--production", "--today", TODAY)
    assert refused.returncode == 1
    assert "PROD-URL-01" in refused.stderr
    fill_in(target)
    built = portal(target, "build", "--production", "--today", TODAY)
    assert built.returncode == 0, built.stderr
    assert "示例数据" not in (target / "site/index.html").read_text("utf-8")
    assert list((target / "content/laws").iterdir())


def test_nothing_that_a_bureau_published_goes_along(tmp_path: Path) -> None:
    """Real records no more than demonstration ones; and only the project's own `site` is left out."""
    project = small_project(tmp_path)
    case = min((project / "content/cases").rglob("*.yaml"))
    case.write_text(case.read_text("utf-8").replace("demo: true", "demo: false"), "utf-8")
    (case.parent / "unreadable.yaml").write_text("title：坏的\n", "utf-8")
    settings = project / "site_config/site.yaml"
    codes = 'site_id_code: "3100000001"\nicp_number: 沪ICP备00000001号\npolice_number: 沪公网安备31000000000001号\n'
    settings.write_text(settings.read_text("utf-8") + codes, "utf-8")
    (project / "content/closed-cases.yaml").write_text("cases: []\n", "utf-8")
    for folder in ("site", "site_config/static/site", "build", ".portal"):
        (project / folder).mkdir()
        (project / folder / "index.html").write_text("x", "utf-8")
    made = portal(project, "new", "site", str(tmp_path / "new"))
    assert made.returncode == 0, made.stderr
    copied = fingerprint(tmp_path / "new")
    assert not [path for path in copied if path.startswith(PUBLISHED)]
    assert "3100000001" not in (tmp_path / "new/site_config/site.yaml").read_text("utf-8")
    assert "00000001" not in (tmp_path / "new/site_config/site.yaml").read_text("utf-8")
    assert "corrections: []" in (tmp_path / "new/content/corrections.yaml").read_text("utf-8")
    assert "site_config/static/site/index.html" in copied
    assert not [path for path in copied if path.startswith(("site/", "build/"))]


def test_texts_come_along_unsigned(tmp_path: Path) -> None:
    """Another bureau's signatures approve nothing here; the text itself stays."""
    project = small_project(tmp_path)
    made = portal(project, "new", "site", str(tmp_path / "new"))
    assert "去掉了三审签字和发布日期" in made.stdout
    assert "portal review" in made.stdout
    texts = [*(tmp_path / "new/content/knowledge").rglob("*.md"), *(tmp_path / "new/content/risks").iterdir()]
    assert len(texts) == len(list((project / "content/knowledge").rglob("*.md"))) + 1
    for path in texts:
        new = path.read_text("utf-8")
        old = (project / path.relative_to(tmp_path / "new")).read_text("utf-8")
        assert not re.search("^(?:review|published_on):", new, re.MULTILINE)
        assert set(new.split("\n")) < set(old.split("\n"))
        assert old.partition("\n---\n")[2] in new
    assert "0 个错误" in portal(tmp_path / "new", "check", "content/knowledge", "--today", TODAY).stdout


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
    (tmp_path / "way").symlink_to(project)
    for target in (project / "new", tmp_path / "way/new", tmp_path / "other/../way/new"):
        result = portal(project, "new", "site", str(target))
        assert result.returncode == 1
        assert "不能在这个项目里面" in result.stderr
