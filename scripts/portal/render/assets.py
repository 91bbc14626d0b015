"""What the theme brings along: one style sheet, the scripts in few files, one script inside every page.

Takes the theme's folder, gives files and the strict Content-Security-Policy that fits them. All of
them lie in one folder named after their content, so that browsers may keep them for ever and
modules find each other by relative paths.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.render.bundling import bundled

# Put into the head of every page: what has to be known before anything is drawn.
EARLY = "early"
STYLES, SCRIPTS = "assets/styles", "assets/scripts"
# Material's own, and the sources of ours.
REPLACED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", f"{STYLES}/", f"{SCRIPTS}/")
SCRIPT, STYLE = "application/javascript", "text/css"
# Nothing younger is written in place of what stands there: `catch (denied)` keeps its name.
YEAR = 2018
# The order of the cascade: the named ones first, all others by name, paper and elders last.
FIRST, LAST = ("tokens", "base", "shell", "parts"), ("elder", "forced", "print")


@dataclass(frozen=True)
class Assets:
    """The theme's files: path below the site's root → bytes; `needs` as in `Bundles`."""

    base: str = ""
    early: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def stylesheet(self) -> str:
        return f"{self.base}portal.css"

    def loaded(self, scripts: Iterable[str]) -> list[str]:
        """The paths of all files that these scripts are made of, each before those that import it.

        A browser that knows them all from the page waits for none of them twice. Raises `ValueError` for what
        is no script by itself.
        """
        found: dict[str, None] = {}
        for name in scripts:
            if name not in self.needs:
                raise ValueError(f"{name}.js is part of what imports it: pages name {', '.join(self.needs)}")
            found.update(dict.fromkeys(self.needs[name]))
        return [f"{self.base}{file}.js" for file in found]

    @cached_property
    def early_hash(self) -> str:
        """The `sha256-…` by which the policy knows the script inside the page."""
        digest = hashlib.sha256(self.early.encode("utf-8")).digest()
        return f"sha256-{base64.b64encode(digest).decode('ascii')}"

    @cached_property
    def policy(self) -> str:
        """The Content-Security-Policy of every page; a header adds `frame-ancestors`, which a meta tag cannot say."""
        return "; ".join(
            (
                "default-src 'self'",
                f"script-src 'self' '{self.early_hash}'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
            )
        )


NO_ASSETS = Assets()


def assets_of(theme: Path) -> Assets:
    """Read the theme's style sheets and scripts. Raises `OSError`, and `ValueError` for what cannot be put together."""
    css = "\n".join(file.read_text("utf-8") for file in style_sheets(theme))
    scripts = {file.stem: file.read_text("utf-8") for file in sorted((theme / SCRIPTS).glob("*.js"))}
    early = minified(SCRIPT, scripts.pop(EARLY, ""))
    bundles = bundled(scripts)
    made = {"portal.css": minified(STYLE, css).encode("utf-8")}
    made |= {f"{name}.js": minified(SCRIPT, text).encode("utf-8") for name, text in bundles.files.items()}
    digest = hashlib.sha256(b"".join(name.encode() + b"\0" + content for name, content in made.items()))
    base = f"assets/{digest.hexdigest()[:10]}/"
    return Assets(base, early, {base + name: content for name, content in made.items()}, bundles.needs)


def style_sheets(theme: Path) -> list[Path]:
    """The sources of the style sheet, as they follow each other."""
    files = sorted((theme / STYLES).glob("*.css"))

    def rank(file: Path) -> tuple[int, int]:
        if file.stem in FIRST:
            return (0, FIRST.index(file.stem))
        return (2, LAST.index(file.stem)) if file.stem in LAST else (1, 0)

    return sorted(files, key=rank)


def minified(kind: str, text: str) -> str:
    """The same in fewer bytes. Raises `minify.MinifyError`, a `ValueError`, with the place of what cannot be read.

    See docs/adr/0023-minified-and-bundled.md.
    """
    # It runs threads of its own, which a process that is copied loses: it may not begin with the program.
    import minify  # noqa: PLC0415

    minify.config({"js-version": YEAR})
    return str(minify.string(kind, text))
