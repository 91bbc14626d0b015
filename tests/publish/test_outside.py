"""What a browser would fetch from another host is found, however it is written; what a reader follows is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.publish.outside import fetched_from_outside, outside_in_styles


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<img src="https://a.example/x.png">', "https://a.example/x.png"),
        ("<img alt='1 > 0' src='//a.example/x.png'/>", "//a.example/x.png"),
        ("<img alt=it's src=http://a.example/x>", "http://a.example/x"),
        ('<IMG\n SRC = " https&#58;//a.example/x">', "https://a.example/x"),
        ('<img src="x.png" srcset="x.png 1x, https://a.example/y 2x">', "https://a.example/y"),
        ('<script async src="https://a.example/x.js"></script>', "https://a.example/x.js"),
        ('<iframe src="https://a.example/"></iframe>', "https://a.example/"),
        ('<link href="https://a.example/x.css" rel="stylesheet">', "https://a.example/x.css"),
        ('<link rel="alternate stylesheet" href="//a.example/x.css">', "//a.example/x.css"),
        ('<svg><image xlink:href="http://a.example/x"/></svg>', "http://a.example/x"),
        ('<object data="https://a.example/x"></object>', "https://a.example/x"),
        ('<video poster="https://a.example/x"></video>', "https://a.example/x"),
    ],
)
def test_found(html: str, url: str) -> None:
    assert list(fetched_from_outside(html)) == [url]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/">原文</a>',
        '<link rel="canonical" href="https://a.example/">',
        '<img src="../x.png" alt="https://a.example/">',
        '<img src="data:image/png;base64,AA//BB">',
        '<svg><use href="#mark"/></svg>',
        "&lt;img src=\"https://a.example/\"&gt; 和 <code>src='https://a.example/'</code>",
        "<img " + "a=" * 20_000,
    ],
)
def test_passed_over(html: str) -> None:
    assert list(fetched_from_outside(html)) == []


def test_style_sheets(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    style = (
        '@import "https://a.example/x.css"; p { background: url( //a.example/y ) } q { mask: url(data:x) }'
    )
    (tmp_path / "assets/x.css").write_text(style + " /* https://a.example */ b { background: url(z.png) }")
    assert list(outside_in_styles(tmp_path)) == [
        ("assets/x.css", "https://a.example/x.css"),
        ("assets/x.css", "//a.example/y"),
    ]
