"""`portal schema`: the JSON Schemas that editors complete and explain data files by, from the models and the words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from portal.cli.terminal import alone, fail, read_site
from portal.cli.writing import replace_all
from portal.disk.refusing import reason
from portal.reading.schemas import schemas

FOLDER = Path("site_config/schemas")


@click.command(help="按字段说明、用词表和指标表更新 site_config/schemas，供编辑器提示。")
@click.option("--check", "only_check", is_flag=True, help="只看是不是最新，不写文件；不是最新时退出码为 1")
@click.pass_obj
def command(root: Path, only_check: bool) -> None:
    with alone(root, needed=not only_check):
        wanted = _wanted(root)
        stale = {path: text for path, text in wanted.items() if _read(path) != text}
        outdated = sorted(set((root / FOLDER).glob("*.schema.json")) - set(wanted))
        if not only_check and (stale or outdated):
            _update(stale, outdated)
    if not stale and not outdated:
        click.echo(f"{FOLDER.as_posix()} 里的 {len(wanted)} 个文件都是最新的")
        return
    for path in sorted(stale):
        click.echo(f"{'过时' if only_check else '已更新'}：{path.relative_to(root).as_posix()}")
    for path in outdated:
        click.echo(f"{'多余' if only_check else '已删除'}：{path.relative_to(root).as_posix()}")
    if only_check:
        click.echo("运行 portal schema 更新", err=True)
        sys.exit(1)


def _wanted(root: Path) -> dict[Path, str]:
    site, _ = read_site(root)
    texts = schemas(site.words, site.indicators.record)
    return {root / FOLDER / f"{name}.schema.json": text for name, text in texts.items()}


def _update(stale: dict[Path, str], outdated: list[Path]) -> None:
    try:
        replace_all(stale)
        for path in outdated:
            path.unlink()
    except OSError as failure:
        fail(f"写不了 {failure.filename or FOLDER.as_posix()}（{reason(failure)}）")


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
