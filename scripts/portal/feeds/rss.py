"""A feed as RSS 2.0."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree import ElementTree as ET

from portal.feeds.atom import ATOM, written
from portal.feeds.entry import LANGUAGE, Entry, Feed, midnight, writable
from portal.filetypes import filetype


def rss_bytes(feed: Feed, url: str) -> bytes:
    """`url` is where the feed itself lies."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": ATOM})
    channel = ET.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.home)
    _text(channel, "description", feed.subtitle)
    _text(channel, "language", LANGUAGE.lower())
    _text(channel, "lastBuildDate", format_datetime(midnight(feed.updated)))
    ET.SubElement(channel, "atom:link", {"rel": "self", "type": filetype.RSS.media_type, "href": url})
    for entry in feed.entries:
        _item(ET.SubElement(channel, "item"), entry)
    return written(root)


def _item(element: ET.Element, entry: Entry) -> None:
    _text(element, "title", entry.title)
    _text(element, "link", entry.url)
    guid = ET.SubElement(element, "guid", {"isPermaLink": "true" if entry.id == entry.url else "false"})
    guid.text = entry.id
    _text(element, "pubDate", format_datetime(midnight(entry.published)))
    for category in entry.categories:
        _text(element, "category", category)
    _text(element, "description", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)
