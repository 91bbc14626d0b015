"""What search engines read: schema.org objects of a page, made from what the page says anyway.

Takes a document and the output it belongs to, gives dictionaries for one JSON-LD block. Nothing is
claimed that is not so: no page is a FAQPage, because none is a list of questions and answers.
"""

from __future__ import annotations

from portal.opendata.dataset import Dataset
from portal.opendata.imprint import Imprint
from portal.opendata.release import BY_PROGRAMS, FORMS, PLAIN, Form
from portal.pages.document import Document, Output
from portal.records import addresses

Thing = dict[str, object]
LANGUAGE = "zh-CN"


def structured(document: Document, output: Output) -> list[Thing]:
    """The objects of one page: the site itself on the home page, elsewhere the way to the page and what it is."""
    made = [_site(output), _bureau(output)] if document.address == "" else []
    if len(document.crumbs) > 1:
        made.append(_trail(document, output))
    if document.kind.is_article:
        made.append(_article(document, output))
        if document.kind.schema == "Bulletin":
            made.append(_month_data(document, output))
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
        "distribution": [
            _download(f"{imprint.base}{form.path(one)}", form) for form in FORMS if form.read == BY_PROGRAMS
        ],
    }


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


def _month_data(document: Document, output: Output) -> Thing:
    """The figures of one month, which are rows of larger files."""
    return {
        "@type": "Dataset",
        **_common(document, output),
        "name": f"{document.title}：数据",
        "temporalCoverage": document.address.removeprefix(addresses.OUTCOMES).rstrip("/"),
        "license": output.site_url + addresses.DATA_LICENCE,
        "creator": _organisation(output),
        "isAccessibleForFree": True,
        "distribution": [
            _download(f"{output.site_url}{addresses.data_file(f'{name}.{PLAIN.ending}')}", PLAIN)
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
