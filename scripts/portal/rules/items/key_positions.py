"""ITEM-KEYS-01, ITEM-RUN-01, ITEM-JUDGE-01: where the right answers stand tells nothing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from portal.records import Site
from portal.records.question_type import JUDGE, SINGLE, TYPES
from portal.rules.engine import Finding, site_rule
from portal.rules.items.item_rule import ItemFinding, Items, bank_rule, by_file, in_use
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


LONGEST = 3


@bank_rule("ITEM-RUN-01")
def keys_change(questions: Items) -> Iterator[ItemFinding]:
    """连着四道单选题的答案不能在同一个位置，连着四道判断题不能一样。

    连着几个 b，答的人会怀疑自己，也会跟着猜。按文件里的次序看同一题型。
    错：连着四道单选题 `answer: [b]`
    对：换一道题的选项次序，或者换题目的先后
    程度：提醒
    """
    for kind in (one for one in TYPES.values() if one.answer == "one"):
        for file in by_file([entry for entry in questions if entry.record.kind is kind]):
            for answer, run in groupby(file, key=lambda entry: entry.record.answer):
                for place, entry in enumerate(run, start=1):
                    if place == LONGEST + 1:
                        said = "".join(answer)
                        message = f"连着 {place} 道题的答案都是 {said}"
                        yield entry, Finding(entry.at("answer"), message, "换选项的次序或题目的先后")


SHARE = 0.25
# Fewer questions say nothing about the share.
ENOUGH = 12


@site_rule("ITEM-JUDGE-01")
def judgements_are_few(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """判断题不超过一个题库文件的四分之一。

    判断题猜也能对一半，太多了分数就不可信。不到 12 题的文件不看。
    错：20 道题里有 9 道判断题
    对：20 道题里有 3 道判断题，其余改写成单选或多选
    程度：提醒
    """
    for questions in by_file(in_use(site)):
        judgements = sum(entry.record.kind is JUDGE for entry in questions)
        if len(questions) >= ENOUGH and judgements > SHARE * len(questions):
            first = questions[0]
            message = f"{len(questions)} 道题里有 {judgements} 道判断题，超过四分之一"
            yield warning(
                first.path, first.file.at("topic"), "ITEM-JUDGE-01", message, "把一些改写成单选题或多选题"
            )
