"""Where every record's page lies, in one place; addresses end in `/` and never change lightly."""

from __future__ import annotations

from portal.records.article import KnowledgeArticle
from portal.records.law import Article, Law

HOME = ""
CAMPAIGN = "campaign/"
OUTCOMES = "outcomes/"
UNITS = "outcomes/units/"
FINAL = "outcomes/final/"
CASES = "cases/"
KNOWLEDGE = "knowledge/"
LAWS = "laws/"
RISKS = "risks/"
SEASONS = "seasons/"
PRACTICES = "practices/"
CORRECTIONS = "corrections/"
ABOUT = "about/"
QUIZ = "quiz/"
QUIZ_PRACTICE = "quiz/practice/"
QUIZ_EXAM = "quiz/exam/"
QUIZ_PAPER = "quiz/paper/"
QUIZ_MINE = "quiz/mine/"
QUIZ_RETIRED = "quiz/retired/"
SEARCH = "search/"
DATA = "data/"
ELDER = "elder/"
SITE_MAP = "sitemap/"
GLOSSARY = "glossary/"
KITS = "kit/"
CARDS = "cards/"


def focus(identifier: str) -> str:
    return f"{CAMPAIGN}{identifier}/"


def theme(identifier: str) -> str:
    return f"{CAMPAIGN}{identifier}/"


def month(name: str) -> str:
    return f"{OUTCOMES}{name}/"


def unit(identifier: str) -> str:
    return f"{UNITS}{identifier}/"


def case(identifier: str) -> str:
    return f"{CASES}{identifier}/"


def case_facet(facet: str, slug: str) -> str:
    return f"{CASES}{facet}/{slug}/"


def paged(address: str, number: int) -> str:
    """The address of page `number` (from 1) of a list."""
    return address if number == 1 else f"{address}page/{number}/"


def article(record: KnowledgeArticle) -> str:
    return f"{KNOWLEDGE}{record.section}/{record.id}/"


def law(record: Law) -> str:
    return f"{LAWS}{record.id}/"


def law_article(record: Law, article: Article) -> str:
    """The place of an article on its law's page."""
    inserted = f"-{article.inserted}" if article.inserted else ""
    return f"{law(record)}#a{article.number}{inserted}"


def term(identifier: str) -> str:
    """The place of a term in the glossary."""
    return f"{GLOSSARY}#{identifier}"


def risk(identifier: str) -> str:
    return f"{RISKS}{identifier}/"


def season(identifier: str) -> str:
    return f"{SEASONS}{identifier}/"


def quiz_topic(identifier: str) -> str:
    return f"{QUIZ}{identifier}/"


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


def card(section: str) -> str:
    """The share card of a section's pages."""
    return f"{CARDS}{section}.png"
