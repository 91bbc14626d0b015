"""Pages → the files of the index.

search/index.json            what is there and where: read first, never cached for long
search/<hash>/keys/<n>.json  the first keys of a run of gram files
search/<hash>/grams/<n>.bin  grams and their places (`shards`)
search/<hash>/pages/<n>.json title, address and text of one result; of a long text the first part
search/<hash>/pages/<n>-<k>.json  the other parts
search/<hash>/filters.bin    the set of pages of each section and business type
search/<hash>/aliases.json   words of the site with other words for them
search/<hash>/aliases-here.json  the same, of the others only those that stand on the site
search/<hash>/spelling.json  words, sounds and traditional characters (`vocabulary`)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import numpy as np

from portal.records import addresses
from portal.search.coding import page_set
from portal.search.grams import cut
from portal.search.laying import SLOT, TITLE, lay
from portal.search.page import SearchPage, by_age, entries_inside
from portal.search.shards import shards
from portal.search.vocabulary import standing, tables

# Keys in one file of the directory, files in one folder.
RUN, IN_FOLDER = 64, 100
# Characters from which the text of a result goes on in another file.
PART = 1100
NONE: Mapping[str, Sequence[str]] = {}


def index(found: Iterable[SearchPage], aliases: Mapping[str, Sequence[str]] = NONE) -> dict[str, bytes]:
    """All files of the index of these pages, by their path below the site's root.

    `aliases` are the site's words with other words for each.
    """
    pages = by_age(list(found))
    laid = lay(pages)
    made = list(shards(laid, cut(laid)))
    keys = [one.key for one in made]
    runs = [keys[at : at + RUN] for at in range(0, len(keys), RUN)]
    filters, sets = _filters(pages)
    files = {gram_file(number): one.content for number, one in enumerate(made)}
    files |= {f"keys/{number}.json": _json(run) for number, run in enumerate(runs)}
    for number, page in enumerate(pages):
        first, *rest = _parts(page.blocks)
        files[page_file(number)] = _json({**_shown(page), "parts": 1 + len(rest), "text": first})
        files |= {part_file(number, part): _json(text) for part, text in enumerate(rest, 1)}
    files["filters.bin"] = sets
    files["aliases.json"] = _json(aliases)
    files["aliases-here.json"] = _json(standing(pages, aliases))
    files["spelling.json"] = _json(tables(pages, aliases))
    folder = f"{addresses.SEARCH}{_digest(files)}/"
    manifest = {
        "folder": folder,
        "pages": len(pages),
        "slot": SLOT,
        "title": TITLE,
        "run": RUN,
        "in_folder": IN_FOLDER,
        "longer": [number for pair in sorted(laid.longer.items()) for number in pair],
        "inside": [number for pair in sorted(entries_inside(pages).items()) for number in pair],
        "keys": [run[0] for run in runs],
        "years": _years(pages),
        "filters": filters,
    }
    return {addresses.SEARCH_INDEX: _json(manifest)} | {
        folder + path: content for path, content in files.items()
    }


def gram_file(number: int) -> str:
    return f"grams/{number // IN_FOLDER}/{number}.bin"


def page_file(number: int) -> str:
    return f"pages/{number // IN_FOLDER}/{number}.json"


def part_file(number: int, part: int) -> str:
    return f"pages/{number // IN_FOLDER}/{number}-{part}.json"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, content in files.items():
        digest.update(f"{path} {len(content)}\0".encode() + content)
    return digest.hexdigest()[:10]


def _shown(page: SearchPage) -> dict[str, Any]:
    """What a result shows, and until when it may be shown."""
    ends = {"until": page.until.isoformat()} if page.until else {}
    return ends | {
        "address": page.address,
        "title": page.title,
        "section": page.section,
        "types": page.business_types,
        "day": page.day.isoformat() if page.day else "",
        "demo": page.demo,
    }


def _parts(blocks: Sequence[str]) -> list[list[str]]:
    """The blocks in runs of about `PART` characters."""
    parts: list[list[str]] = [[]]
    for block in blocks:
        if sum(map(len, parts[-1])) + len(block) > PART and parts[-1]:
            parts.append([])
        parts[-1].append(block)
    return parts


def _years(pages: Sequence[SearchPage]) -> list[tuple[str, int, int]]:
    """(year, first page, page after the last): pages lie by age, so that a year is a range."""
    at, found = 0, []
    for year, same in groupby(pages, attrgetter("year")):
        count = len(list(same))
        if year:
            found.append((year, at, at + count))
        at += count
    return found


def _filters(pages: Sequence[SearchPage]) -> tuple[dict[str, list[tuple[str, int]]], bytes]:
    """Per filter its values with the length of their sets, in the order of the sets in the file."""
    named: dict[str, dict[str, list[int]]] = {"section": {}, "type": {}}
    for number, page in enumerate(pages):
        for name, values in (("section", (page.section,)), ("type", page.business_types)):
            for value in filter(None, dict.fromkeys(values)):
                named[name].setdefault(value, []).append(number)
    listed: dict[str, list[tuple[str, int]]] = {}
    content = b""
    for name, numbers in named.items():
        sets = {value: page_set(np.array(numbers[value], np.int64)) for value in sorted(numbers)}
        listed[name] = [(value, len(raw)) for value, raw in sets.items()]
        content += b"".join(sets.values())
    return listed, content
