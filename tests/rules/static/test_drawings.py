"""What a drawing may consist of; each way of running or fetching something is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.static.lying import codes, lay, look

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
OTHER = 'xmlns:h="http://www.w3.org/1999/xhtml"'
INK = 'xmlns:ink="http://www.inkscape.org/namespaces/inkscape"'


def drawing(inside: str, head: str = HEAD) -> bytes:
    return f"{head}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        f"<h:script {OTHER}>alert(1)</h:script>",
        f"<g><h:iframe {OTHER} src='x'/></g>",
        "<foreignObject><body/></foreignObject>",
        "<g onclick='x()'/>",
        "<g OnLoad='x()'/>",
        "<a href='https://example.invalid/'><path/></a>",
        "<a xlink:href='javascript:alert(1)'><path/></a>",
        "<image href='https://example.invalid/a.png'/>",
        "<image xlink:href='//example.invalid/a.png'/>",
        "<image href='other.svg'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
        "<image href='data:text/html,x'/>",
        "<use href='other.svg#a'/>",
        "<use xlink:href='data:image/png;base64,AAAA'/>",
        "<set attributeName='href' to='javascript:x'/>",
        "<animate attributeName='href' values='javascript:x'/>",
        "<feImage href='https://example.invalid/a.png'/>",
        "<style>@import 'https://example.invalid/a.css';</style>",
        "<style>.a{fill:url(https://example.invalid/a)}</style>",
        '<style><![CDATA[.a{fill:url( "//example.invalid/a")}]]></style>',
        "<style>.a{background:image-set('https://example.invalid/a' 1x)}</style>",
        "<style>@\\69mport 'x';</style>",
        "<path style='fill:url(a.svg#b)'/>",
        "<path fill='url(https://example.invalid/#b)'/>",
        "<path fill='URL(&#104;ttps://example.invalid/#b)'/>",
        "<g xml:base='https://example.invalid/'/>",
        f"<g {INK} ink:export-filename='C:/Users/somebody/a.png'/>",
        "<?xml-stylesheet href='https://example.invalid/a.css'?>",
        "<handler/>",
        "<video/>",
        "<unknown xmlns=''/>",
    ],
)
def test_what_runs_or_fetches(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, {"a.svg": drawing(inside)})["a.svg"][:1] == ["STATIC-SVG-01"]


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>",
        b"<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        b"<svg/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"<?xml version='1.0' encoding='gbk'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml version='1.0' encoding='x-nothing'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"not xml",
        b"\x1f\x8b\x08packed",
    ],
)
def test_what_is_no_whole_drawing(tmp_path: Path, content: bytes) -> None:
    assert codes(tmp_path, {"a.svg": content}) == {"a.svg": ["STATIC-SVG-01"]}


@pytest.mark.parametrize(
    "inside",
    [
        "<title>留样盒</title><desc>一格一品</desc><path d='M0 0h9' transform='rotate(3)'/>",
        "<defs><linearGradient id='g'><stop offset='1'/></linearGradient></defs><rect fill='url(#g)'/>",
        "<style>.a { fill: url('#g'); font-family: \"Noto Sans\" } /* 注 */</style><g class='a'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo='/>",
        "<use xlink:href='#g'/><text>12315<tspan>热线</tspan></text>",
        f"<g {INK} ink:label='图层 1' ink:groupmode='layer'/>",
        "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
        "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>",
    ],
)
def test_drawings_as_programs_save_them(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, {"a.svg": b"<?xml version='1.0'?>\n<!-- saved -->\n" + drawing(inside)}) == {
        "a.svg": []
    }


def test_the_place_in_the_drawing(tmp_path: Path) -> None:
    (found,) = look(lay(tmp_path, {"a.svg": drawing("\n <g/>\n  <script/>\n")}))
    assert (found.span.line, found.span.column, found.message) == (3, 3, "图形里有 <script>")


def test_deep_drawings_cost_no_recursion(tmp_path: Path) -> None:
    assert codes(tmp_path, {"a.svg": drawing("<g>" * 50_000 + "</g>" * 50_000)}) == {"a.svg": []}


def test_words_of_a_drawing_are_searched(tmp_path: Path) -> None:
    words = drawing("<text>联系人：<tspan>王小明</tspan></text><text>电话 13800138000</text>")
    assert "STATIC-PRIVACY-01" in codes(tmp_path, {"a.svg": words})["a.svg"]
