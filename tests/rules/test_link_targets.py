"""Where an address leads, however it is spelt."""

from __future__ import annotations

import pytest

from portal.rules.link_targets import foreign_scheme, is_link


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("javascript:x", "javascript"),
        ("java\tscript:x", "javascript"),
        (" \x01JaVa\nScRiPt:x", "javascript"),
        ("&#106;avascript:x", "javascript"),
        ("&#x6A&#x61vascript&colon;x", "javascript"),
        ("javascript%3Ax", "javascript"),
        ("%26%23106;avascript:x", "javascript"),
        ("java\u200bscript:x", "javascript"),
        ("vbscript:x", "vbscript"),
        ("data:text/html,x", "data"),
        ("file:///etc/passwd", "file"),
        ("//host/", "//"),
        ("/\\host/", "//"),
        ("\\\\host", "//"),
    ],
)
def test_what_may_not_be_a_link(target: str, scheme: str) -> None:
    assert foreign_scheme(target) == scheme


@pytest.mark.parametrize(
    "target",
    [
        "https://a.cn/",
        "HTTP://a.cn",
        "mailto:a@b.cn",
        "tel:12315",
        "../a.md",
        "#x",
        "",
        "?q=a:b",
        "a/b:c",
        "注:意",
    ],
)
def test_what_may(target: str) -> None:
    assert foreign_scheme(target) is None


def test_a_sentence_is_no_link() -> None:
    assert not is_link("GB 31654-2021：餐饮服务通用卫生规范")
    assert not is_link("ISO:2018")
    assert is_link("javascript&colon;x")
    assert is_link("//host/")
