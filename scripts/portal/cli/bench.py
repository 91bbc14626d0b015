"""`portal bench`: what a build costs beside plain MkDocs; with `--web` what pages cost their readers,
with `--search` what the search index costs and whether it is exact."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import click

from portal.bench.comparing import MIB, Comparison, compare
from portal.bench.measuring import RunFailed, can_measure
from portal.bench.phone import NoBrowser, Visit
from portal.bench.search import SearchCost, cost_of_search
from portal.bench.web import WebComparison, compare_web
from portal.cli.terminal import ProgressLine, fail, project, read_site, today_option
from portal.disk.private import passing

CASES = 1000
RUNS, WEB_RUNS = 1, 3
NAMES = {"home": "首页", "case": "案例", "quiz": "练一练"}


@click.command(
    help="测量生成速度：造一批案例，比较本程序和单用 MkDocs 生成同样内容各用多少处理器时间。"
    "加 --web 测量打开网页：慢网络、旧手机上依次打开首页、案例、练一练，和普通的 Material 网站比较。"
    "加 --search 测量站内检索：编索引用多少，查一次传多少，找得准不准、全不全。不改动项目。"
)
@click.option("--web", is_flag=True, help="测量打开网页有多快、多大（要用浏览器）")
@click.option("--search", is_flag=True, help="测量站内检索")
@click.option("--cases", type=click.IntRange(0, 50_000), help=f"造多少个案例，默认 {CASES}；--web 默认不造")
@click.option(
    "--repeat", type=click.IntRange(1, 9), help=f"测几遍，取中位数，默认 {RUNS}；--web 默认 {WEB_RUNS}"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@today_option
@click.pass_obj
def command(
    root: Path, web: bool, search: bool, cases: int | None, repeat: int | None, as_json: bool, today: date
) -> None:
    project(root)
    if not can_measure():
        fail("这个系统不能测量已结束程序的用量，请在 Linux 或 macOS 上运行")
    if web and search:
        fail("--web 和 --search 一次只能测一项")
    site, _ = read_site(root)
    count = CASES if cases is None else cases
    found: WebComparison | SearchCost | Comparison
    try:
        with ProgressLine() as progress, passing(Path(tempfile.gettempdir()), "portal-bench") as work:
            if web:
                found = compare_web(root, site, cases or 0, repeat or WEB_RUNS, today, work, progress)
            elif search:
                found = cost_of_search(root, site, count, today, work, progress)
            else:
                found = compare(root, site, count, repeat or RUNS, today, work, progress)
    except RunFailed as failure:
        fail(f"没有测成，生成时出错：\n{failure}")
    except NoBrowser as failure:
        fail(str(failure))
    if as_json:
        click.echo(json.dumps(found.as_json(), indent=2))
    elif isinstance(found, WebComparison):
        click.echo(_web_table(found))
    else:
        click.echo(_search_table(found) if isinstance(found, SearchCost) else _table(found))


def _table(found: Comparison) -> str:
    rows = [("本程序", found.ours), ("MkDocs", found.plain), ("完整生成", found.full)]
    lines = [f"{found.cases} 个案例，{found.pages} 页，测 {found.runs} 遍"]
    lines.append("          处理器秒   每页毫秒   最大内存 MiB")
    for name, cost in rows:
        figures = f"{cost.cpu_s:8.1f}   {found.ms_per_page(cost):8.2f}   {cost.peak_mib:12.0f}"
        lines.append(f"{_padded(name, 10)}{figures}")
    lines.append(f"比值 {found.ratio:.2f}（本程序÷MkDocs，越小越快）")
    lines.append(f"完整生成还有检索索引和压缩文件，网站共 {found.full_size / MIB:.1f} MiB；前两行都没有")
    lines.append(
        f"发布前再搜一遍全站（个人信息、已经隐去的当事人）{found.sweep_s:.1f} 处理器秒，占完整生成 {found.sweep_share:.1%}"
    )
    return "\n".join(lines)


def _search_table(found: SearchCost) -> str:
    told = found.as_json()
    lines = [
        f"{found.cases} 个案例，能找到的共 {found.pages} 项",
        f"编索引 {found.index_cpu_s:.1f} 处理器秒，另从网页取文字 {found.extract_cpu_s:.1f} 秒，"
        f"最大内存 {found.peak_mib:.0f} MiB；{found.files} 个文件，{found.size_mib:.1f} MiB",
        f"{len(found.asked)} 个查询：准确率 {found.precision:.4f}，查全率 {found.recall:.4f}",
        f"第一次查询传输 {told['first_bytes_median'] / 1000:.1f} KB（最多 {told['first_bytes_max'] / 1000:.1f}），"
        f"以后每次 {told['later_bytes_median'] / 1000:.1f} KB（最多 {told['later_bytes_max'] / 1000:.1f}）",
        *_people(found),
        "查询                      应有     找到   第一次 KB   以后 KB",
    ]
    for one in found.asked:
        sizes = f"{one.first_bytes / 1000:10.1f}  {one.later_bytes / 1000:8.1f}"
        lines.append(f"{_padded(one.query, 22)}{one.truth:8}{one.found:8}{sizes}")
    return "\n".join(lines)


def _people(found: SearchCost) -> list[str]:
    if found.people is None:
        return ["大家的问法没有问：要用浏览器，先运行 make test，它会装好"]
    told = found.people.as_json()
    lines = [
        f"大家的问法 {told['people_asked']} 个，前三条里有答案的 {told['people_answered']} 个",
        f"原词找得到的第一次传输 {told['people_literal_bytes_median'] / 1000:.1f} KB（最多 {told['people_literal_bytes_max'] / 1000:.1f}），"
        f"找不到再换说法的 {told['people_other_bytes_median'] / 1000:.1f} KB（最多 {told['people_other_bytes_max'] / 1000:.1f}）",
    ]
    return lines + [f"没有答上：{'、'.join(found.people.missed)}"] * bool(found.people.missed)


def _web_table(found: WebComparison) -> str:
    lines = [
        f"{found.cases} 个造出来的案例；慢速 4G，处理器慢四倍，360 像素宽，测 {found.runs} 遍取中位数",
        "LCP 主要内容出现，TBT 卡住的时间，CLS 画面跳动；同一部手机依次打开，后面的页只取没有取过的文件",
        "页面      网站        LCP 毫秒   TBT 毫秒      CLS   传输 KiB   请求",
    ]
    for stop in found.stops:
        lines.append(f"{_padded(NAMES[stop.name], 10)}{_padded('本程序', 10)}{_figures(stop.ours)}")
        lines.append(f"{' ' * 10}{_padded('Material', 10)}{_figures(stop.stock)}")
    return "\n".join(lines)


def _figures(visit: Visit) -> str:
    return (
        f"{visit.lcp_ms:10.0f} {visit.tbt_ms:10.0f} {visit.cls:8.3f} {visit.kib:10.1f} {visit.requests:6.0f}"
    )


def _padded(text: str, width: int) -> str:
    """Chinese characters are two columns wide."""
    return text + " " * (width - sum(2 if ord(char) > 0x7F else 1 for char in text))
