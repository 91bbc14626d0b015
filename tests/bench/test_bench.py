"""`portal bench` builds invented cases in both ways and says what each cost."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from tests.projects import TODAY, fingerprint, portal, small_project

from portal.bench.cases import copy_with_cases, invented_cases
from portal.publish.building import examine
from portal.reading import read
from portal.records import Site

DAY = datetime.date.fromisoformat(TODAY)
CASES = 40
FEW = 5  # enough to see that both builds run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    site = read(project).site
    assert site is not None
    return site


def test_the_figures_of_both_builds_as_json(project: Path) -> None:
    before = fingerprint(project)
    result = portal(project, "bench", "--cases", str(FEW), "--json", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["cases"] == FEW
    assert found["pages"] > FEW
    assert found["runs"] == 1
    for name in ("ours_cpu_s", "plain_cpu_s", "ours_ms_per_page", "plain_ms_per_page", "ratio"):
        assert found[name] > 0, name
    assert found["ratio"] == pytest.approx(found["ours_cpu_s"] / found["plain_cpu_s"], rel=0.05)
    for name in ("peak_mib", "plain_peak_mib", "full_cpu_s", "full_ms_per_page", "full_peak_mib", "full_mib"):
        assert found[name] > 0, name
    assert 0 < found["sweep_share"] < 1
    assert found["sweep_share"] == pytest.approx(found["sweep_cpu_s"] / found["full_cpu_s"], abs=0.01)
    assert fingerprint(project) == before


def test_a_table_for_people(project: Path) -> None:
    result = portal(project, "bench", "--cases", "2", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    assert "2 个案例" in result.stdout
    for row in ("本程序", "MkDocs", "完整生成"):
        assert re.search(rf"{row} +[\d.]+ +[\d.]+ +\d+", result.stdout)
    assert "比值" in result.stdout
    assert re.search(r"再搜一遍全站.*[\d.]+ 处理器秒，占完整生成 [\d.]+%", result.stdout)


def test_broken_settings_are_told(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "site_config/site.yaml").write_text("site_name：坏了\n", "utf-8")
    result = portal(root, "bench", "--cases", "2", "--today", TODAY)
    assert result.returncode == 1
    assert "portal check" in result.stderr


def test_invented_cases_break_no_rule(project: Path, site: Site, tmp_path: Path) -> None:
    """Not even one that only warns: telling ten thousand warnings is not what the bench measures."""
    copy_with_cases(project, site, CASES, DAY, tmp_path / "copy")
    invented = {path for path, _ in invented_cases(site, CASES, DAY)}
    checked = examine(tmp_path / "copy", DAY)
    assert checked.site is not None
    assert len(checked.site.cases) == len(site.cases) + CASES
    assert [problem for problem in checked.problems if problem.file in invented] == []


def test_invented_cases_are_alike_every_time_and_differ_among_themselves(site: Site) -> None:
    made = dict(invented_cases(site, CASES, DAY))
    assert made == dict(invented_cases(site, CASES, DAY))
    assert len(set(made.values())) == CASES
    lengths = [len(re.findall("[\u4e00-\u9fff]", text)) for text in made.values()]
    assert min(lengths) > 700
    assert max(lengths) < 900
    assert len({path.split("/")[2] for path in made}) == 8
