"""What became of one file, and how the terminal tells it: changes, conflicts, notices, refusals, what next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portal.formats.merging.merge import Conflict
from portal.formats.merging.plan import MergePlan
from portal.formats.workbook.cell import Remark

MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file. Without plans nothing may be written."""

    name: str
    plans: tuple[MergePlan, ...] = ()
    notices: tuple[Remark, ...] = ()
    refusals: tuple[Remark, ...] = ()

    @property
    def writable(self) -> bool:
        """Nothing was refused and no conflict is left open."""
        return not self.refusals and all(plan.new_text is not None for plan in self.plans)

    @property
    def changed(self) -> bool:
        return any(plan.changed for plan in self.plans)


def as_text(result: ImportResult, *, written: bool = False) -> str:
    """The report on one file; `written` tells that the command line has written the plans."""
    parts = [
        *(part for plan in result.plans for part in _plan(plan)),
        _remarks("提醒", result.notices),
        _remarks("不能导入", result.refusals),
        _next(result, written=written),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plan(plan: MergePlan) -> Iterator[str]:
    yield plan.diff or f"{plan.path} 没有变化"
    if plan.conflicts:
        head = f"与现有数据不同（{len(plan.conflicts)}处）"
        yield "\n".join([head, *map(_conflict, plan.conflicts)])


def _conflict(one: Conflict) -> str:
    return f"  {one.unit} {one.what}：原数 {one.old} → 新数 {one.new}（{one.address}）"


def _remarks(title: str, remarks: Sequence[Remark]) -> str:
    if not remarks:
        return ""
    rest = len(remarks) - MOST_SHOWN
    more = [f"  ……另有{rest}处，先改好上面的"] if rest > 0 else []
    return "\n".join([f"{title}（{len(remarks)}处）", *_lines(remarks[:MOST_SHOWN]), *more])


def _lines(remarks: Iterable[Remark]) -> Iterator[str]:
    for one in remarks:
        yield f"  {one.address}: {one.message}"
        if one.hint:
            yield f"      → {one.hint}"


def _next(result: ImportResult, *, written: bool) -> str:
    if result.refusals:
        return f"接下来：{result.name} 一个数也没有导入。按上面的提示改好表格，再导入一次。"
    if not result.plans:
        return "接下来：表里没有可以导入的数，核对是不是发错了文件。"
    paths = "、".join(plan.path for plan in result.plans if plan.changed)
    if written:
        return f"已写入 {paths}。接下来：核对检查的结果，用 portal serve 预览。"
    if not result.writable:
        return (
            "接下来：逐处核对“与现有数据不同”的数，还没有写入任何文件。\n"
            '确认要改，就写明原因再导入：加 --overwrite-reason "原因" --write'
        )
    if not result.changed:
        return "接下来：数据与现有的相同，不用再做什么。"
    return f"接下来：核对上面的变化，还没有写入任何文件。确认无误就加 --write，写入 {paths}"
