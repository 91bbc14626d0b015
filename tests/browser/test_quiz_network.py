"""Practice where the network is not what it should be: redirects, sign-in pages, old copies of pages, full storage."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.test_quiz_offline import OURS, visited
from tests.projects import BASE

pytestmark = pytest.mark.browser
QUESTION = ".p-player .p-trial"
SIGN_IN = b"<!doctype html><title>Wi-Fi</title><h1>sign in</h1>"
# The browser has room for what the worker keeps at first, and for nothing afterwards.
FULL = """const store = Cache.prototype.put;
Cache.prototype.put = function (...all) {
  return registration.active ? Promise.reject(new DOMException("", "QuotaExceededError")) : store.apply(this, all);
};
"""


@dataclass
class Network:
    """A small site below a path, and what lies between it and its readers."""

    folder: Path
    url: str = ""
    moved: dict[str, str] = field(default_factory=dict)
    signing_in: str = "(?!)"

    def change(self, path: str, old: str, new: str) -> None:
        """Rewrite part of a published file."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert re.search(old, text)
        file.write_text(re.sub(old, new, text), "utf-8")

    @property
    def bank(self) -> Path:
        (found,) = (self.folder / "quiz/bank").iterdir()
        return found


class Handler(SimpleHTTPRequestHandler):
    def __init__(self, network: Network, *args: object) -> None:
        self.network = network
        super().__init__(*args, directory=str(network.folder.parent))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path, mark, asked = self.path.removeprefix(f"/{BASE}").partition("?")
        if path in self.network.moved:
            self.send_response(301)
            self.send_header("Location", f"/{BASE}{self.network.moved[path]}{mark}{asked}")
            self.end_headers()
        elif re.search(self.network.signing_in, path):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(SIGN_IN)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """The page is what matters."""


@pytest.fixture
def network(site: Path, tmp_path: Path) -> Iterator[Network]:
    shutil.copytree(site, tmp_path / BASE, ignore=shutil.ignore_patterns("*.gz", "*.br"))
    network = Network(tmp_path / BASE)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, network)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        network.url = f"http://127.0.0.1:{server.server_port}/{BASE}"
        yield network
        server.shutdown()
        thread.join()


def practise(page: Page, network: Network) -> None:
    page.goto(f"{network.url}quiz/practice/?mode=order")
    expect(page.locator(QUESTION)).to_be_visible()


def test_a_page_that_was_moved_while_it_was_kept_opens_without_network(phone: Page, network: Network) -> None:
    network.moved = {"quiz/practice/": "quiz/practice/index.html"}
    visited(phone, network.url)
    practise(phone, network)
    phone.context.set_offline(True)
    practise(phone, network)
    # As the server would have led on.
    phone.goto(f"{network.url}quiz/practice")
    assert phone.url.endswith("/quiz/practice/")
    assert phone.locator("h1").inner_text() == "练习"


def test_a_sign_in_page_is_never_kept_in_place_of_ours(phone: Page, network: Network) -> None:
    visited(phone, network.url)
    phone.evaluate("(name) => caches.delete(name)", f"{OURS}quiz/bank/{network.bank.name}/")
    network.signing_in = "^quiz/(practice/$|bank|papers)"
    # Whoever has to sign in sees where.
    phone.goto(f"{network.url}quiz/practice/")
    assert phone.locator("h1").inner_text() == "sign in"
    asked = phone.evaluate(
        "(urls) => Promise.all(urls.map((one) => fetch(one).then((answer) => answer.text())))",
        [f"{network.url}quiz/bank/{network.bank.name}/index.json", f"{network.url}quiz/papers.json"],
    )
    assert asked[0] == SIGN_IN.decode()
    assert asked[1].startswith("{")
    network.signing_in = "(?!)"
    practise(phone, network)
    phone.context.set_offline(True)
    practise(phone, network)


def test_a_full_storage_stops_no_page(phone: Page, network: Network) -> None:
    script = network.folder / "quiz/sw.js"
    script.write_text(FULL + script.read_text("utf-8"), "utf-8")
    visited(phone, network.url)
    phone.evaluate("caches.keys().then((names) => Promise.all(names.map((one) => caches.delete(one))))")
    practise(phone, network)


def test_an_old_copy_of_a_page_goes_on_with_what_is_there_today(phone: Page, network: Network) -> None:
    """Its assets come from the worker, its bank from what `quiz/papers.json` names."""
    visited(phone, network.url)
    network.change("quiz/practice/index.html", r"assets/\w+/", "assets/0123456789/")
    network.change("quiz/practice/index.html", r"quiz/bank/\w+/", "quiz/bank/0123456789/")
    practise(phone, network)
    phone.context.set_offline(True)
    practise(phone, network)


def test_an_old_copy_of_a_page_finds_the_bank_at_its_first_visit(phone: Page, network: Network) -> None:
    network.change("quiz/practice/index.html", r"quiz/bank/\w+/", "quiz/bank/0123456789/")
    practise(phone, network)
