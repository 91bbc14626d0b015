"""Build beside the site, then change places: whoever reads `site/` sees the old one or the new one.

A build that fails or is killed leaves the old site untouched; what it left beside it is cleared
away by the next build.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = "build.json"
PREFIX = ".site-"
AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2
# A plain text: type checkers take `sys.platform` for the one system they run on.
SYSTEM = str(sys.platform)


class UnsafeFolder(Exception):
    """The target is not a site of ours; overwriting it could lose someone's work."""


class SiteFolder:
    """The folder a site is published to."""

    what = "网站"
    # Any of these files says that what lies in the folder was made by this program or MkDocs.
    marks: tuple[str, ...] = (MARKER, "sitemap.xml")

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def refuse_if_foreign(self) -> None:
        """Raises `UnsafeFolder` unless the folder is absent, empty, or holds one of the `marks`."""
        if self.path.is_symlink() or (self.path.exists() and not self.path.is_dir()):
            raise UnsafeFolder(f"{self.path} 不是普通文件夹")
        ours = any((self.path / mark).exists() for mark in self.marks)
        if self.path.exists() and not ours and any(self.path.iterdir()):
            raise UnsafeFolder(f"{self.path} 里有别的文件，不是本程序生成的{self.what}")

    def clear_leftovers(self) -> None:
        """Remove what killed builds have left beside the site; running builds keep theirs."""
        for left in self.path.parent.glob(f"{PREFIX}{self.path.name}-*"):
            owner = left.name.removeprefix(f"{PREFIX}{self.path.name}-").partition("-")[0]
            if owner.isdigit() and not _alive(int(owner)):
                shutil.rmtree(left, ignore_errors=True)

    def replace(self, staged: Path) -> None:
        """Put `staged` in the site's place; on Linux and macOS in one indivisible step."""
        if not self.path.exists():
            staged.rename(self.path)
        elif not _exchange(staged, self.path):
            old = staged.with_name(staged.name + "-old")
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
    site.clear_leftovers()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{site.path.name}-{os.getpid()}-", dir=site.path.parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _alive(process: int) -> bool:
    if SYSTEM == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
