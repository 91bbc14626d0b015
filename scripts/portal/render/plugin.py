"""The plugin that puts an `Output` into a MkDocs build.

Takes a function that supplies the output (called before MkDocs empties anything) and tells, page
by page, what it has written, and which is the first one of each frame.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from portal.pages import Document, NavEntry, Output
from portal.pages.headings import slug
from portal.records import addresses
from portal.render.assets import NO_ASSETS, REPLACED, assets_of
from portal.render.frames import BODY, HEAD, SCRIPTS, TITLE, Filled, FrameStore
from portal.render.offline import offline
from portal.render.pages import DocumentFile, DocumentPage, SuppliedFile

# The page, and whether it is the first one in its frame.
Written = Callable[[Document, Filled, bool], None]


def nothing(document: Document, page: Filled, first: bool) -> None:
    """Nobody wants to know what was written."""


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin is configured by its arguments, not in mkdocs.yml."""


class PortalPlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """`only` limits rendering to these addresses (a preview); everything else is left as it lies."""

    def __init__(
        self,
        supply: Callable[[], Output],
        frames: FrameStore | None = None,
        only: Collection[str] | None = None,
        written: Written = nothing,
    ) -> None:
        super().__init__()
        self.supply = supply
        self.frames = frames or FrameStore()
        self.only = only
        self.written = written
        self.output: Output | None = None
        self.nav_pages: dict[str, DocumentPage] = {}
        self.assets = NO_ASSETS

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        output = self.supply()
        self.output = output
        config.site_name = output.site_name
        config.site_url = output.site_url
        config.extra["portal"] = dict(output.footer)
        self.assets = assets_of(Path(config.theme.custom_dir or ""))
        config.extra["assets"] = self.assets
        config.nav = [_nav(entry) for entry in output.navigation]
        # Of Chinese headings MkDocs' own keeps nothing and counts them: _1, _2.
        config.mdx_configs.setdefault("toc", {})["slugify"] = slug

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        output = self.output
        assert output is not None
        # What MkDocs finds by itself, nobody has looked at; what staff put beside the pages comes with the output.
        for file in [one for one in files if one.src_dir == config.docs_dir]:
            files.remove(file)
        in_nav = {place: entry.id for entry in output.navigation for place in _addresses(entry)}
        for document in output.documents:
            listed = document.address in in_nav
            wanted = self.only is None or document.address in self.only
            # Articles link to each other's files, so MkDocs must know them even when it leaves them alone.
            if not (listed or wanted or document.markdown_path):
                continue
            file = DocumentFile(document, config, in_nav=listed, wanted=wanted)
            page = DocumentPage(document, file, config)
            if listed:
                self.nav_pages[document.address] = page
            files.append(file)
        # A preview hands out these when a browser asks for them.
        if self.only is None:
            for path, content in output.all_files.items():
                files.append(SuppliedFile(path, content, config))
            for path, script in offline(output, self.assets).items():
                files.append(File.generated(config, path, content=script))
        return self._with_assets(files, config)

    def _with_assets(self, files: Files, config: MkDocsConfig) -> Files:
        """Material's own style sheets and scripts make room for ours."""
        for file in [one for one in files if one.src_uri.startswith(REPLACED)]:
            files.remove(file)
        for path, content in self.assets.files.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        # MkDocs leaves texts as they are; nothing was read from the theme before this event.
        env.autoescape = True
        env.globals["at"] = addresses
        env.globals["framed"] = pass_context(lambda context: self._framed(env, context))
        return env

    def _framed(self, env: Environment, context: Context) -> Markup:
        page = context["page"]
        document: Document = page.document
        assert self.output is not None
        is_first = FrameStore.key(document) not in self.frames.frames
        frame = self.frames.get(document, self.assets, lambda: self._marked(env, context, page))
        filled = frame.fill(document, self.output, page.html())
        self.written(document, filled, is_first)
        return Markup(filled.html)

    def _marked(self, env: Environment, context: Context, page: DocumentPage) -> str:
        """The theme's page with marks, the section's tab lit."""
        assert self.output is not None
        tab = next((e.address for e in self.output.navigation if e.id == page.document.section), None)
        lit = self.nav_pages.get(tab) if tab is not None else None
        page.active = False
        if lit:
            lit.active = True
        marks = {"head": HEAD, "scripts": SCRIPTS, "body": BODY}
        values = {**context.get_all(), "page": page.stand_in(TITLE), "portal": marks}
        try:
            return self.output.typesetter.page(env.get_template("main.html").render(values))
        finally:
            if lit:
                lit.active = False


def _nav(entry: NavEntry) -> dict[str, Any]:
    here = f"{entry.address}index.md"
    if not entry.children:
        return {entry.title: here}
    return {entry.title: [here, *({child.title: f"{child.address}index.md"} for child in entry.children)]}


def _addresses(entry: NavEntry) -> list[str]:
    return [entry.address, *(child.address for child in entry.children)]
