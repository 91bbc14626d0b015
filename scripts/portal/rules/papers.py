"""What papers are drawn from: blueprints that can be filled, and frozen versions of the bank.

Shares add up, the bank holds enough, must-haves fit, codes differ; no version has been altered, and the present
bank is among them.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator

from portal.quiz.candidates import candidates
from portal.quiz.coverage import TIMES, CellNeed, needs
from portal.quiz.layout import CannotDraw
from portal.quiz.versions import BadVersion, freeze, identifier, thaw
from portal.reading.listing import VERSIONS
from portal.records import Entry, Site
from portal.records.blueprint import Blueprint
from portal.records.question import Question
from portal.records.question_type import TYPES
from portal.records.wording import nearest
from portal.rules.engine import Finding, record_rule, site_rule
from portal.source import FILE_START, Diagnostic, error, warning


@record_rule("PAPER-SHARE-01", "blueprints")
def shares_add_up(entry: Entry[Blueprint], site: Site, today: datetime.date) -> Iterator[Finding]:
    """主题比例、难度比例各合计 100；一种题型只写一个部分。

    比例是占全卷题数的百分比，合计不是 100 就不知道该出几题。
    错：`difficulty: {easy: 30, medium: 50, hard: 30}`
    对：`difficulty: {easy: 30, medium: 50, hard: 20}`
    """
    blueprint, difficulty = entry.record, entry.record.difficulty
    sums = {
        "topics": ("主题比例", sum(blueprint.topics.values())),
        "difficulty": ("难度比例", difficulty.easy + difficulty.medium + difficulty.hard),
    }
    for field, (name, whole) in sums.items():
        if whole != 100:
            yield Finding(entry.key(field), f"{name}合计是 {whole}，不是 100", "改其中一项，使合计为 100")
    for index, section in enumerate(blueprint.sections):
        if section.type in [earlier.type for earlier in blueprint.sections[:index]]:
            message = f"{section.kind.called}写了两个部分"
            yield Finding(entry.at("sections", index), message, "合成一个部分，题数相加")


@record_rule("PAPER-CELL-01", "blueprints")
def the_bank_holds_enough(entry: Entry[Blueprint], site: Site, today: datetime.date) -> Iterator[Finding]:
    """每个题型、每个主题，题库里适合的题至少是平均每卷用题数的三倍。

    不到三倍，同一道题就会在三份以上的卷子里有一份遇到，前后两份卷子也会重复太多。只数 ready 的题，因为手机上的模拟考试不用保留题。
    用 `portal paper coverage` 看每一格要多少、有多少。
    错：判断题出 5 题、主题只有“留样”，题库里“留样”的判断题只有 4 题
    对：判断题出 1 题，或者再加几个主题，或者给“留样”补判断题
    """
    if site.unreadable.get("bank") or not _adds_up(entry.record):
        return
    open_one = entry.record.model_copy(update={"reserved": False})
    bank = candidates(one.record for one in site.questions)
    try:
        for blueprint in (open_one, entry.record) if entry.record.reserved else (open_one,):
            short = [need for need in needs(blueprint, bank) if not need.enough]
            yield from (_too_few(entry, need) for need in short)
            if short:
                return
    except CannotDraw as failure:
        hint = "补题，或者减少这个主题的比例；用 portal paper coverage 看各有多少"
        yield Finding(entry.key("topics"), f"这份方案组不成卷：{failure}", hint)


def _too_few(entry: Entry[Blueprint], need: CellNeed) -> Finding:
    message = (
        f"“{need.topic}”的{TYPES[need.type].called}平均每卷要 {float(need.mean):.2f} 题，"
        f"适合的只有 {need.there} 题，不到 {TIMES} 倍"
    )
    return Finding(entry.key("topics", need.topic), message, "补题，或者减少这个主题的比例、这种题型的题数")


def _adds_up(blueprint: Blueprint) -> bool:
    """Whether the parts that the other rules look at are sound enough to lay out a form."""
    types = [section.type for section in blueprint.sections]
    return sum(blueprint.topics.values()) == 100 and len(types) == len(set(types))


@record_rule("PAPER-MUST-01", "blueprints")
def must_haves_fit(entry: Entry[Blueprint], site: Site, today: datetime.date) -> Iterator[Finding]:
    """必考题要在题库里、状态是 ready，题型、主题、岗位、业态都和方案对得上。

    必考题每份卷子都有，所以不能是保留题；一个部分的必考题也不能比这个部分的题数多。
    错：`must: [personel-001]`（题库里没有这个编号）
    对：`must: [personnel-001]`
    """
    if site.unreadable.get("bank"):
        return
    blueprint = entry.record
    known = {one.record.id: one.record for one in site.questions}
    counts = Counter(known[one].type for one in blueprint.must if one in known)
    for index, name in enumerate(blueprint.must):
        question = known.get(name)
        if question is None:
            meant = nearest(name, known)
            hint = f"是不是“{meant}”？" if meant else "核对编号，或者删去这一项"
            yield Finding(entry.at("must", index), f"题库里没有编号为“{name}”的题", hint)
        elif reason := _misfit(blueprint, question):
            yield Finding(entry.at("must", index), f"必考题 {name} {reason}", "换一道题，或者删去这一项")
        elif name in blueprint.must[:index]:
            yield Finding(entry.at("must", index), f"必考题 {name} 写了两次", "删去一个")
    for section in blueprint.sections:
        if counts[section.type] > section.count:
            message = f"{section.kind.called}的必考题比这个部分的 {section.count} 题还多"
            yield Finding(entry.key("must"), message, "减少必考题，或者增加题数")


def _misfit(blueprint: Blueprint, question: Question) -> str:
    if question.status != "ready":
        return f"的状态是 {question.status}，不是 ready"
    if not question.on_papers:
        return "只是通行做法（ground: practice），不能进试卷"
    if not candidates([question])[0].suits(blueprint):
        return "的题型、主题、岗位或者业态和这份方案对不上"
    return ""


@site_rule("PAPER-CODE-01")
def codes_differ(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """每份组卷方案的卷号代码各不相同。

    卷号的前两位说明是哪一种卷，两种卷用同一个代码就分不清。
    错：canteens.yaml 和 retail.yaml 都写 `code: ST`
    对：canteens.yaml 写 `code: ST`，retail.yaml 写 `code: XS`
    程度：错误
    """
    earlier: dict[str, Entry[Blueprint]] = {}
    for entry in site.blueprints:
        first = earlier.setdefault(entry.record.code, entry)
        if first is not entry:
            message = f"卷号代码 {entry.record.code} 已经是“{first.record.title}”的"
            yield error(entry.path, entry.at("code"), "PAPER-CODE-01", message, "换两个字母")


@site_rule("BANK-VERSION-01")
def versions_are_unchanged(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """封存的题库版本一个字也不能改。

    quizzes/versions 里的文件是组卷时题库的原样，文件名由内容算出。改了，以前印的卷子就对不上答案。
    错：用编辑器打开 quizzes/versions 里的文件，改一道题
    对：改 quizzes/bank 里的题，再运行 `portal paper freeze`，它会写一个新的版本
    程度：错误
    """
    for name, content in site.bank_versions.items():
        try:
            thaw(name, content)
        except BadVersion as failure:
            hint = "从版本库里恢复它；不要删去，以前印的卷子靠它"
            yield error(
                f"{VERSIONS}/{name}.json", FILE_START, "BANK-VERSION-01", f"题库版本 {name}：{failure}", hint
            )


@site_rule("BANK-FROZEN-01")
def the_bank_is_frozen(site: Site, today: datetime.date) -> Iterator[Diagnostic]:
    """现在的题库和组卷方案已经封存。

    卷号里有题库版本。没有封存的版本，题一改，用它印的卷子就再也查不到原题。
    错：改了题，直接印卷子
    对：改完题，运行 `portal paper freeze`，把它写的文件一起提交，再印卷子
    程度：提醒
    """
    if site.blueprints and identifier(freeze(site)) not in site.bank_versions:
        message = "题库或者组卷方案改动以后还没有封存，现在印的卷子以后查不到"
        place = site.blueprints[0].path
        yield warning(place, FILE_START, "BANK-FROZEN-01", message, "改完以后运行 portal paper freeze")
