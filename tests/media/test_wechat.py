"""The copy page: looks in `style` attributes only, each known to the file's own policy."""

from __future__ import annotations

import base64
import hashlib
import re

from bs4 import BeautifulSoup

from portal.media.wechat import KEPT, copy_page, plain

CSS = '.w-page p { margin: 0 0 16px; font-family: "A B"; } .w-h2 { font-weight: 700; } td { padding: 8px; }'
MARKDOWN = """
<h2 id="one">看哪里</h2><p>见<a href="health.md">真相</a>，<img src="a.png" alt="图"><code>GB 7718</code>。</p>
<div class="admonition note"><p class="admonition-title">注意</p><p onclick="x()">当心。</p></div>
<table><tr><th scope="col" align="left">甲</th><td colspan="2">乙</td></tr></table><!-- 草稿 --><script>x()</script>
"""


def made() -> str:
    return copy_page(f'<section class="w-page">{plain(MARKDOWN)}</section>', CSS, "标题 & 其他").decode()


def test_only_what_editors_keep_is_left() -> None:
    body = BeautifulSoup(made(), "html.parser").main
    assert body is not None
    elements = body.find_all(True)
    assert {element.name for element in elements} <= KEPT
    assert {name for element in elements for name in element.attrs} == {"style", "colspan"}
    assert "".join(body.get_text().split()) == "看哪里见真相，GB7718。注意当心。甲乙"
    assert "草稿" not in made()


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = made()
    assert not re.search(r"<(script|style|link|img|a)\b|javascript:|url\(|\bon\w+=", text)


def test_the_policy_knows_every_look_and_no_other() -> None:
    page = BeautifulSoup(made(), "html.parser")
    looks = {str(element["style"]) for element in page.find_all(style=True)}
    hashes = {base64.b64encode(hashlib.sha256(look.encode()).digest()).decode() for look in looks}
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert set(re.findall(r"'sha256-([^']+)'", str(policy["content"]))) == hashes
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'unsafe-hashes' ")
    # A quotation mark in a look is an entity in the file, and a mark in what the browser hashes.
    assert any('"A B"' in look.replace("'", '"') for look in looks)
