"""An imported month + the text of `content/outcomes/<month>.yaml` → the new text, and what stood in its way.

`plan_merge` is pure: text in, text out. A value that exists and differs is a conflict, and a plan with
conflicts has no text to write unless a reason for overwriting is given; in a month that is final the
reason goes into `revisions`. Equal values change nothing, not a byte.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import ValidationError

from portal.formats.imported import ImportedMonth
from portal.formats.merging.merge import Conflict, Merge, unit_entry
from portal.formats.merging.yaml_text import YamlText, rendered
from portal.formats.workbook.cell import Remark
from portal.records.indicator import Indicators
from portal.records.month import Month
from portal.records.outcome import Outcome
from portal.records.vocabulary import Words
from portal.source import read_yaml

CONTEXT_LINES = 2
SKELETON = """\
# yaml-language-server: $schema=../../site_config/schemas/outcome.schema.json
# {name}各单位报送的数据。figures 里每行是“指标编号: 数”，编号和口径见 site_config/indicators.yaml。
# 没有报送的指标不写；没有报送的单位写 absent: 原因。
month: {month}
# provisional 初步数；核对无误后改成 final 定稿，定稿以后再改数要在 revisions 里写明原因。
status: provisional
"""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What an import would do to one file. `new_text` is `None` while the plan must not be written."""

    path: str
    existing: str | None
    new_text: str | None
    diff: str = ""
    conflicts: tuple[Conflict, ...] = ()
    notices: tuple[Remark, ...] = ()
    refusals: tuple[Remark, ...] = ()

    @property
    def changed(self) -> bool:
        return self.new_text is not None and self.new_text != self.existing


def path_of(month: Month) -> str:
    return f"content/outcomes/{month}.yaml"


def plan_merge(
    existing: str | None,
    imported: ImportedMonth,
    indicators: Indicators,
    words: Words,
    today: datetime.date,
    overwrite_reason: str | None = None,
) -> MergePlan:
    """Plan the merge into `existing` (`None`: there is no such file); `today` dates the revisions."""
    path = path_of(imported.month)
    if existing is None:
        text = new_file(imported)
        return MergePlan(path, None, text, _diff(path, "", text))
    reading = read_yaml(path, existing.encode())
    month = _month_in(reading.data, words) if not reading.problems else None
    if month is None or reading.data is None:
        return _refused(
            path, existing, f"{path} 现在就有问题，没有合并", "先运行 portal check，改好以后再导入"
        )
    if month != imported.month:
        return _refused(
            path, existing, f"{path} 里写的月份是 {month}", f"改成 month: {imported.month} 再导入"
        )
    merge = Merge(YamlText(reading.file), reading.data, indicators)
    merge.month(imported)
    reason = (overwrite_reason or "").strip()
    if reason:
        merge.revise(today, reason)
    old, new = reading.file.original, merge.text.result()
    allowed = bool(reason) or not merge.conflicts
    new_text = _saved_alike(existing, old, new) if allowed else None
    diff = _diff(path, old, new)
    return MergePlan(path, existing, new_text, diff, tuple(merge.conflicts), merge.notices(path))


def _saved_alike(existing: str, old: str, new: str) -> str:
    """The new text with the line ends and byte order mark of the file; the very file when nothing changed."""
    if old == new:
        return existing
    mark = "\ufeff" if existing.startswith("\ufeff") else ""
    return mark + (new.replace("\n", "\r\n") if "\r\n" in existing else new)


def new_file(imported: ImportedMonth) -> str:
    """The text of a month that nothing was reported for yet."""
    head = SKELETON.format(name=imported.month.name, month=imported.month)
    return head + rendered({"units": [unit_entry(unit) for unit in imported.units]})


def _month_in(data: object, words: Words) -> Month | None:
    try:
        return Outcome.model_validate(data, context={"words": words}).month
    except ValidationError:
        return None


def _refused(path: str, existing: str, message: str, hint: str) -> MergePlan:
    return MergePlan(path, existing, None, refusals=(Remark(path, message, hint),))


def _diff(path: str, old: str, new: str) -> str:
    return unified(old, new, f"现有 {path}" if old else "现有（没有这个文件）", f"导入后 {path}")


def unified(old: str, new: str, old_title: str, new_title: str) -> str:
    """The diff, or an empty text when nothing differs."""
    before, after = old.splitlines(), new.splitlines()
    # Without autojunk: lines that every unit has, such as `figures:`, are matched like any other.
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    lines = [
        line for group in matcher.get_grouped_opcodes(CONTEXT_LINES) for line in _hunk(group, before, after)
    ]
    return "\n".join([f"--- {old_title}", f"+++ {new_title}", *lines]) if lines else ""


def _hunk(group: list[tuple[str, int, int, int, int]], before: list[str], after: list[str]) -> Iterator[str]:
    yield f"@@ 原第{_lines(group[0][1], group[-1][2])} → 新第{_lines(group[0][3], group[-1][4])} @@"
    for tag, i1, i2, j1, j2 in group:
        if tag == "equal":
            yield from (f" {line}" for line in before[i1:i2])
            continue
        yield from (f"-{line}" for line in before[i1:i2])
        yield from (f"+{line}" for line in after[j1:j2])


def _lines(start: int, end: int) -> str:
    return f"{start + 1}–{end}行" if end > start + 1 else f"{end}行"
