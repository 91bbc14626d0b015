"""What the theme brings along: one style sheet, the scripts as they are, one script inside every page.

Takes the theme's folder, gives files and the strict Content-Security-Policy that fits them. All of
them lie in one folder named after their content, so that browsers may keep them for ever and
modules find each other by relative paths.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

# Put into the head of every page: what has to be known before anything is drawn.
EARLY = "early.js"
STYLES, SCRIPTS = "assets/styles", "assets/scripts"
# Material's own, and the sources of ours.
REPLACED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", f"{STYLES}/", f"{SCRIPTS}/")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANKS = re.compile(r"\s*\n\s*")
# The order of the cascade: the named ones first, all others by name, paper and elders last.
FIRST, LAST = ("tokens", "base", "shell", "parts"), ("elder", "forced", "print")


@dataclass(frozen=True)
class Assets:
    """The theme's files: path below the site's root → bytes."""

    base: str = ""
    early: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def stylesheet(self) -> str:
        return f"{self.base}portal.css"

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
    """Read the theme's style sheets and scripts. Raises `OSError`."""
    css = "\n".join(_slim(file.read_text("utf-8")) for file in _in_order(theme / STYLES)).encode("utf-8")
    scripts = {file.name: file.read_text("utf-8") for file in sorted((theme / SCRIPTS).glob("*.js"))}
    early = _slim(scripts.pop(EARLY, ""))
    made = {"portal.css": css, **{name: _slim(text).encode("utf-8") for name, text in scripts.items()}}
    digest = hashlib.sha256(b"".join(name.encode() + b"\0" + content for name, content in made.items()))
    base = f"assets/{digest.hexdigest()[:10]}/"
    return Assets(base, early, {base + name: content for name, content in made.items()})


def _in_order(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.css"))

    def rank(file: Path) -> tuple[int, int]:
        if file.stem in FIRST:
            return (0, FIRST.index(file.stem))
        return (2, LAST.index(file.stem)) if file.stem in LAST else (1, 0)

    return sorted(files, key=rank)


def _slim(text: str) -> str:
    """Without block comments and indentation; meant for our own files, where neither stands inside a string."""
    return BLANKS.sub("\n", COMMENT.sub("", text)).strip()
