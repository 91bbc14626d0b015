"""Our build and plain MkDocs, side by side on the same records.

Ours is the whole of `portal build`: read, check, generate, MkDocs, verify, swap. Plain is MkDocs
with Material on the Markdown that `portal export` writes: no search, no outside fonts, sections in
the navigation and records beside it. Writing that Markdown is not counted for either.
"""

from __future__ import annotations

import datetime
import os
import shutil
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

import portal
from portal.bench.measuring import Cost, measure
from portal.bench.project import copy_with_cases
from portal.records import Site
from portal.source.progress import Progress


@dataclass(frozen=True)
class Comparison:
    """Costs of both builds: medians over the runs, for peak memory the greatest."""

    cases: int
    pages: int
    runs: int
    ours: Cost
    plain: Cost

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
        }


def compare(
    root: Path, site: Site, cases: int, runs: int, today: datetime.date, work: Path, progress: Progress
) -> Comparison:
    """Build the project at `root` with `cases` invented cases in both ways, in turn, `runs` times.

    Everything is written below `work`. Raises `RunFailed` when a build does.
    """
    project, tree, built = work / "project", work / "markdown", work / "site"
    steps = 2 + 2 * runs
    progress("正在生成案例", 0, steps)
    copy_with_cases(root, site, cases, today, project)
    progress("正在导出 Markdown", 1, steps)
    day = ("--today", today.isoformat())
    _portal(project, "export", str(tree), *day)
    costs: dict[str, list[Cost]] = {"ours": [], "plain": []}
    pages = 0
    for run in range(runs):
        progress("正在测量本程序", 2 + 2 * run, steps)
        costs["ours"].append(_portal(project, "build", "--site-dir", str(built), *day))
        pages = sum(1 for _ in built.rglob("index.html"))
        shutil.rmtree(built)
        progress("正在测量 MkDocs", 3 + 2 * run, steps)
        costs["plain"].append(_mkdocs(tree, built))
        shutil.rmtree(built)
    return Comparison(cases, pages, runs, _typical(costs["ours"]), _typical(costs["plain"]))


def _typical(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.cpu_s for cost in costs), max(cost.peak_mib for cost in costs))


def _portal(project: Path, *arguments: str) -> Cost:
    return _python("portal", "--root", str(project), *arguments)


def _mkdocs(tree: Path, site: Path) -> Cost:
    return _python("mkdocs", "build", "--quiet", "-f", str(tree / "mkdocs.yml"), "-d", str(site))


def _python(module: str, *arguments: str) -> Cost:
    """Run a module with the same Python and the same `portal` as this process."""
    here = str(Path(portal.__file__).parents[1])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    return measure([sys.executable, "-m", module, *arguments], environment)
