"""A feed as XML: Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from email.utils import format_datetime
from xml.etree import ElementTree as ET

from portal import filetypes
from portal.feeds.entry import LANGUAGE, Entry, Feed, midnight, writable

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_bytes(feed: Feed, url: str) -> bytes:
    """`url` is where the feed itself lies."""
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANGUAGE: LANGUAGE})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", midnight(feed.updated).isoformat())
    ET.SubElement(root, "link", {"rel": "self", "type": filetypes.ATOM.media_type, "href": url})
    ET.SubElement(root, "link", {"rel": "alternate", "type": filetypes.HTML.media_type, "href": feed.home})
    _text(ET.SubElement(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    return written(root)


def _entry(element: ET.Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    ET.SubElement(element, "link", {"rel": "alternate", "type": filetypes.HTML.media_type, "href": entry.url})
    _text(element, "published", midnight(entry.published).isoformat())
    _text(element, "updated", midnight(entry.updated).isoformat())
    if entry.author:
        _text(ET.SubElement(element, "author"), "name", entry.author)
    for category in entry.categories:
        ET.SubElement(element, "category", {"term": writable(category)})
    if entry.summary:
        _text(element, "summary", entry.summary)
    if entry.content:
        ET.SubElement(element, "content", {"type": "html"}).text = writable(entry.content)


def rss_bytes(feed: Feed, url: str) -> bytes:
    """`url` is where the feed itself lies."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": ATOM, "xmlns:content": CONTENT})
    channel = ET.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.home)
    _text(channel, "description", feed.subtitle)
    _text(channel, "language", LANGUAGE.lower())
    _text(channel, "lastBuildDate", format_datetime(midnight(feed.updated)))
    ET.SubElement(channel, "atom:link", {"rel": "self", "type": filetypes.RSS.media_type, "href": url})
    for entry in feed.entries:
        _item(ET.SubElement(channel, "item"), entry)
    return written(root)


def _item(element: ET.Element, entry: Entry) -> None:
    _text(element, "title", entry.title)
    _text(element, "link", entry.url)
    ET.SubElement(element, "guid", {"isPermaLink": "false"}).text = entry.id
    _text(element, "pubDate", format_datetime(midnight(entry.published)))
    for category in entry.categories:
        _text(element, "category", category)
    _text(element, "description", entry.summary or entry.title)
    if entry.content:
        _text(element, "content:encoded", entry.content)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)


def written(root: ET.Element) -> bytes:
    """The document, indented, in UTF-8."""
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
