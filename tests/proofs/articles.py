"""Articles put together at random from what is dangerous, heavy or odd: 100,000 of them by `make prove`, a sample in the tests.

Each is either refused by a rule, in its place, or becomes a page in which nothing runs, nothing is framed and no link
leads by a scheme that is not allowed. Another parser than the rules' own reads the page. Nothing is ever raised, and
Markdown is not run on a text whose shape has been refused.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from lxml import html as lxml_html  # type: ignore[import-untyped]

from portal.media.wechat import plain
from portal.pages.kits.words import html_of
from portal.publication.shown import shown_text
from portal.records import Entry, Site
from portal.records.article import KnowledgeArticle
from portal.rules.article_page import as_html
from portal.rules.article_shape import excesses, has_the_shape_of_an_article
from portal.rules.article_text import nothing_from_outside, nothing_runs
from portal.rules.engine import Finding
from portal.rules.link_targets import foreign_scheme
from portal.rules.links import links_lead_to_pages
from portal.source.hidden import in_body
from portal.source.reading import read_markdown

INPUTS = 100_000
RULES = (has_the_shape_of_an_article, nothing_runs, links_lead_to_pages, nothing_from_outside)
DAY = datetime.date(2024, 12, 1)
FRONT = "---\ntitle: x\n---\n"
# fmt: off
TAGS = ("script", "img src=x", "a href=x", "div", "p", "svg", "math", "style", "iframe", "textarea", "title", "b", "details",
        "noscript", "template", "table", "td", "base href=x", "form", "video src=x", "xmp", "plaintext", "ins", "math")
SCHEMES = ("javascript:", "java\tscript:", "&#106;avascript:", "java&Tab;script&colon;", "javascript%3A", "vbscript:", "data:text/html,",
           "//x.example", "\\\\x", "/\\x", "https://a.example/", "mailto:a@b.example", "tel:12315", "../a.md", "#x", "JAVASCRIPT:", "\x01javascript:")
PIECES = (
    "字", "食品安全", " ", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "# ", "!!! note\n    ", "```", "~~~", "`", "``", "*", "**", "_", "__",
    "[", "]", "(", ")", "![", "](", "][", "]: ", "[^1]", "[^1]: ", "<", ">", "</", "/>", "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>",
    "<?", "?>", "<!doctype", "&", "&lt;", "&#60;", "&#x3c;", "&quot;", "\"", "'", "=", "{", "}", "{: ", "{#", " onerror=x ", " onclick='x' ",
    " style=x ", " href=", " src=", " srcset=", " class=x ", " id=x ", " title=\"", " alt='", "|", "|-|-|\n", "---\n", "===\n", "\\", ":", ";",
    "\u200b", "\u202e", "\u00ad", "\x0b", "<a ", "<p ", "<b>", "</b>", "<br>", "</div>", "*[a]: b\n", "{% raw %}", "{{7*7}}", "\x02", "\x03", "klzzwxh:0001",
    "wzxhzdk:0", "\u00020\u0003", "[a]: ", "  \n", "http://a.example", "a@b.example", "<http://a.example>", "<a@b.example>",
)
# fmt: on
DEAD = {
    "script",
    "style",
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "base",
    "meta",
    "link",
    "form",
    "svg",
    "math",
}
DEAD |= {"textarea", "title", "noscript", "template", "plaintext", "xmp", "button", "input", "select"}


def bodies(seed: int, count: int) -> Iterator[str]:
    """The same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _body(chance)


def _body(chance: random.Random) -> str:
    parts: list[str] = []
    for _ in range(chance.randint(1, 14)):
        kind = chance.random()
        if kind < 0.12:
            parts.append(f"<{chance.choice(TAGS)}{chance.choice(('>', ' ', '/>', chance.choice(PIECES)))}")
        elif kind < 0.24:
            parts.append(
                chance.choice(
                    ("[x]({})", "![x]({})", "[x]: {}\n", "<{}>", "<a href='{}'>", "{{: href={} }}")
                ).format(chance.choice(SCHEMES))
            )
        elif kind < 0.27:
            parts.append(chance.choice(PIECES) * chance.choice((10, 100, 1000, 20_000)))
        else:
            parts.append(chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 3)))
    return "".join(parts)


def outcome(body: str) -> str:
    """The code of what refuses the text first, or `page`. Raises `AssertionError` for a page that is not clean."""
    reading = read_markdown("content/knowledge/public/x.md", (FRONT + body).encode())
    if reading.data is None:
        return "text"
    body = reading.file.body
    entry = Entry(KnowledgeArticle.model_construct(body=body, section="public", id="x"), reading.file)
    refused = _refused(entry)
    if any(True for _ in in_body(reading.file)):
        return refused or "unseen"
    if refused:
        return refused
    assert not excesses(body), body
    for html in (as_html(body), html_of(shown_text(entry.record, set()))):
        _assert_clean(html, body)
        _assert_clean(plain(html), body)
    return "page"


def _refused(entry: Entry[KnowledgeArticle]) -> str:
    """The code of the first rule that finds something; every finding has a place in the file."""
    found: list[tuple[str, Finding]] = []
    for rule in RULES:
        found += [(rule.code, one) for one in rule.check(entry, cast("Site", None), DAY)]
    for _, one in found:
        assert one.message
        assert one.hint
        assert entry.file.body_line <= one.span.line <= len(entry.file.lines), one
    return found[0][0] if found else ""


def _assert_clean(html: str, body: str) -> None:
    if not html.strip():
        return
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iter():
        tag: Any = element.tag
        if not isinstance(tag, str):
            continue
        assert tag not in DEAD, (tag, body)
        for name, value in element.attrib.items():
            assert not str(name).lower().startswith("on"), (name, body)
            if name in ("href", "src", "action", "formaction", "poster", "cite"):
                assert foreign_scheme(str(value)) is None, (value, body)


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    told: Counter[str] = Counter()
    for number, body in enumerate(bodies(seed, INPUTS), 1):
        told[outcome(body)] += 1
        if number % (INPUTS // 10) == 0:
            print(f"  {number} 篇：{dict(told.most_common())}", flush=True)


if __name__ == "__main__":
    main()
