"""Whatever a browser would fetch from another host is found, what a reader follows is not; two pages in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.pages import Document, Html, Output
from portal.pages.kinds import HOME
from portal.publish.verifying import LiveLedger, claimed_twice, fetched_from_outside, outside_in_styles


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
def test_a_fetch_from_another_host_is_found(html: str, url: str) -> None:
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
def test_what_a_reader_follows_is_passed_over(html: str) -> None:
    assert list(fetched_from_outside(html)) == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('<a href="javascript:alert(1)">x</a>', "href=javascript:alert(1)"),
        ("<a title='>' HREF='java&#115;cript:x'>x</a>", "href=javascript:x"),
        ("<a href=vbscript:x>x</a>", "href=vbscript:x"),
        ('<a href="//a.example/">x</a>', "href=//a.example/"),
        ('<img src="data:text/html,x">', "src=data:text/html,x"),
        ('<form action="data:x">', "action=data:x"),
        ('<p onclick="x()">', "onclick="),
        ('<img src="x"/onerror=x>', "onerror="),
        ('<meta http-equiv="refresh" content="0">', "http-equiv=refresh"),
        ("<svg><a xlink:href='javascript:x'>", "xlink:href=javascript:x"),
    ],
)
def test_what_would_run_is_found(html: str, what: str) -> None:
    ledger = LiveLedger()
    ledger.note("x/", f"<p>{html}</p>")
    assert ledger.found() == [(what, "x/")]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/?next=javascript:x">x</a>',
        '<a href="../x/#data:">x</a> <a href="tel:12315">x</a> <a href="mailto:a@b.example">x</a>',
        '<code>a href="javascript:x" onclick="x"</code>',
        '&lt;a href="javascript:x" onclick="x"&gt;',
        '<meta content="a onclick=x">',
        "<a " + "href=" * 20_000,
    ],
)
def test_what_only_speaks_of_it_is_passed_over(html: str) -> None:
    ledger = LiveLedger()
    ledger.note("x/", html)
    assert ledger.found() == []


def test_only_a_page_that_has_moved_sends_readers_on() -> None:
    ledger = LiveLedger()
    ledger.note("old/", '<meta http-equiv="refresh" content="0; url=../new/">', leads_on=True)
    assert ledger.found() == []


def test_fetches_of_style_sheets_are_found(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    style = (
        '@import "https://a.example/x.css"; p { background: url( //a.example/y ) } q { mask: url(data:x) }'
    )
    (tmp_path / "assets/x.css").write_text(style + " /* https://a.example */ b { background: url(z.png) }")
    assert list(outside_in_styles(tmp_path)) == [
        ("assets/x.css", "https://a.example/x.css"),
        ("assets/x.css", "//a.example/y"),
    ]


def document(address: str, source: str) -> Document:
    return Document(address, "标题", "", HOME, body=lambda: Html(""), sources=(source,))


def output(*documents: Document, files: tuple[str, ...] = ()) -> Output:
    return Output("", "", documents, (), files=dict.fromkeys(files, bytes))


def test_both_sources_are_named() -> None:
    twice = output(document("campaign/food/", "a.yaml"), document("campaign/Food/", "b.yaml"))
    assert list(claimed_twice(twice)) == [("campaign/Food/", "a.yaml（标题）", "b.yaml（标题）")]


def test_two_pages_from_one_file() -> None:
    twice = output(document("x/", "a.yaml"), document("x/", "a.yaml"))
    assert list(claimed_twice(twice)) == [("x/", "a.yaml（标题）", "a.yaml（标题）")]


def test_a_file_in_the_place_of_a_page() -> None:
    twice = output(document("x/", "a.yaml"), files=("x/index.html", "y.json"))
    assert list(claimed_twice(twice)) == [("x/", "a.yaml（标题）", "生成的文件 x/index.html")]


def test_places_of_their_own() -> None:
    assert not list(claimed_twice(output(document("", "a"), document("x/", "b"), files=("x.json",))))
