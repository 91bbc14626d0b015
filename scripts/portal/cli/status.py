"""`portal status`: of which day the site is, what should have changed since, what changes next, what waits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import click

from portal.cli.keys import in_short
from portal.cli.terminal import project, read_site, today_option
from portal.cli.verify import described
from portal.publication.changes import changes
from portal.publication.published import Published, in_words, published
from portal.publication.waiting import Reason, left_out, missing_steps, records
from portal.publish.manifest import Manifest, compared, manifest_in
from portal.records import Site

MOST = 20
HIDDEN = (Reason.EXPIRED, Reason.WITHDRAWN)


@click.command(
    help="说出网站是哪天生成的，从那天起有什么应当变化，接下来变什么，有什么等着。有应当变化的，退出码为 1。"
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成好的网站在哪里，默认为项目里的 site")
@click.option("--quick", is_flag=True, help="核对文件时只看在不在，不看内容")
@today_option
@click.pass_obj
def command(root: Path, site_dir: Path | None, quick: bool, today: date) -> None:
    place = site_dir or project(root) / "site"
    manifest = manifest_in(place)
    # What is published is told even where the files of today cannot be read.
    click.echo(
        described(manifest) if manifest else f"{place} 里还没有生成好的网站（或者没有清单）：portal build"
    )
    if manifest:
        click.echo(_files(place, manifest, quick=quick))
    site, _ = read_site(project(root))
    due = list(_due(site, manifest, today)) if manifest else ["  网站还没有生成"]
    if due:
        click.echo(f"应当变化了，要重新生成（到 {today}）：{len(due)} 处")
        _listed(due)
    else:
        click.echo(f"到 {today} 没有应当变化而没有变的。")
    for line in (*_next(site, today), *_waiting(site, today)):
        click.echo(line)
    if unread := sum(map(len, site.unreadable.values())):
        click.echo(f"有 {unread} 个文件读不出来，没有算进去：portal check")
    sys.exit(1 if due else 0)


def _files(place: Path, manifest: Manifest, *, quick: bool) -> str:
    found = compared(place, manifest, quick=quick)
    if not found:
        return "文件都在（没有看内容）。" if quick else "文件和清单一致。"
    counts = f"少了 {len(found.missing)} 个，多了 {len(found.added)} 个，改动了 {len(found.changed)} 个"
    return f"文件和清单不一致：{counts}。看是哪些：portal verify {place}"


def _due(site: Site, manifest: Manifest, today: date) -> Iterator[str]:
    """What happens after the day of the site up to today, then what differs on that day itself already."""
    if manifest.day > today:
        return
    since = [one for one in changes(site) if manifest.day < one.on <= today]
    yield from (f"  {one.on} {one.what}" for one in since)
    now = published(site, manifest.day)
    for key in sorted(now.keys() | manifest.records.keys()):
        if said := _difference(manifest.records.get(key), now.get(key)):
            yield f"  {in_words(key)} {said}"


def _difference(was: Published | None, now: Published | None) -> str:
    """How a record of the files differs from what the site shows, if both are taken on one day."""
    if now is None:
        return "网站上有，文件里没有了，或者不再公开"
    if was is None:
        return "应当公开，网站上还没有"
    if was.state == now.state:
        return ""
    return "应当隐去，网站上还开着" if was.state == "open" else "网站上的状态和文件不同"


def _next(site: Site, today: date) -> Iterator[str]:
    ahead = [one for one in changes(site) if one.on > today]
    if not ahead:
        yield "接下来没有会自己变化的。"
        return
    on = [one for one in ahead if one.on == ahead[0].on]
    yield f"接下来变化：{ahead[0].on}，{len(on)} 处"
    yield from (f"  {one.what}" for one in islice(on, MOST))


def _waiting(site: Site, today: date) -> Iterator[str]:
    found = left_out(site, today)
    for reason, keys in found.items():
        if reason not in HIDDEN:
            yield f"{reason.value}：{in_short(keys)}"
    waiting = {key for reason, keys in found.items() if reason not in HIDDEN for key in keys}
    unsigned = [
        f"  {in_words(f'{kind}:{entry.record.id}')}：{'、'.join(steps)}"
        for kind, entry in records(site)
        if f"{kind}:{entry.record.id}" in waiting and (steps := missing_steps(entry.record))
    ]
    if unsigned:
        yield f"没有签的：{len(unsigned)} 条"
        yield from islice(unsigned, MOST)
    hidden = [f"{reason.value} {len(found[reason])} 件" for reason in HIDDEN if reason in found]
    if hidden:
        yield f"案例：{'，'.join(hidden)}"


def _listed(lines: list[str]) -> None:
    for line in lines[:MOST]:
        click.echo(line)
    if len(lines) > MOST:
        click.echo(f"  ……共 {len(lines)} 处")
