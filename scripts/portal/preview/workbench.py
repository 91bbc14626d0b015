"""The state of a preview: the last good site, what is wrong now, and pages rendered on demand.

`refresh` re-reads only changed files and runs record rules only on them. A broken file or template
leaves the last good site in place. Pages are rendered when asked for: bodies that are finished HTML go into
frames kept from earlier, so ten thousand cases cost nothing until someone opens one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock
from typing import Any

from portal.pages import Document, Html, NavEntry, Output, generate
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.reading import Library, read
from portal.render.build import render
from portal.render.failures import EXPECTED, in_words
from portal.render.frames import FrameStore
from portal.rules import Findings, check
from portal.source import Diagnostic
from portal.source.progress import Progress, silent

# What every frame shows, so that it is laid out again when one of them changes.
Layout = tuple[str, str, tuple[NavEntry, ...], Mapping[str, Any]]
THEME = ("site_config/theme", "site_config/static", "mkdocs.yml")


@dataclass(frozen=True)
class State:
    """What the browser is told: `generation` grows with every refresh, whatever came of it.

    `failure` says what a template, the theme or the disk has made impossible.
    """

    generation: int = 0
    output: Output | None = None
    errors: tuple[Diagnostic, ...] = ()
    warnings: int = 0
    lines: dict[str, list[str]] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    failure: str = ""

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
        self.layout: Layout | None = None
        self.pages: dict[str, str] = {}
        self.lock = RLock()

    def refresh(self, theme_changed: bool = False, progress: Progress = silent) -> State:
        """Look at the files again; gives the new state."""
        with self.lock:
            generation = self.state.generation + 1
            try:
                self.state = replace(self._looked_at_again(theme_changed, progress), generation=generation)
            except EXPECTED as failure:
                self.state = replace(self.state, generation=generation, failure=in_words(failure))
            return self.state

    def page(self, address: str) -> tuple[str | None, State]:
        """The HTML of the page at `address`, `None` when there is no such page, and the state it belongs to.

        Raises one of the `EXPECTED` failures when the page cannot be made.
        """
        with self.lock:
            output = self.state.output
            document = output.by_address.get(address) if output else None
            if output is None or document is None:
                return None, self.state
            if address not in self.pages:
                self.pages[address] = self._render(document, output)
            return self.pages[address], self.state

    def file(self, path: str) -> bytes | None:
        """The content of the file at `path` that is no page, `None` when there is no such file."""
        with self.lock:
            output = self.state.output
            make = output.all_files.get(path) if output else None
            return make() if make else None

    def _looked_at_again(self, theme_changed: bool, progress: Progress) -> State:
        today = self.clock()
        self.layout = None if theme_changed else self.layout
        result = read(self.root, self.library, progress)
        self.library = result.library
        problems = list(result.problems)
        if result.site:
            # Whether a picture is the one that was signed is asked of every record.
            earlier = None if theme_changed else self.findings
            self.findings = check(result.site, today, earlier, result.changed)
            problems += self.findings.all
        errors = tuple(sorted({problem for problem in problems if problem.is_error}))
        output = self.state.output
        if result.site and not errors:
            public = PublicSite(result.site, today, drafts=True)
            output = generate(public, environment(self.root / FOLDER))
            layout = (output.site_name, output.site_url, output.navigation, output.footer)
            if layout != self.layout:
                self.frames = self._laid_out(output, today)
                self.layout = layout
            self.pages = {}
        files = result.library.files
        return State(
            output=output,
            errors=errors,
            warnings=len(set(problems)) - len(errors),
            lines={one.file: files[one.file].file.lines for one in errors if one.file in files},
            changed=tuple(sorted(result.changed)),
        )

    def _render(self, document: Document, output: Output) -> str:
        body = document.body()
        frame = self.frames.frames.get(FrameStore.key(document))
        if frame and isinstance(body, Html):
            return frame.fill(document, output, body.html).html
        render(output, self.root, self.folder, self.clock(), frames=self.frames, only={document.address})
        return (self.folder / document.address / "index.html").read_text("utf-8")

    def _laid_out(self, output: Output, today: datetime.date) -> FrameStore:
        """New frames: MkDocs lays out the theme's files and one page of each. The old ones serve until it is done."""
        frames = FrameStore()
        examples = {FrameStore.key(document): document.address for document in output.documents}
        render(output, self.root, self.folder, today, frames=frames, only=set(examples.values()))
        return frames
