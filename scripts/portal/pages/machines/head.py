"""The part of `<head>` that differs from page to page: title, addresses, and what machines read.

Names of government sites (SiteName …, ColumnName … on columns, ArticleTitle, PubDate … on single items),
Open Graph for chats, feeds for readers, schema.org for search engines. What is not known is left out.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

from markupsafe import escape

from portal.pages.document import Document, Output
from portal.pages.machines.feeds import FORMS, SUBJECTS
from portal.pages.machines.structured import structured
from portal.records import addresses

# Inside a script element only these could end it or open a comment.
UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
CONTEXT = "https://schema.org"
# Records know the day only.
MIDNIGHT = "00:00"
MIDNIGHT_IN_CHINA = "T00:00:00+08:00"
ONE_DAY = datetime.timedelta(days=1)


def head(document: Document, output: Output) -> str:
    """Title, description, canonical address and the meta elements of one page, as HTML."""
    home = document.address == ""
    title = output.site_name if home else " - ".join((*_named(document), output.site_name))
    address = output.site_url + (document.moved_to or document.address)
    named = {"description": document.description, **output.site_meta, **_meta(document, output, address)}
    lines = [f"<title>{escape(title)}</title>", f'<link rel="canonical" href="{escape(address)}">']
    lines += [f'<meta name="{name}" content="{escape(text)}">' for name, text in named.items() if text]
    lines += [
        f'<meta property="{name}" content="{escape(text)}">'
        for name, text in _card(document, output, address)
    ]
    if document.moved_to:
        lines.append(f'<meta http-equiv="refresh" content="0; url={document.root}{document.moved_to}">')
    lines += _alternates(document, output)
    lines += _json_ld(document, output)
    return "\n  ".join(lines)


def _named(document: Document) -> tuple[str, ...]:
    """The title, and the group that tells it from others of the same title: 重点时段 is a focus and a list."""
    name = document.tab or document.title
    group = "" if document.kind.is_article else document.kind.group or ""
    return (name, group) if group and group not in name else (name,)


def _meta(document: Document, output: Output, address: str) -> dict[str, str]:
    """The names that this kind of page carries; an empty text is left out."""
    robots = _robots(document, output)
    image = output.site_url + document.image if document.image else ""
    robots |= {"twitter:card": "summary_large_image" if image else "summary"}
    if document.address == "":
        return robots
    column = _column(document, output)
    if document.kind.meta == "column":
        return robots | {
            "ColumnName": document.title,
            "ColumnDescription": document.description,
            "ColumnKeywords": ",".join((document.title, *document.keywords)),
            "ColumnType": column,
        }
    # What has no day of publication gives that of its last change; what has neither gives none.
    published = document.published_on or document.updated_on
    bureau = output.footer["bureau"]
    return robots | {
        "ArticleTitle": document.title,
        "PubDate": f"{published.isoformat()} {MIDNIGHT}" if published else "",
        "ContentSource": document.source or bureau,
        "Keywords": ",".join(document.keywords) or column,
        "Author": document.author or bureau,
        "Description": document.description,
        "Image": image,
        "Url": address,
    }


def _robots(document: Document, output: Output) -> dict[str, str]:
    """What search engines may keep, and for how long: `unavailable_after` is the first moment it is closed.

    `until` tells the page's own script the same, for a site that nobody has built since.
    """
    # An old address hands on what it was worth to the new one, which `noindex` would forbid.
    hidden = not document.indexed and not document.moved_to
    said = ["noindex"] if output.demo or hidden else []
    if document.until is None:
        return {"robots": ", ".join(said)}
    closed = document.until + ONE_DAY
    return {
        "robots": ", ".join((*said, f"unavailable_after: {closed.isoformat()}{MIDNIGHT_IN_CHINA}")),
        "until": document.until.isoformat(),
    }


def _column(document: Document, output: Output) -> str:
    """The name of the section the page belongs to."""
    return next((one.title for one in output.navigation if one.id == document.section), "本站")


def _card(document: Document, output: Output, address: str) -> Iterator[tuple[str, str]]:
    """What a chat shows when somebody shares the page."""
    yield "og:type", "article" if document.kind.is_article else "website"
    yield "og:title", document.title
    yield "og:description", document.description
    yield "og:url", address
    yield "og:site_name", output.site_name
    yield "og:locale", "zh_CN"
    if document.image:
        yield "og:image", output.site_url + document.image
        yield "og:image:alt", document.title


def _alternates(document: Document, output: Output) -> Iterator[str]:
    """Feeds: in every form on pages that list the same, else the one that every reader knows."""
    for subject in (one for one in SUBJECTS if one.name in document.kind.feeds):
        for form in FORMS:
            path = addresses.feed(subject.name, form.ending)
            if path in output.files:
                title = escape(f"{subject.title}（{form.name}）")
                yield f'<link rel="alternate" type="{form.filetype.media_type}" title="{title}" href="{document.root}{path}">'
            if document.address != subject.home:
                break


def _json_ld(document: Document, output: Output) -> Iterator[str]:
    things = structured(document, output)
    if things:
        whole = {"@context": CONTEXT, "@graph": things}
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)
        yield f'<script type="application/ld+json">{text}</script>'
