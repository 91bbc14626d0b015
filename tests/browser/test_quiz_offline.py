"""Practice without network after one visit, below a path as in use; a new version takes the place of the old one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect
from tests.projects import BASE

from portal.bench.serving import served

pytestmark = pytest.mark.browser
OURS = f"portal-quiz /{BASE} "
KEPT = """async (part) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(part));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map((one) => new URL(one.url).pathname);
}"""
# Looks again until something is so, and fails instead of waiting for ever.
UNTIL = """const until = async (holds) => {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 1500) throw new Error("waited in vain");
    await new Promise((go) => setTimeout(go, 20));
  }
};"""
UPDATED = """const one = await navigator.serviceWorker.ready;
  await one.update();
  await until(() => one.waiting);"""


@pytest.fixture
def folder(site: Path, tmp_path: Path) -> Path:
    """Where the small site lies below a path, for this test alone."""
    shutil.copytree(site, tmp_path / "one")
    (tmp_path / BASE).symlink_to(tmp_path / "one")
    return tmp_path


@pytest.fixture
def base(folder: Path) -> Iterator[str]:
    with served(folder) as place:
        yield place.url + BASE


def visited(page: Page, base: str) -> Page:
    """The page that registers the worker at once, when everything is kept."""
    page.goto(f"{base}quiz/mine/")
    expect(page.locator("[data-offline]")).to_have_text("离线可用，题目都存好了", timeout=20_000)
    return page


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return found


def version(site: Path) -> str:
    found = re.search(r'"version":"(\w+)"', (site / "quiz/sw.js").read_text("utf-8"))
    assert found
    return found[1]


def test_after_one_visit_the_player_works_without_network(phone: Page, base: str) -> None:
    visited(phone, base)
    phone.context.set_offline(True)
    phone.goto(f"{base}quiz/practice/?mode=order")
    phone.locator(".p-trial label").first.click()
    phone.get_by_role("button", name="对答案").click()
    expect(phone.locator(".p-verdict")).to_contain_text("答")
    for page in ("quiz/", "quiz/exam/", "quiz/paper/", "quiz/mine/"):
        phone.goto(f"{base}{page}?mode=elder")
        assert phone.evaluate("document.styleSheets[0].cssRules.length") > 100
    expect(phone.locator("[data-offline]")).to_contain_text("离线可用")


def test_a_page_that_is_not_kept_says_so_and_other_sections_are_left_alone(phone: Page, base: str) -> None:
    visited(phone, base)
    kept = phone.evaluate(KEPT, OURS)
    assert {path for path in kept if not re.match(rf"/{BASE}(quiz/|assets/\w+/)", path)} == set()
    phone.goto(base)
    assert phone.evaluate("navigator.serviceWorker.controller") is None
    phone.context.set_offline(True)
    phone.goto(f"{base}quiz/personnel/")
    assert phone.locator("h1").inner_text() == "没有网络"
    assert phone.get_by_role("link", name="去练习").get_attribute("href") == f"/{BASE}quiz/practice/"
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        phone.goto(f"{base}laws/")


def test_a_new_version_takes_the_place_of_the_old_one(phone: Page, base: str, folder: Path) -> None:
    visited(phone, base)
    phone.evaluate("caches.open('portal-quiz /another-site/ 0123456789')")
    old = version(folder / "one")
    assert f"{OURS}{old}" in names(phone)
    shutil.copytree(folder / "one", folder / "two")
    changed = folder / "two/quiz/sw.js"
    changed.write_text(changed.read_text("utf-8").replace(old, "ffffffffff"), "utf-8")
    for copy in changed.parent.glob("sw.js.*"):
        copy.unlink()
    (folder / BASE).unlink()
    (folder / BASE).symlink_to(folder / "two")
    # A browser may stop a worker that is still being installed when its page goes away.
    phone.evaluate(f"async () => {{ {UNTIL} {UPDATED} }}")
    # As long as a page of the quiz is open, it keeps its files.
    assert f"{OURS}{old}" in names(phone)
    phone.goto(base)
    phone.evaluate(
        f"async (name) => {{ {UNTIL} await until(async () => !(await caches.has(name))); }}", f"{OURS}{old}"
    )
    assert f"{OURS}ffffffffff" in names(phone)
    assert "portal-quiz /another-site/ 0123456789" in names(phone)
    phone.context.set_offline(True)
    phone.goto(f"{base}quiz/practice/")
    assert phone.locator("h1").inner_text() == "练习"


def test_everything_is_downloaded_on_request_and_after_a_change_again(
    phone: Page, folder: Path, base: str
) -> None:
    """A bank that is too large to be kept unasked: as if of this one only the index had been kept."""
    script = folder / "one/quiz/sw.js"
    text = script.read_text("utf-8")
    chunk = re.search(r'"quiz/bank/\w+/0\.json"', text)
    assert chunk
    text = text.replace(f",{chunk[0]}", "").replace('"more":[]', f'"more":[{chunk[0]}]')
    script.write_text(text, "utf-8")
    for copy in script.parent.glob("sw.js.*"):
        copy.unlink()
    phone.goto(f"{base}quiz/mine/")
    said = phone.locator("[data-offline]")
    expect(said).to_contain_text("其余的要联网", timeout=20_000)
    phone.get_by_role("button", name="下载全部题目供离线使用").click()
    expect(said).to_have_text("离线可用，题目都存好了")
    assert not phone.get_by_role("button", name="下载全部题目供离线使用").is_visible()
    bank = chunk[0].strip('"').rpartition("/")[0] + "/"
    phone.evaluate("(name) => caches.delete(name)", OURS + bank)
    phone.reload()
    expect(said).to_have_text("离线可用，题目都存好了", timeout=20_000)
    assert f"/{BASE}{bank}0.json" in phone.evaluate(KEPT, OURS)


def test_where_there_is_no_worker_practice_goes_on_and_the_page_says_so(phone: Page, base: str) -> None:
    phone.route("**/quiz/sw.js", lambda route: route.abort())
    phone.add_init_script("delete Navigator.prototype.serviceWorker;")
    phone.goto(f"{base}quiz/mine/")
    expect(phone.locator("[data-offline]")).to_contain_text("离线不可用：浏览器不支持")
    phone.goto(f"{base}quiz/practice/?mode=order")
    expect(phone.locator(".p-trial")).to_be_visible()


def test_case_pages_are_never_kept(phone: Page, base: str) -> None:
    """Neither by being visited nor by a page of the quiz that fetches one."""
    visited(phone, base)
    phone.goto(f"{base}cases/2024-002/")
    phone.goto(f"{base}quiz/practice/")
    phone.evaluate("fetch('../../cases/2024-002/').then((answer) => answer.text())")
    phone.evaluate("fetch('../../search/index.json').then((answer) => answer.text())")
    paths = [path.removeprefix(f"/{BASE}") for path in phone.evaluate(KEPT, OURS)]
    assert paths
    assert [path for path in paths if not path.startswith(("quiz/", "assets/"))] == []
