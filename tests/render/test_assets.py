"""What the theme wears: its colours can be read, its files are named after their content, its policy is strict."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from tests.projects import REPOSITORY

from portal.render.assets import Assets, assets_of

THEME = REPOSITORY / "site_config/theme"
TOKENS = (THEME / "assets/styles/tokens.css").read_text("utf-8")
# Text colour on the ground it stands on; WCAG 2.2 SC 1.4.3 asks for 4.5 to 1.
PAIRS = [
    ("--p-ink", "--p-paper"),
    ("--p-ink", "--p-tint"),
    ("--p-ink", "--p-main-tint"),
    ("--p-ink", "--p-note-tint"),
    ("--p-soft", "--p-paper"),
    ("--p-soft", "--p-tint"),
    ("--p-main", "--p-paper"),
    ("--p-main", "--p-tint"),
    ("--p-main", "--p-main-tint"),
    ("--p-note", "--p-note-tint"),
    ("--p-note", "--p-paper"),
    ("--p-on-band", "--p-band"),
    ("--p-on-band", "--p-band-deep"),
    ("--p-on-band-soft", "--p-band"),
    ("--p-on-band-soft", "--p-band-deep"),
]


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--p-[a-z-]+): (#[0-9a-f]{3,6});", block))


def blocks() -> dict[str, dict[str, str]]:
    light = TOKENS[TOKENS.index(":root {") : TOKENS.index("@media (prefers-color-scheme")]
    system = TOKENS[
        TOKENS.index(':root:not([data-scheme="light"])') : TOKENS.index(':root[data-scheme="dark"]')
    ]
    chosen = TOKENS[TOKENS.index(':root[data-scheme="dark"]') :]
    return {"light": colours(light), "system": colours(system), "chosen": colours(chosen)}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "system", "chosen"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    known = blocks()["light"] | blocks()[scheme]
    assert contrast(known[text], known[ground]) >= 4.5


def test_dark_is_the_same_whether_the_system_or_the_reader_chose_it() -> None:
    assert blocks()["system"] == blocks()["chosen"]
    assert len(blocks()["system"]) > 10


@pytest.fixture
def assets() -> Assets:
    return assets_of(THEME)


def test_the_policy_knows_the_script_inside_the_page_and_no_other(assets: Assets) -> None:
    digest = base64.b64encode(hashlib.sha256(assets.early.encode("utf-8")).digest()).decode("ascii")
    assert f"script-src 'self' 'sha256-{digest}';" in assets.policy
    assert "unsafe" not in assets.policy
    assert "http" not in assets.policy


def test_a_changed_file_gets_another_address(assets: Assets, tmp_path: Path) -> None:
    (tmp_path / "assets/styles").mkdir(parents=True)
    (tmp_path / "assets/scripts").mkdir()
    sheet = tmp_path / "assets/styles/tokens.css"
    sheet.write_text("body { margin: 0; }", "utf-8")
    before = assets_of(tmp_path)
    assert assets_of(tmp_path).base == before.base
    sheet.write_text("body { margin: 1px; }", "utf-8")
    assert assets_of(tmp_path).base != before.base


def test_paper_and_big_type_have_the_last_word(assets: Assets) -> None:
    css = assets.files[assets.stylesheet].decode("utf-8")
    assert css.index("--p-font") < css.index(".p-head") < css.index("html.elder") < css.index("@page")


def test_no_style_fetches_anything(assets: Assets) -> None:
    css = assets.files[assets.stylesheet].decode("utf-8")
    assert "@import" not in css
    assert "url(" not in css
