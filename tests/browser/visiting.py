"""A phone opens one page of every kind, each as on a first visit, and notes what it cost and what went wrong."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from tests.browser.kinds import fullest_pages
from tests.projects import BASE

from portal.bench.serving import Served, served

WIDTH = 360
# A page is finished when the network has been silent for half a second, which these wait for at once.
TOGETHER = 8
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


# Where the words of the title begin, and the text that begins farthest to the left; 0 where there is no title.
EDGES = """() => {
  const left = (one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return Math.min(...[...range.getClientRects()].filter((box) => box.width > 1).map((box) => box.left));
  };
  const seen = (one) => one.checkVisibility() && !one.closest(".p-unseen");
  const texts = [...document.querySelectorAll("main p, main h2, main h3, main dt")].filter(seen);
  const title = document.querySelector("h1");
  return title ? [left(title), Math.min(...texts.map(left))].map(Math.round) : [];
}"""
DESK = {"width": 1280, "height": 800}


@dataclass
class Visit:
    """What the first visit to a page costs, and every trouble in words."""

    address: str
    kib: float = 0
    requests: int = 0
    shift: float = 0
    width: int = 0
    headings: int = 0
    edges: dict[int, list[int]] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def visit_all(browser: Browser, site: Path) -> dict[str, Visit]:
    """Kind → visit. Each page is on a phone of its own and from a server of its own, which counts for it alone."""
    visits: dict[str, Visit] = {}
    kinds = list(fullest_pages(site).items())
    with ExitStack() as servers:
        places = [servers.enter_context(served(site.parent)) for _ in range(TOGETHER)]
        for first in range(0, len(kinds), TOGETHER):
            begun = {
                kind: _begin(browser, place, address)
                for place, (kind, address) in zip(places, kinds[first:], strict=False)
            }
            visits |= {kind: _end(*begin) for kind, begin in begun.items()}
    return visits


def _begin(browser: Browser, place: Served, address: str) -> tuple[Page, Served, Visit]:
    # What is kept for days without network is fetched after the visit, when nobody waits.
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 740}, is_mobile=True, service_workers="block"
    )
    page, visit = context.new_page(), Visit(address)
    page.on("console", lambda said: visit.troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: visit.troubles.append(str(error)))
    page.on("response", lambda got: visit.troubles.append(got.url) if got.status >= 400 else None)
    page.on("request", lambda asked: _note_outside(visit, place.url + BASE, asked.url))
    page.add_init_script(WATCH)
    place.tally.take()
    page.goto(place.url + BASE + address, wait_until="commit")
    return page, place, visit


def _end(page: Page, place: Served, visit: Visit) -> Visit:
    page.wait_for_load_state("networkidle")
    page.evaluate(TO_THE_FOOT)
    sent, visit.requests = place.tally.take()
    visit.kib = sent / 1024
    watched = page.evaluate("watched")
    visit.shift = watched["shift"]
    visit.troubles += watched["refused"]
    visit.width = page.evaluate("document.documentElement.scrollWidth")
    visit.headings = page.locator("h1").count()
    visit.edges[WIDTH] = page.evaluate(EDGES)
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    visit.edges[DESK["width"]] = page.evaluate(EDGES)
    page.context.close()
    return visit


def _note_outside(visit: Visit, ours: str, url: str) -> None:
    if not url.startswith((ours, "data:", "blob:")):
        visit.outside.append(url)
