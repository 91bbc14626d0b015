"""The part of `<head>` that differs from page to page.

The names of the `<meta>` elements are those of government sites: SiteName …, ColumnName … on
lists, ArticleTitle, PubDate … on single items.
"""

from __future__ import annotations

from markupsafe import escape

from portal.pages.document import Document, Output

LISTS = {
    "campaign",
    "outcomes",
    "units",
    "case-index",
    "knowledge",
    "laws",
    "practices",
    "risks",
    "seasons",
    "corrections",
}


def head(document: Document, output: Output) -> str:
    """Title, description, canonical address and the meta elements of one page, as HTML."""
    home = document.address == ""
    title = output.site_name if home else f"{document.title} - {output.site_name}"
    address = output.site_url + document.address
    lines = [f"<title>{escape(title)}</title>", f'<link rel="canonical" href="{escape(address)}">']
    named = {"description": document.description, **output.site_meta, **_meta(document, output, address)}
    lines += [f'<meta name="{name}" content="{escape(text)}">' for name, text in named.items() if text]
    return "\n  ".join(lines)


def _meta(document: Document, output: Output, address: str) -> dict[str, str]:
    robots = {"robots": "noindex"} if output.demo or not document.indexed else {}
    if document.address == "":
        return robots
    if document.kind in LISTS:
        return robots | {
            "ColumnName": document.title,
            "ColumnDescription": document.description,
            "ColumnKeywords": ",".join((document.title, *document.keywords)),
            "ColumnType": document.section,
        }
    published = document.published_on
    return robots | {
        "ArticleTitle": document.title,
        "PubDate": f"{published.isoformat()} 00:00" if published else "",
        "ContentSource": document.source or output.site_meta.get("SiteName", ""),
        "Keywords": ",".join(document.keywords),
        "Author": document.author,
        "Description": document.description,
        "Url": address,
    }
