"""What three people sign: a hash of what readers see of a record, its pictures and files with it.

Takes a record and a way to the site's own files, touches nothing else. The hash does not depend on comments, the
order of the fields or the lines of the YAML, nor on fields that a later version adds and nobody fills in. Whoever
writes a hash by hand has got around it: it guards against mistakes, not against forgery.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from portal.publication.dates import Reviewed
from portal.records import Entry, Site, addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.practice import Practice
from portal.records.review import Review
from portal.records.risk import Risk
from portal.records.site import Files

KINDS: dict[type[Reviewed], str] = {
    Case: "case",
    KnowledgeArticle: "article",
    Risk: "risk",
    Practice: "practice",
}
# The lists of the site that hold what is signed.
REVIEWED = ("cases", "articles", "risks", "practices")
# Told about a text or done with it, not said in it; ids are addresses.
NOT_SIGNED: dict[str, Any] = {
    "id": True,
    "formerly": True,
    "review": True,
    "published_on": True,
    "withdrawal": True,
    "decision": {"disclosed_on", "stopped_early"},
}
LENGTH = 16
# Dashes, underscores and what has no width make no other post.
UNSEEN = ("Pd", "Pc", "Cf")
MINUS = "\N{MINUS SIGN}"
# Links and pictures of Markdown, definitions of them, and what a tag of HTML leads to.
URL = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^<>\n]+)>|(?P<link>(?:[^\s<>()]|\([^\s<>()]*\))+))"
    r"|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)"
    r"|\b(?:src|srcset|href|poster|data)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(record: Reviewed) -> str:
    return next(name for kind, name in KINDS.items() if isinstance(record, kind))


def reviewed(site: Site) -> Iterator[Entry[Reviewed]]:
    """Everything of the site that is signed."""
    for name in REVIEWED:
        yield from getattr(site, name)


def called(entry: Entry[Reviewed], site: Site) -> str:
    """What the record is called on the command line: its id, with its kind where another has the same."""
    name = entry.record.id
    return name if site.reviewed_ids[name] == 1 else f"{kind_of(entry.record)}:{name}"


def digest_of(entry: Entry[Reviewed], files: Files) -> str:
    """The hash that a signature of the record as it is now bears."""
    record = entry.record
    shown = _plain(record.model_dump(mode="json", exclude=NOT_SIGNED, exclude_defaults=True))
    if isinstance(record, KnowledgeArticle):
        shown["body"] = record.body.strip()
    found = {path: hashlib.sha256(content).hexdigest() for path, content in referred(record, files).items()}
    content = {"kind": kind_of(record), "record": shown, "files": found}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def unbound(review: Review) -> list[str]:
    """The steps whose signature does not say for which text it is."""
    return [name for name, signature in review.signed.items() if signature.digest is None]


def outdated(review: Review, digest: str) -> list[str]:
    """The steps that were signed for another text than that with `digest`."""
    return [name for name, one in review.signed.items() if one.digest is not None and one.digest != digest]


def post(by: str) -> str:
    """The post however it is written: 岗-01, 岗－０１ and 岗 01 are one."""
    folded = unicodedata.normalize("NFKC", by).casefold()
    unseen = (char.isspace() or char == MINUS or unicodedata.category(char) in UNSEEN for char in folded)
    return "".join(char for char, hidden in zip(folded, unseen, strict=True) if not hidden)


def referred(record: Reviewed, files: Files) -> dict[str, bytes]:
    """The site's own pictures and files that the record leads to, by their path below the site's root.

    Only an article can: the texts of the others are shown letter by letter.
    """
    if not isinstance(record, KnowledgeArticle):
        return {}
    # Addresses count from the file in Markdown, from the page in HTML.
    folders = posixpath.dirname(addresses.article_file(record)), addresses.article(record)
    found = {}
    for match in URL.finditer(record.body):
        written = match[match.lastgroup or 0]
        # A `srcset` holds several, each with its size behind it.
        for url in (written, *(one.rstrip(",") for one in written.split())):
            for path in _paths(unquote(url.partition("#")[0].partition("?")[0]), folders):
                if path not in found and (content := files(path)) is not None:
                    found[path] = content
    return dict(sorted(found.items()))


def _paths(url: str, folders: tuple[str, ...]) -> Iterator[str]:
    """Places below the root that the address may mean; how many folders of an absolute one the site's root has
    nobody knows here."""
    if re.match(r"[a-z][a-z0-9+.\-]*:|//", url, re.IGNORECASE):
        return
    if url.startswith("/"):
        steps = url.strip("/").split("/")
        yield from ("/".join(steps[start:]) for start in range(len(steps)))
    elif url:
        yield from (posixpath.normpath(posixpath.join(folder, url)) for folder in folders)


def _plain(value: Any) -> Any:
    """Texts joined, and 5000.0 as 5000."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return _joined(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _joined(text: str) -> str:
    """Paragraphs as pages show them: where a line breaks inside one is nobody's concern."""
    if "\n" not in text:
        return text
    blocks = ("".join(line.strip() for line in block.splitlines()) for block in re.split(r"\n\s*\n", text))
    return "\n\n".join(block for block in blocks if block)
