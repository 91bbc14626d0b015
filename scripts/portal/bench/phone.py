"""A cheap phone on a weak network: one browser goes from page to page and says what each cost its reader.

The network and processor are slowed in the browser as Lighthouse slows them for its mobile run. The browser
keeps what it has fetched, as a phone does: the second page pays only for what it needs anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.bench.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RECORD = "chromium-path"  # where tests/browser/chromium.py writes which browser this machine has
WIDTH, HEIGHT, PIXEL_RATIO = 360, 740, 3
SLOWER = 4
# Slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms, each with the factor by which Lighthouse corrects them.
SLOW_4G = {
    "offline": False,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
    "latency": 150 * 3.75,
}
SETTLE_MS = 1000  # after the network has fallen silent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OBSERVE = """
window.portalSeen = {lcp: 0, fcp: 0, shift: 0, tasks: []};
const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
  .observe({type, buffered: true});
watch("largest-contentful-paint", (entry) => { portalSeen.lcp = entry.startTime; });
watch("paint", (entry) => { if (entry.name === "first-contentful-paint") portalSeen.fcp = entry.startTime; });
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) portalSeen.shift += entry.value; });
watch("longtask", (entry) => { portalSeen.tasks.push([entry.startTime, entry.duration]); });
"""
LONG_TASK_MS = 50


class NoBrowser(Exception):
    """There is nothing to drive a browser with; the message is for people."""


@dataclass(frozen=True)
class Visit:
    """What one page cost: milliseconds, share of the screen that moved, KiB over the wire, requests."""

    lcp_ms: float
    tbt_ms: float
    cls: float
    kib: float
    requests: float


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser that the tests use. Raises `NoBrowser`."""
    try:
        # Only developers have it.
        api = import_module("playwright.sync_api")
    except ImportError as failure:
        raise NoBrowser("这一项要用浏览器和开发用的包。先运行 make test，它会装好") from failure
    record = Path(sys.prefix) / RECORD
    path = record.read_text("utf-8").strip() if record.is_file() else None
    with api.sync_playwright() as playwright:
        if not path and not Path(playwright.chromium.executable_path).is_file():
            raise NoBrowser("没有找到浏览器。先运行 make test，它会装好")
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield chromium
        finally:
            chromium.close()


@contextmanager
def phone(browser: Browser, network: Mapping[str, object]) -> Iterator[Page]:
    """A slow phone on this network that has never been anywhere."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=PIXEL_RATIO, is_mobile=True
    )
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", dict(network))
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page
    finally:
        context.close()


def journey(browser: Browser, site: Served, addresses: list[str]) -> list[Visit]:
    """Open `addresses` of `site` one after the other on a phone that has never been there."""
    with phone(browser, SLOW_4G) as page:
        page.add_init_script(OBSERVE)
        return [_visit(page, site, address) for address in addresses]


def _visit(page: Page, site: Served, address: str) -> Visit:
    site.tally.take()
    page.goto(site.url + address, wait_until="networkidle")
    page.wait_for_timeout(SETTLE_MS)
    sent, requests = site.tally.take()
    seen = page.evaluate("portalSeen")
    return Visit(seen["lcp"], _blocked(seen), seen["shift"], sent / 1024, requests)


def _blocked(seen: dict[str, Any]) -> float:
    """Total blocking time: what tasks took beyond 50 ms once something was on the screen."""
    tasks: list[list[float]] = seen["tasks"]
    return sum(duration - LONG_TASK_MS for start, duration in tasks if start + duration > seen["fcp"])
