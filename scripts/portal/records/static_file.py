"""A file that staff put beside the pages: where it will lie on the site, how large it is, its bytes when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

# What is copied to the root of the site as it is.
STATIC = "site_config/static"


class Form(Enum):
    """What lies there: only files are published."""

    FILE = "文件"
    LINK = "链接"
    OTHER = "管道、设备一类"
    UNREADABLE = "读不了的文件夹"


@dataclass(frozen=True)
class StaticFile:
    """One of them. `path` is that below the site's root, `size` in bytes.

    The `signature` changes when the file does, so that what was found in it holds for files that are equal. `read`
    raises `OSError`.
    """

    path: str
    form: Form
    size: int
    signature: tuple[int, ...]
    read: Callable[[], bytes] = field(compare=False, repr=False)

    @property
    def place(self) -> str:
        """Where it lies in the project."""
        return f"{STATIC}/{self.path}"
