"""The settings of a web server for a site that was built: nginx, Caddy or Apache.

Takes the folder of the site, reads from its home page the policy and the address it was built for, and
fills in a template of `site_config/templates/server`. Nothing of it is published with the site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.pages.templates import FOLDER

SERVERS = ("nginx", "caddy", "apache")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
ADDRESS = re.compile(r'<link rel="canonical" href="([^"]+)">')
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
# Endings that no server knows everywhere, and those that only nginx knows.
TYPES = (("ics", "text/calendar"), ("csv", "text/csv"), ("webmanifest", "application/manifest+json"))
KNOWN_TO_NGINX = (
    ("atom", "application/atom+xml"),
    ("rss", "application/rss+xml"),
    ("bin", "application/octet-stream"),
)
CHARSET_TYPES = (
    "text/css",
    "text/plain",
    "text/xml",
    "text/csv",
    "text/calendar",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/manifest+json",
    "application/atom+xml",
    "application/rss+xml",
    "image/svg+xml",
)
CHARSET_ENDINGS = ("css", "js", "json", "svg", "xml", "csv", "ics", "txt", "atom", "rss", "webmanifest")


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
    return Hosting(unescape(policy[1]), place.hostname or "", place.path or "/")


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
    return env.get_template(f"{server}.conf.j2").render(
        policy=hosting.policy,
        host=hosting.host,
        base=hosting.base,
        pattern=hosting.base.replace(".", r"\."),
        folder=ROOT,
        headers=HEADERS,
        types=TYPES if server == "nginx" else TYPES + KNOWN_TO_NGINX,
        charset_types=CHARSET_TYPES,
        charset_endings=CHARSET_ENDINGS,
    )
