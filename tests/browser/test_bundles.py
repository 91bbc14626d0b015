"""What the build makes of modules and styles means in a browser what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.projects import REPOSITORY

from portal.bench.serving import served
from portal.render.assets import assets_of, style_sheets

pytestmark = pytest.mark.browser
THEME = REPOSITORY / "site_config/theme"
MODULES = {
    # Two modules with a state and a helper of the same name, and one that means the browser's own.
    "quiz-one": "let count = 0;\nconst open = () => 'one';\nexport function next() { count += 1; return open() + count; }",
    "quiz-two": 'import { next as before } from "./quiz-one.js";\nlet count = 9;\n'
    "export class Two { open() { return before() + count; } }\nexport const browsers = typeof open;",
    "quiz-a": 'import { next } from "./quiz-one.js";\nimport { Two, browsers } from "./quiz-two.js";\n'
    "window.said = [next(), new Two().open(), browsers];",
    "quiz-b": 'import { next } from "./quiz-one.js";\nimport { browsers } from "./quiz-two.js";\n'
    'window.said.push(next(), browsers);\nimport("./late.js").then(({ late }) => window.said.push(late()));',
    "late": 'import { next } from "./quiz-one.js";\nexport const late = () => `稍后 ${next()}`;',
}
# Of each rule: its condition or selector, and what comes of its declarations on an element.
RULES = """async (texts) => {
  const sheets = texts.map((text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return sheet; });
  document.adoptedStyleSheets = [sheets[0]];
  const element = document.body.appendChild(document.createElement("b"));
  const told = (rule) => {
    if (rule instanceof CSSGroupingRule) return [rule.conditionText, [...rule.cssRules].map(told)];
    if (!(rule instanceof CSSStyleRule)) return rule.cssText;
    element.style.cssText = rule.style.cssText;
    const values = getComputedStyle(element);
    return [rule.selectorText, [...rule.style].sort().map((name) =>
      [name, values.getPropertyValue(name).replace(/^0%$/, "0px"), rule.style.getPropertyPriority(name)])];
  };
  return sheets.map((sheet) => [...sheet.cssRules].map(told));
}"""


def test_modules_in_one_file_keep_their_names_and_their_state(phone: Page, tmp_path: Path) -> None:
    (tmp_path / "theme/assets/styles").mkdir(parents=True)
    scripts = tmp_path / "theme/assets/scripts"
    scripts.mkdir()
    for name, text in MODULES.items():
        (scripts / f"{name}.js").write_text(text, "utf-8")
    assets = assets_of(tmp_path / "theme")
    for path, content in assets.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    asked = assets.loaded(["quiz-a", "quiz-b"])
    tags = "".join(f'<script type="module" src="{path}"></script>' for path in asked)
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset='utf-8'>{tags}", "utf-8")
    with served(tmp_path) as place:
        phone.goto(place.url)
        phone.wait_for_function("window.said && window.said.length === 6")
    assert phone.evaluate("said") == ["one1", "one29", "function", "one3", "function", "稍后 one4"]


def test_the_styles_say_the_same_in_fewer_bytes(phone: Page) -> None:
    assets = assets_of(THEME)
    made = assets.files[assets.stylesheet].decode("utf-8")
    written = "\n".join(file.read_text("utf-8") for file in style_sheets(THEME))
    before, after = phone.evaluate(RULES, [written, made])
    assert len(before) > 500
    assert after == before
