"""Sets up all that the portal runs on: `.venv` from the locked packages.

Takes the lock files and pyproject.toml of the folder above. Gives `.venv` and a stamp in it that says what was
installed. Runs before everything else, so it uses the standard library only, and its syntax is Python 3.7's: an
old Python must get as far as being told that it is too old.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

# What each profile installs. `dev` holds all of `runtime`, so it also counts as a runtime installation.
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}
PARTS = {"runtime": ["runtime"], "dev": ["runtime", "dev"]}

STAMP = "portal-stamp.json"

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


class SetupError(Exception):
    """Something that the person at the keyboard can put right; the text says how."""


def main(arguments: list[str] | None = None) -> int:
    """Bring `.venv` to what was asked for; 0 when it is there, 1 after saying in Chinese why it is not."""
    options = parse(arguments)
    try:
        check_python(sys.version_info[:2])
        ensure_packages(ROOT, "dev" if options.dev else "runtime")
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


if __name__ == "__main__":
    sys.exit(main())
