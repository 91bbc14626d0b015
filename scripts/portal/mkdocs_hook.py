"""The hook that lets `mkdocs build` and `mkdocs serve` alone build the portal.

Reads and checks in `on_pre_build`, before MkDocs empties anything. While serving, a broken file
keeps the last good content (an exception here would make every request hang).
"""

from __future__ import annotations

import logging
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

from portal.clock import today
from portal.pages import Output
from portal.publish.building import BuildFailed, as_build_failed, examine, plan
from portal.publish.manifest import Manifest, manifest_in, manifest_of
from portal.records import Site
from portal.render.build import freeze_clock
from portal.render.plugin import PortalPlugin
from portal.source.report import as_text

log = logging.getLogger("mkdocs.plugins.portal")
WATCHED = ("content", "quizzes", "site_config")


class Supply:
    """The output for each build; remembers the last good one while serving."""

    def __init__(self) -> None:
        self.root = Path.cwd()
        self.today = today()
        self.last_good: Output | None = None
        self.trouble = ""
        self.is_dirty = False
        self.site: Site | None = None
        self.before: Manifest | None = None

    def __call__(self) -> Output:
        self.today = today()
        freeze_clock(self.today)
        try:
            self.last_good, self.trouble = self._planned(), ""
        except BuildFailed as failure:
            self.trouble = str(failure)
            if self.last_good is None:
                raise PluginError(f"内容有错，没有生成网站：\n\n{failure}") from failure
            log.error("内容有错，仍显示上一次的内容：\n\n%s", failure)
        return self.last_good

    def _planned(self) -> Output:
        with as_build_failed():
            checked = examine(self.root, self.today)
            if checked.site is None or checked.errors:
                raise BuildFailed(as_text(checked.errors, checked.lines))
            output = plan(checked.site, self.root, self.today)
        self.site = checked.site
        return output


supply = Supply()
plugin = PortalPlugin(supply)


def on_startup(command: str, dirty: bool) -> None:
    """A dirty build leaves other files lie, so that the folder is not ours alone."""
    supply.is_dirty = dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The project is the folder of mkdocs.yml."""
    supply.root = Path(config.config_file_path).parent
    # MkDocs empties the folder before anybody could ask for it.
    supply.before = manifest_in(Path(config.site_dir))
    plugin.frames.frames.clear()
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Say that the folder was made by this program, so that `portal build` may replace it."""
    if supply.last_good is not None and supply.site is not None and not supply.is_dirty:
        place, pages = Path(config.site_dir), len(supply.last_good.documents)
        made = manifest_of(place, supply.site, supply.root, supply.today, pages, before=supply.before)
        made.write(place)


on_pre_build = plugin.on_pre_build
on_files = plugin.on_files
on_env = plugin.on_env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """While serving, every page says what is wrong with the files."""
    if not supply.trouble:
        return output
    start = output.find(">", output.find("<body")) + 1
    return f'{output[:start]}<pre role="alert">内容有错，下面是上一次的页面：\n\n{escape(supply.trouble)}</pre>{output[start:]}'


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Rebuild when what people edit changes."""
    for folder in WATCHED:
        server.watch(str(supply.root / folder))
    return server
