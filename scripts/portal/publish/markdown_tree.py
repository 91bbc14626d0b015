"""An `Output` → a folder of Markdown that another renderer can take over.

export.json   what made it, for which day, how many pages
mkdocs.yml    enough for plain MkDocs
nav.yml       the navigation as plain data
docs/         one Markdown file per document, and the other files of the site
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from portal.pages import Document, Html, Output
from portal.publish import plain_mkdocs
from portal.publish.markdown_body import to_markdown
from portal.publish.staging import SiteFolder, staged
from portal.source.progress import Progress, silent

MARKER = "export.json"
Link = Callable[[str], str]


class ExportFolder(SiteFolder):
    """The folder a tree is exported to."""

    what = "导出文件"
    marker = MARKER


def export(
    output: Output,
    root: Path,
    folder: Path,
    today: datetime.date,
    progress: Progress = silent,
) -> int:
    """Write `output` of the project at `root` into `folder`; returns the number of pages.

    The folder is replaced as a whole. Raises `UnsafeFolder` where it holds anything else, `OSError`
    for the disk.
    """
    target = ExportFolder(folder)
    settings = plain_mkdocs.project_settings(root)
    total = len(output.documents)
    with staged(target) as place:
        docs = place / "docs"
        links = plain_mkdocs.MarkdownLinks(output, _write_others(output, docs))
        for done, document in enumerate(output.documents, 1):
            _write(docs / plain_mkdocs.markdown_file(document), _page(document, links.of(document)))
            progress("正在导出页面", done, total)
        _write(place / "nav.yml", _yaml(plain_mkdocs.navigation(output)))
        _write(place / plain_mkdocs.FILE, _yaml(plain_mkdocs.plain_settings(output, settings)))
        target.mark(place, today, total)
        target.replace(place)
    return total


def _page(document: Document, link: Link) -> str:
    return f"---\n{_yaml(_front_matter(document))}---\n\n{_body(document, link)}"


def _body(document: Document, link: Link) -> str:
    """Markdown stays as it was written; what the templates put around it is converted."""
    body = document.body()
    if isinstance(body, Html):
        return to_markdown(body.html, link)
    parts = (to_markdown(body.before, link), body.text.strip("\n") + "\n", to_markdown(body.after, link))
    return "\n".join(parts)


def _front_matter(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "title": document.title,
        "description": document.description,
        "section": document.section,
        "kind": document.kind.name,
        "published_on": document.published_on,
        "updated_on": document.updated_on,
        "source": document.source,
        "author": document.author,
        "keywords": list(document.keywords),
        "demo": document.demo,
    }
    return {name: value for name, value in fields.items() if value}


def _write_others(output: Output, docs: Path) -> list[str]:
    """Put the files that are no pages into `docs`; returns their paths."""
    docs.mkdir(parents=True)
    for path, content in output.all_files.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(content())
    return list(output.all_files)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


class _PlainDumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a value out again where it occurs twice; not every reader knows anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> str:
    text: str = yaml.dump(data, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text
