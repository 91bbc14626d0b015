"""The whole way from a project folder to a published site.

read → check → generate → MkDocs → verify → swap. Everything that can go wrong before the swap is
told as diagnostics or as a `BuildFailed`; the site that was there stays as it was.
"""

from __future__ import annotations

import datetime
import errno
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError

from portal import __version__
from portal.pages import Document, Output, generate
from portal.pages.templates import FOLDER
from portal.publish.links import LinkLedger
from portal.publish.staging import MARKER, SiteFolder, UnsafeFolder, staged
from portal.records import Site, read
from portal.render.build import RenderFailed, render
from portal.rules import check
from portal.rules.production import demo_records
from portal.source import Diagnostic
from portal.source.progress import Progress, silent


class BuildFailed(Exception):
    """An expected failure: Chinese, says what to do."""


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked."""

    site: Site | None
    problems: tuple[Diagnostic, ...]
    lines: dict[str, list[str]]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


def examine(
    root: Path, today: datetime.date, *, production: bool = False, progress: Progress = silent
) -> Checked:
    """Read and check the project at `root` as of `today`."""
    result = read(root, progress=progress)
    problems = list(result.problems)
    if result.site:
        problems += check(result.site, today).all
        problems += demo_records(result.site) if production else []
    files = result.library.files
    lines = {p.file: files[p.file].file.lines for p in problems if p.file in files}
    return Checked(result.site, tuple(sorted(set(problems))), lines)


def build(
    site: Site,
    root: Path,
    target: Path,
    today: datetime.date,
    progress: Progress = silent,
) -> int:
    """Build a checked site into `target`; returns the number of pages. Raises `BuildFailed`."""
    with told():
        return _build(site, root, SiteFolder(target), today, progress)


@contextmanager
def told() -> Iterator[None]:
    """Expected failures inside become a `BuildFailed` that says in Chinese what to do."""
    try:
        yield
    except UnsafeFolder as failure:
        raise BuildFailed(f"{failure}。换一个文件夹，或先移走那些文件") from failure
    except TemplateError as failure:
        raise BuildFailed(_template(failure)) from failure
    except RenderFailed as failure:
        raise BuildFailed(f"MkDocs 生成失败：{failure}") from failure
    except OSError as failure:
        raise BuildFailed(_disk(failure)) from failure


def _build(site: Site, root: Path, folder: SiteFolder, today: datetime.date, progress: Progress) -> int:
    output = generate(site, today, root / FOLDER)
    ledger = LinkLedger()
    total = len(output.documents)
    done = 0

    def written(document: Document, html: str) -> None:
        nonlocal done
        done += 1
        ledger.note(document.address, html)
        progress("正在生成页面", done, total)

    with staged(folder) as place:
        warnings = render(output, root, place, today, written=written)
        progress("正在核对链接", total, total)
        _verify(output, place, ledger, warnings)
        marker = {"generator": f"portal {__version__}", "today": today.isoformat(), "pages": total}
        (place / MARKER).write_text(json.dumps(marker, indent=2) + "\n", encoding="utf-8")
        folder.replace(place)
    return total


def _verify(output: Output, place: Path, ledger: LinkLedger, warnings: list[str]) -> None:
    absent = [d.address for d in output.documents if not (place / d.address / "index.html").is_file()]
    if absent:
        raise BuildFailed(f"有 {len(absent)} 页没有生成，如 {absent[0]}")
    broken = list(ledger.broken(place))
    if broken:
        listed = "\n".join(
            f"  {_made_from(output, page)} 页面 /{page} → /{target}" for page, target in broken[:20]
        )
        raise BuildFailed(f"有 {len(broken)} 个站内链接打不开：\n{listed}")
    if warnings:
        raise BuildFailed("MkDocs 提醒：\n" + "\n".join(f"  {text}" for text in warnings[:20]))


def _made_from(output: Output, address: str) -> str:
    document = output.by_address.get(address)
    return f"{document.sources[0]}：" if document and document.sources else ""


def _template(failure: TemplateError) -> str:
    name = getattr(failure, "name", None) or getattr(failure, "filename", None) or ""
    line = getattr(failure, "lineno", None)
    place = f"（{name}{f' 第 {line} 行' if line else ''}）" if name else ""
    return f"页面模板有错{place}：{failure.message or failure}"


def _disk(failure: OSError) -> str:
    where = f"：{failure.filename}" if failure.filename else ""
    if failure.errno == errno.ENOSPC:
        return "磁盘满了，网站没有改动。清出空间后重新运行"
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"没有权限写文件{where}"
    return f"读写文件失败{where}（{failure.strerror or failure}）"
