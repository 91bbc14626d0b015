"""The settings that let plain MkDocs build an exported tree, and its navigation as plain data.

Sections stand in the navigation, records beside it: with all of ten thousand records in it every
page would carry them all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from portal.pages import NavEntry, Output
from portal.publish.markdown_links import markdown_file

FILE = "mkdocs.yml"
DOCS = "docs"  # where MkDocs looks when nothing is said
TAKEN_OVER = ("markdown_extensions", "validation")
THEME = {"name": "material", "language": "zh", "font": False, "features": ["navigation.indexes"]}


class UnreadableSettings(Exception):
    """The project's `mkdocs.yml` cannot be taken over; the message is for people."""


def project_settings(root: Path) -> dict[str, Any]:
    """The project's own `mkdocs.yml`: how its Markdown is written, where its static files lie."""
    try:
        settings = yaml.safe_load((root / FILE).read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as failure:
        mark = getattr(failure, "problem_mark", None)
        place = f" 第{mark.line + 1}行" if mark else ""
        said = getattr(failure, "problem", None) or failure
        raise UnreadableSettings(f"{FILE}{place}读不出来，先改好（{said}）") from failure
    if not isinstance(settings, dict):
        raise UnreadableSettings(f"{FILE} 里要写“键: 值”，一行一项")
    return settings | {"docs_dir": str(settings.get("docs_dir") or DOCS)}


def plain_settings(output: Output, project: dict[str, Any]) -> dict[str, Any]:
    """A `mkdocs.yml` without hooks and plugins."""
    return {
        "site_name": output.site_name,
        "site_url": output.site_url,
        "docs_dir": DOCS,
        "theme": THEME,
        "plugins": [],
        **{name: project[name] for name in TAKEN_OVER if name in project},
        "nav": [_for_mkdocs(output, entry) for entry in output.navigation],
        "not_in_nav": "*",
    }


def navigation(output: Output) -> list[dict[str, Any]]:
    """Title, address and file of every entry, for any other renderer."""
    return [_neutral(output, entry) for entry in output.navigation]


def _for_mkdocs(output: Output, entry: NavEntry) -> dict[str, Any]:
    file = markdown_file(output.by_address[entry.address])
    below = [_for_mkdocs(output, child) for child in entry.children]
    return {entry.title: [file, *below] if below else file}


def _neutral(output: Output, entry: NavEntry) -> dict[str, Any]:
    file = markdown_file(output.by_address[entry.address])
    below = [_neutral(output, child) for child in entry.children]
    return {"title": entry.title, "address": entry.address, "file": file} | (
        {"children": below} if below else {}
    )
