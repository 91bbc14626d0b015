"""A heading in an article's Markdown has an address of its words: another heading before it changes none."""

from __future__ import annotations

import re
from pathlib import Path

from portal.pages.headings import anchor_of

HEADING = re.compile(r'<h2 id="([^"]+)">([^<]+)</h2>')
# Those that our templates put below every article.
OURS = {"citations", "risks", "cases"}


def test_headings_of_articles_keep_their_address(small: Path) -> None:
    pages = [file.read_text("utf-8") for file in (small / "site/knowledge").rglob("index.html")]
    found = [one for page in pages if "p-page--article" in page for one in HEADING.findall(page)]
    of_markdown = [(anchor, words) for anchor, words in found if anchor not in OURS]
    assert of_markdown
    assert [anchor for anchor, _ in of_markdown] == [anchor_of(words) for _, words in of_markdown]
