"""The HTML of one page → Markdown that any renderer reads, and a person too.

`to_markdown` takes a finished body and a function that says where each link leads from the Markdown
file; it gives CommonMark with tables and heading ids (`{#id}`), indented by four so that
Python-Markdown reads nested lists as well. Definition lists become lists, for want of a common form.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import ATX, MarkdownConverter

INDENT = "    "
HEADING = re.compile(r"h[1-6]")
# Characters that are markup anywhere, and those that are markup where a block begins.
MARKUP = re.compile(r"([\\`*_{}\[\]])")
AT_START = re.compile(r"^(\s*)(#|>|!!!|[-+](?=\s))")
NUMBER_AT_START = re.compile(r"^(\s*\d{1,9})([.)])(?=\s)")
ENTITY = re.compile(r"&(?=#?\w+;)")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
# A list right after a list would be read as one with it.
LIST_BEGINS = "\x02"
LIST_AFTER_LIST = re.compile(rf"(?m)^({LIST_BEGINS}?(?:- |\d+\. |{INDENT}).*\n)\n{LIST_BEGINS}(?=- |1\. )")
AWKWARD = re.compile(r"[\s()]")
# What no Markdown page needs: the way back is in the navigation; charts and controls need a browser.
DROPPED = "nav.p-crumbs, svg, script, style, template, button, input, select, dialog, form, [hidden], .p-needs-script"
# Elements that only style sheets keep apart.
INLINE = {"a", "span", "small", "strong", "time", "em", "b"}
WITHOUT_TEXT = {"ul", "ol", "dl", "table", "thead", "tbody", "tr"}

Link = Callable[[str], str]


def to_markdown(html: str, link: Link) -> str:
    """The Markdown of `html`; `link` gives the target of each `href` and `src`."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(DROPPED):
        element.decompose()
    for element in soup.find_all(id=True):
        _anchor(element)
    for foot in soup.find_all("tfoot"):
        _rows_to_the_body(foot)
    for row in soup.select("tbody > tr"):
        _no_second_head(row)
    text: str = _Converter(link).convert_soup(soup)
    text = LIST_AFTER_LIST.sub(r"\1\n<!-- -->\n\n", BLANK_LINES.sub("\n\n", text))
    return text.replace(LIST_BEGINS, "").strip() + "\n"


def _anchor(element: Tag) -> None:
    """Keep the place that links may point to; headings carry their id themselves."""
    if HEADING.fullmatch(element.name):
        return
    anchor = Tag(name="a", attrs={"id": str(element["id"])})
    if element.parent is not None and element.parent.name == "dl":
        # A group of a definition list becomes an item, which begins with its term.
        element = element.find("dt") or element
    term = (
        element.find("dt")
        if element.name == "div" and element.parent and element.parent.name == "dl"
        else None
    )
    if term is not None:
        # Before the term it would stand between two items and end the list.
        term.insert(0, anchor)
    elif element.name in WITHOUT_TEXT:
        element.insert_before(anchor)
    else:
        element.insert(0, anchor)


def _rows_to_the_body(foot: Tag) -> None:
    """Markdown has no foot of a table; the library would begin a second table there."""
    body = foot.find_previous_sibling("tbody")
    if body is not None:
        body.extend(list(foot.contents))
        foot.decompose()


def _no_second_head(row: Tag) -> None:
    """A row that only names the group below it: the library would take it for another head of the table."""
    if row.find("td") is None:
        for cell in row.find_all("th"):
            cell.name = "td"


class _Converter(MarkdownConverter):
    """Takes tables, paragraphs and code from the library; adds what our pages need.

    The library calls `convert_<tag>` with the element, the Markdown of what it holds, and the tags
    around it (`_inline` among them inside headings and table cells).
    """

    def __init__(self, link: Link) -> None:
        super().__init__(heading_style=ATX, wrap=True, wrap_width=None)
        self.link = link

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = ENTITY.sub("&amp;", MARKUP.sub(r"\\\1", text)).replace("<", "&lt;")
        text = NUMBER_AT_START.sub(r"\1\\\2", AT_START.sub(r"\1\\\2", text))
        return text.replace("|", r"\|") if "table" in parent_tags else text

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        href = self.link(str(el.get("href") or ""))
        if el.get("id") and not href:
            return f'<a id="{el["id"]}"></a>{text}'
        # Neither can be written between angle brackets.
        href = href.replace("<", "%3C").replace(">", "%3E")
        target = f"<{href}>" if AWKWARD.search(href) else href
        return _apart(el, f"[{text.strip()}]({target})" if text.strip() and href else text)

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        alt = self.escape(str(el.get("alt") or ""), parent_tags)
        return f"![{alt}]({self.link(str(el.get('src') or ''))})"

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _apart(el, text)

    convert_small = convert_time = convert_span

    def convert_strong(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if not text.strip():
            return text
        following = el.next_sibling
        runs_on = isinstance(following, NavigableString) and following[:1].isalnum()
        return _apart(el, f"**{text.strip()}**") + (" " if runs_on else "")

    convert_b = convert_strong

    def convert_hN(self, n: int, el: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: N802
        if "_inline" in parent_tags or not text.strip():
            return text
        place = f" {{#{el['id']}}}" if el.get("id") else ""
        return f"\n\n{'#' * n} {text.strip()}{place}\n\n"

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        if el.parent is not None and el.parent.name == "dl":
            return _item(text.strip("\n"))
        return f"\n\n{text.strip()}\n\n" if text.strip() else ""

    convert_section = convert_article = convert_nav = convert_header = convert_div
    convert_aside = convert_figure = convert_details = convert_form = convert_div

    def convert_footer(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n---\n\n{text.strip()}\n\n"

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n**{text.strip()}**\n\n" if text.strip() else ""

    convert_caption = convert_figcaption = convert_summary

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n- **{text.strip()}**："

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        is_block = "\n\n" in text or text.startswith(("- ", "1. "))
        return _item(("\n\n" + INDENT if is_block else "") + _indented(text))

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        if text.startswith("#"):
            # A heading does not belong in a list: such items become parts of the page.
            return f"\n\n{text}\n\n"
        is_numbered = el.parent is not None and el.parent.name == "ol"
        mark = f"{len(el.find_previous_siblings('li')) + 1}." if is_numbered else "-"
        return _item(f"{mark} {_indented(text)}") if text else ""

    def convert_ul(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if parent_tags & {"li", "dd"}:
            return ("\n\n" if "\n\n" in text else "\n") + text.rstrip()
        return f"\n\n{LIST_BEGINS}{text.strip()}\n\n"

    convert_ol = convert_dl = convert_ul


def _item(text: str) -> str:
    """A list item; one of several paragraphs is set off, so that the next is not taken for part of it."""
    return f"{text}\n\n" if "\n\n" in text else f"{text}\n"


def _indented(text: str) -> str:
    """Continuation lines moved in, so that they stay in their list item."""
    return re.sub(r"\n(?!\n)", "\n" + INDENT, text)


def _apart(el: Tag, text: str) -> str:
    """A space before what would otherwise run into the element before it."""
    before = el.previous_sibling
    runs_on = isinstance(before, Tag) and before.name in INLINE
    if isinstance(before, NavigableString) and el.name == "small":
        runs_on = before[-1:].isalnum() and text[:1].isalnum()
    return f" {text}" if runs_on and text else text
