"""Builds the site with ProperDocs as well as with MkDocs and compares every page: could we change over today?

`python -m tests.properdocs.comparing`, run by `make properdocs` and not by `make test`, because it installs a second
environment in build/. Takes the demonstration site as the hook builds it, and the Markdown of `portal export` in
Material's own look. Prints what was compared; ends with 1 when a page differs in more than the generator it names.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.projects import REPOSITORY, environment

OTHER = REPOSITORY / "build/properdocs"
# ProperDocs needs nothing that MkDocs does not need, so its own lock holds it alone.
LOCKS = ("requirements.lock", "tests/properdocs/requirements.lock")
GENERATOR = re.compile(r'<meta name="generator" content="[^"]*">')
SHOWN = 20  # pages that differ


def main() -> int:
    other = other_python()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        run(sys.executable, "portal", "export", str(tree))
        alike = [
            compared(other, what, settings, Path(folder) / name)
            for what, name, settings in (
                ("网站", "site", REPOSITORY / "mkdocs.yml"),
                ("导出的 Markdown（Material 原样）", "markdown", tree / "mkdocs.yml"),
            )
        ]
    return 0 if all(alike) else 1


def other_python() -> Path:
    """The interpreter of the environment with ProperDocs, made anew when a lock has changed."""
    python = OTHER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = OTHER / "installed"
    locks = b"".join((REPOSITORY / lock).read_bytes() for lock in LOCKS)
    wanted = hashlib.sha256(locks).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        print("正在安装 ProperDocs ……", flush=True)
        run(sys.executable, "venv", "--clear", str(OTHER))
        files = [part for lock in LOCKS for part in ("-r", lock)]
        run(python, "pip", "install", "-q", "--no-deps", "--require-hashes", "--only-binary", ":all:", *files)
        stamp.write_text(wanted, "utf-8")
    return python


def compared(other: Path, what: str, settings: Path, folder: Path) -> bool:
    """Build with both, tell and say whether all pages are alike."""
    mkdocs, properdocs = folder / "mkdocs", folder / "properdocs"
    for python, program, into in ((sys.executable, "mkdocs", mkdocs), (other, "properdocs", properdocs)):
        run(python, program, "build", "-q", "-f", str(settings), "-d", str(into))
    pages = sum(1 for _ in mkdocs.rglob("*.html"))
    found = list(differences(mkdocs, properdocs))
    print(
        f"{what}：MkDocs 和 ProperDocs 各生成一遍，比较了 {pages} 个网页，{len(found)} 处不同（不算 generator）"
    )
    print("".join(f"  {line}\n" for line in found[:SHOWN]), end="", flush=True)
    return pages > 0 and not found


def differences(one: Path, other: Path) -> Iterator[str]:
    """Files that only one folder has, and pages that differ in more than their generator, each with a first line."""
    files, others = ({path.relative_to(root) for path in root.rglob("*")} for root in (one, other))
    yield from (f"{path.as_posix()}：只有一边有" for path in sorted(files ^ others))
    for path in sorted(path for path in files & others if path.suffix == ".html"):
        left, right = (GENERATOR.sub("", (root / path).read_text("utf-8")) for root in (one, other))
        if left != right:
            lines = zip(left.splitlines(), right.splitlines(), strict=False)
            first = next((f"{a.strip()} ≠ {b.strip()}" for a, b in lines if a != b), "行数不同")
            yield f"{path.as_posix()}：{first[:200]}"


def run(python: str | Path, module: str, *arguments: str) -> None:
    command = [str(python), "-m", module, *arguments]
    subprocess.run(command, cwd=REPOSITORY, env=environment(), check=True)


if __name__ == "__main__":
    sys.exit(main())
