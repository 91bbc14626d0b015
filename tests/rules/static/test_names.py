"""Links, leftovers of programs, names that servers read as instructions, places that are taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import TODAY, portal, small_project
from tests.rules.static.lying import codes, lay, look

from portal.records.static_file import STATIC
from portal.rules.static.names import OWN

TEXT = "留样 48 小时\n".encode()


@pytest.mark.parametrize(
    "name",
    [
        *(
            "~$表.docx",
            "表.docx.bak",
            "表.txt~",
            ".DS_Store",
            "Thumbs.db",
            "thumbs.DB",
            "desktop.ini",
            "a.txt.orig",
        ),
        *(
            "a.txt.rej",
            ".a.txt.swp",
            "a.swp",
            "._a.jpg",
            ".htaccess",
            "images/.hidden.jpg",
            ".git/config",
            "a.tmp",
        ),
        *("#a.txt#", "~lock.a.txt", ".a.txt.4711.new", ".gitignore", "old/a.txt.OLD", "a.crdownload"),
    ],
)
def test_what_programs_leave_is_told_once(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {name: TEXT}) == {name: ["STATIC-NAME-01"]}


@pytest.mark.parametrize(
    "name",
    [
        *(
            "登记 表.txt",
            "a\u3000b.txt",
            "a\u200bb.txt",
            "a%20b.txt",
            "a?b.txt",
            "a#b.txt",
            "a&b.txt",
            "a\nb.txt",
        ),
        *(
            "a\x1bb.txt",
            "_headers.txt",
            "_a/b.txt",
            "robots.txt",
            "con.txt",
            "Aux.txt",
            "lpt1.csv",
            "a.php.jpg.txt",
        ),
        *(
            "a..",
            "a.html.txt",
            "-rf.txt",
            "a..txt/b.txt",
            "cafe\u0301.txt",
            f"{'长' * 81}.txt",
            "a'b.txt",
            'a"b.txt',
        ),
        *("a\u202etxt.csv", "\ufeffa.txt", "a:b.txt", "a|b.txt", "a\\b.txt"),
    ],
)
def test_names_that_do_not_travel(tmp_path: Path, name: str) -> None:
    # What lies in a folder named so is told by its name, whether the system can hold it or not.
    assert "STATIC-NAME-01" in codes(tmp_path, {name: TEXT})[name]


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "images/留样盒.txt",
        "files/附件1（公示表）.csv",
        "2024-06/a_b-c+d.v2.txt",
        "《通知》.txt",
        "é.txt",
    ],
)
def test_plain_names(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {name: TEXT}) == {name: []}


def test_the_placeholder_of_git_is_nothing(tmp_path: Path) -> None:
    assert look(lay(tmp_path, {".gitkeep": b"", "images/.gitkeep": b""})) == []
    assert [one.code for one in look(lay(tmp_path, {".gitkeep": b"secret"}))] == ["STATIC-NAME-01"]


def test_links_of_every_kind(tmp_path: Path) -> None:
    static = lay(tmp_path, {"a.txt": TEXT}) / STATIC
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/b.txt").write_bytes(TEXT)
    for name, target in (
        ("file.txt", "a.txt"),
        ("out.txt", tmp_path / "secret/b.txt"),
        ("folder", tmp_path / "secret"),
    ):
        (static / name).symlink_to(target)
    (static / "nowhere.txt").symlink_to("missing")
    (static / "round").symlink_to("round")
    (static / "self").symlink_to(".")
    assert [(one.file.removeprefix(f"{STATIC}/"), one.code) for one in look(tmp_path)] == [
        (name, "STATIC-LINK-01") for name in ("file.txt", "folder", "nowhere.txt", "out.txt", "round", "self")
    ]


def test_the_folder_itself_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/b.txt").write_bytes(TEXT)
    (tmp_path / "site_config").mkdir()
    (tmp_path / STATIC).symlink_to(tmp_path / "secret")
    assert [(one.file, one.code) for one in look(tmp_path)] == [(f"{STATIC}/.", "STATIC-LINK-01")]


def test_names_that_differ_by_case(tmp_path: Path) -> None:
    found = codes(tmp_path, {"Form.txt": TEXT, "form.txt": TEXT, "Img/a.txt": TEXT, "img/b.txt": TEXT})
    assert found == {
        "Form.txt": [],
        "form.txt": ["STATIC-PLACE-01"],
        "Img/a.txt": [],
        "img/b.txt": ["STATIC-PLACE-01"],
    }


def test_every_place_that_the_site_takes_is_known(whole_site: Path) -> None:
    """Seen on a whole site: whatever lies at its top is nobody else's."""
    places = {path.name for path in whole_site.iterdir() if not path.name.endswith((".gz", ".br"))}
    assert places - OWN == {"index.html"}


@pytest.mark.parametrize(
    "name", ["cases/a.txt", "Assets/a.txt", "search/a.txt", "feeds/a.csv", "sitemap/a.txt"]
)
def test_a_place_of_the_site(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path, {name: TEXT}) == {name: ["STATIC-PLACE-01"]}


def test_what_is_refused_is_neither_built_nor_exported(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    lay(root, {"images/a.txt": TEXT, ".env": b"password"})
    for arguments in (("build",), ("export", str(tmp_path / "out"))):
        result = portal(root, *arguments, "--today", TODAY)
        assert result.returncode == 1
        assert f"{STATIC}/.env:1:1: 错误 [STATIC-NAME-01]" in result.stderr
    (root / STATIC / ".env").unlink()
    assert portal(root, "build", "--fast", "--today", TODAY).returncode == 0
    assert portal(root, "export", str(tmp_path / "out"), "--today", TODAY).returncode == 0
    assert (
        (root / "site/images/a.txt").read_bytes() == (tmp_path / "out/docs/images/a.txt").read_bytes() == TEXT
    )
