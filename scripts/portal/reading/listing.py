"""Which data files and frozen versions a project holds, and what lies in their folders that nothing reads."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from portal.reading.record_kinds import KINDS, ROOMS, kind_of
from portal.records.static_file import STATIC
from portal.source import FILE_START, Diagnostic, error

Signature = tuple[int, int]
SUFFIXES = (".yaml", ".yml", ".md", ".markdown", ".txt")
NOT_DATA = ("site_config/templates", "site_config/theme", "site_config/schemas", STATIC)
PUT_THE_ORIGINAL = "删去这个链接，把原件放到这里"
# `<id>.json`: the bank as it was when papers were drawn from it, kept for ever; written by `portal paper freeze`.
VERSIONS = "quizzes/versions"


@dataclass
class Listing:
    """Data files below the rooms, each with its modification time (ns) and size, in sorted order.

    `unreadable` are files and folders that are there but cannot be read, each with the reason.
    """

    root: Path
    files: dict[str, Signature] = field(default_factory=dict)
    unreadable: dict[str, Diagnostic] = field(default_factory=dict)

    def hides(self, path: str) -> bool:
        """Whether a file may be there although it is not among those that can be read."""
        above = [path, *map(str, PurePosixPath(path).parents)]
        return any(place in self.unreadable for place in above)


def data_files(root: Path) -> Listing:
    listing = Listing(root)
    for room in ROOMS:
        if (root / room).is_symlink() and (reason := _bad_link(listing, root / room, stat.S_ISDIR)):
            listing.unreadable[room] = error(room, FILE_START, "FILE-UNREADABLE", *reason)
        else:
            _look_below(listing, str(root / room), room)
    return listing


def _look_below(listing: Listing, folder: str, address: str) -> None:
    # Ten thousand files are looked at on every save of a preview: no Path objects, one call a file.
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as failure:
        listing.unreadable[address] = unreadable(address, failure, "文件夹")
        return
    for entry in entries:
        relative = f"{address}/{entry.name}"
        if entry.name.startswith((".", "~")) or relative in NOT_DATA:
            continue
        if entry.name.lower().endswith(SUFFIXES):
            _take(listing, entry, relative)
        elif entry.is_dir(follow_symlinks=False):
            _look_below(listing, entry.path, relative)
        elif entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112 — see above
            message = "这是指向别的文件夹的链接，里面的文件不会被读取"
            listing.unreadable[relative] = error(
                relative, FILE_START, "FILE-PLACE", message, PUT_THE_ORIGINAL
            )


def _take(listing: Listing, entry: os.DirEntry[str], path: str) -> None:
    """Note a file that is named like data; what is no plain file of the project is never opened."""
    reason: tuple[str, str] | None = None
    try:
        if entry.is_symlink():
            reason = _bad_link(listing, Path(entry.path), stat.S_ISREG)
        status = entry.stat(follow_symlinks=reason is None)
    except OSError as failure:
        listing.unreadable[path] = unreadable(path, failure)
        return
    code = "FILE-UNREADABLE"
    if reason is None and not stat.S_ISREG(status.st_mode):
        code, reason = "FILE-PLACE", _no_file(status.st_mode, path)
    if reason:
        listing.unreadable[path] = error(path, FILE_START, code, *reason)
    else:
        listing.files[path] = (status.st_mtime_ns, status.st_size)


def _bad_link(listing: Listing, link: Path, right: Callable[[int], bool]) -> tuple[str, str] | None:
    """What is wrong with a link, without a word about what it leads to."""
    try:
        target = link.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as failure:  # Python 3.11 raises the latter for a loop
        missing = isinstance(failure, FileNotFoundError)
        what = "这个链接指向的文件不存在" if missing else "这个链接读不了，它可能指向自己"
        return what, PUT_THE_ORIGINAL
    if not target.is_relative_to(listing.root.resolve()):
        return "这个链接指向项目文件夹以外，不会被读取", PUT_THE_ORIGINAL
    return None if right(mode) else ("这个链接指向的不是普通文件", PUT_THE_ORIGINAL)


def _no_file(mode: int, path: str) -> tuple[str, str]:
    if stat.S_ISDIR(mode):
        suffix = PurePosixPath(path).suffix
        return "这是一个文件夹，不是文件", f"文件夹的名称不要以 {suffix} 结尾；改名，或者删去它"
    return "这不是普通文件（是管道、设备一类），不会被读取", "删去它，换成同名的文本文件"


def unreadable(path: str, failure: OSError, what: str = "文件") -> Diagnostic:
    """The finding for a file or folder that the disk does not give."""
    if isinstance(failure, PermissionError):
        hint = f"没有读取的权限：请管理员把这个{what}改成你能读的"
    elif isinstance(failure, NotADirectoryError):
        hint = "这里应当是文件夹，却是一个文件：从版本库里恢复它"
    else:
        hint = "检查磁盘和网络驱动器，或者从版本库里恢复它"
    return error(path, FILE_START, "FILE-UNREADABLE", f"读不了这个{what}", hint)


def misplaced(listing: Listing) -> Iterator[Diagnostic]:
    """Files that look like data and are not read: someone expects to see them on the site."""
    for path in listing.files:
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


def absent(listing: Listing) -> Iterator[Diagnostic]:
    for kind in KINDS:
        if kind.single and kind.needed and kind.place not in listing.files and not listing.hides(kind.place):
            message = f"缺少文件 {kind.place}（{kind.title}）"
            yield error(kind.place, FILE_START, "FILE-ABSENT", message, "从版本库里恢复它")


def frozen_versions(root: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of every version by the id in its name, and the findings for those the disk does not give.

    Bytes, because only whoever opens an old paper takes them apart.
    """
    versions: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path in sorted((root / VERSIONS).glob("*.json")):
        if not path.is_file() or path.is_symlink():
            continue
        try:
            versions[path.stem] = path.read_bytes()
        except OSError as failure:
            problems.append(unreadable(f"{VERSIONS}/{path.name}", failure))
    return versions, problems
