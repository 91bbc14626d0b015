"""What `portal bench` found, as tables for people: one of each kind of measurement."""

from __future__ import annotations

from portal.bench.comparing import MIB, Comparison
from portal.bench.phone import Visit
from portal.bench.quiz import QuizCost
from portal.bench.search import SearchCost
from portal.bench.web import WebComparison

Found = Comparison | WebComparison | SearchCost | QuizCost
NAMES = {"home": "首页", "case": "案例", "quiz": "练一练"}
QUIZ_NAMES = {"practice": "练习", "exam": "模拟考试", "paper": "按卷号考试", "mine": "我的练习"}


def table(found: Found) -> str:
    if isinstance(found, WebComparison):
        return _web(found)
    if isinstance(found, SearchCost):
        return _search(found)
    return _quiz(found) if isinstance(found, QuizCost) else _building(found)


def _building(found: Comparison) -> str:
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


def _search(found: SearchCost) -> str:
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


def _quiz(found: QuizCost) -> str:
    lines = [
        f"每秒180KB、往返150毫秒，处理器慢四倍，360 像素宽，第一次来，按 brotli 传，测 {found.runs} 遍取中位数",
        f"做题的全部脚本 {found.player_bytes / 1000:.1f} KB（{found.player_files} 个文件）",
        "能用：第一道题（别的网页是第一个可以点的）出现；“连接”是另加上建立 HTTPS 连接的两次往返",
        "网页          脚本 KB   全部 KB   请求   能用 毫秒   加连接 毫秒",
    ]
    lines += [
        f"{_padded(QUIZ_NAMES[one.page], 12)}{one.script_bytes / 1000:9.1f} {one.bytes / 1000:9.1f}"
        f" {one.requests:6} {one.shown_ms:11.0f} {one.shown_connecting_ms:13.0f}"
        for one in found.opened
    ]
    return "\n".join(lines)


def _web(found: WebComparison) -> str:
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
