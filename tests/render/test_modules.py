"""The theme's modules are read in the forms that they are written in; any other form is refused by name."""

from __future__ import annotations

import pytest

from portal.render.modules import read_modules

SAYING = """/* import { nothing } from "./nowhere.js"; */
export const HEARD = 50;

/** @param {string} text */
export async function say(text) {
  return text;
}
export class Voice {}
const own = 1;
"""
PLAYER = """import { HEARD, say as speak } from "./saying.js";
import {
  Voice,
} from "./saying.js";
import "./saying.js";

const late = () => import("./late.js");
speak(HEARD, Voice, late);
"""


def test_what_a_module_takes_and_gives() -> None:
    read = read_modules({"player": PLAYER, "saying": SAYING, "late": ""})
    assert read["saying"].gives == ("HEARD", "say", "Voice")
    assert read["player"].takes == {"saying": {"HEARD": "HEARD", "say": "speak", "Voice": "Voice"}}
    assert read["player"].later == {"late"}


def test_the_text_is_left_without_both() -> None:
    read = read_modules({"player": PLAYER, "saying": SAYING, "late": ""})
    assert read["player"].body == 'const late = () => import("./late.js");\nspeak(HEARD, Voice, late);'
    assert "export" not in read["saying"].body
    assert "async function say" in read["saying"].body


@pytest.mark.parametrize(
    "line",
    [
        "export let count = 0;",
        "export default 1;",
        "export { own };",
        'export * from "./saying.js";',
        'import * as saying from "./saying.js";',
        'import { say } from "../other/saying.js";',
    ],
)
def test_an_unknown_form_is_refused(line: str) -> None:
    """What is changed later, for one, would stay in the file that took it as it was at first."""
    with pytest.raises(ValueError, match=r"player\.js: “(import|export)"):
        read_modules({"player": f"{line}\n", "saying": SAYING})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import { say } from "./said.js";', "player.js imports said.js, which is not there"),
        ('import("./said.js");', "player.js imports said.js, which is not there"),
        ('import { own, says } from "./saying.js";', "imports own, says, which saying.js does not export"),
    ],
)
def test_what_is_not_there_is_named(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_modules({"player": line, "saying": SAYING})
