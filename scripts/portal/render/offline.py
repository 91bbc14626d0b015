"""What the quiz needs without network: the script that tells its service worker what to keep.

Takes the output and the theme's files, gives path → bytes. The script lies in quiz/, so that the worker has
no say about pages elsewhere; it changes when anything changes that is kept, and browsers then fetch anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from portal.pages import Output
from portal.records import addresses
from portal.render.assets import Assets

REGISTERS, WORKER = "quiz-offline", "quiz-worker.js"
EVERY_PAGE = ("portal.css", "page.js")
# So much of the bank, and then of the version that papers are drawn from, a device keeps unasked: less than a photo.
UNASKED = 1_000_000  # bytes as they are; a third of it goes over the wire


def offline(output: Output, assets: Assets) -> Mapping[str, bytes]:
    """The script, if there are pages that register it and a bank to keep.

    Raises `ValueError` for a page elsewhere: what must go from the site must not stay in a phone.
    """
    pages = sorted(one.address for one in output.documents if REGISTERS in one.scripts)
    if astray := [page for page in pages if not page.startswith(addresses.QUIZ)]:
        raise ValueError(f"kept for days without network, but not of the quiz: {astray}")
    if not pages or addresses.QUIZ_PAPERS not in output.files:
        return {}
    bank, papers, data = _data(output)
    kept = {"bank": bank, **_kept(pages, [*_scripts(output, assets)], bank, papers, data)}
    digest = hashlib.sha256(json.dumps(kept).encode() + output.files[addresses.QUIZ_PAPERS]())
    for path in sorted(data):
        digest.update(data[path])
    said = json.dumps({**kept, "version": digest.hexdigest()[:10]}, separators=(",", ":"))
    return {
        addresses.QUIZ_WORKER: f'self.KEPT={said};\nimportScripts("../{assets.base}{WORKER}");\n'.encode()
    }


def _data(output: Output) -> tuple[str, str, dict[str, bytes]]:
    """The folders of the bank and of the version that papers are drawn from today, and the files in both."""
    named = json.loads(output.files[addresses.QUIZ_PAPERS]())
    bank = addresses.quiz_bank(named["bank"], "").removesuffix(".json")
    papers = addresses.quiz_version(named["version"], "").removesuffix(".json")
    return (
        bank,
        papers,
        {path: make() for path, make in output.files.items() if path.startswith((bank, papers))},
    )


def _kept(
    pages: list[str], scripts: list[str], bank: str, papers: str, data: Mapping[str, bytes]
) -> dict[str, list[str]]:
    """`fresh` is asked for anew where there is a network, `files` never change, `more` is kept on request."""
    unasked = _unasked(bank, papers, data)
    return {
        "fresh": [*pages, addresses.QUIZ_PAPERS, *(path for path in unasked if path.startswith(papers))],
        "files": [*scripts, *(path for path in unasked if path.startswith(bank))],
        "more": sorted(data.keys() - set(unasked)),
    }


def _unasked(bank: str, papers: str, data: Mapping[str, bytes]) -> list[str]:
    """The beginning in any case; all of the bank if there is room for it, and then of the papers, if for both."""
    kept = {f"{bank}index.json", f"{bank}0.json", f"{papers}index.json"}
    room = UNASKED
    for folder in (bank, papers):
        inside = [path for path in data if path.startswith(folder)]
        room -= sum(len(data[path]) for path in inside)
        if room >= 0:
            kept.update(inside)
    return sorted(kept & data.keys())


def _scripts(output: Output, assets: Assets) -> Iterator[str]:
    """What those pages load at once, and all of the player: its files name each other."""
    asked = {name for one in output.documents if REGISTERS in one.scripts for name in one.scripts}
    at_once = set(assets.loaded(asked))
    for path in sorted(assets.files):
        name = path.removeprefix(assets.base)
        if name in EVERY_PAGE or path in at_once or (name.startswith("quiz-") and name != WORKER):
            yield path
