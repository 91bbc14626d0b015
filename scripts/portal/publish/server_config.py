"""The settings of a web server for a site that was built: nginx, Caddy or Apache.

Takes the folder of the site, reads from its home page the policy and the address it was built for, and
fills in a template of `site_config/templates/server`. Nothing of it is published with the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.filetypes import FILETYPES, HTML, FileType
from portal.opendata.release import FORMS
from portal.pages.templates import FOLDER

SERVERS = ("nginx", "caddy", "apache")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
ADDRESS = re.compile(r'<link rel="canonical" href="([^"]+)">')
HOST = re.compile(r"[\w.\-]*|[0-9a-f:.]+")
PATH = re.compile(r"/(?:[A-Za-z0-9_.~-]+/)*")
# Where the site's folder goes on the server; people change it.
ROOT = "/var/www/portal"
# What every answer says; the policy and the time to keep depend on the file.
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    # For browsers that do not know frame-ancestors.
    ("X-Frame-Options", "SAMEORIGIN"),
)
# Folders in which files lie below a folder named by their content: those never change.
LASTING = ("assets", "quiz/bank")
# Named by their content as well, but they hold words of cases, which have to go when the case goes.
BRIEF = ("search",)
BRIEFLY = 600  # seconds for which a copy may be used unasked
# What an editor or a version control leaves behind must not be read, should it have been uploaded: files and folders
# that begin with a dot, but for the place where certificates are verified, and copies of files.
BACKUPS = ("bak", "orig", "swp", "tmp")
# Endings whose type a server knows by itself; nginx warns of types that it is told twice.
ALL_KNOW = frozenset(
    ["html", "css", "js", "json", "svg", "xml", "txt", "png", "jpg", "jpeg", "gif", "webp", "pdf"]
)
KNOWN = {
    "nginx": ALL_KNOW | frozenset(["atom", "rss", "bin", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip"]),
    "caddy": ALL_KNOW,
    "apache": ALL_KNOW,
}
# Settings written anew are compared with those in use, line by line: these keep their order, what is new comes last.
ORDER_OF_TYPES = ["ics", "csv", "webmanifest", "atom", "rss", "bin"]
ORDER_OF_CHARSETS = ["css", "js", "json", "svg", "xml", "csv", "ics", "txt", "atom", "rss", "webmanifest"]


class NoSite(Exception):
    """There is no built site to write settings for; the message is for people."""


@dataclass(frozen=True)
class Hosting:
    """What the settings depend on: the policy of the pages, the host and the path they were built for."""

    policy: str
    host: str
    base: str


def hosting_of(site: Path) -> Hosting:
    """Read from the home page of the site in `site`. Raises `NoSite`."""
    try:
        home = (site / "index.html").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise NoSite(f"{site} 里没有生成好的网站。先运行 portal build") from failure
    policy, address = POLICY.search(home), ADDRESS.search(home)
    if not policy or not address:
        raise NoSite(f"{site}/index.html 不是本程序生成的首页。先运行 portal build")
    place = urlsplit(unescape(address[1]))
    hosting = Hosting(unescape(policy[1]), place.hostname or "", place.path or "/")
    # Neither format of settings has a way of writing a quotation mark or a bracket in a name.
    if not HOST.fullmatch(hosting.host) or not PATH.fullmatch(hosting.base):
        raise NoSite(
            f"{site} 是照网址 {unescape(address[1])!r} 生成的，域名或者路径里有服务器设置不能写的符号。"
            "改好 site_config/site.yaml 的 site_url，重新运行 portal build"
        )
    return hosting


def server_config(server: str, hosting: Hosting, root: Path) -> str:
    """The settings for `server`, one of `SERVERS`, from the templates of the project at `root`."""
    env = Environment(
        loader=FileSystemLoader(root / FOLDER / "server"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # no HTML
    )
    with_charset = [one for one in FILETYPES if one.charset and one is not HTML]
    return env.get_template(f"{server}.conf.j2").render(
        policy=hosting.policy,
        host=hosting.host,
        base=hosting.base,
        pattern=hosting.base.replace(".", r"\."),
        folder=ROOT,
        headers=HEADERS,
        lasting=LASTING,
        brief=BRIEF,
        briefly=BRIEFLY,
        backups=BACKUPS,
        readable=dict.fromkeys(form.filetype.ending for form in FORMS),
        types=_in_order((one for one in FILETYPES if one.ending not in KNOWN[server]), ORDER_OF_TYPES),
        # Servers say by themselves that HTML is in UTF-8 where they are told so of texts.
        charset_types=[name for one in with_charset for name in one.names],
        charset_endings=[one.ending for one in _in_order(with_charset, ORDER_OF_CHARSETS)],
    )


def _in_order(types: Iterable[FileType], order: list[str]) -> list[FileType]:
    return sorted(types, key=lambda one: order.index(one.ending) if one.ending in order else len(order))
