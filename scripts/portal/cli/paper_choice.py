"""Which papers are meant: of the present, frozen bank by blueprint and number, or of an old one by the paper's code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from portal.cli.terminal import fail
from portal.quiz.codes import MOST_FORMS, BadCode, parse
from portal.quiz.versions import BadVersion, BankVersion, freeze, identifier, thaw
from portal.reading.listing import VERSIONS
from portal.records import Site
from portal.records.blueprint import Blueprint

# Numbers that are drawn are of five characters of the code at least.
SMALL = 32**4
NEEDED = {"law": "content/laws", "bank": "quizzes/bank", "blueprint": "quizzes/papers"}


@dataclass(frozen=True)
class Wanted:
    """Which papers: of a blueprint as it was in a version, these forms; `at_random` where nobody gave a number."""

    version: BankVersion
    blueprint: Blueprint
    forms: range
    at_random: bool = False


def refuse_unreadable(site: Site) -> None:
    """A broken file would give a paper without some of its questions, or a key without its reasons."""
    broken = [place for kind, place in NEEDED.items() if site.unreadable.get(kind)]
    if broken:
        fail(f"{'、'.join(broken)} 里有读不出来的文件，先改好：portal check {' '.join(broken)}")


def wanted_papers(site: Site, name: str | None, form: int | None, count: int, code: str | None) -> Wanted:
    if code is not None:
        if name or form or count > 1:
            fail("用了 --code，就不用再写方案、--form 和 --count：卷号里都有")
        return _by_code(site, code)
    if not name:
        fail(f"没有写印哪一种卷。可选：{_names(site)}；或者用 --code 写卷号")
    first = form or _at_random(count)
    if first + count - 1 > MOST_FORMS:
        fail(f"最后一份的号码太大，最大是 {MOST_FORMS}")
    return _by_name(site, name, range(first, first + count), not form)


def _at_random(count: int) -> int:
    """A number that nobody tries: forms 1, 2, 3 of every blueprint can be looked up on a phone before the examination."""
    return SMALL + secrets.randbelow(MOST_FORMS - SMALL - count + 2)


def _by_name(site: Site, name: str, forms: range, at_random: bool) -> Wanted:
    if name not in (entry.record.id for entry in site.blueprints):
        fail(f"没有组卷方案“{name}”。可选：{_names(site)}")
    version = identifier(freeze(site))
    if version not in site.bank_versions:
        fail("题库或者组卷方案改动以后还没有封存，现在印的卷子以后查不到。先运行：portal paper freeze")
    thawed = _thawed(site, version)
    blueprint = thawed.blueprint(name)
    assert blueprint is not None, "the present version has the present blueprints"
    return Wanted(thawed, blueprint, forms, at_random)


def _by_code(site: Site, code: str) -> Wanted:
    try:
        read = parse(code)
    except BadCode as failure:
        fail(f"卷号“{code}”：{failure}")
    if read.version not in site.bank_versions:
        fail(
            f"卷号“{code}”用的题库版本 {read.version} 不在 {VERSIONS} 里。"
            f"卷号没有抄错的话，从版本库里恢复 {VERSIONS}/{read.version}.json"
        )
    version = _thawed(site, read.version)
    blueprint = next((one for one in version.blueprints if one.code == read.blueprint), None)
    if blueprint is None:
        fail(f"题库版本 {read.version} 里没有代码为 {read.blueprint} 的组卷方案，请对照卷面再看一遍卷号")
    return Wanted(version, blueprint, range(read.form, read.form + 1))


def _names(site: Site) -> str:
    return "、".join(f"{one.record.id}（{one.record.title}）" for one in site.blueprints) or "还没有组卷方案"


def _thawed(site: Site, version: str) -> BankVersion:
    try:
        return thaw(version, site.bank_versions[version])
    except BadVersion as failure:
        fail(f"{VERSIONS}/{version}.json：{failure}。从版本库里恢复它")
