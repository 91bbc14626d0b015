"""Signatures from before there was a hash are bound to the text as it is, and nothing else in the files changes."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

from tests.projects import SMALL

from portal.migrating.signatures import migrate_signatures
from portal.reading import read
from portal.records import Site
from portal.rules.signatures import unsigned

DAY = datetime.date(2024, 12, 1)
HASH = re.compile(r"^ *digest: .*\n", re.MULTILINE)


def read_at(root: Path) -> Site:
    site = read(root).site
    assert site
    return site


def of_old(root: Path) -> dict[str, str]:
    """The small site as an earlier version wrote it, at `root`; gives the texts that are reviewed."""
    shutil.copytree(SMALL, root)
    old = {}
    for path in sorted((root / "content").rglob("*")):
        if path.is_file() and HASH.search(path.read_text("utf-8")):
            old[path.relative_to(root).as_posix()] = HASH.sub("", path.read_text("utf-8"))
            path.write_text(old[path.relative_to(root).as_posix()], "utf-8", newline="\n")
    return old


def test_files_of_old_are_signed_for_their_text_as_it_is(tmp_path: Path) -> None:
    root = tmp_path / "site"
    old = of_old(root)
    before = unsigned(read_at(root), DAY)
    assert [one.code for one in before] == ["REVIEW-UNBOUND-01"]
    assert "portal migrate" in before[0].hint
    new = migrate_signatures(read_at(root))
    assert new.keys() == old.keys()
    assert {path: HASH.sub("", text) for path, text in new.items()} == old
    for path, text in new.items():
        (root / path).write_text(text, "utf-8", newline="\n")
    assert unsigned(read_at(root), DAY) == []
    assert migrate_signatures(read_at(root)) == {}


def test_a_signature_added_by_hand_to_new_ones_is_not_made_good(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    path = root / "content/risks/cold-dishes.yaml"
    text = path.read_text("utf-8")
    last = HASH.findall(text)[-1]
    path.write_text(text[: text.rindex(last)] + text[text.rindex(last) + len(last) :], "utf-8")
    assert migrate_signatures(read_at(root)) == {}
    assert [one.code for one in unsigned(read_at(root), DAY)] == ["REVIEW-UNBOUND-01"]
