"""`portal bench`: what a build costs, beside plain MkDocs on the same records."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import click

from portal.bench.comparing import Comparison, compare
from portal.bench.measuring import RunFailed, can_measure
from portal.cli.reading import read_site
from portal.cli.terminal import ProgressLine, fail, project, today_option


@click.command(
    help="测量生成速度：造一批案例，比较本程序和单用 MkDocs 生成同样内容各用多少处理器时间。不改动项目。"
)
@click.option("--cases", type=click.IntRange(1, 50_000), default=1000, show_default=True, help="造多少个案例")
@click.option("--repeat", type=click.IntRange(1, 9), default=1, show_default=True, help="测几遍，取中位数")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@today_option
@click.pass_obj
def command(root: Path, cases: int, repeat: int, as_json: bool, today: date) -> None:
    project(root)
    if not can_measure():
        fail("这个系统不能测量已结束程序的用量，请在 Linux 或 macOS 上运行")
    site, _ = read_site(root)
    try:
        with ProgressLine() as progress, tempfile.TemporaryDirectory(prefix="portal-bench-") as work:
            found = compare(root, site, cases, repeat, today, Path(work), progress)
    except RunFailed as failure:
        fail(f"没有测成，生成时出错：\n{failure}")
    click.echo(json.dumps(found.as_json(), indent=2) if as_json else _table(found))


def _table(found: Comparison) -> str:
    rows = [("本程序", found.ours), ("MkDocs", found.plain)]
    lines = [f"{found.cases} 个案例，{found.pages} 页，测 {found.runs} 遍"]
    lines.append("          处理器秒   每页毫秒   最大内存 MiB")
    for name, cost in rows:
        width = 10 - sum(2 if ord(char) > 0x7F else 1 for char in name)
        figures = f"{cost.cpu_s:8.1f}   {found.ms_per_page(cost):8.2f}   {cost.peak_mib:12.0f}"
        lines.append(f"{name}{' ' * width}{figures}")
    lines.append(f"比值 {found.ratio:.2f}（本程序÷MkDocs，越小越快）")
    return "\n".join(lines)
