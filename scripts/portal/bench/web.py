"""Home, case, quiz on a phone: our site beside a stock Material site of the same pages.

Both are built in this run from the same project: ours by `portal build`, the other by MkDocs with Material
and its search from what `portal export` writes. Both are served compressed by the same server.
"""

from __future__ import annotations

import datetime
import re
import statistics
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from portal.bench.cases import copy_with_cases
from portal.bench.measuring import RunFailed, mkdocs, portal_command
from portal.bench.phone import SLOWER, WIDTH, Visit, browser, journey
from portal.bench.serving import served
from portal.records import Site
from portal.source.progress import Progress

PLACES = {"home": "", "case": "cases/{case}/", "quiz": "quiz/"}
CASE = re.compile(r"\d{4}-\d+")
NO_PLUGINS = "plugins: []"


@dataclass(frozen=True)
class Stop:
    """One page of the way and what it cost on both sites, medians over the runs."""

    name: str
    address: str
    ours: Visit
    stock: Visit


@dataclass(frozen=True)
class WebComparison:
    """The whole way."""

    cases: int
    runs: int
    stops: tuple[Stop, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "cases": self.cases,
            "runs": self.runs,
            "network": "slow 4G",
            "cpu_slower": SLOWER,
            "width": WIDTH,
            "pages": [
                {
                    "page": stop.name,
                    "address": stop.address,
                    "ours": _rounded(stop.ours),
                    "stock": _rounded(stop.stock),
                }
                for stop in self.stops
            ],
        }


def compare_web(
    root: Path, site: Site, cases: int, runs: int, today: datetime.date, work: Path, progress: Progress
) -> WebComparison:
    """Build both sites below `work`, with `cases` invented cases more, and send the phone `runs` times over each.

    Raises `RunFailed` when a build fails, `NoBrowser` where there is none.
    """
    with browser() as chromium:
        ours, stock = _build(root, site, cases, today, work, progress)
        addresses = _addresses(ours, stock)
        visits: dict[Path, list[list[Visit]]] = {ours: [], stock: []}
        for run in range(runs):
            for turn, folder in enumerate(visits):
                progress("正在打开网页", 2 * run + turn, 2 * runs)
                with served(folder) as place:
                    visits[folder].append(journey(chromium, place, list(addresses.values())))
    medians = zip(_medians(visits[ours]), _medians(visits[stock]), strict=True)
    stops = (
        Stop(name, address, *both) for (name, address), both in zip(addresses.items(), medians, strict=True)
    )
    return WebComparison(cases, runs, tuple(stops))


def _build(
    root: Path, site: Site, cases: int, today: datetime.date, work: Path, progress: Progress
) -> tuple[Path, Path]:
    project, tree, ours, stock = (work / name for name in ("project", "markdown", "ours", "stock"))
    day = ("--today", today.isoformat())
    progress("正在生成两个网站", 0, 3)
    copy_with_cases(root, site, cases, today, project)
    portal_command(project, "build", "--site-dir", str(ours), *day)
    progress("正在生成两个网站", 1, 3)
    portal_command(project, "export", str(tree), *day)
    settings = tree / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(NO_PLUGINS, "plugins: [search]"), "utf-8")
    progress("正在生成两个网站", 2, 3)
    mkdocs(tree, stock)
    return ours, stock


def _addresses(*folders: Path) -> dict[str, str]:
    """Where the phone goes; raises `RunFailed` where one of the sites lacks a page."""
    cases = sorted(path.name for path in (folders[0] / "cases").iterdir() if CASE.fullmatch(path.name))
    found = {name: place.format(case=cases[-1] if cases else "") for name, place in PLACES.items()}
    for folder in folders:
        for address in found.values():
            if not (folder / address / "index.html").is_file():
                raise RunFailed(f"网站里没有 /{address} 这一页")
    return found


def _medians(runs: list[list[Visit]]) -> list[Visit]:
    return [_median(list(visits)) for visits in zip(*runs, strict=True)]


def _median(visits: list[Visit]) -> Visit:
    return Visit(*(statistics.median(getattr(v, part.name) for v in visits) for part in fields(Visit)))


def _rounded(visit: Visit) -> dict[str, float]:
    return {name: round(value, 4 if name == "cls" else 1) for name, value in asdict(visit).items()}
