"""No two pages or files of a site may lie in one place: the later one would silently replace the other.

Takes an `Output` before anything is written, gives the places that are claimed twice and by what.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.pages import Document, Output


def claimed_twice(output: Output) -> Iterator[tuple[str, str, str]]:
    """(address, one source, other source); letters count as one, as on the disks of Windows and macOS."""
    first: dict[str, str] = {}
    for place, source in _claims(output):
        other = first.setdefault(place.casefold(), source)
        if other is not source:
            yield place, other, source


def _claims(output: Output) -> Iterator[tuple[str, str]]:
    for document in output.documents:
        yield document.address, _source(document)
    for path in output.files:
        yield path.removesuffix("index.html"), f"生成的文件 {path}"


def _source(document: Document) -> str:
    # Made anew for each page, so that two pages from one file are still told apart.
    return f"{'、'.join(document.sources[:1]) or '程序'}（{document.title}）"
