"""The whole text of a record for a feed: HTML without looks, every link absolute.

Takes the context and a record, gives what the record's own page says, without lists that lead to others: they would
live on in a reader's copy when those are gone.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markupsafe import Markup

from portal.pages.cases.case_pages import closed_values
from portal.pages.cases.publicity import publicity_of
from portal.pages.context import Context
from portal.pages.figures import bulletins, sentences, spot_check_words, spot_checks
from portal.pages.figures.reporting import late_reports
from portal.pages.kits import copies
from portal.pages.kits.words import html_of
from portal.pages.machines.law_news import LawNews
from portal.publication.dates import Closed
from portal.records import addresses
from portal.records.article import KnowledgeArticle
from portal.records.case import Case
from portal.records.outcome import Outcome
from portal.records.practice import Practice
from portal.records.risk import Risk
from portal.records.spot_check import SpotCheck

LINKS = {"href": "a[href]", "src": "img[src]"}
OUTSIDE = re.compile(r"[a-z][a-z0-9+.\-]*:|//", re.IGNORECASE)
# Articles link to each other's files; what is published lies in a folder of that name.
ARTICLE_FILE = re.compile(r"\.md(?=#|$)")


def of_case(context: Context, case: Case) -> str:
    values = vars(copies.of_case(context, case))
    corrections = context.public.shown_corrections(case)
    return _rendered(
        context, "case", **values, publicity=publicity_of(context, case), corrections=corrections
    )


def of_closed(context: Context, closed: Closed) -> str:
    """The stub: no party, no facts."""
    return _rendered(context, "closed", **vars(closed_values(closed)))


def of_month(context: Context, outcome: Outcome) -> str:
    month = outcome.month
    return _rendered(
        context,
        "month",
        outcome=outcome,
        opening=sentences.bulletin(context, outcome),
        so_far=sentences.so_far(context, month),
        units=bulletins.unit_lines(context, outcome),
        columns=context.figures.view(context.figures.views.columns),
        overdue=sentences.overdue(context, month),
        late=late_reports(context, outcome),
        revisions=sentences.revised(context, outcome),
        groups=copies.of_month(context, outcome).groups,
    )


def of_spot_check(context: Context, record: SpotCheck) -> str:
    return _rendered(
        context,
        "spot_check",
        record=record,
        opening=spot_check_words.of_month(record),
        tables=spot_checks.parts_of(context, record),
    )


def of_article(context: Context, article: KnowledgeArticle) -> str:
    site = context.public.settings.site_url
    page, file = site + addresses.article(article), site + addresses.article_file(article)
    return _rendered(
        context,
        "article",
        article=article,
        text=Markup(absolute(html_of(context.public_text(article)), page, file)),
        citations=context.cited(article.citations),
        stale=context.public.needs_review(article),
    )


def of_risk(context: Context, risk: Risk) -> str:
    points = [(point, context.cited(point.citations)) for point in risk.points]
    return _rendered(context, "risk", risk=risk, points=points, stale=context.public.needs_review(risk))


def of_practice(context: Context, practice: Practice) -> str:
    return _rendered(context, "practice", practice=practice)


def of_law(context: Context, news: LawNews) -> str:
    return _rendered(context, "law", news=news)


def absolute(html: str, page: str, file: str) -> str:
    """The HTML of an article with absolute links; a place on the page belongs to `page`, the rest lies beside `file`."""
    soup = BeautifulSoup(html, "html.parser")
    for name, places in LINKS.items():
        for element in soup.select(places):
            element[name] = _whole(str(element[name]), page, file)
    return str(soup)


def _whole(to: str, page: str, file: str) -> str:
    if OUTSIDE.match(to):
        return to
    return ARTICLE_FILE.sub("/", urljoin(page if to.startswith("#") else file, to))


def _rendered(context: Context, name: str, **values: object) -> str:
    template = context.templates.get_template(f"feeds/{name}.html.j2")
    return template.render(root=context.public.settings.site_url, **values).strip()
