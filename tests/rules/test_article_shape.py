"""What is heavy for Markdown is refused by counting, one example of each kind; what people write is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import REPOSITORY

from portal.rules.article_page import as_html
from portal.rules.article_shape import excesses

ARTICLES = sorted((REPOSITORY / "content/knowledge").rglob("*.md"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("> " * 250 + "字", "套了 250 层"),
        ("1. \x02" * 250, "层"),
        ("12345678901. " * 20, "层"),
        ("".join("    " * level + "- 字\n" for level in range(30)), "缩进了"),
        ("[" * 20_000, "有 20000 个字"),
        ("字[" * 200, "个“[”"),
        *((f"字{mark}\n" * 200, f"个“{mark}”") for mark in "!(*_`<&{"),
        ("字" * 5_000, "有 5000 个字"),
        ("字\n" * 10_000, "这一段有"),
        ("<div>\n\n" * 100, "标签套了"),
        ("".join(f"[{number}]: #x\n\n" for number in range(1_000)), "定义超过"),
        ("|" * 3_000, "最多 40 列"),
        ("*a*\n\n" * 3_000, "个符号"),
        ("字" * 1_000 + "\n\n" + ("字" * 999 + "\n\n") * 100, "超过 60000"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_what_is_heavy_is_refused(body: str, told: str) -> None:
    assert told in "".join(one.message for one in excesses(body))
    assert all(0 <= one.start <= len(body) and one.hint for one in excesses(body))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_what_people_write_is_far_from_it(article: Path) -> None:
    body = article.read_text("utf-8").split("---\n", 2)[2]
    assert excesses(body * 5) == ()


def test_as_deep_as_is_allowed_is_read() -> None:
    body = "> " * 8 + "字\n\n" + "".join("    " * level + "- 字\n" for level in range(8))
    assert excesses(body) == ()
    assert as_html(body).count("<blockquote>") == 8
