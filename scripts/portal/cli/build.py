"""`portal build`: read → check → generate → MkDocs → verify → swap, and with `--production` a way to fall back."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from portal.cli.keys import RecordKey
from portal.cli.publishing import published, told
from portal.cli.terminal import fail, project, today_option
from portal.publish.ledger import Gate
from portal.publish.publishing import Order


@click.command(
    help="检查内容并生成网站。失败时原来的网站原样不动。退出码：0 生成了；1 没有生成；"
    "3 正式发布时今天的文件有错，用上一次通过的内容按今天的日期生成了。"
)
@click.option("--site-dir", type=click.Path(path_type=Path), help="生成到哪个文件夹，默认为项目里的 site")
@click.option("--production", is_flag=True, help="正式发布：有示例数据、占位的网址或者编码时拒绝生成")
@click.option("--accept-earlier", is_flag=True, help="正式发布：确实要按比上一次更早的日期生成")
@click.option(
    "--accept-missing",
    type=RecordKey(),
    multiple=True,
    help="正式发布：发布过的这一条确实不要了，如 case:2024-001；可以写几次",
)
@click.option("--fast", is_flag=True, help="快速生成：不压缩、不建检索索引，只供试看")
@today_option
@click.pass_obj
def command(
    root: Path,
    site_dir: Path | None,
    production: bool,
    accept_earlier: bool,
    accept_missing: tuple[str, ...],
    fast: bool,
    today: date,
) -> None:
    root = project(root)
    if production and fast:
        fail("--fast 只供试看，不能和 --production 一起用")
    warned: list[str] = []
    gate = Gate(production, accept_earlier, frozenset(accept_missing), warned.append)
    order = Order(root, site_dir or root / "site", today, gate, complete=not fast)
    run = published(order)
    for text in dict.fromkeys(warned):
        click.echo(text, err=True)
    sys.exit(told(run, order))
