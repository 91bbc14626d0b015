"""ITEM-KEYS-01: right answers are spread over the letters."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from portal.records import Site
from portal.records.question_type import SINGLE
from portal.rules.engine import site_rule
from portal.rules.items.item_rule import Items, by_file, in_use
from portal.source import Diagnostic, warning

# Upper critical values of the chi-square distribution at the level 0.05 by degrees of freedom, from the
# NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.4.
CRITICAL = {2: 5.991, 3: 7.815, 4: 9.488, 5: 11.070, 6: 12.592, 7: 14.067}
# The approximation holds from five expected in each cell (same handbook, 1.3.5.15).
EXPECTED = 5


@site_rule("ITEM-KEYS-01")
def keys_are_spread(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """正确答案要分散在各个字母上。

    出题人爱把答案放在 b、c。按文件看选项个数相同的单选题，每个字母平均不到五题的不看；用卡方检验，显著性水平 0.05，临界值取自
    NIST/SEMATECH《统计方法电子手册》表 1.3.6.7.4（四个选项时自由度 3，临界值 7.815）。显示时选项会打乱，打印、导出时不一定。
    错：四个选项的单选题有 40 道，其中 22 道的答案是 b
    对：a、b、c、d 各 10 道左右
    程度：提醒
    """
    for questions in by_file(in_use(site)):
        for size, counts in sorted(_keys(questions).items()):
            statistic = chi_square(counts, size)
            if counts.total() >= EXPECTED * size and statistic > CRITICAL.get(size - 1, float("inf")):
                first = questions[0]
                spread = "、".join(f"{letter} {counts[letter]} 道" for letter in "abcdefgh"[:size])
                message = f"{size} 个选项的单选题，答案的位置不均匀：{spread}"
                hint = f"卡方值 {statistic:.1f}，超过 {CRITICAL[size - 1]}；换几道题的选项次序，已经发布的题不要动"
                yield warning(first.path, first.file.at("topic"), "ITEM-KEYS-01", message, hint)


def _keys(questions: Items) -> dict[int, Counter[str]]:
    """How often each letter is the key, by the number of options."""
    found: dict[int, Counter[str]] = {}
    for entry in questions:
        question = entry.record
        if question.kind is SINGLE and len(question.answer) == 1:
            found.setdefault(len(question.options), Counter())[question.answer[0]] += 1
    return found


def chi_square(counts: Counter[str], cells: int) -> float:
    """Pearson's statistic of `counts` over `cells` letters against equal shares."""
    expected = counts.total() / cells
    return sum((counts[letter] - expected) ** 2 / expected for letter in "abcdefgh"[:cells])
