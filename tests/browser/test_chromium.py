"""Which browser the tests take: the one named, the machine's own, and what may be installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.chromium import (
    NoBrowser,
    chosen_browser,
    ensure_browser,
    installed_browser,
    may_use_apt,
)


def browser_on(platform: str, env: dict[str, str], commands: dict[str, str], working: set[str]) -> str | None:
    return installed_browser(platform, env, commands.get, working.__contains__)


def test_linux_prefers_chromium_on_the_search_path() -> None:
    commands = {"google-chrome": "/usr/bin/google-chrome", "chromium": "/usr/bin/chromium"}
    assert browser_on("linux", {}, commands, set(commands.values())) == "/usr/bin/chromium"


def test_command_that_does_not_start_is_passed_over() -> None:
    commands = {"chromium-browser": "/usr/bin/chromium-browser", "msedge": "/usr/bin/msedge"}
    assert browser_on("linux", {}, commands, {"/usr/bin/msedge"}) == "/usr/bin/msedge"


@pytest.mark.parametrize("home", ["", "/Users/li"])
def test_macos_looks_into_application_folders(home: str) -> None:
    chrome = f"{home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    edge = f"{home}/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"
    assert browser_on("darwin", {"HOME": "/Users/li"}, {}, {chrome, edge}) == chrome


@pytest.mark.parametrize("folder", [r"C:\Program Files", r"C:\Program Files (x86)"])
def test_windows_finds_edge_in_its_program_folders(folder: str) -> None:
    env = {"ProgramFiles": r"C:\Program Files", "ProgramFiles(x86)": r"C:\Program Files (x86)"}
    edge = folder + r"\Microsoft\Edge\Application\msedge.exe"
    assert browser_on("win32", env, {}, {edge}) == edge


def test_windows_finds_chrome_installed_for_one_person_before_edge() -> None:
    env = {"ProgramFiles": r"C:\Program Files", "LOCALAPPDATA": r"C:\Users\李\AppData\Local"}
    chrome = r"C:\Users\李\AppData\Local\Google\Chrome\Application\chrome.exe"
    edge = r"C:\Program Files\Microsoft\Edge\Application\msedge.exe"
    assert browser_on("win32", env, {}, {chrome, edge}) == chrome


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_machine_without_a_browser_gives_none(platform: str) -> None:
    assert browser_on(platform, {}, {}, set()) is None


def test_named_browser_is_taken_and_a_wrong_name_is_an_error() -> None:
    env = {"PORTAL_CHROMIUM": "/opt/浏览器/chrome"}
    assert chosen_browser(env, {"/opt/浏览器/chrome"}.__contains__) == "/opt/浏览器/chrome"
    assert chosen_browser({"PORTAL_CHROMIUM": ""}, set[str]().__contains__) is None
    with pytest.raises(NoBrowser, match="PORTAL_CHROMIUM"):
        chosen_browser(env, set[str]().__contains__)


@pytest.mark.parametrize(
    ("platform", "apt", "root", "allowed"),
    [
        ("linux", "/usr/bin/apt-get", True, True),
        ("linux", "/usr/bin/apt-get", False, False),
        ("linux", None, True, False),
        ("darwin", "/opt/apt-get", True, False),
    ],
)
def test_only_root_on_debian_installs_system_packages(
    platform: str, apt: str | None, root: bool, allowed: bool
) -> None:
    assert may_use_apt(platform, lambda _: apt, root) is allowed


def test_a_browser_that_was_written_down_is_kept_until_another_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record, browser = tmp_path / "chromium-path", tmp_path / "chrome"
    browser.touch()
    record.write_text(f"{browser}\n", "utf-8")
    monkeypatch.delenv("PORTAL_CHROMIUM", raising=False)
    ensure_browser(record)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("PORTAL_CHROMIUM", str(tmp_path / "nowhere"))
    with pytest.raises(NoBrowser, match="nowhere"):
        ensure_browser(record)
    assert record.read_text("utf-8") == f"{browser}\n"
