"""Sets up all that the portal runs on: `.venv` from the locked packages and, for tests, a Chromium.

Takes the lock files and pyproject.toml of the folder above. Gives `.venv`, a stamp in it that says what was
installed, and `.venv/chromium-path`. Runs before everything else, so it uses the standard library only, and
its syntax is Python 3.7's: an old Python must get as far as being told that it is too old.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import ntpath
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

# What each profile installs. `dev` holds all of `runtime`, so it also counts as a runtime installation.
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}
PARTS = {"runtime": ["runtime"], "dev": ["runtime", "dev"]}

STAMP = "portal-stamp.json"
BROWSER_RECORD = "chromium-path"

BROWSER_COMMANDS = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
]
MACOS_BROWSERS = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]
WINDOWS_FOLDERS = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
WINDOWS_BROWSERS = [
    r"Chromium\Application\chrome.exe",
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
]

NO_NETWORK = "连不上软件源。请检查网络；需要代理时设置环境变量 HTTPS_PROXY。"
# What pip says, and what that means to the person at the keyboard; the first match counts.
PIP_FAILURES = {
    "DO NOT MATCH THE HASHES": "下载的包与锁定文件的校验值不符，已拒绝安装。请换一个软件源再试。",
    "No space left on device": "磁盘空间不足。请清理出至少 1 GB 后再试。",
    "CERTIFICATE_VERIFY_FAILED": "无法确认软件源的证书。请检查电脑的日期时间，或安装单位的根证书。",
    "ProxyError": "代理服务器没有响应。请检查环境变量 HTTPS_PROXY。",
    "NewConnectionError": NO_NETWORK,
    "NameResolutionError": NO_NETWORK,
    "timed out": "连接软件源超时。请检查网络，或用 pip config set global.index-url 换用较近的镜像。",
    "No matching distribution": "软件源没有适合这台电脑的包。请检查镜像是否完整，并使用 64 位的 Python。",
}

PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)


class SetupError(Exception):
    """Something that the person at the keyboard can put right; the text says how."""


def main(arguments: list[str] | None = None) -> int:
    """Bring `.venv` to what was asked for; 0 when it is there, 1 after saying in Chinese why it is not."""
    options = parse(arguments)
    try:
        check_python(sys.version_info[:2])
        ensure_packages(ROOT, "dev" if options.dev or options.browser else "runtime")
        if options.browser:
            ensure_browser(ROOT / ".venv")
    except SetupError as error:
        say(f"错误：{error}")
        return 1
    except KeyboardInterrupt:
        say("已中断。再运行一次会接着做完。")
        return 1
    return 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="准备运行环境：创建 .venv 并安装锁定的第三方包。")
    parser.add_argument("--dev", action="store_true", help="另装测试和代码检查工具")
    parser.add_argument("--browser", action="store_true", help="另为浏览器测试准备 Chromium（包含 --dev）")
    return parser.parse_args(arguments)


def say(text: str) -> None:
    """Print to the terminal; a character that its code page lacks must not end the set-up."""
    encoding = sys.stderr.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python for which the locked packages do not exist."""
    if OLDEST_PYTHON <= version <= NEWEST_PYTHON:
        return
    oldest, newest, this = (".".join(map(str, v)) for v in (OLDEST_PYTHON, NEWEST_PYTHON, version))
    raise SetupError(
        f"需要 Python {oldest} 至 {newest}，当前是 {this}（{sys.executable}）。\n"
        f"请安装合适的版本，再用它运行：make PYTHON=python{newest}，或 python{newest} scripts/bootstrap.py"
    )


def ensure_packages(root: Path, profile: str) -> None:
    """Install what the stamp does not vouch for, and nothing else."""
    venv = root / ".venv"
    wanted = {part: fingerprint(root, part) for part in PARTS[profile]}
    installed = read_stamp(venv) if is_usable(venv) else {}
    work = remaining_work(installed, wanted)
    if not work:
        return
    # Gone before the first change: an interrupted installation must never look finished.
    (venv / STAMP).unlink(missing_ok=True)
    if "create" in work:
        create_venv(venv)
    install(root, profile)
    write_stamp(venv, wanted)


def remaining_work(installed: dict[str, str], wanted: dict[str, str]) -> list[str]:
    """The steps from what is installed to what is wanted; anything doubtful starts from nothing."""
    if installed.items() >= wanted.items():
        return []
    if installed.get("runtime") == wanted["runtime"]:
        return ["install"]
    return ["create", "install"]


def fingerprint(root: Path, part: str) -> str:
    """What an installation depends on, in one value: packages, own metadata, Python, and the folder's place.

    The place counts because an editable installation points to it: a moved or copied folder needs a new one.
    """
    settings = installation_settings((root / "pyproject.toml").read_text(encoding="utf-8"))
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    ingredients = [(root / LOCKS[part]).read_text(encoding="utf-8"), settings, python, str(root)]
    return hashlib.sha256("\0".join(ingredients).encode()).hexdigest()


def installation_settings(pyproject: str) -> str:
    """The tables of pyproject.toml that decide what is installed; a new linter setting reinstalls nothing."""
    import tomllib  # noqa: PLC0415 - not there before Python 3.11, which main() checks first

    tables = tomllib.loads(pyproject)
    used = [tables.get("build-system"), tables.get("project"), tables.get("tool", {}).get("setuptools")]
    return json.dumps(used, sort_keys=True)


def read_stamp(venv: Path) -> dict[str, str]:
    """What was installed, as part → fingerprint; empty when nobody finished an installation here."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv: Path, parts: dict[str, str]) -> None:
    unfinished = venv / (STAMP + ".new")
    unfinished.write_text(json.dumps(parts, sort_keys=True), encoding="utf-8")
    unfinished.replace(venv / STAMP)


def venv_python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_usable(venv: Path) -> bool:
    """Whether the interpreter is there, and also the Python it was made from, which may have been removed."""
    try:
        settings = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    homes = [line.partition("=")[2].strip() for line in settings if line.startswith("home")]
    return venv_python(venv).exists() and all(Path(home).is_dir() for home in homes)


def create_venv(venv: Path) -> None:
    """Make an empty environment, in place of any that is there."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "这个 Python 缺少 venv 模块，无法创建运行环境。\n"
            "Debian、Ubuntu 请运行：sudo apt-get install python3-venv；其他系统请重新安装完整的 Python。"
        )
    say("正在创建运行环境 .venv ……")
    # The base interpreter: the one running may be inside the environment that is about to be replaced.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.run([python, "-m", "venv", "--clear", str(venv)], check=False).returncode != 0:
        raise SetupError(
            "无法创建运行环境 .venv，原因见上。\n"
            "请确认磁盘有空间、对本文件夹有写权限，并关闭正在运行的预览（portal serve）后再试。"
        )


def install(root: Path, profile: str) -> None:
    say("正在安装第三方包，首次需要几分钟 ……")
    pip(root, "--require-hashes", "--only-binary", ":all:", "-r", LOCKS[profile])
    # The build backend came with the lock, so nothing is looked up here.
    pip(root, "--no-build-isolation", "--no-deps", "--no-index", "-e", ".")


def pip(root: Path, *arguments: str) -> None:
    """Run `pip install` in the environment; show what it says, and explain it when it fails."""
    command = [str(venv_python(root / ".venv")), "-m", "pip", "install", "--quiet", *arguments]
    # A user-wide `user = true` would make pip refuse to work in an environment.
    settings = {**os.environ, "PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    said = []
    with subprocess.Popen(
        command, cwd=root, env=settings, stderr=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        for line in process.stderr or []:
            said.append(line)
            say(line.rstrip())
    if process.returncode != 0:
        raise SetupError(pip_failure("".join(said)))


def pip_failure(said: str) -> str:
    """Explain pip's error output in Chinese."""
    for sign, meaning in PIP_FAILURES.items():
        if sign in said:
            return f"安装第三方包失败：{meaning}"
    return "安装第三方包失败，原因见上面 pip 的输出。再运行一次会从头安装。"


def ensure_browser(venv: Path) -> None:
    """Find or install a Chromium and record its path for the tests; a recorded one still there is kept."""
    chosen = os.environ.get("PORTAL_CHROMIUM")
    recorded = read_browser(venv)
    if recorded and chosen in (None, "", recorded) and Path(recorded).is_file():
        return
    browser = chosen_browser(os.environ, runs) or found_browser() or obtained_browser(venv)
    (venv / BROWSER_RECORD).write_text(browser + "\n", encoding="utf-8")
    say(f"浏览器测试使用：{browser}")


def read_browser(venv: Path) -> str | None:
    try:
        return (venv / BROWSER_RECORD).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None


def chosen_browser(env: Mapping[str, str], runs: Callable[[str], bool]) -> str | None:
    """The browser that the person named; one that does not work is an error, not a reason to look on."""
    chosen = env.get("PORTAL_CHROMIUM")
    if chosen and not runs(chosen):
        raise SetupError(f"PORTAL_CHROMIUM 指定的浏览器不存在或无法运行：{chosen}")
    return chosen or None


def installed_browser(
    platform: str,
    env: Mapping[str, str],
    which: Callable[[str], str | None],
    runs: Callable[[str], bool],
) -> str | None:
    """The first browser on this machine that runs: those on the search path, then the usual folders."""
    return next((path for path in browser_candidates(platform, env, which) if runs(path)), None)


def browser_candidates(
    platform: str, env: Mapping[str, str], which: Callable[[str], str | None]
) -> Iterator[str]:
    for command in BROWSER_COMMANDS:
        found = which(command)
        if found:
            yield found
    if platform == "darwin":
        yield from MACOS_BROWSERS
        yield from (env["HOME"] + path for path in MACOS_BROWSERS if env.get("HOME"))
    if platform == "win32":
        folders = [env[name] for name in WINDOWS_FOLDERS if env.get(name)]
        yield from (ntpath.join(folder, path) for path in WINDOWS_BROWSERS for folder in folders)


def runs(path: str) -> bool:
    """Whether a browser starts: some systems ship a command that only tells how to install the real one."""
    if not Path(path).is_file():
        return False
    # On Windows `--version` opens a window instead of printing.
    return sys.platform == "win32" or quiet_run([path, "--version"])


def found_browser() -> str | None:
    return installed_browser(sys.platform, os.environ, shutil.which, runs)


def obtained_browser(venv: Path) -> str:
    """A browser from Playwright or the system's package manager, installed if need be."""
    browser = playwright_browser(venv)
    if browser is None and may_use_apt(sys.platform, shutil.which, is_root()):
        install_debian_browser()
        browser = found_browser()
    if browser is None:
        say("正在下载 Playwright 的 Chromium ……")
        subprocess.run([str(venv_python(venv)), "-m", "playwright", "install", "chromium"], check=False)
        browser = playwright_browser(venv)
    if browser is None:
        raise SetupError(
            "没有找到可用的 Chromium、Chrome 或 Edge，也无法自动安装，浏览器测试不能运行。\n"
            "请安装其中一个，或用环境变量 PORTAL_CHROMIUM 指定它的完整路径；\n"
            "暂不做浏览器测试时，设置 PORTAL_SKIP_BROWSER=1 后再运行 make test。"
        )
    return browser


def playwright_browser(venv: Path) -> str | None:
    """The Chromium that Playwright downloaded earlier, if it did and it starts."""
    asked = subprocess.run(
        [str(venv_python(venv)), "-c", PLAYWRIGHT_PATH], stdout=subprocess.PIPE, text=True, check=False
    )
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and runs(path) else None


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


def quiet_run(command: list[str]) -> bool:
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
