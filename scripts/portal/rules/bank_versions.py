"""Frozen versions of the bank: none has been altered, and the present bank is among them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from portal.quiz.versions import BadVersion, freeze, identifier, thaw
from portal.reading.frozen import FOLDER
from portal.records import Site
from portal.rules.engine import site_rule
from portal.source import FILE_START, Diagnostic, error, warning


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
                f"{FOLDER}/{name}.json", FILE_START, "BANK-VERSION-01", f"题库版本 {name}：{failure}", hint
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
