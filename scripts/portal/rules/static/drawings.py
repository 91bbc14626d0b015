"""SVG drawings beside the pages: nothing in them runs, and nothing in them comes from elsewhere.

A drawing that is opened by its address is a page of this site: what runs in it runs in the site's name. So there is a
list of what a drawing may consist of, and the parser never reads a declaration that could make it grow.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from portal.records import Site
from portal.records.static_file import StaticFile
from portal.rules.engine import site_rule
from portal.rules.static.kinds import opened
from portal.source import FILE_START, Diagnostic, Span, error

NAMESPACE, XLINK, XHTML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/1999/xhtml",
)
XML = "http://www.w3.org/XML/1998/namespace"
BETWEEN = " "
ALLOWED = (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath"
    " linearGradient radialGradient stop pattern clipPath mask marker image style switch view"
    " filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite feConvolveMatrix"
    " feDiffuseLighting feDisplacementMap feDropShadow feFlood feGaussianBlur feMerge feMergeNode feMorphology feOffset"
    " feSpecularLighting feDistantLight fePointLight feSpotLight feTile feTurbulence"
)
ELEMENTS = frozenset(ALLOWED.split())
# Only pictures that cannot hold a drawing again.
EMBEDDED = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
WITHIN = re.compile(r"#[^\s]*")
URL = re.compile(r"url\(\s*[\"']?\s*(?P<to>[^\s\"')]*)", re.IGNORECASE)
# What a style could fetch or run, written plainly or with the escapes of CSS.
STYLE = re.compile(
    r"@import|@charset|@namespace|(?:expression|image-set|image|src|cross-fade)\s*\(|javascript:|-moz-binding"
    r"|behavior\s*:|\\",
    re.IGNORECASE,
)
# Shapes are long, and hold numbers only.
SHAPES = ("d", "points", "transform", "viewBox", "values")
# Drawing programs note where the file lies on the computer, with the name of its user.
ON_COMPUTER = ("export-filename", "absref")
SCHEME = re.compile(
    r"[\x00-\x20]*(?:javascript|vbscript|data|file|https?|ftp|blob)\s*:|[\x00-\x20]*//", re.IGNORECASE
)
HINT = "用画图软件打开，另存为“普通 SVG”；还不行就导出成 PNG"
MOST_SHOWN = 5


@site_rule("STATIC-SVG-01")
def drawings_are_still(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """`site_config/static` 里的 SVG 图形不能有脚本、链接、动画，不能从别处取东西。

    SVG 在浏览器里打开就是一个网页，里面的脚本会以本站的名义运行；从别处取的图片，会让别的网站知道谁看过。
    错：`<script>`、`onload="…"`、`<foreignObject>`、`<!DOCTYPE …>`、`href="https://…"`
    对：只有图形和文字的 SVG（画图软件里存成“普通 SVG”）
    程度：错误
    """
    for one, kind in opened(site):
        if kind.ending == "svg":
            for span, message in _look(one).faults[:MOST_SHOWN]:
                yield error(one.place, span, "STATIC-SVG-01", message, HINT)


def words_in(file: StaticFile) -> str:
    """The words that stand in a drawing, a line for each piece of text."""
    return "\n".join(_look(file).words)


class Stop(Exception):
    """No more is read of the drawing."""


@dataclass
class _Looking:
    """What the parser meets: what is wrong at which place, and the words."""

    parser: expat.XMLParserType
    faults: list[tuple[Span, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def say(self, message: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.faults.append((Span(line, column, line, column + 1), message))

    def declared(self, *_: object) -> None:
        self.say("图形里有 DOCTYPE 声明")
        raise Stop

    def instructed(self, target: str, _: str) -> None:
        self.say(f"图形里有处理指令 <?{target}")

    def begun(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(BETWEEN)
        if not self.path and (namespace, name) != (NAMESPACE, "svg"):
            self.say("内容不是 SVG 图形")
            raise Stop
        self.path.append(name)
        self.end_text()
        if (namespace == NAMESPACE and name not in ELEMENTS) or namespace in ("", XHTML):
            self.say(f"图形里有 <{name}>")
        elif namespace == NAMESPACE:
            for attribute, value in attributes.items():
                if fault := _attribute_fault(name, *attribute.rpartition(BETWEEN)[::2], value):
                    self.say(fault)

    def ended(self, _: str) -> None:
        if self.path[-1:] == ["style"] and (fault := _style_fault("".join(self.text))):
            self.say(fault)
            self.text.clear()
        self.end_text()
        del self.path[-1:]

    def met(self, text: str) -> None:
        self.text.append(text)

    def end_text(self) -> None:
        if words := "".join(self.text).strip():
            self.words.append(words)
        self.text.clear()


@lru_cache(maxsize=1024)
def _look(file: StaticFile) -> _Looking:
    parser = expat.ParserCreate(namespace_separator=BETWEEN)
    parser.buffer_text = True
    looking = _Looking(parser)
    parser.StartDoctypeDeclHandler = looking.declared
    parser.ProcessingInstructionHandler = looking.instructed
    parser.StartElementHandler, parser.EndElementHandler = looking.begun, looking.ended
    parser.CharacterDataHandler = looking.met
    try:
        parser.Parse(file.read(), True)
    except Stop:
        pass
    except (expat.ExpatError, ValueError, LookupError):
        looking.say("图形读不下去，不是完整的 SVG")
    except OSError:
        looking.faults.append((FILE_START, "读不了这个文件"))
    return looking


def _attribute_fault(element: str, namespace: str, name: str, value: str) -> str:
    if name.lower().startswith("on"):
        return f"图形里有会运行的代码 {name}"
    if namespace == XML and name == "base":
        return "图形里有 xml:base"
    if name == "href" and namespace in ("", XLINK):
        inside = WITHIN.fullmatch(value) or (element == "image" and EMBEDDED.fullmatch(value))
        return "" if inside else f"图形里的 <{element}> 指向别处"
    if name in ON_COMPUTER:
        return f"图形里写着电脑上的文件位置（{name}），里面可能有姓名"
    if namespace not in ("", XLINK) or name in SHAPES:
        return ""
    return f"图形里的 {name} 指向别处" if SCHEME.match(value) else _style_fault(value)


def _style_fault(text: str) -> str:
    if STYLE.search(text) or any(not WITHIN.fullmatch(match["to"]) for match in URL.finditer(text)):
        return "图形的样式从别处取东西"
    return ""
