"""Frames: everything of a page that is the same for all pages at one depth in one section.

Material's template costs milliseconds a page. It is rendered once per (depth, section) with marks
where head, title and body belong; a page is then three joins. Frames outlive a build, so that a
preview renders a page without starting MkDocs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from portal.pages import Document, Output
from portal.pages.machines.head import head
from portal.pages.printed import printed
from portal.render.assets import NO_ASSETS, Assets

# As markup, which no text of a record can spell once it is escaped.
HEAD, SCRIPTS, TITLE, BODY = (Markup(f"<portal:{name}>") for name in ("head", "scripts", "title", "body"))
MARKS = re.compile("|".join(map(re.escape, (HEAD, SCRIPTS, TITLE, BODY))))
NEEDED = {HEAD, SCRIPTS, BODY}
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished page, and what of it belongs to it alone: its part of the head, and its body."""

    html: str
    head: str
    body: str


@dataclass(frozen=True)
class Frame:
    """The pieces between the marks, and which mark follows each piece but the last."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    assets: Assets = NO_ASSETS

    @classmethod
    def cut(cls, html: str, assets: Assets = NO_ASSETS) -> Frame:
        """Raises `ValueError` when the template has lost one of the marks that every page needs."""
        marks = tuple(MARKS.findall(html))
        if lost := NEEDED - set(marks):
            raise ValueError(f"main.html must show {' '.join(sorted(lost))}")
        return cls(tuple(MARKS.split(html)), marks, assets)

    def fill(self, document: Document, output: Output, body: str) -> Filled:
        """The page: `body` is finished HTML and gets a wrapper that says what kind of page it is."""
        until = f' data-until="{document.until.isoformat()}"' if document.until else ""
        wrapped = f'<div class="p-page p-page--{document.kind.name}"{until}>\n{body}</div>\n'
        body = output.typesetter.page(wrapped)
        own = head(document, output)
        on_paper = printed(document, output.site_url)
        values: dict[str, str] = {
            HEAD: own,
            SCRIPTS: self._scripts(document),
            TITLE: escape(document.title),
            BODY: on_paper + body,
        }
        parts = [self.pieces[0]]
        for mark, piece in zip(self.marks, self.pieces[1:], strict=True):
            parts += (values[mark], piece)
        return Filled("".join(parts), own, body)

    def _scripts(self, document: Document) -> str:
        """What the browser begins to fetch at once: the data that the scripts ask for first, and all of the scripts."""
        data = (
            f'\n  <link rel="preload" href="{document.root}{path}" as="fetch" crossorigin>'
            for path in document.data
        )
        scripts = (
            f'\n  <script type="module" src="{document.root}{path}"></script>'
            for path in self.assets.loaded(document.scripts)
        )
        return "".join((*data, *scripts))


@dataclass
class FrameStore:
    """Frames by depth and section."""

    frames: dict[Key, Frame] = field(default_factory=dict)

    @staticmethod
    def key(document: Document) -> Key:
        return (document.depth, document.section)

    def get(self, document: Document, assets: Assets, render: Callable[[], str]) -> Frame:
        """The frame for `document`; `render` makes the marked page where none is kept yet."""
        key = self.key(document)
        if key not in self.frames:
            self.frames[key] = Frame.cut(render(), assets)
        return self.frames[key]
