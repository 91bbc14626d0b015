"""The settings for web servers fit the site that was built: its policy, its path, its folders."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from html import escape
from pathlib import Path

import pytest
from tests.projects import portal

from portal.filetypes import FILETYPES, FileType
from portal.opendata.release import FORMS

SERVERS = ("nginx", "caddy", "apache")
BASE = "/food-safety/"
# Endings in the tables that the servers bring along: nginx's mime.types, Go's built-in types and what it tells from
# the content, what every Apache has.
COMMON = {"html", "css", "js", "json", "svg", "xml", "png", "txt"}
OWN_TYPES = {
    "nginx": COMMON | {"atom", "rss", "bin", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip"},
    "caddy": COMMON,
    "apache": COMMON,
}
SECURITY = (
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "X-Frame-Options",
    "Strict-Transport-Security",
)


@pytest.fixture
def project(small: Path) -> Path:
    return small


@cache
def settings(project: Path, server: str, *more: str) -> str:
    result = portal(project, "server-config", server, *more)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("server", SERVERS)
def test_the_policy_is_that_of_every_built_page(project: Path, server: str) -> None:
    text = settings(project, server)
    # The copy pages for 公众号 have policies of their own, which the settings leave alone.
    pages = sorted(p for p in (project / "site").rglob("*.html") if p.name != "wechat.html")
    policies = {
        re.findall(r'Content-Security-Policy" content="([^"]+)"', p.read_text("utf-8"))[0] for p in pages
    }
    assert len(policies) == 1
    policy = policies.pop()
    assert f"\"{policy}; frame-ancestors 'self'\"" in text
    assert "unsafe" not in text
    for page in pages:
        inline = re.findall(r"<script>(.*?)</script>", page.read_text("utf-8"), re.DOTALL)
        for script in inline:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, page


@pytest.mark.parametrize("server", SERVERS)
def test_every_header_and_copy_is_there(project: Path, server: str) -> None:
    text = settings(project, server)
    for header in SECURITY:
        assert header in text
    # Staff must decide on HTTPS before browsers are told to insist on it.
    assert re.search(r"(?m)^\s*# .*Strict-Transport-Security", text)
    copies = {"nginx": "gzip_static on", "caddy": "precompressed br gzip", "apache": "AddEncoding br .br"}
    assert copies[server] in text
    for kind in ("text/calendar", "text/csv", "application/manifest+json"):
        assert kind in text


@pytest.mark.parametrize("server", SERVERS)
def test_only_folders_named_by_their_content_are_kept_for_long(project: Path, server: str) -> None:
    text = settings(project, server)
    pattern = re.compile(re.findall(r"\^/[^\s\"]*\[0-9a-f\][^\s\"]*", text)[0])
    files = {f"{BASE}{p.relative_to(project / 'site').as_posix()}" for p in (project / "site").rglob("*.*")}
    lasting = {file for file in files if pattern.match(file)}
    assert {file.rpartition(".")[2] for file in lasting} >= {"css", "js", "json"}
    assert not [file for file in lasting if file.endswith(".html")]
    assert not pattern.match(f"{BASE}search/0123456789/terms.bin")


@pytest.mark.parametrize("server", SERVERS)
def test_words_of_cases_are_kept_for_ten_minutes_at_most(project: Path, server: str) -> None:
    """A case that is closed goes from the search at once, and from readers' browsers soon."""
    text = settings(project, server)
    lasting, brief, *_ = re.findall(r"\^/[^\s\"]*\[0-9a-f\][^\s\"]*", text)
    assert set(re.findall(r"max-age=(\d+)", text)) == {"31536000", "600"}
    assert re.match(brief, f"{BASE}search/0123456789/terms.bin")
    for path in ("search/index.html", "search/index.json", "kit/case/2024-002/card.png", "cases/2024-002/"):
        assert not re.match(lasting, BASE + path)
        assert not re.match(brief, BASE + path)


DENIED = {"nginx": r'location ~ "(.+)" \{ return 404; \}', "apache": r'RedirectMatch 404 "(.+)"'}


def is_denied(text: str, server: str, path: str) -> bool:
    if server in DENIED:
        return any(re.search(pattern, path) for pattern in re.findall(DENIED[server], text))
    dotted, allowed, backups = re.findall(r"(?:not |@backups |\t)path_regexp (\S+)", text)[:3]
    hidden = re.search(dotted, path) and not re.search(allowed, path)
    return bool(hidden or re.search(backups, path))


@pytest.mark.parametrize("server", SERVERS)
def test_what_editors_and_version_control_leave_is_not_handed_out(project: Path, server: str) -> None:
    text = settings(project, server)
    for name in (
        ".git/config",
        ".env",
        "index.html~",
        "a.bak",
        "a.orig",
        ".a.swp",
        "a.swp",
        "a.tmp",
        "a.bak.gz",
    ):
        assert is_denied(text, server, BASE + name), name
        assert is_denied(text, server, f"/{name}"), name
    assert is_denied(text, server, "/.well-known/.git/config")
    assert not is_denied(text, server, "/.well-known/acme-challenge/Yz-0_token")
    files = [p.relative_to(project / "site").as_posix() for p in (project / "site").rglob("*.*")]
    assert [file for file in files if is_denied(text, server, BASE + file)] == []


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("filetype", FILETYPES, ids=lambda one: one.ending)
def test_every_type_of_file_is_told_or_known(project: Path, server: str, filetype: FileType) -> None:
    """A server that knows no type sends a file as something to be saved, or guesses."""
    text = settings(project, server)
    told = {
        "nginx": f" {filetype.media_type} {filetype.ending};",
        "caddy": f'header @{filetype.ending} Content-Type "{filetype.content_type}"',
        "apache": f"AddType {filetype.media_type} .{filetype.ending}\n",
    }
    assert (told[server] in text) != (filetype.ending in OWN_TYPES[server])


@pytest.mark.parametrize("filetype", FILETYPES, ids=lambda one: one.ending)
def test_texts_are_sent_as_utf8_and_nothing_else_is(project: Path, filetype: FileType) -> None:
    by_type = re.findall(r"charset_types (.+);", settings(project, "nginx"))[0].split()
    by_ending = re.findall(r"AddCharset utf-8 (.+)", settings(project, "apache"))[0].split()
    # Both do so with HTML by themselves.
    expected = filetype.charset and filetype.ending != "html"
    assert {name in by_type for name in filetype.names} == {expected}
    assert (f".{filetype.ending}" in by_ending) == expected


@pytest.mark.parametrize("server", SERVERS)
def test_other_sites_may_read_the_open_data_and_nothing_else(project: Path, server: str) -> None:
    pattern = re.compile(re.findall(r"\^/[^\s\"]*data/[^\s\"]*", settings(project, server))[0])
    every = [p.relative_to(project / "site").as_posix() for p in (project / "site").rglob("*.*")]
    # Servers hand out copies under the names of the files themselves.
    files = [file for file in every if not file.endswith((".br", ".gz"))]
    readable = {file for file in files if pattern.search(f"{BASE}{file}")}
    assert readable == {file for file in files if file.startswith("data/") and not file.endswith(".html")}
    assert {file.partition(".")[2] for file in readable} >= {form.ending for form in FORMS}


@pytest.mark.parametrize("server", SERVERS)
def test_the_path_comes_from_the_sites_address_and_may_be_another(project: Path, server: str) -> None:
    assert f"{BASE}404.html" in settings(project, server)
    assert "example.invalid" in settings(project, server)
    root = settings(project, server, "--base", "/")
    assert BASE not in root
    assert " /404.html" in root


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("iis",), "可选的有 nginx、caddy、apache"),
        (("nginx", "--base", "food-safety"), "路径以 / 开头、以 / 结尾"),
        (("nginx", "--site-dir", "nowhere"), "先运行 portal build"),
    ],
)
def test_mistakes_are_told(project: Path, arguments: tuple[str, ...], told: str) -> None:
    result = portal(project, "server-config", *arguments)
    assert result.returncode in (1, 2)
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_nothing_of_it_is_published(project: Path) -> None:
    assert not [path for path in (project / "site").rglob("*") if path.suffix in (".conf", ".j2")]


@pytest.mark.parametrize(
    "address",
    [
        'https://a.example/x";}server{listen 80;',
        "https://a.example;root /etc/",
        "https://a.example/{env.SECRET}/",
        "javascript:alert(1)//",
    ],
)
def test_an_address_that_settings_cannot_hold_is_refused(project: Path, tmp_path: Path, address: str) -> None:
    home = (project / "site/index.html").read_text("utf-8")
    written = re.sub(
        r'(rel="canonical" href=")[^"]+', lambda match: match[1] + escape(address), home, count=1
    )
    (tmp_path / "index.html").write_text(written, "utf-8")
    result = portal(project, "server-config", "nginx", "--site-dir", str(tmp_path))
    assert result.returncode == 1
    assert "site_url" in result.stderr
    assert result.stdout == ""
