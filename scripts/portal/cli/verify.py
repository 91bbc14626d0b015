"""`portal verify DIR`: compare a built site, here or as it was fetched back from a server, with its manifest."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import click

from portal.cli.terminal import fail
from portal.publish.manifest import Differences, Manifest, compared, manifest_in

MOST = 20
WORDS = (("missing", "少了"), ("added", "多了"), ("changed", "改动了"))


@click.command(
    help="核对生成好的网站（默认为项目里的 site）和它自己的清单 build.json：少了、多了、改动了哪些文件。"
    "有不一致时退出码为 1。"
)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--quick", is_flag=True, help="只看文件在不在，不看内容")
@click.pass_obj
def command(root: Path, folder: Path | None, quick: bool) -> None:
    place = folder or root / "site"
    manifest = manifest_in(place)
    if manifest is None:
        fail(
            f"{place} 里没有清单（build.json），或者清单读不出来。换成生成好的网站的文件夹，或者重新生成：portal build"
        )
    found = compared(place, manifest, quick=quick)
    click.echo(described(manifest))
    for line in told(found):
        click.echo(line)
    if found:
        click.echo("文件和清单不一致：重新生成（portal build），或者重新上传。")
        sys.exit(1)
    click.echo("文件都在（没有看内容）。" if quick else "文件和清单一致。")


def described(manifest: Manifest) -> str:
    """The day of a site, how much it is, what made it."""
    kind = "正式发布" if manifest.production else "不是正式发布"
    commit = f"，内容的提交 {manifest.commit[:12]}" if manifest.commit else ""
    return (
        f"{manifest.day} 的内容（{kind}）：{manifest.pages} 页，{len(manifest.files)} 个文件，"
        f"{len(manifest.records)} 条记录{commit}，{manifest.generator} 生成"
    )


def told(found: Differences) -> list[str]:
    """One line for each kind of difference and its first files."""
    lines = []
    for name, word in WORDS:
        paths: tuple[str, ...] = getattr(found, name)
        if paths:
            lines.append(f"{word} {len(paths)} 个文件：")
            lines += [f"  {path}" for path in islice(paths, MOST)]
            lines += ["  ……"] if len(paths) > MOST else []
    return lines
