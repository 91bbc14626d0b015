"""The page that is copied into an 公众号 editor: compact HTML whose looks stand in `style` attributes only.

Takes the HTML of an article with classes and its style sheet, gives a file of its own. Editors there
throw away style sheets, classes, ids, scripts and links, so none is left in. The file brings its own
Content-Security-Policy: the hash of each look it uses and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re

import css_inline
from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag
from markupsafe import escape

# What editors keep; the text of anything else stays, its element does not.
KEPT = {
    "section", "p", "strong", "span", "blockquote", "ul", "ol", "li", "br", "em", "sub", "sup",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
DROPPED = "img, svg, picture, video, audio, iframe, script, style, link, form, button, input"
INLINER = css_inline.CSSInliner(inline_style_tags=False, load_remote_stylesheets=False)
STYLE = re.compile(r' style="([^"]*)"')
# A text may speak of attributes.
IN_TAG = re.compile(r'<[a-z](?:[^<>"]|"[^"]*")*>')
UNKNOWN_THERE = re.compile(r' (?:class|id|lang|aria-[a-z]+|scope)="[^"]*"')
BODY = "max-width: 677px; margin: 0 auto; padding: 16px; background-color: #fff;"
# What stands above the article is not selected with it.
HEAD = (
    "margin: 0 0 24px 0; padding: 0 0 12px 0; color: #4c5866; -webkit-user-select: none; user-select: none;"
)
H1 = "margin: 0; font-size: 20px; line-height: 1.4; color: #1b2530;"
HINT = "全选（Ctrl+A，苹果电脑⌘A）、复制，粘贴到公众号编辑器的正文里。标题和这一行不会被复制。"


def plain(html: str) -> str:
    """The article's own HTML with headings as paragraphs of class `w-h2`, without pictures, links and ids."""
    soup = BeautifulSoup(html, "html.parser")
    # Comments, declarations, instructions: browsers end them elsewhere than parsers do.
    for note in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        note.extract()
    for element in soup.select(DROPPED):
        element.decompose()
    for element in soup.find_all(True):
        _simplify(element)
    return str(soup).strip()


def _simplify(element: Tag) -> None:
    attributes = {name: element[name] for name in ("colspan", "rowspan") if element.has_attr(name)}
    if element.name in HEADINGS:
        level = "w-h2" if element.name in ("h1", "h2") else "w-h3"
        element.name, attributes = "p", {"class": level}
    elif element.name in ("b", "dt"):
        element.name = "strong"
    elif element.name in ("dd", "figcaption"):
        element.name = "p"
    if element.name in KEPT:
        element.attrs = attributes
    else:
        element.unwrap()


def copy_page(article: str, css: str, title: str) -> bytes:
    """A file that shows `article` and nothing else, so that all of it can be selected and copied."""
    inlined = INLINER.inline_fragment(article, css)
    clean = IN_TAG.sub(lambda tag: UNKNOWN_THERE.sub("", tag[0]), inlined)
    looks = dict.fromkeys([BODY, HEAD, H1, *STYLE.findall(clean)])
    policy = f"default-src 'none'; style-src 'unsafe-hashes' {' '.join(map(_hash, looks))}"
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta name="robots" content="noindex">\n<title>{escape(title)}</title>\n</head>\n'
        f'<body style="{BODY}">\n<header style="{HEAD}"><h1 style="{H1}">{escape(title)}</h1>{HINT}</header>\n'
        f"<main>\n{clean.strip()}\n</main>\n</body>\n</html>\n"
    ).encode()


def _hash(look: str) -> str:
    """How a policy names one `style` attribute; in the file quotes inside are written as entities."""
    digest = hashlib.sha256(look.replace("&quot;", '"').replace("&amp;", "&").encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
