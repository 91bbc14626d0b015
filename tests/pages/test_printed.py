"""A printed page says where it comes from; posters and wall sheets say it themselves."""

from __future__ import annotations

from tests.pages.made import output, small_site

from portal.media.qr import qr_strokes
from portal.pages.printed import printed

SITE = "https://a.example/food/"


def test_a_page_bears_its_address_and_a_code_of_it() -> None:
    page = printed(output(small_site()).by_address["laws/food-safety-law/"], SITE)
    assert qr_strokes(f"{SITE}laws/food-safety-law/")[0] in page
    assert f">{SITE}laws/food-safety-law/<" in page


def test_what_prints_as_a_poster_bears_none() -> None:
    made = output(small_site()).by_address
    assert printed(made["risks/cold-dishes/"], SITE) == ""
    assert printed(made["kit/case/2024-001/"], SITE) == ""
