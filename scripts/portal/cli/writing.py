"""Files onto the disk: new ones only where none is, changed ones whole or not at all."""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping
from pathlib import Path


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `FileExistsError` and leaves what is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def replace_all(texts: Mapping[Path, str]) -> None:
    """Give every file its new text, or, when one cannot be written, leave all as they were and raise `OSError`."""
    put_all({path: _like(_before(path), text) for path, text in texts.items()})


def put_all(contents: Mapping[Path, bytes]) -> None:
    """The same for files that are no text, new or not."""
    before = {path: _before(path) for path in contents}
    waiting = {path: path.with_name(f".{path.name}.{os.getpid()}.new") for path in contents}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path].write_bytes(content)
        for path in contents:
            waiting[path].replace(path)
    except OSError:
        _restore(before)
        raise
    finally:
        for path in waiting.values():
            path.unlink(missing_ok=True)


def _before(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _like(before: bytes | None, text: str) -> bytes:
    """The text with the line ends and the byte order mark that the file had, so that only real changes show."""
    new = text.removeprefix("\ufeff").replace("\r\n", "\n").encode()
    if before is not None and b"\r\n" in before:
        new = new.replace(b"\n", b"\r\n")
    return codecs.BOM_UTF8 + new if before is not None and before.startswith(codecs.BOM_UTF8) else new


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is None and path.is_file():
            path.unlink()
        elif content is not None and (not path.exists() or path.read_bytes() != content):
            path.write_bytes(content)
