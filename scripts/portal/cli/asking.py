"""What was typed after `portal new` → ids and months that the project knows, or a failure that names the choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import PurePosixPath
from typing import Any, TypeVar

from portal.cli.terminal import fail
from portal.reading import Library
from portal.records import Entry
from portal.records.article import KnowledgeArticle
from portal.records.campaign import Campaign
from portal.records.case import Case
from portal.records.month import Month
from portal.records.practice import Practice
from portal.records.risk import Risk
from portal.records.scalars import parse_slug
from portal.records.vocabulary import Words
from portal.records.wording import nearest
from portal.scaffolds import next_month

T = TypeVar("T")


def month_of_campaign(campaign: Campaign, month: str | None, present: Collection[str]) -> Month:
    """The month that was asked for, or the first that has no figures yet."""
    period = f"{campaign.first_month} 至 {campaign.last_month}"
    if month is None:
        return next_month(campaign, present) or fail(
            f"专项行动（{period}）的每个月都有数据文件了，没有要新建的"
        )
    asked = _checked(Month.parse, month)
    if asked not in campaign.months:
        fail(f"{asked} 不在专项行动的 {period} 之内。行动延长的，先改 content/campaign.yaml 的 last_month")
    return asked


def slug(identifier: str | None, example: str) -> str:
    """An id that can stand in an address; `example` is the whole command."""
    if identifier is None:
        fail(f"缺少 --id（编号）。例如：{example}")
    return _checked(parse_slug, identifier)


def _checked(parse: Callable[[object], T], value: str) -> T:
    """The value, or a failure in the words of the reader of data files."""
    try:
        return parse(value)
    except ValueError as failure:
        context: dict[str, Any] = getattr(failure, "context", None) or {}
        hint = context["hint"]
        fail(f"{context['message']}，{hint() if callable(hint) else hint}")


def id_of_word(words: Words, group: str, given: str | None, option: str, what: str) -> str:
    """The id of a word of the vocabulary that was given by name, alias or id."""
    names = {term.id: term.name for term in words.groups[group].values()}
    choice = f"可选：{'、'.join(names.values())}"
    if given is None:
        fail(f"缺少 {option}（{what}），如 {option} {next(iter(names.values()))}。{choice}")
    name = words.canonical(group, given) or names.get(given)
    if name is None:
        meant = nearest(given, [*names.values(), *names])
        fail(f"“{given}”不是已有的{what}。{f'是不是“{meant}”？' if meant else ''}{choice}")
    return words.slug(group, name)


def former_ids(entries: Iterable[Entry[Case | KnowledgeArticle | Practice | Risk]]) -> dict[str, str]:
    """Paths of the records that had another id before, by that id: it is never given again."""
    return {former.rpartition("/")[2]: entry.path for entry in entries for former in entry.record.formerly}


def used_ids(library: Library, kind: str) -> dict[str, str]:
    """Paths of all files of a kind by the ids in their names, files that could not be read included."""
    files = [path for path, one in library.files.items() if one.kind.name == kind]
    return {PurePosixPath(path).stem: path for path in files}
