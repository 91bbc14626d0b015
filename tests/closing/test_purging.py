"""The addresses that still show a case after it was withdrawn."""

from __future__ import annotations

from tests.projects import SMALL

from portal.closing.purging import tells_of, to_purge
from portal.reading import read
from portal.records.case import Case

URL = "https://www.binhe.gov.cn/"
ID = "2024-002"


def case() -> Case:
    site = read(SMALL).site
    assert site is not None
    return next(entry.record for entry in site.cases if entry.record.id == ID)


def test_files_of_the_case_and_those_that_name_it_tell_of_it() -> None:
    told = case()
    assert tells_of(f"cases/{ID}/index.html", b"", told)
    assert tells_of(f"kit/case/{ID}/card.png", b"", told)
    assert tells_of("search/abc/1.json", b"", told)
    assert tells_of("feeds/cases.json", "示例餐饮有限公司经营超过保质期的食品案".encode(), told)
    assert tells_of("sitemap.xml", f"<loc>https://x/cases/{ID}/</loc>".encode(), told)
    assert not tells_of("about/index.html", "某便利店".encode(), told)


def test_pages_have_their_address_and_copies_that_of_the_original() -> None:
    files = [
        "index.html",
        "index.html.br",
        f"cases/{ID}/index.html",
        f"kit/case/{ID}/index.html",
        "data/cases.csv.gz",
    ]
    purge = to_purge(URL, ID, files)
    assert purge.engines == (f"{URL}cases/{ID}/", f"{URL}kit/case/{ID}/")
    assert sorted(purge.caches) == sorted(
        [URL, f"{URL}cases/{ID}/", f"{URL}kit/case/{ID}/", f"{URL}data/cases.csv"]
    )


def test_a_folder_with_many_is_named_as_a_whole() -> None:
    files = [f"cases/page/{number}/index.html" for number in range(2, 40)]
    files += [f"search/x/{number}.json" for number in range(2)]
    assert to_purge(URL, ID, files).caches == (f"{URL}cases/*", f"{URL}search/*")
