"""What the search index costs to build and to ask, whether its answers are exact, and what people find.

Builds the project with many invented cases, makes the index of that site once more in a process of
its own, and asks every query of `QUERIES`; the truth is a search through all texts. Bytes are those
of a transfer: JSON compressed, binary files as they are.
"""

from __future__ import annotations

import datetime
import gzip
import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from portal.bench.cases import copy_with_cases
from portal.bench.comparing import MIB
from portal.bench.measuring import RunFailed, portal_command
from portal.bench.search_people import People, ask_as_people
from portal.bench.search_queries import QUERIES, Truth, shown_pages
from portal.records import Site, addresses
from portal.search.lookup import Index
from portal.source.progress import Progress

# Results that the search page shows at first.
SHOWN = 5


@dataclass(frozen=True)
class Asked:
    """One query: how many pages it should find and did, and what it fetched first of all and after all others before."""

    query: str
    truth: int
    found: int
    right: int
    first_bytes: int
    later_bytes: int


@dataclass(frozen=True)
class SearchCost:
    """The index of a site and the answers to all queries."""

    cases: int
    pages: int
    index_cpu_s: float
    extract_cpu_s: float
    peak_mib: float
    files: int
    size_mib: float
    asked: tuple[Asked, ...]
    people: People | None = None

    @property
    def precision(self) -> float:
        return sum(one.right for one in self.asked) / max(1, sum(one.found for one in self.asked))

    @property
    def recall(self) -> float:
        return sum(one.right for one in self.asked) / max(1, sum(one.truth for one in self.asked))

    def as_json(self) -> dict[str, float]:
        first, later = ([getattr(one, f"{name}_bytes") for one in self.asked] for name in ("first", "later"))
        people = self.people.as_json() if self.people else {}
        return people | {
            "cases": self.cases,
            "pages": self.pages,
            "index_cpu_s": round(self.index_cpu_s, 2),
            "extract_cpu_s": round(self.extract_cpu_s, 2),
            "peak_mib": round(self.peak_mib),
            "files": self.files,
            "size_mib": round(self.size_mib, 1),
            "queries": len(self.asked),
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "first_bytes_median": round(statistics.median(first)),
            "first_bytes_max": max(first),
            "later_bytes_median": round(statistics.median(later)),
            "later_bytes_max": max(later),
        }


def cost_of_search(
    root: Path, site: Site, cases: int, today: datetime.date, work: Path, progress: Progress
) -> SearchCost:
    """Everything is written below `work`. Raises `RunFailed` when the build does."""
    project, built = work / "project", work / "site"
    progress("正在生成网站", 0, 3)
    copy_with_cases(root, site, cases, today, project)
    portal_command(project, "build", "--site-dir", str(built), "--today", today.isoformat())
    progress("正在编检索索引", 1, 3)
    alone = _alone(built)
    progress("正在检索", 2, 3)
    return _measured(built, cases, alone)


def _alone(built: Path) -> dict[str, float]:
    """The index once more, in a process that does nothing else."""
    run = subprocess.run(
        [sys.executable, "-m", "portal.bench.search_alone", str(built)],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RunFailed(run.stderr.strip()[-2000:])
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _measured(built: Path, cases: int, alone: dict[str, float]) -> SearchCost:
    folder = json.loads((built / addresses.SEARCH_INDEX).read_bytes())["folder"]
    files = [file for file in (built / folder).rglob("*") if file.suffix in (".bin", ".json")]
    truth = Truth.of(built)
    kept = Counted(built)
    asking = Index(kept.fetch)
    asked = tuple(_asked(query, built, truth, asking, kept) for query in QUERIES)
    size = sum(file.stat().st_size for file in files) / MIB
    there = [page["address"] for page in shown_pages(built)]
    people = ask_as_people(built, lambda question: question.answered_by(there), Counted(built).size)
    return SearchCost(
        cases,
        len(truth.pages),
        alone["index_cpu_s"],
        alone["extract_cpu_s"],
        alone["peak_mib"],
        files=len(files) + 1,
        size_mib=size,
        asked=asked,
        people=people,
    )


def _asked(query: str, built: Path, truth: Truth, asking: Index, kept: Counted) -> Asked:
    fresh = Counted(built)
    answer = _ask(Index(fresh.fetch), query)
    before = kept.taken
    _ask(asking, query)
    wanted = truth.pages_with(query)
    right = len(wanted.intersection(answer))
    return Asked(query, len(wanted), len(answer), right, fresh.taken, kept.taken - before)


def _ask(index: Index, query: str) -> list[int]:
    pages = index.search(query).pages
    for page in pages[:SHOWN]:
        index.page(page)
    return pages


class Counted:
    """Hands out files of a built site and counts what their transfer would take, each file once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes: dict[str, int] = {}

    @property
    def taken(self) -> int:
        return sum(self.sizes.values())

    def fetch(self, path: str) -> bytes:
        content = (self.folder / path).read_bytes()
        packed = content if path.endswith(".bin") else gzip.compress(content, 9)
        self.sizes[path] = min(len(packed), len(content))
        return content

    def size(self, path: str) -> int:
        """What the transfer of the file takes."""
        if path not in self.sizes:
            self.fetch(path)
        return self.sizes[path]
