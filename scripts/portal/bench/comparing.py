"""Our build and plain MkDocs, side by side on the same records.

Ours is the whole of `portal build --fast`: read, check, generate, MkDocs, verify, swap. Plain is MkDocs
with Material on the Markdown that `portal export` writes: no search, no outside fonts, sections in
the navigation and records beside it. Writing that Markdown is not counted for either. What a full build
adds, the search index and the compressed copies, plain MkDocs has nothing to set against; it is told apart.
"""

from __future__ import annotations

import datetime
import shutil
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.bench.cases import copy_with_cases
from portal.bench.measuring import Cost, mkdocs, portal_command, swept_build
from portal.records import Site
from portal.source.progress import Progress

MIB = 1024 * 1024


@dataclass(frozen=True)
class Comparison:
    """Costs of the builds: medians over the runs, for peak memory the greatest; bytes of a full site.

    `sweep_s` are the CPU seconds of a full build that go into the last search of what may not stand on the site.
    """

    cases: int
    pages: int
    runs: int
    full_size: int
    ours: Cost
    plain: Cost
    full: Cost
    sweep_s: float

    @property
    def sweep_share(self) -> float:
        """The last search's part of a full build, 0 to 1."""
        return self.sweep_s / self.full.cpu_s

    @property
    def ratio(self) -> float:
        """Our CPU seconds for one of plain MkDocs."""
        return self.ours.cpu_s / self.plain.cpu_s

    def ms_per_page(self, cost: Cost) -> float:
        return 1000 * cost.cpu_s / self.pages

    def as_json(self) -> dict[str, float]:
        return {
            "cases": self.cases,
            "pages": self.pages,
            "runs": self.runs,
            "ours_cpu_s": round(self.ours.cpu_s, 2),
            "plain_cpu_s": round(self.plain.cpu_s, 2),
            "ratio": round(self.ratio, 3),
            "ours_ms_per_page": round(self.ms_per_page(self.ours), 2),
            "plain_ms_per_page": round(self.ms_per_page(self.plain), 2),
            "peak_mib": round(self.ours.peak_mib),
            "plain_peak_mib": round(self.plain.peak_mib),
            "full_cpu_s": round(self.full.cpu_s, 2),
            "full_ms_per_page": round(self.ms_per_page(self.full), 2),
            "full_peak_mib": round(self.full.peak_mib),
            "full_mib": round(self.full_size / MIB, 1),
            "sweep_cpu_s": round(self.sweep_s, 2),
            "sweep_share": round(self.sweep_share, 3),
        }


def compare(
    root: Path, site: Site, cases: int, runs: int, today: datetime.date, work: Path, progress: Progress
) -> Comparison:
    """Build the project at `root` with `cases` invented cases in each way, in turn, `runs` times.

    Everything is written below `work`. Raises `RunFailed` when a build does.
    """
    project, tree, built = work / "project", work / "markdown", work / "site"
    day = ("--today", today.isoformat())
    swept: list[float] = []

    def full() -> Cost:
        cost, searching = swept_build(project, built, today.isoformat())
        swept.append(searching)
        return cost

    ways: dict[str, tuple[str, Callable[[], Cost]]] = {
        "ours": (
            "本程序",
            lambda: portal_command(project, "build", "--fast", "--site-dir", str(built), *day),
        ),
        "plain": ("MkDocs", lambda: mkdocs(tree, built)),
        "full": ("完整生成", full),
    }
    steps = 2 + len(ways) * runs
    progress("正在生成案例", 0, steps)
    copy_with_cases(root, site, cases, today, project)
    progress("正在导出 Markdown", 1, steps)
    portal_command(project, "export", str(tree), *day)
    costs: dict[str, list[Cost]] = {way: [] for way in ways}
    pages: dict[str, int] = {}
    sizes: dict[str, int] = {}
    for step, (way, (title, run)) in enumerate([*ways.items()] * runs, 2):
        progress(f"正在测量{title}", step, steps)
        costs[way].append(run())
        pages[way], sizes[way] = _pages_and_bytes(built)
        shutil.rmtree(built)
    typical = {way: _typical(measured) for way, measured in costs.items()}
    return Comparison(cases, pages["ours"], runs, sizes["full"], **typical, sweep_s=statistics.median(swept))


def _pages_and_bytes(folder: Path) -> tuple[int, int]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sum(file.name == "index.html" for file in files), sum(file.stat().st_size for file in files)


def _typical(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.cpu_s for cost in costs), max(cost.peak_mib for cost in costs))
