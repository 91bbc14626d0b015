"""The size and hash of a file, and files that remember theirs once they have been made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seal:
    """By which a reader knows that a download is whole."""

    size: int
    sha256: str


@dataclass
class SealedFile:
    """A file made on demand. Its bytes are not kept, its seal is."""

    make: Callable[[], bytes]
    media_type: str
    known: Seal | None = field(default=None, init=False)

    def content(self) -> bytes:
        made = self.make()
        self.known = Seal(len(made), hashlib.sha256(made).hexdigest())
        return made

    @property
    def seal(self) -> Seal:
        if self.known is None:
            self.content()
        assert self.known is not None
        return self.known
