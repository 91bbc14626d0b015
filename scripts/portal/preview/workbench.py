"""The state of a preview: the last good site, what is wrong now, and pages rendered on demand.

`refresh` re-reads only changed files and runs record rules only on them. A broken file leaves the
last good site in place. Pages are rendered when asked for: bodies that are finished HTML go into
frames kept from earlier, so ten thousand cases cost nothing until someone opens one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from portal.pages import Document, Html, Output, generate
from portal.pages.templates import FOLDER
from portal.records import Library, read
from portal.render.build import render
from portal.render.frames import FrameStore
from portal.rules import Findings, check
from portal.source import Diagnostic
from portal.source.progress import Progress, silent

THEME = ("site_config/theme", "site_config/static", "mkdocs.yml")


@dataclass(frozen=True)
class State:
    """What the browser is told: `generation` grows with every refresh."""

    generation: int = 0
    output: Output | None = None
    errors: tuple[Diagnostic, ...] = ()
    warnings: int = 0
    lines: dict[str, list[str]] = field(default_factory=dict)
    changed: tuple[str, ...] = ()

    def changed_pages(self, most: int = 5) -> list[Document]:
        """The pages made from the files that were just saved, single records first."""
        if self.output is None:
            return []
        touched = set(self.changed)
        pages = [one for one in self.output.documents if touched.intersection(one.sources)]
        return sorted(pages, key=lambda one: (len(one.sources), one.depth))[:most]


class Workbench:
    """One project being edited. Safe to use from the server's threads."""

    def __init__(self, root: Path, folder: Path, clock: Callable[[], datetime.date]) -> None:
        self.root, self.folder, self.clock = root, folder, clock
        self.state = State()
        self.library: Library | None = None
        self.findings: Findings | None = None
        self.frames = FrameStore()
        self.pages: dict[str, str] = {}
        self.lock = RLock()

    def refresh(self, theme_changed: bool = False, progress: Progress = silent) -> State:
        """Look at the files again; gives the new state."""
        with self.lock:
            today = self.clock()
            result = read(self.root, self.library, progress)
            self.library = result.library
            problems = list(result.problems)
            if result.site:
                self.findings = check(result.site, today, self.findings, result.changed)
                problems += self.findings.all
            errors = tuple(sorted({problem for problem in problems if problem.is_error}))
            output = self.state.output
            if result.site and not errors:
                output = generate(result.site, today, self.root / FOLDER, drafts=True)
                self.pages.clear()
                if theme_changed or not self.frames.frames:
                    self._start(output, today)
            files = result.library.files
            self.state = State(
                self.state.generation + 1,
                output,
                errors,
                len(set(problems)) - len(errors),
                {one.file: files[one.file].file.lines for one in errors if one.file in files},
                tuple(sorted(result.changed)),
            )
            return self.state

    def page(self, address: str) -> str | None:
        """The HTML of the page at `address`; `None` when there is no such page."""
        with self.lock:
            output = self.state.output
            document = output.by_address.get(address) if output else None
            if output is None or document is None:
                return None
            if address not in self.pages:
                self.pages[address] = self._render(document, output)
            return self.pages[address]

    def _render(self, document: Document, output: Output) -> str:
        body = document.body()
        frame = self.frames.frames.get(FrameStore.key(document))
        if frame and isinstance(body, Html):
            return frame.fill(document, output, body.html)
        render(output, self.root, self.folder, self.clock(), frames=self.frames, only={document.address})
        return (self.folder / document.address / "index.html").read_text("utf-8")

    def _start(self, output: Output, today: datetime.date) -> None:
        """Let MkDocs lay out the theme's files and one page of each frame."""
        self.frames.frames.clear()
        examples = {FrameStore.key(document): document.address for document in output.documents}
        render(output, self.root, self.folder, today, frames=self.frames, only=set(examples.values()))
