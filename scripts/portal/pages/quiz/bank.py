"""The question bank as the player loads it: an index of all ready questions, and their texts in chunks.

`quiz/bank/<version>/index.json` has them by topic and id, as they are practised, and says column by column what
they are chosen by and in which file each lies; `<n>.json` has the whole questions that lie there, in the same
order, with what the cited articles say. The version is a hash of the content, so that files of two banks are
never mixed and browsers may keep them for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from portal.pages.context import Context, once
from portal.pages.quiz.questions import shown
from portal.pages.quiz.sharing import shared
from portal.pages.quiz.texts import chunk, packed
from portal.pages.quiz.topics import ReadyTopic, in_order, topics
from portal.records import addresses
from portal.records.question_type import TYPES

DIFFICULTIES = ("easy", "medium", "hard")
GROUPS = {"posts": "posts", "business": "business_types"}


@dataclass(frozen=True)
class BankFiles:
    """All files of one bank: name → bytes."""

    version: str
    contents: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """Where they lie below the site's root, ending in `/`."""
        return addresses.quiz_bank(self.version, "index").removesuffix("index.json")


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → bytes."""
    bank = bank_files(context)
    return {
        addresses.quiz_bank(bank.version, name): partial(bytes, made) for name, made in bank.contents.items()
    }


@once
def bank_files(context: Context) -> BankFiles:
    """The files, made for the first page that asks where they lie."""
    found = topics(context)
    entries = [entry for topic in found for entry in topic.entries]
    parts = shared([entry.record for entry in entries])
    contents = {"index": packed(_index(context, found, parts))}
    for number, rows in enumerate(parts):
        contents[str(number)] = chunk([shown(context, entries[row]) for row in rows])
    digest = hashlib.sha256(b"\0".join(contents.values())).hexdigest()
    return BankFiles(digest[:10], contents)


def _index(context: Context, found: list[ReadyTopic], parts: list[list[int]]) -> dict[str, Any]:
    """Words once, with the number of each question's word; posts and business types as sums of bits.

    A question's place in its file is not written: so many questions of that file stand before it.
    """
    entries = [entry for topic in found for entry in topic.entries]
    records = [entry.record for entry in entries]
    file = {row: number for number, rows in enumerate(parts) for row in rows}
    columns: dict[str, Any] = {
        "file": [file[row] for row in range(len(entries))],
        "id": [one.id for one in records],
        "v": [one.version for one in records],
        "type": [list(TYPES).index(one.type) for one in records],
        "difficulty": [DIFFICULTIES.index(one.difficulty) for one in records],
        "topics": [(topic.term.id, topic.term.name) for topic in found],
        "topic": [number for number, topic in enumerate(found) for _ in topic.entries],
    }
    for name, group in GROUPS.items():
        words = in_order(context.public, group, entries)
        terms = context.public.words.groups[group]
        columns[f"{name}_words"] = [(terms[word].id, word) for word in words]
        columns[name] = [sum(1 << words.index(word) for word in getattr(one, group)) for one in records]
    return columns
