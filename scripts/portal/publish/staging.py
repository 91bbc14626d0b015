"""Build beside the site, then change places: whoever reads `site/` sees the old one or the new one.

A build that fails or is killed leaves the old site untouched; what it left beside it is cleared
away by the next build, and a site that it had just moved aside is moved back.
"""

from __future__ import annotations

import ctypes
import datetime
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal import __version__
from portal.disk.leftovers import SYSTEM, is_abandoned

MARKER = "build.json"
GENERATOR = "portal "
PREFIX = ".site-"
OLD = "-old"
# What `tempfile` appends: nothing else tells `.site-site-2024-…` of the folder `site-2024` from that of `site`.
RANDOM = "[a-z0-9_]{8}"
AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2


class UnsafeFolder(Exception):
    """The target is not a site of ours; overwriting it could lose someone's work."""


class SiteFolder:
    """The folder a site is published to."""

    what = "网站"
    # The file that says what made the folder.
    marker = MARKER

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def refuse_if_foreign(self) -> None:
        """Raises `UnsafeFolder` unless the folder is absent, empty, or made by this program."""
        if self.path.is_symlink() or (self.path.exists() and not self.path.is_dir()):
            raise UnsafeFolder(f"{self.path} 不是普通文件夹")
        if self.path.exists() and any(self.path.iterdir()) and not self.is_ours(self.path):
            raise UnsafeFolder(f"{self.path} 里有别的文件，不是本程序生成的{self.what}")

    def is_ours(self, folder: Path) -> bool:
        """Whether the marker in `folder` was written by this program; other programs write a `build.json` too."""
        try:
            marker = json.loads((folder / self.marker).read_bytes())
        except (OSError, ValueError):
            return False
        return isinstance(marker, dict) and str(marker.get("generator")).startswith(GENERATOR)

    def mark(self, folder: Path, today: datetime.date, pages: int) -> None:
        """Write the marker: what made the folder, for which day, how many pages."""
        marker = {"generator": f"{GENERATOR}{__version__}", "today": today.isoformat(), "pages": pages}
        (folder / self.marker).write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8", newline="\n")

    def clear_leftovers(self, now: float) -> None:
        """Remove what killed builds have left beside the site; running builds keep theirs.

        `now` is the time of the disk. A site moved aside by a build that was killed before it could
        put the new one in its place is the last good one, and is moved back.
        """
        left = [folder for folder, owner in self._beside() if _is_over(folder, owner, now)]
        moved_aside = [folder for folder in left if folder.name.endswith(OLD) and self.is_ours(folder)]
        if moved_aside and not self.path.exists():
            last = max(moved_aside, key=lambda folder: folder.stat().st_mtime)
            last.rename(self.path)
            left.remove(last)
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)

    def _beside(self) -> Iterator[tuple[Path, int]]:
        """The folders that builds of this site, and of no other, have made, each with its process."""
        name = re.compile(rf"{re.escape(PREFIX + self.path.name)}-(\d+)-{RANDOM}(?:{OLD})?")
        for folder in sorted(self.path.parent.iterdir()):
            if named := name.fullmatch(folder.name):
                yield folder, int(named[1])

    def replace(self, staged: Path) -> None:
        """Put `staged` in the site's place; on Linux and macOS in one indivisible step."""
        if not self.path.exists():
            staged.rename(self.path)
        elif not _exchange(staged, self.path):
            old = staged.with_name(staged.name + OLD)
            self.path.rename(old)
            try:
                staged.rename(self.path)
            except OSError:
                old.rename(self.path)
                raise
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def staged(site: SiteFolder) -> Iterator[Path]:
    """A folder to build in, on the same disk as the site; taken away afterwards, whatever happens."""
    site.refuse_if_foreign()
    site.path.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{site.path.name}-{os.getpid()}-", dir=site.path.parent))
    try:
        folder.chmod(0o755)
        site.clear_leftovers(folder.stat().st_mtime)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_over(folder: Path, owner: int, now: float) -> bool:
    """Whether no build is at work in `folder`; an old site lies aside for a moment only."""
    aside = SYSTEM == "win32" and folder.name.endswith(OLD)
    return aside or is_abandoned(folder, owner, now)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; `False` where the system or the disk cannot."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        a, b = os.fsencode(one), os.fsencode(other)
        if SYSTEM == "linux":
            return bool(libc.renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0)
        if SYSTEM == "darwin":
            return bool(libc.renamex_np(a, b, RENAME_SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False
