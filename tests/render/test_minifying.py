"""Scripts and styles lose their comments and blanks, and nothing that a reader or an old phone would miss."""

from __future__ import annotations

import re

import pytest
from tests.projects import REPOSITORY

from portal.render.assets import SCRIPT, STYLE, assets_of, minified

THEME = REPOSITORY / "site_config/theme"
SOURCES = [file.read_text("utf-8") for file in sorted(THEME.glob("assets/scripts/*.js"))]
SOURCES_OF_STYLES = [file.read_text("utf-8") for file in sorted(THEME.glob("assets/styles/*.css"))]
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)


def without_remarks(text: str) -> str:
    return re.sub(r"(?m)(?<![:\"'/])//.*$", "", REMARK.sub("", text))


@pytest.fixture(scope="module")
def scripts() -> str:
    assets = assets_of(THEME)
    files = (text.decode("utf-8") for path, text in assets.files.items() if path.endswith(".js"))
    return "\n".join((assets.early, *files))


def test_every_chinese_word_stays(scripts: str) -> None:
    words = {word for text in SOURCES for word in re.findall("[一-鿿]+", without_remarks(text))}
    assert len(words) > 200
    assert {word for word in words if word not in scripts} == set()


def test_nothing_is_written_in_a_younger_way_than_its_author_wrote_it(scripts: str) -> None:
    """A browser that cannot read one word of a module runs none of it."""
    written = "\n".join(map(without_remarks, SOURCES))
    assert not re.search(r"catch\s*\{", written)
    assert "catch{" not in scripts
    for word in ("?.", "??"):
        assert scripts.count(word) <= written.count(word), word


def test_a_script_that_cannot_be_read_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match="line 2"):
        minified(SCRIPT, "const a = 1;\nconst = 2;")


def test_texts_in_templates_and_strings_stay_as_they_are() -> None:
    said = minified(SCRIPT, "export const say = (name) => `第 ${name}  题，\n“对” // 不是注释`;")
    assert "  题，\n“对” // 不是注释" in said


def test_styles_keep_all_their_declarations() -> None:
    """The value that only young browsers know stands after the one for all: both stay."""
    assert minified(STYLE, "a { height: 100vh; height: 100dvh; }") == "a{height:100vh;height:100dvh}"
    css = assets_of(THEME)
    made = css.files[css.stylesheet].decode("utf-8")
    written = REMARK.sub("", "\n".join(SOURCES_OF_STYLES))
    declared = r"(?<=[;{])\s*(--[\w-]+|[a-z-]+)\s*:(?!:)(?=[^{}]*[;}])"
    kept = re.findall(declared, made)
    assert len(kept) > 1000
    assert sorted(kept) == sorted(re.findall(declared, written))
