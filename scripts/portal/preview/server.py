"""A web server on this machine for one workbench.

Pages come from the workbench with a banner added, other files from the folder MkDocs filled. The
browser asks `/__preview/wait` and is answered when something has changed. Requests for another host
are turned away: a page anywhere may let its own name point to 127.0.0.1 and then read drafts as if they
were its own (DNS rebinding); the name in the `Host` header gives it away, a number cannot be such a name.
"""

from __future__ import annotations

import ipaddress
import json
import os
import re
import socket
import sys
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from portal.filetypes import CSS, HTML, JAVASCRIPT, JSON, TEXT, FileType, filetype_of
from portal.preview.banner import EMPTY, PREFIX, SCRIPT, STYLE, decorate
from portal.preview.workbench import State, Workbench
from portal.render.failures import EXPECTED, in_words

WEB_PORT = 80
LOCAL = {"localhost", "127.0.0.1", "::1"}
ANYWHERE = {"", "0.0.0.0", "::"}
# A number with a colon in it stands in brackets; a name has none.
HOST = re.compile(r"(?:\[(?P<number>[^\[\]]+)\]|(?P<name>[^:\[\]]*))(?::(?P<port>[0-9]*))?")
# More digits than any count of savings has; Python refuses to read thousands of them.
GENERATION = re.compile(r"[0-9]{1,18}")


def is_for_us(header: str, host: str, port: int) -> bool:
    """`header` is what the browser asked for, `host` and `port` what the server listens on."""
    asked = HOST.fullmatch(header.strip().lower())
    if asked is None or (asked["port"] or str(WEB_PORT)) != str(port):
        return False
    name = _plain(asked["number"] or asked["name"])
    return name in LOCAL or name == _plain(host.lower()) or (host in ANYWHERE and _is_address(name))


def address_of(host: str, port: int) -> str:
    """The address to open in a browser."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def generation_in(query: str) -> int:
    """The generation that a waiting browser has: `after=7`; 0, which is none, for whatever is no such number."""
    after = parse_qs(query).get("after", [""])[0]
    return int(after) if GENERATION.fullmatch(after) else 0


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server on `host`."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _family(host: str, port: int) -> socket.AddressFamily:
    """IPv4 where the host has such an address, as browsers expect of localhost. Raises `gaierror` where it has none."""
    found = [one[0] for one in socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)]
    return socket.AF_INET if socket.AF_INET in found else found[0]


def _plain(name: str) -> str:
    """One spelling of a number that has several, such as 0:0:0:0:0:0:0:1."""
    return str(ipaddress.ip_address(name)) if _is_address(name) else name


def _is_file(path: Path) -> bool:
    """A name that is too long for the disk is one that is not there."""
    try:
        return path.is_file()
    except OSError:
        return False


PATIENCE = 25.0  # seconds a waiting request is held before it is answered with "nothing new"


class PreviewServer(ThreadingHTTPServer):
    """Serves `bench` on `host`:`port`; `announce` wakes the waiting browsers."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, bench: Workbench, host: str, port: int) -> None:
        self.bench = bench
        self.host = host
        self.news = Condition()
        self.address_family = _family(host, port)
        super().__init__((host, port), partial(Handler, directory=str(bench.folder)))

    def announce(self) -> None:
        with self.news:
            self.news.notify_all()

    def wait_for_news(self, after: int) -> int:
        with self.news:
            self.news.wait_for(lambda: self.bench.state.generation != after, PATIENCE)
        return self.bench.state.generation

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in mid-answer is nothing to report; anything else is a bug of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not is_for_us(self.headers.get("Host", ""), self.server.host, self.server.server_port):
            self._send("请按终端里显示的网址打开预览", TEXT, HTTPStatus.MISDIRECTED_REQUEST)
            return
        # Taken apart by hand: `urlsplit` reads a host into `//[`, and refuses it.
        before, _, query = self.path.partition("#")[0].partition("?")
        path = unquote(before)
        if path.startswith(PREFIX):
            self._own(path.removeprefix(PREFIX), query)
            return
        state = self.server.bench.state
        try:
            self._page(path)
        except EXPECTED as failure:
            if isinstance(failure, ConnectionError):
                raise
            self._broken(replace(state, failure=in_words(failure)))

    def do_HEAD(self) -> None:
        """Files of the folder are for those only who may see the pages."""
        self.send_error(HTTPStatus.NOT_IMPLEMENTED)

    def _page(self, path: str) -> None:
        address = path.lstrip("/").removesuffix("index.html")
        html, state = self.server.bench.page(address)
        if html is not None:
            self._send(decorate(html, state), HTML)
        elif not path.endswith("/") and self.server.bench.page(address + "/")[0] is not None:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{quote(address)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (content := self.server.bench.file(address)) is not None:
            self._answer(content, self.guess_type(address))
        elif _is_file(self.server.bench.folder / address):
            super().do_GET()
        else:
            self._missing(state)

    def _own(self, name: str, query: str) -> None:
        if name == "style.css":
            self._send(STYLE, CSS)
        elif name == "script.js":
            self._send(SCRIPT, JAVASCRIPT)
        else:
            generation = self.server.wait_for_news(generation_in(query))
            self._send(json.dumps({"generation": generation}), JSON)

    def _missing(self, state: State) -> None:
        text = "" if state.errors else "<p>没有这个网页。</p><p><a href='/'>回首页</a></p>"
        html = EMPTY.replace("</body>", text + "</body>")
        self._send(decorate(html, state), HTML, HTTPStatus.NOT_FOUND)

    def _broken(self, state: State) -> None:
        self._send(decorate(EMPTY, state), HTML, HTTPStatus.INTERNAL_SERVER_ERROR)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """The type of a file, the same on every system where it is one of ours."""
        known = filetype_of(os.fspath(path))
        return known.content_type if known else super().guess_type(path)

    def _send(self, text: str, filetype: FileType, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._answer(text.encode("utf-8"), filetype.content_type, status)

    def _answer(self, raw: bytes, content_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(raw)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal shows what was saved, not what the browser fetched."""
