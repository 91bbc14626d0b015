"""Questions as people type them, asked of a built site in a browser: is there an answer among the first three results?

`questions.tsv` holds them with the pages a reader would be content with. Steps beyond literal search run in the
browser only (ADR 22), so they are asked there; a question counts where the site has one of its pages.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.bench.phone import NoBrowser, browser
from portal.bench.serving import served

QUESTIONS = Path(__file__).with_name("questions.tsv")
TOP = 3
# What is asked in the page of the search; `fresh` is each question by a reader who has fetched nothing yet.
ASK = """async ({ queries, fresh }) => {
  const script = document.querySelector("script[src*='/search.']").src;
  const { $search_asking: { Asking } } = await import(script);
  const root = new URL("../", location.href);
  const found = [];
  let paths = [];
  const get = async (path) => {
    paths.push(path);
    return (await fetch(new URL(path, root))).arrayBuffer();
  };
  let asking = new Asking(get);
  for (const query of queries) {
    paths = [];
    if (fresh) asking = new Asking(get);
    const answer = await asking.ask(query);
    const pages = await Promise.all(answer.pages.slice(0, 5).map((page) => asking.index.page(page)));
    const words = answer.pages.length ? [] : await asking.suggestions(query);
    found.push({ ...answer, pages: answer.pages.length, first: pages.map(({ address }) => address), words, paths });
  }
  return found;
}"""


@dataclass(frozen=True)
class Question:
    """`wanted` are addresses; one without # stands for the page and all inside it."""

    query: str
    kind: str
    wanted: tuple[str, ...]

    def answered_by(self, addresses: Iterable[str]) -> bool:
        return any(_stands_for(one, address) for address in addresses for one in self.wanted)


def _stands_for(wanted: str, address: str) -> bool:
    return address == wanted or ("#" not in wanted and address.startswith(wanted))


@dataclass(frozen=True)
class People:
    """The share of the questions that were answered, those that were not, and bytes of a first query by whether its words are there."""

    asked: int
    missed: tuple[str, ...]
    literal_bytes: tuple[int, ...]
    other_bytes: tuple[int, ...]

    def as_json(self) -> dict[str, float]:
        told: dict[str, float] = {
            "people_asked": self.asked,
            "people_answered": self.asked - len(self.missed),
        }
        for name, sizes in (("literal", self.literal_bytes), ("other", self.other_bytes)):
            told[f"people_{name}_bytes_median"] = round(statistics.median(sizes or (0,)))
            told[f"people_{name}_bytes_max"] = max(sizes or (0,))
        return told


def questions() -> list[Question]:
    lines = QUESTIONS.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [Question(query, kind, tuple(wanted.split())) for query, kind, wanted in rows]


def missed(asked: list[Question], answers: list[dict[str, Any]]) -> list[str]:
    """Queries without an answer among the first results."""
    pairs = zip(asked, answers, strict=True)
    return [question.query for question, answer in pairs if not question.answered_by(answer["first"][:TOP])]


def ask_as_people(
    site: Path, found_here: Callable[[Question], bool], size: Callable[[str], int]
) -> People | None:
    """All questions that the site can answer; nothing where there is no browser. `size` is what the transfer of a file takes."""
    asked = list(filter(found_here, questions()))
    try:
        with served(site) as place, browser() as opened:
            page = opened.new_page()
            page.goto(f"{place.url}search/")
            answers: list[dict[str, Any]] = page.evaluate(
                ASK, {"queries": [one.query for one in asked], "fresh": True}
            )
    except NoBrowser:
        return None
    sizes = [(bool(one["exact"]), sum(map(size, set(one["paths"])))) for one in answers]
    literal, other = (tuple(number for exact, number in sizes if exact is wanted) for wanted in (True, False))
    return People(len(asked), tuple(missed(asked, answers)), literal, other)
