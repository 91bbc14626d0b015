"""Where every record's page lies, in one place; addresses end in `/` and never change lightly."""

from __future__ import annotations

from portal.records.article import KnowledgeArticle
from portal.records.citation import Citation
from portal.records.law import Law

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


def law_article(record: Law, citation: Citation) -> str:
    """The place of a cited article on its law's page."""
    inserted = f"-{citation.inserted}" if citation.inserted else ""
    return f"{law(record)}#a{citation.article}{inserted}"


def risk(identifier: str) -> str:
    return f"{RISKS}{identifier}/"


def season(identifier: str) -> str:
    return f"{SEASONS}{identifier}/"


def practice(identifier: str) -> str:
    return f"{PRACTICES}{identifier}/"
