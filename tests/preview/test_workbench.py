"""The preview shows what was saved, and lives through mistakes."""

from __future__ import annotations

import datetime
import http.client
import json
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import TODAY, small_project

from portal.preview import PreviewServer, Workbench
from portal.preview.server import address_of


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


def page(bench: Workbench, address: str) -> str:
    html, _ = bench.page(address)
    assert html is not None
    return html


def get(server: PreviewServer, path: str, **headers: str) -> str:
    request = urllib.request.Request(f"http://127.0.0.1:{server.server_port}{path}", headers=headers)
    with urllib.request.urlopen(request) as answer:
        return str(answer.read().decode("utf-8"))


def refused(server: PreviewServer, path: str, **headers: str) -> tuple[int, str]:
    """The status and the text of an answer that is no page."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        get(server, path, **headers)
    text = answer.value.read().decode("utf-8")
    answer.value.close()
    return answer.value.code, text


def test_saving_a_case_changes_its_page_and_its_list(bench: Workbench) -> None:
    case = first_case(bench)
    address = f"cases/{case.stem}/"
    title = next(line for line in case.read_text("utf-8").splitlines() if line.startswith("title: "))
    assert "改过的标题" not in page(bench, address)
    rewrite(case, title, "title: 改过的标题")
    state = bench.refresh()
    assert state.changed == (case.relative_to(bench.root).as_posix(),)
    assert "改过的标题" in page(bench, address)
    assert "改过的标题" in page(bench, "cases/")
    assert state.changed_pages()[0].address == address


def test_an_article_is_rendered_with_its_links(bench: Workbench) -> None:
    article = min((bench.root / "content/knowledge").rglob("*.md"))
    address = f"knowledge/{article.parent.name}/{article.stem}/"
    article.write_text(article.read_text("utf-8") + "\n\n新加的一段。\n", "utf-8")
    bench.refresh()
    html = page(bench, address)
    assert "新加的一段。" in html
    assert '.md"' not in html


def test_a_broken_file_keeps_the_last_good_page_and_says_why(bench: Workbench, server: PreviewServer) -> None:
    case = first_case(bench)
    good = case.read_text("utf-8")
    rewrite(case, "title: ", "title：")
    bench.refresh()
    html = get(server, f"/cases/{case.stem}/")
    assert "YAML-WIDE-COLON" in html
    assert 'class="p-page p-page--case"' in html
    case.write_text(good, "utf-8")
    bench.refresh()
    assert "YAML-WIDE-COLON" not in get(server, f"/cases/{case.stem}/")


def test_a_project_broken_from_the_start_shows_its_errors(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "site_config/vocabulary.yaml").write_text("business_types：[]\n", "utf-8")
    bench = Workbench(root, tmp_path / "rendered", lambda: datetime.date.fromisoformat(TODAY))
    assert bench.refresh().errors
    assert bench.page("")[0] is None


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
    sheet = re.search(r'href="\.\./(assets/[^"]+\.css)"', get(server, "/cases/"))
    assert sheet is not None
    assert "--p-" in get(server, f"/{sheet[1]}")
    assert "p-page--case-index" in get(server, "/cases")
    status, text = refused(server, "/no/such/page/")
    assert status == 404
    assert "没有这个网页" in text


def test_a_page_of_another_site_cannot_read_drafts(server: PreviewServer) -> None:
    """Its own name may lead to this machine, but the browser says which name it asked for."""
    status, text = refused(server, "/cases/", Host=f"evil.example:{server.server_port}")
    assert status == 421
    assert "p-page" not in text


CASE_TEMPLATE = "site_config/templates/case.html.j2"
INTACT = "{% block content %}"


def test_a_broken_template_is_told_where_the_page_would_be(bench: Workbench, server: PreviewServer) -> None:
    address = f"/cases/{first_case(bench).stem}/"
    template = bench.root / CASE_TEMPLATE
    rewrite(template, INTACT, INTACT + "{{ case.title + 1 }}")
    bench.refresh()
    status, text = refused(server, address)
    assert status == 500
    assert "TypeError" in text
    assert f"{CASE_TEMPLATE} 第" in text
    assert "/__preview/script.js" in text
    rewrite(template, "{{ case.title + 1 }}", "")
    bench.refresh()
    assert "p-page--case" in get(server, address)


def test_a_broken_theme_keeps_the_pages_and_says_why(bench: Workbench, server: PreviewServer) -> None:
    theme = bench.root / "site_config/theme/main.html"
    before = bench.state.generation
    rewrite(theme, "{% block container %}", "{% block container %}{{ no_such_thing.x }}")
    state = bench.refresh(theme_changed=True)
    assert state.generation == before + 1
    assert "site_config/theme/main.html" in state.failure
    html = get(server, f"/cases/{first_case(bench).stem}/")
    assert "页面生成不了" in html
    assert "p-page--case" in html
    rewrite(theme, "{{ no_such_thing.x }}", "<p>改好的样式</p>")
    assert not bench.refresh(theme_changed=True).failure
    html = get(server, f"/cases/{first_case(bench).stem}/")
    assert "页面生成不了" not in html
    assert "改好的样式" in html


def test_a_new_name_of_the_site_is_shown_on_every_page(bench: Workbench) -> None:
    settings = bench.root / "site_config/site.yaml"
    name = next(line for line in settings.read_text("utf-8").splitlines() if line.startswith("site_name: "))
    rewrite(settings, name, "site_name: 改过的网站名称")
    bench.refresh()
    html = page(bench, f"cases/{first_case(bench).stem}/").replace("<wbr>", "")
    assert "改过的网站名称" in html.partition("</header>")[0].partition("<body")[2]


def test_generated_files_are_handed_out_as_what_they_are(bench: Workbench, server: PreviewServer) -> None:
    for path, kind, inside in (
        ("data/cases.csv", "text/csv; charset=utf-8", "id,demo,title"),
        ("feeds/cases.json", "application/json; charset=utf-8", "jsonfeed.org"),
        ("feeds/cases.atom.xml", "application/xml; charset=utf-8", "<feed"),
        ("calendars/seasons.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
    ):
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/{path}") as answer:
            assert answer.headers["Content-Type"] == kind
            assert inside in answer.read().decode("utf-8")
    assert bench.file("data/nothing.csv") is None


def test_a_saved_figure_is_in_the_next_download(bench: Workbench) -> None:
    before = bench.file("data/cases.csv")
    case = first_case(bench)
    title = next(line for line in case.read_text("utf-8").splitlines() if line.startswith("title: "))
    rewrite(case, title, "title: 改过的标题")
    bench.refresh()
    after = bench.file("data/cases.csv")
    assert before is not None
    assert after is not None
    assert "改过的标题" in after.decode("utf-8")
    assert "改过的标题" not in before.decode("utf-8")


def test_paths_that_no_browser_sends(server: PreviewServer) -> None:
    for path in ("//[", "//[::1", "/%00", f"/{'a' * 3000}", "/%ff", "/../../etc/passwd"):
        assert refused(server, path)[0] == 404
    answer = json.loads(get(server, "/__preview/wait?after=%C2%B2"))
    assert answer == {"generation": server.bench.state.generation}


def test_a_path_with_two_slashes_stays_on_this_host(server: PreviewServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", "//cases")
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (302, "/cases/")
    connection.close()


def test_on_an_address_of_the_other_kind(bench: Workbench) -> None:
    try:
        server = PreviewServer(bench, "::1", 0)
    except OSError:
        pytest.skip("this machine has no IPv6")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    with urllib.request.urlopen(address_of("::1", server.server_port)) as answer:
        assert "</html>" in answer.read().decode("utf-8")
    server.shutdown()
    thread.join()
    server.server_close()


def test_files_beside_the_pages_are_looked_at_before_they_are_shown(
    bench: Workbench, server: PreviewServer
) -> None:
    static = bench.root / "site_config/static/files"
    static.mkdir()
    (static / "liuyang.txt").write_text("留样 48 小时", "utf-8")
    bench.refresh(theme_changed=True)
    assert get(server, "/files/liuyang.txt") == "留样 48 小时"
    (static / "lianxi.txt").write_text("电话 13800138000", "utf-8")
    state = bench.refresh(theme_changed=True)
    assert [one.code for one in state.errors] == ["STATIC-PRIVACY-01"]
    assert refused(server, "/files/lianxi.txt")[0] == 404
    (static / "lianxi.txt").unlink()
    (static / "liuyang.txt").unlink()
    bench.refresh(theme_changed=True)
    assert refused(server, "/files/liuyang.txt")[0] == 404
