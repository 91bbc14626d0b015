"""Texts onto the disk: new ones only where none is, changed ones all or none, in the form their editor gave them."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from portal.disk.writing import create_whole, put_all

# A line and its end; the last one may have none.
LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|(?<=[^\r\n])\Z)")


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` and leaves what is there."""
    create_whole(path, text.encode())


class ChangedMeanwhile(Exception):
    """A file is no longer what the new text was made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def replace_all(texts: Mapping[Path, str], read: Mapping[Path, str] | None = None) -> None:
    """Give every file its new text, or, when one cannot be written, leave all as they were and raise `OSError`.

    With the texts that were `read` none is written, and `ChangedMeanwhile` raised, when somebody has saved one of
    the files since; an empty one stands for a file that was not there.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in texts}
    for path, text in (read or {}).items():
        if _plain((before[path] or b"").decode("utf-8", "replace")) != _plain(text):
            raise ChangedMeanwhile(path)
    put_all({path: _like(before[path], text) for path, text in texts.items()})


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _like(before: bytes | None, text: str) -> bytes:
    """The text with the line ends and the byte order mark that the file had, so that only real changes show."""
    new = _plain(text)
    if before is None:
        return new.encode()
    if b"\r" in before:
        new = _with_ends(LINE.findall(before.decode("utf-8-sig")), LINE.findall(new))
    return codecs.BOM_UTF8 + new.encode() if before.startswith(codecs.BOM_UTF8) else new.encode()


def _with_ends(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> str:
    """The new lines; those that were there before keep their ends, others take the most frequent one."""
    usual = Counter(end for _, end in old if end).most_common(1)[0][0]
    lines = [text + (usual if end else "") for text, end in new]
    matching = SequenceMatcher(None, [text for text, _ in old], [text for text, _ in new], autojunk=False)
    for first, second, length in matching.get_matching_blocks():
        for step in range(length):
            (text, end), (_, needed) = old[first + step], new[second + step]
            lines[second + step] = text + (end or usual if needed else "")
    return "".join(lines)
