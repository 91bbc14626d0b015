"""A formal publication is refused while anything in it is invented, local or still to be filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pages.made import changed, small_site

from portal.records import Entry, Site
from portal.rules.production import demo_records, production_problems
from portal.source import Diagnostic


def with_settings(site: Site, **fields: object) -> Site:
    return replace(site, settings=Entry(site.settings.record.model_copy(update=fields), site.settings.file))


def with_campaign(site: Site, **fields: object) -> Site:
    return replace(site, campaign=Entry(site.campaign.record.model_copy(update=fields), site.campaign.file))


def found(site: Site, code: str) -> list[Diagnostic]:
    return [one for one in production_problems(site) if one.code == code]


def test_every_demonstration_record_is_found() -> None:
    records = list(demo_records(small_site()))
    assert all(one.is_error for one in records)
    files = [one.file for one in records]
    assert files.count("content/campaign.yaml") == 1
    assert files.count("content/corrections.yaml") == 2
    assert len([file for file in files if file.startswith("content/cases/")]) == 4
    assert len([file for file in files if file.startswith("quizzes/spot-checks/")]) == 1
    assert len(files) == 1 + 2 + 4 + 3 + 1 + 1


def test_twelve_equal_errors_are_one_that_counts_them_and_names_the_way_out() -> None:
    (one,) = found(small_site(), "DEMO-01")
    assert one.file == "content/cases/2024/2024-001.yaml"
    assert "这是示例数据，不能正式发布；这样的共 12 处，还有 content/campaign.yaml:" in one.message
    assert "portal new site 文件夹" in one.hint


def test_a_few_are_told_one_by_one() -> None:
    site = replace(
        small_site(), outcomes=(), cases=small_site().cases[:2], practices=(), corrections=(), spot_checks=()
    )
    assert len(found(site, "DEMO-01")) == 3


@pytest.mark.parametrize(
    "address",
    [
        "https://example.invalid/food-safety/",
        "https://www.example.com/",
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://192.168.1.5/portal/",
        "https://portal.local/",
        "https://server/",
        "https://XXX.gov.cn/",
        "www.jinshan.gov.cn",
    ],
)
def test_an_address_that_leads_nowhere_is_refused(address: str) -> None:
    (one,) = found(with_settings(small_site(), site_url=address), "PROD-URL-01")
    assert one.file == "site_config/site.yaml"
    assert address in one.message


def test_a_real_address_is_taken() -> None:
    site = with_settings(small_site(), site_url="https://www.jinshan.gov.cn/food-safety/")
    assert found(site, "PROD-URL-01") == []
    (one,) = found(with_settings(site, site_domain="localhost"), "PROD-URL-01")
    assert "网站域名" in one.message


def filled_in() -> Site:
    """The small site with the names that a bureau would put in, one unit and no cases."""
    site = with_settings(small_site(), site_name="食品安全", bureau="金山区市场监督管理局")
    unit = site.campaign.record.units[0].model_copy(update={"name": "石化所"})
    return replace(
        with_campaign(site, title="行动", document_number="〔2024〕1号", issuer="局", units=(unit,)), cases=()
    )


@pytest.mark.parametrize("code", ["待填", "沪ICP备XXXXXXXX号", "沪ICP备00000000号", "未定"])
def test_a_code_that_waits_is_refused(code: str) -> None:
    (one,) = found(with_settings(filled_in(), icp_number=code), "PROD-NAMES-01")
    assert code in one.message
    assert "删去这一行" in one.hint
    assert found(with_settings(filled_in(), icp_number="沪ICP备20001234号"), "PROD-NAMES-01") == []


def test_a_unit_that_is_named_as_an_example_is_refused() -> None:
    units = small_site().campaign.record.units[:1]
    (one,) = found(with_campaign(filled_in(), units=units), "PROD-NAMES-01")
    assert "报送单位“示例一所”" in one.message
    assert one.file == "content/campaign.yaml"
    # A unit without a name would only be the next error.
    assert "删去" not in one.hint


def test_the_number_of_a_decision_that_waits_is_refused() -> None:
    cases = small_site().cases[:1]
    decision = cases[0].record.decision.model_copy(update={"document_number": "沪市监处〔2024〕XX号"})
    site = replace(filled_in(), cases=changed(cases, "2024-001", decision=decision))
    (one,) = found(site, "PROD-NAMES-01")
    assert "决定书文号“沪市监处〔2024〕XX号”里有“XX”" in one.message


@pytest.mark.parametrize("way", [{"email": "editor@example.com"}, {"form": "https://10.0.0.1/write/"}])
def test_a_way_to_the_editor_that_leads_nowhere_is_refused(way: dict[str, str]) -> None:
    contact = filled_in().settings.record.contact.model_copy(update={"email": None, "form": None, **way})
    site = with_settings(filled_in(), site_url="https://www.jinshan.gov.cn/food/", contact=contact)
    (one,) = found(site, "PROD-URL-01")
    assert next(iter(way.values())) in one.message
    assert "删去这一行" in one.hint
