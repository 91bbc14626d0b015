"""A phone opens one page of every kind, each as on a first visit, and notes what it cost and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages

from portal.bench.serving import Served

WIDTH = 360
WATCH = """
window.watched = {shift: 0, refused: []};
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { watched.shift += entry.value; }))
  .observe({type: "layout-shift", buffered: true});
addEventListener("securitypolicyviolation", (event) => {
  watched.refused.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
# The foot of the page is seen too: what is loaded late must not move anything either.
TO_THE_FOOT = """() => new Promise((done) => {
  scrollTo(0, document.documentElement.scrollHeight);
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""


@dataclass
class Visit:
    """What the first visit to a page costs, and every trouble in words."""

    address: str
    kib: float = 0
    requests: int = 0
    shift: float = 0
    width: int = 0
    headings: int = 0
    troubles: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def visit_all(browser: Browser, served: Served, site: Path, base: str) -> dict[str, Visit]:
    """Kind → visit."""
    visits = {}
    for kind, address in fullest_pages(site).items():
        # What is kept for days without network is fetched after the visit, when nobody waits.
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 740}, is_mobile=True, service_workers="block"
        )
        visits[kind] = _visit(context.new_page(), served, base, address)
        context.close()
    return visits


def _visit(page: Page, served: Served, base: str, address: str) -> Visit:
    visit = Visit(address)
    page.on("console", lambda said: visit.troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: visit.troubles.append(str(error)))
    page.on("response", lambda got: visit.troubles.append(got.url) if got.status >= 400 else None)
    page.on("request", lambda asked: _note_outside(visit, served.url + base, asked.url))
    page.add_init_script(WATCH)
    served.tally.take()
    page.goto(served.url + base + address, wait_until="networkidle")
    page.evaluate(TO_THE_FOOT)
    sent, visit.requests = served.tally.take()
    visit.kib = sent / 1024
    watched = page.evaluate("watched")
    visit.shift = watched["shift"]
    visit.troubles += watched["refused"]
    visit.width = page.evaluate("document.documentElement.scrollWidth")
    visit.headings = page.locator("h1").count()
    return visit


def _note_outside(visit: Visit, ours: str, url: str) -> None:
    if not url.startswith((ours, "data:", "blob:")):
        visit.outside.append(url)
