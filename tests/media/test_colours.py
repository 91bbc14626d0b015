"""Posters and copy pages have the colours of the site: those of its style sheet in the light scheme."""

from __future__ import annotations

import re

from tests.projects import REPOSITORY

from portal.media import canvas

TOKENS = (REPOSITORY / "site_config/theme/assets/styles/tokens.css").read_text("utf-8")
COLOURS = dict(re.findall(r"--p-([a-z-]+): (#\w+);", TOKENS[: TOKENS.index("@media")]))


def test_posters_are_drawn_in_the_colours_of_the_site() -> None:
    named = {
        "ink": canvas.INK,
        "soft": canvas.SOFT,
        "paper": canvas.PAPER,
        "tint": canvas.TINT,
        "line": canvas.LINE,
        "band": canvas.MAIN,
        "band-deep": canvas.MAIN_DEEP,
        "on-band": canvas.ON_MAIN,
        "note": canvas.NOTE,
        "note-tint": canvas.NOTE_TINT,
        "note-line": canvas.NOTE_LINE,
    }
    assert named == {name: COLOURS[name] for name in named}


def test_copy_pages_know_no_other_colours() -> None:
    used = {
        colour
        for file in ("site_config/templates/media/wechat.css", "scripts/portal/media/wechat.py")
        for colour in re.findall(r"#[0-9a-f]{3,6}\b", (REPOSITORY / file).read_text("utf-8"))
    }
    assert used <= set(COLOURS.values())
