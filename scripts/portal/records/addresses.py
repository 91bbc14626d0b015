"""Where every page and file of the site lies, in one place.

An address is a path below the site's root, empty for the home page; pages end in `/`. Addresses never change
lightly: they stand on printed posters, in papers' QR codes and in other people's links. `DOCUMENTS` are the pages
that are there whatever the records say, `of_records` those that the records bring.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.closed_case import ClosedCase
from portal.records.law import Law
from portal.records.month import Month
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.risk import Risk
from portal.records.site import Entry, Site
from portal.records.spot_check import SpotCheck

# What appears on a day of its own, on a page of its own.
Dated = Case | ClosedCase | KnowledgeArticle | Risk | Practice | Outcome | SpotCheck

HOME = ""
CAMPAIGN = "campaign/"
OUTCOMES = "outcomes/"
UNITS = "outcomes/units/"
COMPARED = "outcomes/compare/"
FINAL = "outcomes/final/"
SPOT_CHECKS = "outcomes/spot-checks/"
CASES = "cases/"
KNOWLEDGE = "knowledge/"
LAWS = "laws/"
NEW_RULES = "new-rules/"
RISKS = "risks/"
SEASONS = "seasons/"
PRACTICES = "practices/"
CORRECTIONS, UPDATES = "corrections/", "updates/"
ABOUT = "about/"
PRIVACY, ACCESSIBILITY = "privacy/", "accessibility/"
QUIZ = "quiz/"
QUIZ_PRACTICE = "quiz/practice/"
QUIZ_EXAM = "quiz/exam/"
QUIZ_PAPER = "quiz/paper/"
QUIZ_MINE = "quiz/mine/"
QUIZ_RETIRED, QUIZ_MISSED = "quiz/retired/", "quiz/missed/"
SEARCH, DATA = "search/", "data/"
ELDER = "elder/"
SITE_MAP = "sitemap/"
GLOSSARY = "glossary/"
KITS, CARDS = "kit/", "cards/"
# What stands at a place on a page.
HOW_TO_CORRECT = f"{ABOUT}#corrections"
DATA_LICENCE = f"{DATA}#licence"
QUIZ_CHOICE = f"{QUIZ_PRACTICE}#choose"
# Files that scripts load; what they hold is said where they are made.
SEARCH_INDEX = f"{SEARCH}index.json"
CASE_INDEX = f"{CASES}index.json"
QUIZ_PAPERS = f"{QUIZ}papers.json"
QUIZ_WORKER = f"{QUIZ}sw.js"
ROBOTS, MACHINE_SITE_MAP = "robots.txt", "sitemap.xml"
# Beside a page of a media kit, and beside a risk card.
KIT_COPY, KIT_CARD = "wechat.html", "card.png"

DOCUMENTS = (
    *(CAMPAIGN, OUTCOMES, UNITS, COMPARED, FINAL, SPOT_CHECKS, CASES, PRACTICES, CORRECTIONS, UPDATES),
    *(KNOWLEDGE, LAWS, NEW_RULES, RISKS, SEASONS),
    *(ABOUT, PRIVACY, ACCESSIBILITY, QUIZ, GLOSSARY, DATA, SEARCH, SITE_MAP, ELDER),
    *(QUIZ_PRACTICE, QUIZ_EXAM, QUIZ_PAPER, QUIZ_MINE, QUIZ_RETIRED, QUIZ_MISSED),
)


def focus(identifier: str) -> str:
    return f"{CAMPAIGN}{identifier}/"


def theme(identifier: str) -> str:
    return f"{CAMPAIGN}{identifier}/"


def month(one: Month) -> str:
    return f"{OUTCOMES}{one}/"


def spot_check(month: Month) -> str:
    """What came of a month's spot checks."""
    return f"{SPOT_CHECKS}{month}/"


def unit(identifier: str) -> str:
    return f"{UNITS}{identifier}/"


def case(identifier: str) -> str:
    return f"{CASES}{identifier}/"


def case_facet(facet: str, slug: str) -> str:
    return f"{CASES}{facet}/{slug}/"


def case_texts(number: int) -> str:
    """The file with so many titles and summaries of cases in a row."""
    return f"{CASES}index/{number}.json"


def paged(address: str, number: int) -> str:
    """The address of page `number` (from 1) of a list."""
    return address if number == 1 else f"{address}page/{number}/"


def article(record: KnowledgeArticle) -> str:
    return f"{KNOWLEDGE}{record.section}/{record.id}/"


def article_file(record: KnowledgeArticle) -> str:
    """Where the article lies as Markdown for other renderers; articles link to each other's files."""
    return f"{KNOWLEDGE}{record.section}/{record.id}.md"


def knowledge_section(identifier: str) -> str:
    """The place of a section on the index of articles."""
    return f"{KNOWLEDGE}#{identifier}"


def term(identifier: str) -> str:
    """The place of a term on the page of the glossary."""
    return f"{GLOSSARY}#{identifier}"


def law(record: Law) -> str:
    return f"{LAWS}{record.id}/"


def law_article(record: Law, number: int, inserted: int) -> str:
    """The place of an article on its law's page; `inserted` is 1 for 第四十五条之一."""
    return f"{law(record)}#a{number}-{inserted}" if inserted else f"{law(record)}#a{number}"


def risk(identifier: str) -> str:
    return f"{RISKS}{identifier}/"


def wall_sheet(identifier: str, paper_size: str) -> str:
    """The wall sheet of a risk card, as a drawing for A4 or A3."""
    return f"{risk(identifier)}wall-{paper_size}.svg"


def season(identifier: str) -> str:
    return f"{SEASONS}{identifier}/"


def quiz_topic(identifier: str) -> str:
    return f"{QUIZ}{identifier}/"


def paper(code: str) -> str:
    """The page on which the paper with this code is sat."""
    return f"{QUIZ_PAPER}?code={code}"


def practise(mode: str) -> str:
    """The practice page in one of its modes: `order`, `random`, `new`, …"""
    return f"{QUIZ_PRACTICE}?mode={mode}"


def quiz_bank(version: str, name: str) -> str:
    """A file of the question bank as the player loads it; `version` is a hash of its content."""
    return f"{QUIZ}bank/{version}/{name}.json"


def quiz_version(version: str, name: str) -> str:
    """A file of a frozen version of the bank, from which papers are drawn."""
    return f"{QUIZ}versions/{version}/{name}.json"


def practice(identifier: str) -> str:
    return f"{PRACTICES}{identifier}/"


def data_file(name: str) -> str:
    """A file of the open data: `outcomes_monthly.csv`."""
    return f"{DATA}{name}"


def feed(name: str, form: str) -> str:
    """A feed; `form` is `atom.xml`, `rss.xml` or `json`."""
    return f"feeds/{name}.{form}"


def calendar(name: str) -> str:
    """An iCalendar file; that of one period of care is `seasons/<id>`."""
    return f"calendars/{name}.ics"


def kit(kind: str, identifier: str) -> str:
    """The media kit of a record; `kind` is `case`, `article` or `month`."""
    return f"{KITS}{kind}/{identifier}/"


def poster(kit_address: str, paper_size: str) -> str:
    """The poster of a media kit."""
    return f"{kit_address}poster-{paper_size}.svg"


def card(section: str) -> str:
    """The share card of a section's pages."""
    return f"{CARDS}{section}.png"


def of_record(record: Dated) -> str:
    """The page of a record that appears on a day of its own."""
    if isinstance(record, Outcome):
        return month(record.month)
    if isinstance(record, SpotCheck):
        return spot_check(record.month)
    if isinstance(record, KnowledgeArticle):
        return article(record)
    folder = (
        CASES if isinstance(record, Case | ClosedCase) else RISKS if isinstance(record, Risk) else PRACTICES
    )
    return f"{folder}{record.id}/"


def formerly(record: Dated) -> Iterator[tuple[str, str]]:
    """The earlier ids of a record, as it names them, each with the address it had; months keep theirs."""
    if isinstance(record, Outcome | SpotCheck):
        return
    folder = of_record(record).removesuffix(f"{record.id}/")
    for former in record.formerly:
        # An article that has changed sections names the one it was in.
        yield former, f"{KNOWLEDGE}{former}/" if "/" in former else f"{folder}{former}/"


def of_records(site: Site) -> Iterator[str]:
    """The page of every record, whether or not it is public yet."""
    campaign = site.campaign.record
    yield from (focus(one.id) for one in campaign.focuses)
    yield from (theme(one.id) for one in (*campaign.basics, *campaign.innovations))
    yield from (unit(one.id) for one in campaign.units)
    lists: tuple[tuple[Entry[Dated], ...], ...]
    lists = (site.outcomes, site.spot_checks, site.cases, site.closed_cases, site.articles, site.risks)
    yield from (of_record(entry.record) for entries in (*lists, site.practices) for entry in entries)
    yield from (law(entry.record) for entry in site.laws)
    yield from (season(entry.record.id) for entry in site.seasons)
    ready = {entry.record.topic for entry in site.questions if entry.record.status == "ready"}
    yield from (quiz_topic(one.id) for one in site.words.groups["topics"].values() if one.name in ready)
