"""`quizzes/versions/<id>.json`: the bank as it was when papers were drawn from it, kept for ever.

Written by `portal paper freeze`, never by hand, and read as bytes: only whoever opens an old paper takes them apart.
"""

from __future__ import annotations

from pathlib import Path

from portal.reading.listing import unreadable
from portal.source import Diagnostic

FOLDER = "quizzes/versions"


def frozen_versions(root: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of every version by the id in its name, and the findings for those the disk does not give."""
    versions: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path in sorted((root / FOLDER).glob("*.json")):
        if not path.is_file() or path.is_symlink():
            continue
        try:
            versions[path.stem] = path.read_bytes()
        except OSError as failure:
            problems.append(unreadable(f"{FOLDER}/{path.name}", failure))
    return versions, problems
