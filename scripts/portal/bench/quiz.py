"""What practising costs a phone: how much each page of the quiz loads, and when its first question stands there.

Builds the project, serves the site with brotli, opens each page as on a first visit: once with the network of the
issue alone, once with connections that have to be made first, as over HTTPS. Bytes are those of the answers' bodies.
"""

from __future__ import annotations

import datetime
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from portal.bench.measuring import RunFailed, portal_command
from portal.bench.phone import SLOWER, WIDTH, browser, phone
from portal.bench.serving import COPIES, Served, served
from portal.source.progress import Progress

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Each page, and what of it a reader waits for.
PLACES = {
    "practice": ("quiz/practice/?mode=order", ".p-trial legend"),
    "exam": ("quiz/exam/", "quiz-exam :is(form, a, button)"),
    "paper": ("quiz/paper/", "quiz-exam :is(form, a, button)"),
    "mine": ("quiz/mine/", "quiz-mine"),
}
ROUND_TRIP = 0.15  # seconds
WEAK = {
    "offline": False,
    "downloadThroughput": 180 * 1024,
    "uploadThroughput": 90 * 1024,
    "latency": 1000 * ROUND_TRIP,
}
# One round trip for TCP, one for TLS 1.3, and then the one for the first answer, which the browser counts as well.
CONNECTING = 3 * ROUND_TRIP
# When that stands on the screen for the first time, by the clock of the page.
WATCH = """(selector) => {
  const look = () => {
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length) window.portalShown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
LOADED = """[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize])"""


@dataclass(frozen=True)
class Opened:
    """One page: bytes of its scripts and of all it loads, requests, medians of milliseconds until it can be used."""

    page: str
    address: str
    script_bytes: int
    bytes: int
    requests: int
    shown_ms: float
    shown_connecting_ms: float


@dataclass(frozen=True)
class QuizCost:
    """All pages, and the bytes of all scripts of the player, compressed as they lie there."""

    runs: int
    player_bytes: int
    player_files: int
    opened: tuple[Opened, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "runs": self.runs,
            "network": f"180 KB/s, {WEAK['latency']:.0f} ms",
            "cpu_slower": SLOWER,
            "width": WIDTH,
            "player_bytes": self.player_bytes,
            "player_files": self.player_files,
            "pages": [asdict(one) for one in self.opened],
        }


def cost_of_quiz(root: Path, runs: int, today: datetime.date, work: Path, progress: Progress) -> QuizCost:
    """Build the site below `work`, and open its quiz `runs` times. Raises `RunFailed`, `NoBrowser`."""
    with browser() as chromium:
        progress("正在生成网站", 0, 1)
        portal_command(root, "build", "--site-dir", str(work / "site"), "--today", today.isoformat())
        return cost_on(chromium, work / "site", runs, progress)


def cost_on(
    chromium: Browser, site: Path, runs: int, progress: Progress, places: Sequence[str] = tuple(PLACES)
) -> QuizCost:
    """The same of a site that is built. Raises `RunFailed` where it has no quiz."""
    player = [*site.glob("assets/*/quiz-*.js")]
    if not player or not (site / "quiz/practice").is_dir():
        raise RunFailed("网站里没有做题的网页")
    opened = []
    with served(site, "br") as near, served(site, "br", CONNECTING) as far:
        for done, name in enumerate(places):
            progress("正在打开网页", done, len(places))
            opened.append(_opened(chromium, near, far, name, runs))
    return QuizCost(runs, sum(map(_as_served, player)), len(player), tuple(opened))


def _as_served(file: Path) -> int:
    """Very small files have no copy."""
    copy = file.with_name(f"{file.name}{COPIES['br']}")
    return (copy if copy.is_file() else file).stat().st_size


def _opened(chromium: Browser, near: Served, far: Served, name: str, runs: int) -> Opened:
    address, awaited = PLACES[name]
    visits = [_visit(chromium, near, address, awaited) for _ in range(runs)]
    connecting = [_visit(chromium, far, address, awaited)[0] for _ in range(runs)]
    loaded = visits[0][1]
    return Opened(
        name,
        address,
        sum(size for path, size in loaded if path.endswith(".js")),
        sum(size for _, size in loaded),
        len(loaded),
        round(statistics.median(shown for shown, _ in visits)),
        round(statistics.median(connecting)),
    )


def _visit(
    chromium: Browser, site: Served, address: str, awaited: str
) -> tuple[float, list[tuple[str, int]]]:
    """Milliseconds until it was shown, and what was loaded: path and bytes."""
    with phone(chromium, WEAK) as page:
        page.add_init_script(f"({WATCH})({awaited!r})")
        page.goto(site.url + address, wait_until="networkidle")
        page.wait_for_function("window.portalShown")
        return page.evaluate("portalShown"), page.evaluate(LOADED)
