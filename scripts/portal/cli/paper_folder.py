"""Where papers are written, all or none: never where they would be published, and over nothing unasked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from portal.cli.terminal import fail
from portal.disk.refusing import reason
from portal.disk.writing import put_all
from portal.publish.staging import SiteFolder

# Folders of the project whose files are published, or belong to the product.
TAKEN = ("site", "content", "quizzes", "site_config", "scripts", "docs", "tests")


def safe(root: Path, folder: Path) -> Path:
    """The folder, unless what is written there would be published: keys and reserved questions never are."""
    place, home = folder.resolve(), root.resolve()
    above = (place, *place.parents)
    if any(home / name in above for name in TAKEN) or place == home:
        fail(f"卷子不能放在 {folder} 里：项目自己的文件夹会公开，或者会弄混。换一个文件夹，如 --out printed")
    if any(SiteFolder(one).is_ours(one) for one in above):
        fail(f"{folder} 在生成好的网站里，放在那里的答案会公开。换一个文件夹，如 --out printed")
    return folder


def write(contents: Mapping[Path, bytes], overwrite: bool) -> None:
    there = [path for path in contents if path.exists()]
    if there and not overwrite:
        more = f"等 {len(there)} 个文件" if len(there) > 1 else ""
        fail(
            f"{there[0]} {more}已经有了，没有写任何文件。要重新写，加 --overwrite；或者用 --out 换一个文件夹"
        )
    try:
        put_all(contents)
    except OSError as failure:
        fail(
            f"写不了 {failure.filename or '文件'}（{reason(failure)}），没有写任何文件。"
            "正用 Word 打开着的，先关掉"
        )
