"""`portal bench`: what a build costs beside plain MkDocs; with `--web` what pages cost their readers,
with `--quiz` what practising costs, with `--search` what the search index costs and whether it is exact."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import click

from portal.bench.comparing import compare
from portal.bench.measuring import RunFailed, can_measure
from portal.bench.phone import NoBrowser
from portal.bench.quiz import cost_of_quiz
from portal.bench.search import cost_of_search
from portal.bench.web import compare_web
from portal.cli.bench_tables import Found, table
from portal.cli.terminal import ProgressLine, fail, project, read_site, today_option
from portal.disk.private import passing

CASES = 1000
RUNS, WEB_RUNS = 1, 3


@click.command(
    help="测量生成速度：造一批案例，比较本程序和单用 MkDocs 生成同样内容各用多少处理器时间。"
    "加 --web 测量打开网页：慢网络、旧手机上依次打开首页、案例、练一练，和普通的 Material 网站比较。"
    "加 --quiz 测量做题：每个网页传多少，第一道题多久出现。"
    "加 --search 测量站内检索：编索引用多少，查一次传多少，找得准不准、全不全。不改动项目。"
)
@click.option(
    "--web", "asked", flag_value="web", multiple=True, help="测量打开网页有多快、多大（要用浏览器）"
)
@click.option(
    "--quiz", "asked", flag_value="quiz", multiple=True, help="测量做题的网页有多快、多大（要用浏览器）"
)
@click.option("--search", "asked", flag_value="search", multiple=True, help="测量站内检索")
@click.option("--cases", type=click.IntRange(0, 50_000), help=f"造多少个案例，默认 {CASES}；--web 默认不造")
@click.option(
    "--repeat",
    type=click.IntRange(1, 9),
    help=f"测几遍，取中位数，默认 {RUNS}；--web、--quiz 默认 {WEB_RUNS}",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@today_option
@click.pass_obj
def command(
    root: Path, asked: tuple[str, ...], cases: int | None, repeat: int | None, as_json: bool, today: date
) -> None:
    project(root)
    if not can_measure():
        fail("这个系统不能测量已结束程序的用量，请在 Linux 或 macOS 上运行")
    if len(set(asked)) > 1:
        fail("--web、--quiz、--search 一次只能测一项")
    site, _ = read_site(root)
    count = CASES if cases is None else cases
    found: Found
    try:
        with ProgressLine() as progress, passing(Path(tempfile.gettempdir()), "portal-bench") as work:
            if "web" in asked:
                found = compare_web(root, site, cases or 0, repeat or WEB_RUNS, today, work, progress)
            elif "quiz" in asked:
                found = cost_of_quiz(root, repeat or WEB_RUNS, today, work, progress)
            elif "search" in asked:
                found = cost_of_search(root, site, count, today, work, progress)
            else:
                found = compare(root, site, count, repeat or RUNS, today, work, progress)
    except RunFailed as failure:
        fail(f"没有测成，生成时出错：\n{failure}")
    except NoBrowser as failure:
        fail(str(failure))
    click.echo(json.dumps(found.as_json(), indent=2) if as_json else table(found))
