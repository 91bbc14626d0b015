"""Every colour of a chart keeps 4.5:1 against the paper, light and dark, as the style sheet says it."""

from __future__ import annotations

import re

import pytest
from tests.projects import REPOSITORY

SHEET = (REPOSITORY / "site_config/theme/assets/styles/tokens.css").read_text("utf-8")
RULE = re.compile(r":root(?P<kind>[^\s{,]*)[^{]*\{(?P<body>[^}]*)\}")
TOKEN = re.compile(r"(--p-[\w-]+):\s*(#[0-9a-f]{3,6})\b")
KINDS = {"light": "", "dark chosen": '[data-scheme="dark"]', "dark system": ':not([data-scheme="light"])'}
# Text on paper and series on paper.
INK = ("--p-ink", "--p-soft", "--p-note")
SERIES = tuple(f"--p-c-{number}" for number in range(1, 9))


def tokens(kind: str) -> dict[str, str]:
    """The colours of one scheme."""
    found: dict[str, str] = {}
    for rule in RULE.finditer(SHEET):
        if rule["kind"] == kind:
            found |= dict(TOKEN.findall(rule["body"]))
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_all_colours_of_charts_can_be_told_from_the_paper(kind: str) -> None:
    colours = tokens(kind)
    weak = {
        name: round(contrast(colours[name], colours["--p-paper"]), 2)
        for name in (*SERIES, *INK)
        if contrast(colours[name], colours["--p-paper"]) < 4.5
    }
    assert weak == {}


def test_both_dark_schemes_are_the_same() -> None:
    chosen, system = tokens(KINDS["dark chosen"]), tokens(KINDS["dark system"])
    assert {name: chosen[name] for name in SERIES} == {name: system[name] for name in SERIES}
