"""What stands on everything that is given out: the name, terms and day of the data, the size and hash of a file."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from portal.filetypes import FileType
from portal.opendata.dataset import Dataset

# Of the form of the files: the first number changes when a program that reads them must change.
VERSION = "1.1.0"


@dataclass(frozen=True)
class Imprint:
    """`base` is the absolute address of the folder of the files, with a slash at its end."""

    site_name: str
    publisher: str
    base: str
    licence: str
    generated_for: datetime.date
    # The place that the data are about, and its 行政区划代码.
    region: str = ""
    division: str = ""

    def schema_url(self, dataset: Dataset) -> str:
        return f"{self.base}{schema_path(dataset)}"

    def citation(self, title: str, updated_on: datetime.date | None) -> str:
        """How the data are quoted: by publisher, title, the day of the newest figure in them, and address."""
        day = f"{updated_on.year}年{updated_on.month}月{updated_on.day}日，" if updated_on else ""
        return f"{self.publisher}：《{title}》，{self.site_name}，{day}{self.base}"


def schema_path(dataset: Dataset) -> str:
    """Where the JSON Schema of its JSON file lies, below the folder of the files."""
    return f"schemas/{dataset.name}.schema.json"


@dataclass(frozen=True, slots=True)
class Seal:
    """By which a reader knows that a download is whole."""

    size: int
    sha256: str


@dataclass
class SealedFile:
    """A file made on demand. Its bytes are not kept, its seal is."""

    make: Callable[[], bytes]
    filetype: FileType
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
