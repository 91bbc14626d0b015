"""Finds or installs a Chromium for the tests and writes down where it is.

`python -m tests.browser.chromium`, run by `make browser`, after scripts/bootstrap.py has made `.venv` with Playwright
in it. Takes `PORTAL_CHROMIUM` or what the machine has. Gives `.venv/chromium-path`, which tests and
`portal bench --web` read. Building a site needs none of it.
"""

from __future__ import annotations

import ntpath
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from portal.bench.phone import RECORD

COMMANDS = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
]
ON_MACOS = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]
WINDOWS_FOLDERS = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
ON_WINDOWS = [
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
]
NONE_TO_BE_HAD = (
    "没有找到可用的 Chromium、Chrome 或 Edge，也无法自动安装，浏览器测试不能运行。\n"
    "请安装其中一个，或用环境变量 PORTAL_CHROMIUM 指定它的完整路径；\n"
    "暂不做浏览器测试时，设置 PORTAL_SKIP_BROWSER=1 后再运行 make test。"
)


class NoBrowser(Exception):
    """There is no browser to test with; the text says what the person at the keyboard can do."""


def main() -> int:
    """0 when there is a browser, 1 after saying in Chinese why there is none."""
    try:
        ensure_browser(Path(sys.prefix) / RECORD)
    except NoBrowser as error:
        say(f"错误：{error}")
        return 1
    except KeyboardInterrupt:
        say("已中断。再运行一次会接着做完。")
        return 1
    return 0


def ensure_browser(record: Path) -> None:
    """Write the browser's path to `record`; one that is there and still exists is kept. Raises `NoBrowser`."""
    chosen = os.environ.get("PORTAL_CHROMIUM")
    recorded = read_record(record)
    if recorded and chosen in (None, "", recorded) and Path(recorded).is_file():
        return
    browser = chosen_browser(os.environ, runs) or found_browser() or obtained_browser()
    record.write_text(browser + "\n", encoding="utf-8")
    say(f"浏览器测试使用：{browser}")


def read_record(record: Path) -> str | None:
    try:
        return record.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None


def chosen_browser(env: Mapping[str, str], runs: Callable[[str], bool]) -> str | None:
    """The browser that the person named; one that does not work is an error, not a reason to look on."""
    chosen = env.get("PORTAL_CHROMIUM")
    if chosen and not runs(chosen):
        raise NoBrowser(f"PORTAL_CHROMIUM 指定的浏览器不存在或无法运行：{chosen}")
    return chosen or None


def found_browser() -> str | None:
    return installed_browser(sys.platform, os.environ, shutil.which, runs)


def installed_browser(
    platform: str,
    env: Mapping[str, str],
    which: Callable[[str], str | None],
    runs: Callable[[str], bool],
) -> str | None:
    """The first browser on this machine that runs: those on the search path, then the usual folders."""
    return next((path for path in candidates(platform, env, which) if runs(path)), None)


def candidates(platform: str, env: Mapping[str, str], which: Callable[[str], str | None]) -> Iterator[str]:
    yield from filter(None, map(which, COMMANDS))
    if platform == "darwin":
        yield from ON_MACOS
        yield from (env["HOME"] + path for path in ON_MACOS if env.get("HOME"))
    if platform == "win32":
        folders = [env[name] for name in WINDOWS_FOLDERS if env.get(name)]
        yield from (ntpath.join(folder, path) for path in ON_WINDOWS for folder in folders)


def runs(path: str) -> bool:
    """Whether a browser starts: some systems ship a command that only tells how to install the real one."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # where `--version` opens a window instead of printing
        return True
    nowhere = subprocess.DEVNULL
    asked = [path, "--version"]
    try:
        done = subprocess.run(asked, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def obtained_browser() -> str:
    """A browser from Playwright or the system's package manager, installed if need be. Raises `NoBrowser`."""
    browser = playwrights_browser()
    if browser is None and may_use_apt(sys.platform, shutil.which, is_root()):
        install_debian_browser()
        browser = found_browser()
    if browser is None:
        say("正在下载 Playwright 的 Chromium ……")
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        browser = playwrights_browser()
    if browser is None:
        raise NoBrowser(NONE_TO_BE_HAD)
    return browser


def playwrights_browser() -> str | None:
    """The Chromium that Playwright downloaded earlier, if it did and it starts."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if runs(path) else None


def may_use_apt(platform: str, which: Callable[[str], str | None], root: bool) -> bool:
    return root and platform.startswith("linux") and which("apt-get") is not None


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_debian_browser() -> None:
    """Install Debian's Chromium and a Chinese font; the search that follows shows whether it worked."""
    say("正在用 apt-get 安装 Chromium 和中文字体 ……")
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-noto-cjk"]
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *arguments], env=settings, check=False)


def say(text: str) -> None:
    """Print to the terminal; a character that its code page lacks must not end the search."""
    encoding = sys.stderr.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
