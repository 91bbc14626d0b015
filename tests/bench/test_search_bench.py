"""`portal bench --search` says what the index costs and that its answers are exact."""

from __future__ import annotations

import json
from pathlib import Path

from tests.projects import TODAY, portal, small_project

from portal.bench.search_queries import QUERIES


def test_the_figures_of_the_search_as_json(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    result = portal(project, "bench", "--search", "--cases", "20", "--json", "--today", TODAY)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["cases"] == 20
    assert found["pages"] > 20
    assert found["queries"] == len(QUERIES)
    assert (found["precision"], found["recall"]) == (1, 1)
    for name in ("index_cpu_s", "extract_cpu_s", "peak_mib", "files", "first_bytes_max", "later_bytes_max"):
        assert found[name] > 0, name


def test_only_one_thing_is_measured_at_a_time(tmp_path: Path) -> None:
    result = portal(small_project(tmp_path), "bench", "--search", "--web", "--today", TODAY)
    assert result.returncode == 1
    assert "一次只能测一项" in result.stderr
