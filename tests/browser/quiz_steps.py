"""What somebody does in the quiz player, for its browser tests: look up what is right, choose, read what is said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

LABELS = ".p-player .p-trial label"


@dataclass(frozen=True)
class Bank:
    """The published bank: stem → letters of the right options, and the index."""

    answers: dict[str, list[str]]
    index: dict[str, Any]

    @classmethod
    def read(cls, site: Path) -> Bank:
        (folder,) = (site / "quiz/bank").iterdir()
        files = [json.loads(path.read_text("utf-8")) for path in folder.glob("[0-9]*.json")]
        questions = [one for file in files for one in file["questions"]]
        index = json.loads((folder / "index.json").read_text("utf-8"))
        return cls({one["stem"]: one["answer"] for one in questions}, index)

    def key(self, page: Page) -> list[str]:
        """The right letters of the question that is shown."""
        legend = page.locator(".p-player .p-trial legend").inner_text()
        return next(answer for stem, answer in self.answers.items() if legend.endswith(stem))


def option(page: Page, letter: str) -> Locator:
    return page.locator(f"{LABELS}:has(input[value={letter}])")


def choose(page: Page, letters: Iterable[str]) -> None:
    for letter in letters:
        option(page, letter).click()


def wrong(page: Page, key: list[str]) -> str:
    """A letter that is not right."""
    letters = page.locator(f"{LABELS} input").evaluate_all("all => all.map(one => one.value)")
    return str(next(letter for letter in letters if letter not in key))


def press(page: Page, letters: Iterable[str]) -> None:
    """Choose by keys, which no pause holds up."""
    shown = page.locator(f"{LABELS} input").evaluate_all("all => all.map(one => one.value)")
    for letter in letters:
        page.keyboard.press(str(shown.index(letter) + 1))


def answer(page: Page, letters: Iterable[str]) -> None:
    """Choose and have it checked, by keys."""
    press(page, letters)
    page.keyboard.press("Enter")
    expect(page.locator(".p-verdict")).to_be_visible()


def focused(page: Page) -> str:
    """The class of the element where the reader is."""
    return str(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
