"""The frozen versions of the bank as phones read them, to make the very papers that were drawn from them.

`quiz/versions/<id>/index.json` has the blueprints and, column by column, what drawing needs; `<n>.json` has so
many whole questions in a row. Only questions that are ready today show a text: of those that are reserved, or
were retired since, nothing is there but what they are drawn by. `quiz/papers.json` names the present version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from portal.pages.context import Context
from portal.pages.quiz.bank import bank_files
from portal.pages.quiz.questions import ShownQuestion, shown_frozen
from portal.pages.quiz.texts import chunk, packed
from portal.quiz.candidates import Candidate, FrozenQuestion
from portal.quiz.versions import PublicVersion
from portal.records import addresses

# A paper asks for questions from everywhere, so files are small: compressed, one is some 3 KB, a paper some 75 KB.
QUESTIONS_A_FILE = 8
COLUMNS = ("type", "topic", "difficulty", "posts", "business_types")


def files(context: Context) -> Mapping[str, Callable[[], bytes]]:
    """Path → bytes, made when they are written."""
    found: dict[str, Callable[[], bytes]] = {addresses.QUIZ_PAPERS: lambda: packed(_papers(context))}
    for name, version in context.public.bank.versions.items():
        data = _Version(context, version)
        found[addresses.quiz_version(name, "index")] = data.index
        for number in range(data.file_count):
            found[addresses.quiz_version(name, str(number))] = data.part(number)
    return found


def _papers(context: Context) -> dict[str, Any]:
    bank = context.public.bank
    return {
        "version": bank.present,
        "bank": bank_files(context).version,
        "blueprints": bank.versions[bank.present].blueprints,
    }


class _Version:
    """The files of one version."""

    def __init__(self, context: Context, version: PublicVersion) -> None:
        self.context, self.version = context, version
        self.today = {entry.record.id: entry.record for entry in context.public.bank.ready}

    @property
    def file_count(self) -> int:
        return -(-len(self.version.questions) // QUESTIONS_A_FILE)

    def index(self) -> bytes:
        """Blueprints, words and columns; lists of words are numbers of lists that occur."""
        questions = self.version.questions
        columns: dict[str, Any] = {}
        for name in COLUMNS:
            values = [getattr(one, name) for one in questions]
            words = sorted(set(values))
            number = {word: place for place, word in enumerate(words)}
            columns[name] = {"words": words, "of": [number[value] for value in values]}
        return packed(
            {
                "id": self.version.id,
                "format": self.version.format,
                "size": QUESTIONS_A_FILE,
                "blueprints": self.version.blueprints,
                "key": [one.key for one in questions],
                "reserved": [number for number, one in enumerate(questions) if one.reserved],
                "hidden": [
                    number for number, one in enumerate(questions) if not isinstance(one, FrozenQuestion)
                ],
                "columns": columns,
            }
        )

    def part(self, number: int) -> Callable[[], bytes]:
        """The texts of so many questions in a row; a hidden one leaves its place empty.

        So a question stays at its place when another is retired, and a file that a phone has kept
        never answers for the wrong one.
        """

        def made() -> bytes:
            some = self.version.questions[number * QUESTIONS_A_FILE : (number + 1) * QUESTIONS_A_FILE]
            return chunk([self._shown(one) for one in some])

        return made

    def _shown(self, one: Candidate) -> ShownQuestion | None:
        """Nothing of a question that is kept for papers."""
        return (
            shown_frozen(self.context, one, self.today[one.id]) if isinstance(one, FrozenQuestion) else None
        )
