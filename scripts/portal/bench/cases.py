"""Invented cases in any number, of the usual length, valid by the project's own words and laws.

Takes the `Site` whose vocabulary, units, laws and articles they use; gives file names and YAML, or a throw-away
copy of the project that holds them.
The same project, number and day give the same text: no clock, no chance.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from portal.bench.sentences import ADVICE, EVIDENCE, FINDINGS, LESSONS, MEANING, OPENINGS, RESULTS, VIOLATIONS
from portal.publication.dates import is_public
from portal.publication.signing import digest_of
from portal.records import Entry, Site
from portal.records.case import Case
from portal.records.citation import to_chinese
from portal.records.site import no_files
from portal.records.vocabulary import CONFISCATED_INCOME, FINE, PERSON, SUMMARY_PROCEDURE
from portal.source import read_yaml

YEARS = 8
STATUTES = ("法律", "行政法规", "地方性法规")
COPIED = ("content", "quizzes", "site_config")
SETTINGS = "mkdocs.yml"
# Who signs which step, how many days after the first.
SIGNATURES = (
    ("drafted", "案件承办岗-01", 0),
    ("checked", "法制审核岗-01", 2),
    ("approved", "分管负责岗-01", 5),
)


@dataclass(frozen=True)
class Stock:
    """What the cases are put together from."""

    site: Site
    today: datetime.date

    @cached_property
    def citations(self) -> list[str]:
        """Every article of a statute that the project explains."""
        laws = [entry.record for entry in self.site.laws if entry.record.kind in STATUTES]
        return [
            f"{law.short_title} 第{to_chinese(article.number)}条"
            for law in laws
            for article in law.articles
            if not article.inserted
        ]

    @cached_property
    def articles(self) -> list[str]:
        return [entry.record.id for entry in self.site.articles if is_public(entry.record, self.today)]

    def words(self, group: str, *without: str) -> list[str]:
        return [word for word in self.site.words.groups[group] if word not in without]


def invented_cases(site: Site, count: int, today: datetime.date) -> Iterator[tuple[str, str]]:
    """(path in the project, YAML) of `count` cases, spread over the `YEARS` years before this one."""
    stock = Stock(site, today)
    for number in range(count):
        year = today.year - YEARS + number % YEARS
        identifier = f"{year}-{number:05d}"
        path = f"content/cases/{year}/{identifier}.yaml"
        text = _case(stock, identifier, year, number)
        yield path, _signed(stock, path, text, year, number)


def _case(stock: Stock, identifier: str, year: int, number: int) -> str:
    chance = Random(number)
    business = chance.choice(stock.words("business_types"))
    violation = chance.choice(VIOLATIONS)
    fine, income = 1000 * chance.randint(5, 50), chance.randint(60, 900)
    decided = _decided(year, number)
    published = decided + datetime.timedelta(days=14)
    facts = _facts(chance, decided, violation, fine, income)
    return f"""\
# yaml-language-server: $schema=../../../site_config/schemas/case.schema.json
id: {identifier}
demo: true
title: 某{business}单位{violation}案（第{number}号）
summary: 一家{business}单位{violation}，被没收违法所得{income}元，并罚款{_said(fine)}元。
business_type: {business}
product: {chance.choice(stock.words("products"))}
focus: {chance.choice(stock.words("focuses"))}
unit: {chance.choice(stock.words("units"))}
facts: |
{facts}
provisions_violated:
{_items(_some(chance, stock.citations, 2))}
legal_basis:
{_items(_some(chance, stock.citations, 1))}
decision:
  procedure: {stock.words("procedures", SUMMARY_PROCEDURE)[0]}
  violation: {violation}
  penalties:
    - {FINE}
    - {CONFISCATED_INCOME}
  fine_yuan: {fine}
  confiscated_yuan: {income}
  decided_on: {decided}
party:
  kind: {chance.choice(stock.words("party_kinds", PERSON))}
  form: anonymised
  name: 某{business}单位
published_on: {published}
significance: {"".join(_some(chance, MEANING, 3))}
lessons:
{_items(_some(chance, LESSONS, 3))}
advice:
{_items(_some(chance, ADVICE, 2))}
topics:
{_items(_some(chance, stock.words("topics"), 2))}
knowledge:{_knowledge(chance, stock.articles)}
"""


def _decided(year: int, number: int) -> datetime.date:
    return datetime.date(year, 1, 2) + datetime.timedelta(days=Random(number).randrange(330))


def _signed(stock: Stock, path: str, text: str, year: int, number: int) -> str:
    """The text with its three signatures."""
    reading = read_yaml(path, text.encode())
    case = Case.model_validate(reading.data, context={"words": stock.site.words})
    digest = digest_of(Entry(case, reading.file), no_files)
    first = _decided(year, number) + datetime.timedelta(days=5)
    steps = (
        f'  {step}:\n    by: {post}\n    on: {first + datetime.timedelta(days=days)}\n    digest: "{digest}"\n'
        for step, post, days in SIGNATURES
    )
    return f"{text}review:\n{''.join(steps)}"


def _facts(chance: Random, decided: datetime.date, violation: str, fine: int, income: int) -> str:
    day = decided - datetime.timedelta(days=25)
    opening = chance.choice(OPENINGS).format(day=f"{day.year}年{day.month}月{day.day}日")
    found = "".join(_some(chance, FINDINGS, 4))
    evidence = "".join(_some(chance, EVIDENCE, 4))
    result = chance.choice(RESULTS).format(violation=violation, income=income, fine=_said(fine))
    return f"  {opening}{found}\n\n  {evidence}\n\n  {result}"


def _said(yuan: int) -> str:
    """As people read it: 2.9万, not 29000."""
    return f"{yuan / 10_000:g}万" if yuan >= 10_000 else str(yuan)


def _some(chance: Random, stock: list[str] | tuple[str, ...], count: int) -> list[str]:
    return chance.sample(stock, min(count, len(stock)))


def _items(lines: list[str]) -> str:
    return "\n".join(f"  - {line}" for line in lines)


def _knowledge(chance: Random, articles: list[str]) -> str:
    return "\n" + _items(_some(chance, articles, 2)) if articles else " []"


def copy_with_cases(root: Path, site: Site, count: int, today: datetime.date, into: Path) -> None:
    """Copy the project at `root`, which holds `site`, to `into` and add `count` invented cases."""
    into.mkdir()
    for folder in COPIED:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, into / folder)
    shutil.copyfile(root / SETTINGS, into / SETTINGS)
    for path, text in invented_cases(site, count, today):
        file = into / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
