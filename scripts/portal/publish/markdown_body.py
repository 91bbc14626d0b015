"""The HTML of one page → Markdown that any renderer reads, and a person too.

`to_markdown` takes a finished body and a function that says where each link leads from the Markdown
file; it gives CommonMark with tables and heading ids (`{#id}`), indented by four so that
Python-Markdown reads nested lists as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, NavigableString, Tag
from markdownify import ATX, MarkdownConverter

INDENT = "    "
HEADING = re.compile(r"h[1-6]")
# Characters that are markup anywhere, and marks that are markup at the start of a line.
MARKUP = re.compile(r"([\\`*_{}\[\]])")
AT_START = re.compile(r"^(\s*)(#|>|:|!!!|[-+](?=\s|$)|=+(?=\s*$))", re.M)
NUMBER_AT_START = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.M)
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
ENTITY = re.compile(r"&(?=#?\w+;)")
# What no Markdown page needs: the way back is in the navigation; charts and controls need a browser.
DROPPED = "nav.p-crumbs, svg, script, style, template, button, input, select, dialog"
# Elements that only style sheets keep apart.
INLINE = {"a", "span", "small", "strong", "time", "em", "b"}
BLOCKS = {"ul", "ol", "dl", "table", "tr", "thead", "tbody"}


def to_markdown(html: str, link: Callable[[str], str]) -> str:
    """The Markdown of `html`; `link` gives the target of each `href` and `src`."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(DROPPED):
        element.decompose()
    for element in soup.find_all(id=True):
        _anchor(element)
    text: str = _Converter(link).convert_soup(soup)
    return BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _anchor(element: Tag) -> None:
    """Keep the place that links may point to; headings carry their id themselves."""
    if not element.name or HEADING.fullmatch(element.name):
        return
    anchor = Tag(name="a", attrs={"id": element["id"]})
    if element.name in BLOCKS:
        element.insert_before(anchor)
    else:
        element.insert(0, anchor)


class _Converter(MarkdownConverter):  # type: ignore[misc]
    """What the library leaves to its user: our links, ids, definition lists and indentation."""

    def __init__(self, link: Callable[[str], str]) -> None:
        super().__init__(heading_style=ATX, bullets="-", wrap=True, wrap_width=None, autolinks=False)
        self.link = link

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = ENTITY.sub("&amp;", MARKUP.sub(r"\\\1", text)).replace("<", "&lt;")
        text = NUMBER_AT_START.sub(r"\1\\\2", AT_START.sub(r"\1\\\2", text))
        return text.replace("|", r"\|") if "table" in parent_tags else text

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if el.get("id") and not el.get("href"):
            return f'<a id="{el["id"]}"></a>{text}'
        el["href"] = self.link(str(el.get("href", "")))
        converted: str = super().convert_a(el, text, parent_tags)
        return _apart(el, converted)

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        el["src"] = self.link(str(el.get("src", "")))
        converted: str = super().convert_img(el, text, parent_tags)
        return converted

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _apart(el, text)

    convert_small = convert_time = convert_span

    def convert_strong(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        converted: str = super().convert_b(el, text, parent_tags)
        following = el.next_sibling
        closed = isinstance(following, NavigableString) and following[:1].isalnum()
        return _apart(el, converted) + (" " if closed and converted else "")

    convert_b = convert_strong

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        heading: str = super().convert_hN(n, el, text, parent_tags)
        return f"\n\n{heading.strip()} {{#{el['id']}}}\n\n" if el.get("id") and heading.strip() else heading

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if el.parent is not None and el.parent.name == "dl":
            return text.strip("\n") + "\n"
        converted: str = super().convert_div(el, text, parent_tags)
        return converted

    convert_section = convert_article = convert_nav = convert_footer = convert_header = convert_div
    convert_aside = convert_figure = convert_details = convert_form = convert_dl = convert_div

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    convert_caption = convert_figcaption = convert_summary

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n- **{text.strip()}**："

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        return ("\n\n" + INDENT if _is_block(text) else "") + _indented(text) + "\n"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        if not text:
            return "\n"
        if text.startswith("#"):
            # A heading does not belong in a list: the items become parts of the page.
            return f"\n\n{text}\n\n"
        ordered = el.parent is not None and el.parent.name == "ol"
        number = len(el.find_previous_siblings("li")) + 1
        return f"{f'{number}.' if ordered else '-'} {_indented(text)}\n"


def _indented(text: str) -> str:
    """Continuation lines moved in, so that they stay in their list item."""
    return text.replace("\n", "\n" + INDENT)


def _is_block(text: str) -> bool:
    return "\n\n" in text or text.startswith(("- ", "1. "))


def _apart(el: Tag, text: str) -> str:
    """A space before what would otherwise run into the element before it."""
    before = el.previous_sibling
    glued = isinstance(before, Tag) and before.name in INLINE
    if isinstance(before, NavigableString) and el.name == "small":
        glued = before[-1:].isalnum() and text[:1].isalnum()
    return f" {text}" if glued and text else text
