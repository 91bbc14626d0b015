"""The whole way from a project folder to a published site.

read → check → generate → MkDocs → verify → complete → swap. Everything that can go wrong before the swap is
told as diagnostics or as a `BuildFailed`; the site that was there stays as it was.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from portal.pages import Document, Output, generate
from portal.pages.templates import FOLDER, environment
from portal.publication.public_site import PublicSite
from portal.publish.accepted import signatures
from portal.publish.compressing import compress
from portal.publish.earlier_version import Today
from portal.publish.lasting import take_along
from portal.publish.leaving_out import Held, drafts, faulty, without
from portal.publish.ledger import Gate, Refused
from portal.publish.manifest import manifest_in, manifest_of
from portal.publish.plain_mkdocs import UnreadableSettings
from portal.publish.searching import SearchLedger
from portal.publish.staging import SiteFolder, UnsafeFolder, staged
from portal.publish.sweep_report import NotPublishable, traced
from portal.publish.sweeping import Probe, Sweep
from portal.publish.verifying import LinkLedger, LiveLedger, OutsideLedger, claimed_twice, outside_in_styles
from portal.reading import read
from portal.records import Site
from portal.render.build import render
from portal.render.failures import EXPECTED, in_words
from portal.render.frames import Filled
from portal.rules import Findings, check
from portal.rules.production import CHECKS, production_problems
from portal.rules.signatures import unsigned
from portal.source import Diagnostic, capped
from portal.source.progress import Progress, silent

OPEN = Gate()


class BuildFailed(Exception):
    """An expected failure: Chinese, says what to do."""


@dataclass(frozen=True)
class Checked:
    """A project that was read and checked; `left_out` are the findings on drafts that the site is without."""

    site: Site | None
    problems: tuple[Diagnostic, ...]
    lines: dict[str, list[str]]
    left_out: tuple[Diagnostic, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(problem for problem in self.problems if problem.is_error)


def examine(
    root: Path,
    today: datetime.date,
    *,
    production: bool = False,
    held: Held | None = None,
    progress: Progress = silent,
) -> Checked:
    """Read and check the project at `root` as of `today`.

    With `held`, which knows the pages of the last site, drafts with mistakes are left out instead of told as errors.
    """
    result = read(root, progress=progress)
    files = result.library.files
    site, ruled = result.site, check(result.site, today) if result.site else Findings(today)
    loose = drafts(files, held) if held else frozenset()
    out: frozenset[str] = frozenset()
    left: list[Diagnostic] = []
    while more := faulty(
        found := [*result.problems, *ruled.all, *_real(site, today, production)], loose - out
    ):
        out |= more
        left += [one for one in found if one.file in more]
        if site:
            site = without(site, more)
            ruled = check(site, today, ruled, more)
    if site:
        unread = (files[path] for path in sorted(out) if files[path].record is None)
        site = replace(
            site, left_out=(*site.left_out, *(one.file for one in unread if one.kind.name == "case"))
        )
    problems = [*result.problems, *ruled.all]
    if site and production:
        problems += [*production_problems(site), *unsigned(site, today)]
    told = capped(one for one in problems if one.file not in out)
    lines = {p.file: files[p.file].file.lines for p in (*told, *left) if p.file in files}
    return Checked(site, tuple(told), lines, tuple(capped(left)))


def _real(site: Site | None, today: datetime.date, production: bool) -> list[Diagnostic]:
    """What is not real or not signed, one by one: a draft among many must not be hidden behind the first of them."""
    if site is None or not production:
        return []
    return [*(one for look in CHECKS.values() for one in look(site)), *unsigned(site, today)]


def build(
    site: Site,
    root: Path,
    target: Path,
    today: datetime.date,
    progress: Progress = silent,
    *,
    complete: bool = True,
    gate: Gate = OPEN,
) -> int:
    """Build a checked site into `target`; returns the number of pages. Raises `BuildFailed`.

    A site that is not `complete` shows every page, but has no search index and no compressed copies. The `gate`
    holds it to what the site that it replaces has published, and hears of what may not stand on any.
    """
    with as_build_failed():
        return _build(site, root, SiteFolder(target), today, progress, gate, complete=complete)


@contextmanager
def as_build_failed() -> Iterator[None]:
    """Expected failures inside become a `BuildFailed` that says in Chinese what to do."""
    try:
        yield
    except UnsafeFolder as failure:
        raise BuildFailed(f"{failure}。换一个文件夹，或先移走那些文件") from failure
    except (UnreadableSettings, Refused, NotPublishable) as failure:
        raise BuildFailed(str(failure)) from failure
    except EXPECTED as failure:
        raise BuildFailed(in_words(failure)) from failure


def plan(site: Site, root: Path, today: datetime.date) -> Output:
    """What is to be published. Raises `BuildFailed` where two pages or files would lie in one place."""
    output = generate(PublicSite(site, today), environment(root / FOLDER))
    if twice := sorted(claimed_twice(output)):
        listed = _listed(f"{one} 和 {other} → /{place}" for place, one, other in twice)
        raise BuildFailed(f"有 {len(twice)} 个网址用了两次，改掉其中一个编号：\n{listed}")
    return output


def _build(
    site: Site,
    root: Path,
    folder: SiteFolder,
    today: datetime.date,
    progress: Progress,
    gate: Gate,
    *,
    complete: bool,
) -> int:
    output = plan(site, root, today)
    ledger, outside, live, search = LinkLedger(), OutsideLedger(), LiveLedger(), SearchLedger(output)
    sweep = Sweep(site, today)
    total = len(output.documents)
    done = 0

    def written(document: Document, page: Filled, first: bool) -> None:
        nonlocal done
        done += 1
        html = page.html if first else f"{page.head}{page.body}"
        ledger.note(document.address, html)
        outside.note(document.address, html)
        live.note(document.address, html, leads_on=bool(document.moved_to))
        sweep.note(document, page, framed=first)
        if complete:
            search.note(document, page.body)
        progress("正在生成页面", done, total)

    with staged(folder) as place:
        before = manifest_in(folder.path)
        gate.pass_or_refuse(before, site, today)
        warnings = render(output, root, place, today, written=written)
        progress("正在核对链接", total, total)
        _verify(output, place, ledger, outside, live, warnings)
        if complete:
            progress("正在编检索索引", total, total)
            search.write(place)
        lasting = take_along(
            before.last(folder.path) if before else None,
            place,
            Today(output, Probe(site, today).telling).renewed,
            production=gate.production,
            packed=complete,
        )
        progress("正在核对文字", total, total)
        sweep.files(place, output.by_address.keys())
        if sweep.findings:
            gate.unfit(NotPublishable(traced(sweep, output, root, sorted(signatures(root)))))
        if complete:
            # After everything that writes: the copies must be those of the final files.
            compress(place, progress)
        made = manifest_of(place, site, root, today, total, before=before, production=gate.production)
        replace(made, lasting=lasting).write(place)
        folder.replace(place)
    return total


def _verify(
    output: Output,
    place: Path,
    ledger: LinkLedger,
    outside: OutsideLedger,
    live: LiveLedger,
    warnings: list[str],
) -> None:
    absent = [d.address for d in output.documents if not (place / d.address / "index.html").is_file()]
    if absent:
        raise BuildFailed(f"有 {len(absent)} 页没有生成，如 {absent[0]}")
    if running := [f"{_made_from(output, page)} 页面 /{page} → {what}" for what, page in live.found()]:
        reason = "网页里有会运行的代码，或者不能用的链接。在这些文件里删去它们"
        raise BuildFailed(f"有 {len(running)} 处{reason}：\n{_listed(running)}")
    if broken := list(ledger.broken(place)):
        listed = _listed(f"{_made_from(output, page)} 页面 /{page} → /{target}" for page, target in broken)
        raise BuildFailed(f"有 {len(broken)} 个站内链接打不开：\n{listed}")
    fetched = [f"{_made_from(output, page)} 页面 /{page} → {url}" for url, page in outside.fetched()]
    fetched += [f"{file} → {url}" for file, url in outside_in_styles(place)]
    if fetched:
        reason = "网站不从别的网站取图片、脚本和样式。把文件放进 site_config/static，改成站内地址"
        raise BuildFailed(f"有 {len(fetched)} 处取自别的网站，{reason}：\n{_listed(fetched)}")
    if warnings:
        raise BuildFailed(f"MkDocs 提醒：\n{_listed(warnings)}")


def _listed(lines: Iterable[str], most: int = 20) -> str:
    return "\n".join(f"  {line}" for line in islice(lines, most))


def _made_from(output: Output, address: str) -> str:
    document = output.by_address.get(address)
    return f"{document.sources[0]}：" if document and document.sources else ""
