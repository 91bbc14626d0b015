"""`site_config/misspellings.yaml`: words that are often written wrongly (易错词), each with its right form; staff add to it."""

from __future__ import annotations

from portal.records.base import Record, described
from portal.records.scalars import Text


class Misspelling(Record):
    """One word. Wrong forms are found letter by letter, as Chinese has no spaces."""

    right: Text = described("正确写法", "如 三书一函")
    wrong: tuple[Text, ...] = described("错误写法", "如 三书一涵，可以有几种", min_length=1)
    exceptions: tuple[Text, ...] = described(
        "例外", "碰巧含有错误写法、意思不同的文字，如 从业人员健康正常，检查时不认", ()
    )


class Misspellings(Record):
    """The file."""

    words: tuple[Misspelling, ...] = described("易错词", "", ())
