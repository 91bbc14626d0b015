"""What search engines read: schema.org objects of a page, made from what the page says anyway.

Takes a document and the output it belongs to, gives dictionaries for one JSON-LD block. Nothing is
claimed that is not so: no page is a FAQPage, because none is a list of questions and answers.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.opendata.dataset import INTEGER, NUMBER, Dataset, Field
from portal.opendata.imprint import Imprint
from portal.opendata.release import FORMS, PLAIN, Form
from portal.pages.document import Document, Output
from portal.records import addresses
from portal.records.indicator import Indicator
from portal.records.month import Month
from portal.records.settings import Settings

Thing = dict[str, object]
LANGUAGE = "zh-CN"


def structured(document: Document, output: Output) -> list[Thing]:
    """The objects of one page: the site itself on the home page, elsewhere the way to the page and what it is."""
    made = [_site(output), _bureau(output)] if document.address == "" else []
    if len(document.crumbs) > 1:
        made.append(_trail(document, output))
    if document.kind.is_article:
        made.append(_article(document, output))
    elif document.kind.schema:
        made.append({"@type": document.kind.schema, **_common(document, output)})
    return made + (document.structured() if document.structured else [])


def dataset(one: Dataset, imprint: Imprint) -> Thing:
    """One dataset of the open data."""
    updated = {"dateModified": one.updated_on.isoformat()} if one.updated_on else {}
    return {
        "@type": "Dataset",
        "@id": f"{imprint.base}#{one.name}",
        "name": one.shown_title,
        "description": one.shown_description,
        "url": f"{imprint.base}#{one.name}",
        "license": f"{imprint.base}#licence",
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": imprint.publisher},
        **updated,
        **_time(one.span),
        **_place(imprint.region, imprint.division),
        "variableMeasured": [_variable(column) for column in one.measured],
        "distribution": [_download(f"{imprint.base}{form.path(one)}", form) for form in FORMS],
    }


def _time(span: tuple[str, str] | None) -> Thing:
    """As ISO 8601 writes a stretch of time."""
    return {"temporalCoverage": span[0] if span[0] == span[1] else "/".join(span)} if span else {}


def _place(region: str, division: str) -> Thing:
    """Nothing where the settings do not say what place it is; `division` is its 行政区划代码."""
    code: Thing = {"identifier": division} if division else {}
    return {"spatialCoverage": {"@type": "AdministrativeArea", "name": region, **code}} if region else {}


def _variable(column: Field) -> Thing | str:
    if column.type not in (INTEGER, NUMBER):
        return column.title
    measure = {"unitText": column.unit} if column.unit else {}
    return {"@type": "PropertyValue", "name": column.title, **measure}


def _download(url: str, form: Form) -> Thing:
    return {"@type": "DataDownload", "contentUrl": url, "encodingFormat": form.filetype.media_type}


def _organisation(output: Output) -> Thing:
    return {"@id": f"{output.site_url}#bureau"}


def _bureau(output: Output) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        **_organisation(output),
        "name": output.footer["bureau"],
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "投诉举报",
            "telephone": output.footer["hotline"],
            "availableLanguage": LANGUAGE,
        },
    }


def _site(output: Output) -> Thing:
    site: Thing = {
        "@type": "WebSite",
        "@id": f"{output.site_url}#site",
        "name": output.site_name,
        "url": output.site_url,
        "inLanguage": LANGUAGE,
        "publisher": _organisation(output),
    }
    if addresses.SEARCH in output.by_address:
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{output.site_url}{addresses.SEARCH}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
    return site


def _trail(document: Document, output: Output) -> Thing:
    steps = [
        {"@type": "ListItem", "position": place, "name": crumb.title, "item": output.site_url + crumb.address}
        for place, crumb in enumerate(document.crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _common(document: Document, output: Output) -> Thing:
    url = output.site_url + document.address
    return {"name": document.title, "description": document.description, "url": url, "inLanguage": LANGUAGE}


def month_data(month: Month, about: str, settings: Settings, measured: Iterable[Indicator]) -> Thing:
    """The figures of one month, which are rows of larger files; `about` is what its bulletin says of itself."""
    base = settings.site_url
    return {
        "@type": "Dataset",
        "name": f"{month.name}月度通报：数据",
        "description": about,
        "url": base + addresses.month(month),
        "inLanguage": LANGUAGE,
        "temporalCoverage": str(month),
        **_place(settings.region or "", settings.division_code or ""),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": one.name, "unitText": one.unit} for one in measured
        ],
        "license": base + addresses.DATA_LICENCE,
        "creator": {"@id": f"{base}#bureau"},
        "isAccessibleForFree": True,
        "distribution": [
            _download(f"{base}{addresses.data_file(f'{name}.{PLAIN.ending}')}", PLAIN)
            for name in ("outcomes_monthly", "outcomes_by_unit")
        ],
    }


def _article(document: Document, output: Output) -> Thing:
    """`author` is who the page names as its source, `publisher` the bureau."""
    url = output.site_url + document.address
    bureau = output.footer["bureau"]
    dates = {
        "datePublished": document.published_on,
        "dateModified": document.updated_on or document.published_on,
    }
    author: Thing = {"@type": "Organization", "name": document.source or bureau}
    dates["expires"] = document.until
    optional: Thing = {name: day.isoformat() for name, day in dates.items() if day}
    if document.keywords:
        optional["keywords"] = list(document.keywords)
    if document.image:
        optional["image"] = output.site_url + document.image
    if document.demo:
        optional["creativeWorkStatus"] = "示例数据"
    return {
        "@type": "Article",
        "headline": document.title,
        "description": document.description,
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": LANGUAGE,
        "author": author,
        "publisher": {"@type": "GovernmentOrganization", **_organisation(output), "name": bureau},
        **optional,
    }
