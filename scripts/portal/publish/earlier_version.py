"""A version of the bank that was published and never frozen, as it may stand today: its public files → those of today.

Questions of which everyone may see nothing today show no text. One that is the same question today has today's text, so
that what was corrected is corrected; of one whose key has changed the old text stays, unless it tells what must not stand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from portal.pages import Output
from portal.pages.quiz.texts import packed
from portal.records import addresses

INDEX = "index.json"


@dataclass(frozen=True)
class Question:
    """A question as phones read it, and the articles that it cites: name, address, version, paraphrase, note."""

    text: dict[str, Any]
    cited: list[list[str]]


@dataclass(frozen=True)
class Today:
    """What today's site shows; `telling` says whether a text may not stand on it."""

    output: Output
    telling: Callable[[bytes], bool]

    def renewed(self, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """The files of the version by name; none where they are not what this program wrote."""
        try:
            return self._renewed(files)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            return {}

    def _renewed(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        index = json.loads(files[INDEX])
        size, count, hidden = index["size"], len(index["key"]), set(index["hidden"])
        made = {}
        for number in range(-(-count // size)):
            shown = [self._of(one) for one in _questions(files[f"{number}.json"])]
            hidden.update(number * size + place for place, one in enumerate(shown) if one is None)
            made[f"{number}.json"] = _chunk(shown)
        return made | {INDEX: packed(index | {"hidden": sorted(hidden)})}

    def _of(self, one: Question | None) -> Question | None:
        today = self.bank.get(one.text["id"]) if one else None
        if one is None or today is None:
            return None
        if today.text["v"] == one.text["v"]:
            return today
        cited = [[name, self._there(address), *rest] for name, address, *rest in one.cited]
        old = Question(one.text | {"state": "changed"}, cited)
        return None if self.telling(_chunk([old])) else old

    def _there(self, address: str) -> str:
        return address if address.partition("#")[0] in self.output.by_address else ""

    @cached_property
    def bank(self) -> dict[str, Question]:
        """Today's questions by id."""
        named = json.loads(self.output.files[addresses.QUIZ_PAPERS]())["bank"]
        folder = addresses.quiz_bank(named, "").removesuffix(".json")
        parts = [
            _questions(made())
            for path, made in self.output.files.items()
            if path.startswith(folder) and not path.endswith(INDEX)
        ]
        return {one.text["id"]: one for part in parts for one in part if one}


def _questions(content: bytes) -> list[Question | None]:
    part = json.loads(content)
    return [
        Question(one, [part["cited"][number] for number in one["cited"]]) if one else None
        for one in part["questions"]
    ]


def _chunk(questions: list[Question | None]) -> bytes:
    """As `pages.quiz.texts.chunk` writes one."""
    cited = {json.dumps(article): article for one in questions if one for article in one.cited}
    number = {words: place for place, words in enumerate(cited)}
    return packed(
        {
            "cited": list(cited.values()),
            "questions": [
                one and one.text | {"cited": [number[json.dumps(article)] for article in one.cited]}
                for one in questions
            ],
        }
    )
