"""What an article's text becomes on its page, and whether a browser would run, load or send anything because of it.

Takes Markdown that has the shape of an article, makes HTML of it as MkDocs does and gives what stands there that is
not on the lists of elements and attributes. The source is searched too, to name lines; here nothing is overlooked
because it was spelt in a new way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions.tables import TableExtension  # type: ignore[import-untyped]

from portal.publication.shown import forms
from portal.records.article import KnowledgeArticle
from portal.rules.link_targets import foreign_scheme

# The same dialect as in mkdocs.yml, with what MkDocs adds.
EXTENSIONS = ("admonition", "attr_list", "footnotes", "toc", "fenced_code")
# Text, lists, tables, pictures and sounds; nothing that runs, frames, sends or changes the page around it.
ELEMENTS = frozenset({
    "a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q",
    "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary",
    "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video",
    "wbr",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "abbr", "align", "alt", "cite", "class", "colspan", "controls", "datetime", "dir", "download",
    "headers", "height", "href", "hreflang", "id", "kind", "label", "lang", "loading", "loop", "media",
    "muted", "open", "poster", "preload", "rel", "reversed", "role", "rowspan", "scope", "sizes", "span",
    "src", "srclang", "srcset", "start", "target", "title", "type", "value", "width",
})  # fmt: skip
LINKS = frozenset({"href", "src", "srcset", "poster", "cite"})
HANDLER = re.compile(r"(?<![\w\-])on[a-z]+\s*=", re.I)
# Where browsers and parsers disagree about the end of a comment.
ODD_COMMENT = re.compile(r"^-?>|--!?>|<!--|--?$")
LEFT_OPEN = re.compile(r"<[a-z/!?]", re.I)
END = "</body>"
# What Python-Markdown raises where it meets its own limits.
UNREADABLE = (AssertionError, LookupError, RecursionError, ValueError)


class Offence(NamedTuple):
    """What is wrong, in words, and the text by which its place in the source may be found."""

    what: str
    trace: str
    is_link: bool = False


def offences(article: KnowledgeArticle) -> tuple[Offence, ...]:
    """Everything that may not be there in the page of the article, whichever of its links and remarks are left out."""
    return tuple(dict.fromkeys(one for text in forms(article) for one in offences_of(text)))


@lru_cache(maxsize=1024)
def offences_of(text: str) -> tuple[Offence, ...]:
    """Everything in what Markdown makes of the text that may not be there."""
    try:
        html = as_html(text)
    except UNREADABLE:
        return (Offence("Markdown 读不懂的写法", "<"),)
    return tuple(offences_in(html))


def as_html(body: str) -> str:
    """What Markdown makes of the text, which has the shape of an article."""
    extensions = [*EXTENSIONS, TableExtension(use_align_attribute=True)]
    html: str = Markdown(extensions=extensions).convert(body)
    return html


def offences_in(html: str) -> Iterator[Offence]:
    reader = _Reader()
    try:
        # A tag that was left open takes in what follows it on the page.
        reader.feed(html + END)
        reader.close()
    except AssertionError:
        # `<![ ` and its like; browsers make a comment of it, which ends where they think best.
        yield Offence("网页代码 <![", "<![")
        return
    yield from dict.fromkeys(reader.found)
    if not reader.ended:
        yield Offence("没有写完的网页标签", "<")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Offence] = []
        self.ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        scheme, colon, _ = tag.partition(":")
        if colon:
            self._link(scheme)
            return
        if tag not in ELEMENTS:
            self.found.append(Offence(f"网页代码 <{tag}>", f"<{tag}"))
            return
        if match := HANDLER.search(unescape(self.get_starttag_text() or "")):
            self.found.append(Offence(f"会运行的代码 {match[0].rstrip('= ')}", match[0].rstrip("= ")))
            return
        for name, value in attrs:
            self._attribute(name, value or "")

    def _attribute(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES and not name.startswith("aria-"):
            self.found.append(Offence(f"网页属性 {name}", name))
        elif name in LINKS:
            for one in value.split(",") if name == "srcset" else [value]:
                if scheme := foreign_scheme(one):
                    self._link(scheme)

    def _link(self, scheme: str) -> None:
        self.found.append(Offence(f"不能用的链接 {scheme}", scheme, is_link=True))

    def handle_endtag(self, tag: str) -> None:
        self.ended = tag == "body"

    def handle_data(self, data: str) -> None:
        if LEFT_OPEN.search(data):
            self.found.append(Offence("没有写完的网页标签", "<"))

    def handle_comment(self, data: str) -> None:
        if ODD_COMMENT.search(data):
            self.found.append(Offence("没有写完的注释", "<!"))

    def handle_decl(self, decl: str) -> None:
        self.found.append(Offence("网页代码 <!", "<!"))

    def handle_pi(self, data: str) -> None:
        self.found.append(Offence("网页代码 <?", "<?"))

    def unknown_decl(self, data: str) -> None:
        self.found.append(Offence("网页代码 <![", "<!["))
