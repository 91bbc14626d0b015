"""Files onto the disk: new ones only where none is, changed ones whole or not at all."""

from __future__ import annotations

import codecs
import os
import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

# A line and its end; the last one may have none.
LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|(?<=[^\r\n])\Z)")


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` and leaves what is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


class ChangedMeanwhile(Exception):
    """A file is no longer what the new text was made from."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def replace_all(texts: Mapping[Path, str], read: Mapping[Path, str] | None = None) -> None:
    """Give every file its new text, or, when one cannot be written, leave all as they were and raise `OSError`.

    With the texts that were `read` none is written, and `ChangedMeanwhile` raised, when somebody has saved one of
    the files since.
    """
    before = {path: _before(path) for path in texts}
    for path, text in (read or {}).items():
        if _plain((before[path] or b"").decode("utf-8", "replace")) != _plain(text):
            raise ChangedMeanwhile(path)
    put_all({path: _like(before[path], text) for path, text in texts.items()})


def put_all(contents: Mapping[Path, bytes]) -> None:
    """The same for files that are no text, new or not."""
    before = {path: _before(path) for path in contents}
    waiting = {path: path.with_name(f".{path.name}.{os.getpid()}.new") for path in contents}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_through(waiting[path], content)
        for path in contents:
            waiting[path].replace(path)
    except OSError:
        _restore(before)
        raise
    finally:
        for path in waiting.values():
            path.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    """Onto the disk itself, so that after a power cut the name does not lead to an empty file."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _before(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


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


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is None and path.is_file():
            path.unlink()
        elif content is not None and (not path.exists() or path.read_bytes() != content):
            path.write_bytes(content)
