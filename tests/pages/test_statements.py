"""我要纠错 leads to the editor where there is a way, and says nothing where there is none; the statements are true."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from tests.pages.made import output, small_site, text
from tests.projects import REPOSITORY

from portal.pages import Output
from portal.pages.contact import dialled
from portal.records.settings import Contact

SCRIPTS = REPOSITORY / "site_config/theme/assets/scripts"
# What scripts keep in a browser goes by these names, as they stand in the code.
NAME = re.compile(r"""["'`](portal[.-][a-z]+(?:\.v\d+\.)?)""")
KEEPING = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|openDatabase")
NOTHING = {"phone": None, "email": None, "form": None, "address": None}


def with_settings(contact: dict[str, Any], **others: Any) -> Output:
    site = small_site()
    told = Contact.model_validate({"hotline": "12315", **contact})
    record = site.settings.record.model_copy(update={"contact": told, **others})
    return output(replace(site, settings=replace(site.settings, record=record)))


@pytest.mark.parametrize("page", ["about/", "privacy/", "accessibility/"])
def test_the_editor_is_reached_by_every_way_that_is_filled_in(page: str) -> None:
    ways = {
        "phone": "（021）5793-0000转8001",
        "email": "bianji@binhe.gov.cn",
        "form": "https://www.binhe.gov.cn/correct/?from=portal&x=1",
        "address": "示例区示例路1号",
    }
    said = text(with_settings(ways), page)
    assert 'href="tel:0215793-0000"' in said
    assert 'href="mailto:bianji@binhe.gov.cn"' in said
    assert 'href="https://www.binhe.gov.cn/correct/?from=portal&amp;x=1"' in said
    assert "示例区示例路1号" in said
    assert "邮箱" not in text(with_settings({"phone": "021-57930000"}), page)


def test_without_a_way_no_page_claims_one() -> None:
    made = with_settings(NOTHING)
    for document in made.documents:
        page = text(made, document.address)
        assert "纠错</a>" not in page, document.address
        assert "p-ways" not in page, document.address
    assert "还没有公布" in text(made, "about/")
    assert not made.footer["reachable"]
    assert "纠错</a>" in text(with_settings({"email": "a@binhe.gov.cn"}), "cases/2024-001/")


def test_complaints_and_mistakes_go_different_ways() -> None:
    about = text(output(small_site()), "about/")
    mistakes = about[about.index('id="corrections"') : about.index('id="complaints"')]
    assert "12315" not in mistakes
    assert "12315" in about


def test_registers_and_address_stand_at_the_foot_when_they_are_known() -> None:
    assert with_settings(NOTHING).footer["codes"] == []
    known = {"icp_number": "沪ICP备20001234号-1", "police_number": "沪公网安备31011602000123号"}
    codes = {one.name: one for one in with_settings({"address": "示例路1号"}, **known).footer["codes"]}
    assert codes.keys() == {"ICP备案号", "公安备案号", "地址"}
    assert codes["ICP备案号"].register == "https://beian.miit.gov.cn/"
    assert codes["公安备案号"].register.endswith("code=31011602000123")


@pytest.mark.parametrize(
    ("written", "number"),
    [("021-57930000", "021-57930000"), ("(021) 5793 0000 转 8001", "02157930000"), ("本局", "")],
)
def test_a_phone_dials_the_number_without_its_extension(written: str, number: str) -> None:
    assert dialled(written) == number


def test_the_privacy_statement_names_everything_that_scripts_keep() -> None:
    page = text(output(small_site()), "privacy/")
    names: set[str] = set()
    for file in sorted(SCRIPTS.glob("*.js")):
        code = file.read_text("utf-8")
        names.update(NAME.findall(code) if KEEPING.search(code) else ())
    assert {"portal.mode", "portal.scheme", "portal.quiz.v1.", "portal-quiz"} <= names
    # The name of the file that is exported, which a reader keeps.
    assert {name for name in names if name not in page} <= {"portal-quiz-progress"}


def test_no_script_keeps_anything_in_other_ways_than_the_statement_says() -> None:
    everything = "".join(file.read_text("utf-8") for file in sorted(SCRIPTS.glob("*.js")))
    assert set(KEEPING.findall(everything)) == {"localStorage", "caches.open"}


def test_both_statements_can_be_found_from_every_page() -> None:
    made = output(small_site())
    foot = (REPOSITORY / "site_config/theme/partials/footer.html").read_text("utf-8")
    assert "at.PRIVACY" in foot
    assert "at.ACCESSIBILITY" in foot
    assert all(made.by_address[address].searched for address in ("privacy/", "accessibility/"))
