"""A web server on this machine that counts what it sends, so that bytes are those of a real transfer.

Takes a folder; hands out `page.html.gz` (or, where it was asked to, `page.html.br`) in place of `page.html` where
there is one and compresses texts itself where there is none, so that a site without copies is not put at a
disadvantage.
"""

from __future__ import annotations

import gzip
import io
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]

TEXTS = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
GZIP_LEVEL = 6  # what web servers do when nobody has said anything
KEPT = "max-age=600"
Coding = Literal["gzip", "br"]
COPIES: dict[Coding, str] = {"gzip": ".gz", "br": ".br"}


@dataclass
class Tally:
    """Bytes sent, heads of answers included, and requests answered."""

    sent: int = 0
    requests: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, *, sent: int = 0, requests: int = 0) -> None:
        with self.lock:
            self.sent += sent
            self.requests += requests

    def take(self) -> tuple[int, int]:
        """(bytes, requests) since the last time."""
        with self.lock:
            taken = self.sent, self.requests
            self.sent = self.requests = 0
        return taken


@dataclass(frozen=True)
class Served:
    """A site that is being served."""

    url: str
    tally: Tally


@contextmanager
def served(folder: Path, coding: Coding = "gzip", connecting: float = 0) -> Iterator[Served]:
    """Serve `folder`, compressed in this way, on a free port of this machine for as long as the block lasts.

    `connecting` is how many seconds pass on a new connection before anything is read from it.
    """
    tally, packed, pause = Tally(), _Packed(folder, coding), connecting

    class Handler(_Handler):
        site, counted, connecting = packed, tally, pause

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}/", tally)
        finally:
            server.shutdown()
            thread.join()


class _Packed:
    """The files of a folder as they go over the wire; each is compressed once."""

    def __init__(self, folder: Path, coding: Coding) -> None:
        self.folder = folder.resolve()
        self.coding = coding
        self.ready: dict[Path, tuple[bytes, str, bool]] = {}

    def get(self, path: str) -> tuple[bytes, str, bool] | None:
        """(bytes, type, whether compressed) of what lies at `path`, if anything."""
        file = (self.folder / unquote(urlsplit(path).path).lstrip("/")).resolve()
        if file.is_dir():
            file /= "index.html"
        if not file.is_file() or not file.is_relative_to(self.folder):
            return None
        if file not in self.ready:
            self.ready[file] = self._packed(file)
        return self.ready[file]

    def _packed(self, file: Path) -> tuple[bytes, str, bool]:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        copy = file.with_name(f"{file.name}{COPIES[self.coding]}")
        if copy.is_file():
            return copy.read_bytes(), kind, True
        if kind.startswith(TEXTS):
            return self._compressed(file.read_bytes()), kind, True
        return file.read_bytes(), kind, False

    def _compressed(self, content: bytes) -> bytes:
        return gzip.compress(content, GZIP_LEVEL) if self.coding == "gzip" else brotli.compress(content)


class _Handler(BaseHTTPRequestHandler):
    site: _Packed
    counted: Tally
    connecting: float
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        time.sleep(self.connecting)
        super().setup()
        self.wfile = _Counting(self.wfile, self.counted)

    def do_GET(self) -> None:
        self.counted.add(requests=1)
        found = self.site.get(self.path)
        body, kind, compressed = found or (b"", "text/plain", False)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT)
        if compressed:
            self.send_header("Content-Encoding", self.site.coding)
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        # A browser that is closed takes no leave.
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """The table is what matters."""


class _Counting(io.BufferedIOBase):
    """A stream that tells how much went through it."""

    def __init__(self, stream: io.BufferedIOBase, tally: Tally) -> None:
        self.stream = stream
        self.tally = tally

    def writable(self) -> bool:
        return True

    def write(self, content: bytes) -> int:  # type: ignore[override]
        self.tally.add(sent=len(content))
        return self.stream.write(content)
