"""What a paper says of itself in words: how to fill it in, how it is marked, when it is passed, that it is free.

Takes a blueprint, gives Chinese sentences. Every number is the blueprint's; only 食品安全法 第四十四条 is quoted by name.
"""

from __future__ import annotations

from portal.paper.conversion import possible_marks
from portal.quiz.marking import RULES, passes, score
from portal.records.blueprint import Blueprint
from portal.records.question_type import TYPES

# 食品安全法 第四十四条第三款 speaks of the checks on the food-safety managers of companies.
NO_FEE = "考核不收取任何费用。监管部门对企业食品安全管理人员的监督抽查考核不得收费（《食品安全法》第四十四条第三款）。"
# 企业主体责任规定 Art. 17 and 集中用餐单位主体责任规定 Art. 21: managers are examined by the national guide and bank.
OWN = "本卷的题目由本局自编。主要负责人、食品安全总监、食品安全员的监督抽查考核，按国家市场监督管理总局的考核指南、大纲和题库组织。"
EXAM = "食品安全知识抽查考核"
FOR_MARKERS = "只给阅卷人员用，考试结束以前不给应考人员看。字母是这份卷子上印的字母，换一份卷子就不对。"
ANONYMOUS = "编号由现场工作人员给出。卷面不写姓名、身份证号和电话。"


def least_marks(blueprint: Blueprint, total: int) -> float | None:
    """The fewest marks that reach the pass mark; none where a rule gives any fraction of a mark."""
    marks = possible_marks(blueprint, total)
    if marks is None:
        return None
    return next(one for one in marks if passes(score([one], [total]), blueprint.pass_mark))


def rules_of(blueprint: Blueprint, total: int, least: float | None) -> tuple[str, ...]:
    """The notes at the head of the paper."""
    return (
        f"时间{blueprint.minutes}分钟。{ANONYMOUS}",
        f"答案写在下面的答题栏里，写在别处不计分。选择题写字母，{_filled_in(blueprint)}",
        f"{_marking(blueprint)}{_passing(blueprint, total, least)}",
        NO_FEE,
        OWN,
        blueprint.note,
    )


def _filled_in(blueprint: Blueprint) -> str:
    return "".join(section.kind.filled_in for section in blueprint.sections) or "字母写大写。"


def _marking(blueprint: Blueprint) -> str:
    asked = any(section.kind.partial for section in blueprint.sections)
    return f"{RULES[blueprint.marking]}。" if asked else ""


def _passing(blueprint: Blueprint, total: int, least: float | None) -> str:
    marks = f"（卷面{least:g}分及以上）" if least is not None and total != 100 else ""
    if total == 100:
        return f"满分100分，{blueprint.pass_mark}分及以上合格。"
    return f"卷面满分{total}分，得分=卷面得分÷{total}×100，{blueprint.pass_mark}分及以上合格{marks}。"


def qr_words(reserved: int) -> str:
    """Under the QR code; `reserved` questions only stand on paper."""
    left_out = f"（有{reserved}题只在纸质卷上）" if reserved else ""
    return f"考完再扫码，手机上重做一遍看解析{left_out}"


def marking_notes(blueprint: Blueprint, total: int) -> tuple[str, ...]:
    """The notes at the head of the key: how each answer earns its marks."""
    whole = "、".join(one.called for one in TYPES.values() if not one.partial)
    notes = [f"{whole}答对得分，答错或者不答不得分。"]
    marks = next((section.marks for section in blueprint.sections if section.kind.partial), 0)
    if marks and blueprint.marking == "half":
        notes.append(f"{RULES['half']}：全对{marks}分，少选{marks / 2:g}分。全选不会得满分。")
    elif marks and blueprint.marking == "minus":
        notes.append(
            f"{RULES['minus']}：得分={marks}×（选对的个数÷正确选项个数－选错的个数÷错误选项个数）。全选得0分。"
        )
    elif marks:
        notes.append(f"{RULES['all']}。")
    how = f"得分=卷面得分÷{total}×100，保留一位小数，" if total != 100 else "满分100分，"
    notes.append(f"{how}{blueprint.pass_mark}分及以上合格。")
    return tuple(notes)
