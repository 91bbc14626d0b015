"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from portal.feeds.entry import LANGUAGE, Entry, Feed, midnight

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed_bytes(feed: Feed, url: str) -> bytes:
    """`url` is where the feed itself lies."""
    whole = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.home,
        "feed_url": url,
        "language": LANGUAGE,
        "authors": [{"name": feed.author}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        **({"summary": entry.summary} if entry.summary else {}),
        # One of the two is asked for.
        **(
            {"content_html": entry.content}
            if entry.content
            else {"content_text": entry.summary or entry.title}
        ),
        "date_published": midnight(entry.published).isoformat(),
        "date_modified": midnight(entry.updated).isoformat(),
    }
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    if entry.categories:
        item["tags"] = list(entry.categories)
    return item
