"""Which data files a project holds, and which lie where nothing reads them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from portal.records.kinds import KINDS, ROOMS, kind_of
from portal.source import FILE_START, Diagnostic, error

Signature = tuple[int, int]
SUFFIXES = (".yaml", ".yml", ".md", ".markdown", ".txt")
NOT_DATA = ("site_config/templates", "site_config/theme", "site_config/schemas", "site_config/static")


def data_files(root: Path) -> Iterator[tuple[str, Signature]]:
    """Data files below the rooms, each with its modification time (ns) and size; in sorted order."""
    for room in ROOMS:
        yield from _below(str(root / room), room)


def _below(folder: str, address: str) -> Iterator[tuple[str, Signature]]:
    # Ten thousand files are looked at on every save of a preview: no Path objects, one call a file.
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        relative = f"{address}/{entry.name}"
        if entry.name.startswith((".", "~")) or relative.startswith(NOT_DATA):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, relative)
        elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
            status = entry.stat()
            yield relative, (status.st_mtime_ns, status.st_size)


def misplaced(places: Mapping[str, Signature]) -> Iterator[Diagnostic]:
    """Files that look like data and are not read: someone expects to see them on the site."""
    for path in places:
        if kind_of(path) is None:
            yield error(path, FILE_START, "FILE-PLACE", "这个文件不会被读取", _right_place(path))


def _right_place(path: str) -> str:
    file = PurePosixPath(path)
    if file.suffix.lower() == ".txt" and file.stem.endswith((".yaml", ".md")):
        return f"文件名末尾多了 {file.suffix}，删去它（记事本“另存为”时，保存类型选“所有文件”）"
    for right in (".yaml", ".md"):
        if kind_of(str(file.with_suffix(right))):
            return f"文件名改成以 {right} 结尾"
    return "移到该放的文件夹；各类文件的位置见 README"


def absent(places: Mapping[str, Signature]) -> Iterator[Diagnostic]:
    for kind in KINDS:
        if kind.single and kind.place not in places:
            message = f"缺少文件 {kind.place}（{kind.title}）"
            yield error(kind.place, FILE_START, "FILE-ABSENT", message, "从版本库里恢复它")
