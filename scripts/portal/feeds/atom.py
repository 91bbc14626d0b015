"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from portal.feeds.entry import LANGUAGE, Entry, Feed, midnight, writable
from portal.filetypes import filetype

ATOM = "http://www.w3.org/2005/Atom"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_bytes(feed: Feed, url: str) -> bytes:
    """`url` is where the feed itself lies; it is also its id."""
    root = ET.Element("feed", {"xmlns": ATOM, XML_LANGUAGE: LANGUAGE})
    _text(root, "id", url)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", midnight(feed.updated).isoformat())
    ET.SubElement(root, "link", {"rel": "self", "type": filetype.ATOM.media_type, "href": url})
    ET.SubElement(root, "link", {"rel": "alternate", "type": filetype.HTML.media_type, "href": feed.home})
    _text(ET.SubElement(root, "author"), "name", feed.author)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    return written(root)


def _entry(element: ET.Element, entry: Entry) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    ET.SubElement(element, "link", {"rel": "alternate", "type": filetype.HTML.media_type, "href": entry.url})
    _text(element, "published", midnight(entry.published).isoformat())
    _text(element, "updated", midnight(entry.updated).isoformat())
    if entry.author:
        _text(ET.SubElement(element, "author"), "name", entry.author)
    for category in entry.categories:
        ET.SubElement(element, "category", {"term": writable(category)})
    _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = writable(text)


def written(root: ET.Element) -> bytes:
    """The document, indented, in UTF-8."""
    ET.indent(root, " ")
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
