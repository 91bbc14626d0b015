"""The preview shows what was saved, and lives through mistakes."""

from __future__ import annotations

import datetime
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import TODAY, small_project

from portal.preview import PreviewServer, Workbench


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    root = small_project(tmp_path)
    bench = Workbench(root, tmp_path / "rendered", lambda: datetime.date.fromisoformat(TODAY))
    bench.refresh()
    return bench


@pytest.fixture
def server(bench: Workbench) -> Iterator[PreviewServer]:
    server = PreviewServer(bench, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def first_case(bench: Workbench) -> Path:
    return min((bench.root / "content/cases").rglob("*.yaml"))


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def get(server: PreviewServer, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
        return str(answer.read().decode("utf-8"))


def test_saving_a_case_changes_its_page_and_its_list(bench: Workbench) -> None:
    case = first_case(bench)
    address = f"cases/{case.stem}/"
    title = next(line for line in case.read_text("utf-8").splitlines() if line.startswith("title: "))
    assert "改过的标题" not in str(bench.page(address))
    rewrite(case, title, "title: 改过的标题")
    state = bench.refresh()
    assert state.changed == (case.relative_to(bench.root).as_posix(),)
    assert "改过的标题" in str(bench.page(address))
    assert "改过的标题" in str(bench.page("cases/"))
    assert state.changed_pages()[0].address == address


def test_an_article_is_rendered_with_its_links(bench: Workbench) -> None:
    article = min((bench.root / "content/knowledge").rglob("*.md"))
    address = f"knowledge/{article.parent.name}/{article.stem}/"
    article.write_text(article.read_text("utf-8") + "\n\n新加的一段。\n", "utf-8")
    bench.refresh()
    page = str(bench.page(address))
    assert "新加的一段。" in page
    assert '.md"' not in page


def test_a_broken_file_keeps_the_last_good_page_and_says_why(bench: Workbench, server: PreviewServer) -> None:
    case = first_case(bench)
    good = case.read_text("utf-8")
    rewrite(case, "title: ", "title：")
    bench.refresh()
    page = get(server, f"/cases/{case.stem}/")
    assert "YAML-WIDE-COLON" in page
    assert 'class="p-page p-page--case"' in page
    case.write_text(good, "utf-8")
    bench.refresh()
    assert "YAML-WIDE-COLON" not in get(server, f"/cases/{case.stem}/")


def test_a_project_broken_from_the_start_shows_its_errors(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "site_config/vocabulary.yaml").write_text("business_types：[]\n", "utf-8")
    bench = Workbench(root, tmp_path / "rendered", lambda: datetime.date.fromisoformat(TODAY))
    assert bench.refresh().errors
    assert bench.page("") is None


def test_the_browser_is_told_of_a_change(bench: Workbench, server: PreviewServer) -> None:
    answers: list[int] = []
    before = bench.state.generation
    waiting = threading.Thread(
        target=lambda: answers.append(
            json.loads(get(server, f"/__preview/wait?after={before}"))["generation"]
        )
    )
    waiting.start()
    bench.refresh()
    server.announce()
    waiting.join()
    assert answers == [before + 1]


def test_files_and_missing_pages(server: PreviewServer) -> None:
    assert "--p-" in get(server, "/assets/portal.css")
    assert "p-page--case-index" in get(server, "/cases")
    with pytest.raises(urllib.error.HTTPError) as missing:
        get(server, "/no/such/page/")
    assert missing.value.code == 404
    assert "没有这个网页" in missing.value.read().decode("utf-8")
    missing.value.close()
