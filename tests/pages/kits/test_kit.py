"""Media kits: who has one, what is beside its page, and what it may not say."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from tests.pages.made import changed, output, small_site, text

from portal.pages import Output
from portal.records import Entry, Site
from portal.records.case import Party, Withdrawal

BESIDE = ("wechat.html", "card.png", "poster-a4.svg", "poster-a3.svg")
CASE = "2024-001"


def with_kits(site: Site, cases: int) -> Site:
    settings = site.settings
    return replace(
        site, settings=Entry(settings.record.model_copy(update={"media_kit_cases": cases}), settings.file)
    )


def kits(made: Output) -> set[str]:
    return {document.address for document in made.documents if document.kind.name == "kit"}


def test_every_kit_has_its_files_and_every_file_its_kit() -> None:
    made = output(small_site())
    pages = kits(made)
    assert {f"{kit}{name}" for kit in pages for name in BESIDE} == {
        path for path in made.files if path.startswith("kit/")
    }
    assert {address.split("/")[1] for address in pages} == {"case", "article", "month"}


def test_a_page_knows_its_kit_and_its_card() -> None:
    made = output(small_site())
    case = made.by_address[f"cases/{CASE}/"]
    assert (case.kit, case.image) == (f"kit/case/{CASE}/", f"kit/case/{CASE}/card.png")
    assert made.by_address["cases/"].kit == ""
    images = {document.image for document in made.documents if document.image}
    assert images <= made.files.keys()


def test_only_the_newest_cases_have_kits() -> None:
    site = small_site()
    all_cases = sorted(one for one in kits(output(site)) if "/case/" in one)
    made = output(with_kits(site, 1))
    newest = [one for one in kits(made) if "/case/" in one]
    assert len(all_cases) > 1
    assert len(newest) == 1
    older = next(d for d in made.documents if d.kind.name == "case" and not d.kit)
    assert older.image == "cards/cases.png"
    assert not [one for one in kits(output(with_kits(site, 0))) if "/case/" in one]


def test_kits_stay_out_of_search() -> None:
    made = output(small_site())
    for address in kits(made) | {"kit/"}:
        document = made.by_address[address]
        assert not document.indexed
        assert not document.searched


def named(site: Site) -> Site:
    """The case names its party, and was disclosed on the day on which it was published."""
    case = next(one.record for one in site.cases if one.record.id == CASE)
    party = Party(kind="企业", form="named", name="示例食品有限公司", credit_code="91310000MA1FL0XX0X")
    decision = case.decision.model_copy(update={"disclosed_on": case.published_on})
    return replace(site, cases=changed(site.cases, CASE, party=party, decision=decision))


def test_what_is_withdrawn_or_over_has_no_kit() -> None:
    site = small_site()
    gone = Withdrawal(on=datetime.date(2024, 11, 1), decision_changed_on=None, reason="原决定已被撤销")
    withdrawn = replace(site, cases=changed(site.cases, CASE, withdrawal=gone))
    over = named(site)
    assert f"kit/case/{CASE}/" in kits(output(site))
    assert f"kit/case/{CASE}/" not in kits(output(withdrawn))
    assert f"kit/case/{CASE}/" not in kits(output(over, "2034-12-01"))


def test_a_named_case_says_until_when_its_poster_may_hang() -> None:
    site = small_site()
    made = output(named(site))
    assert "本案公示到2025年12月24日（当天仍公开），到期请撤下。" in text(made, f"kit/case/{CASE}/")
    assert "本案公示到" not in text(output(site), f"kit/case/{CASE}/")


def test_drafts_have_no_kit_even_in_a_preview() -> None:
    site = small_site()
    later = datetime.date(2030, 1, 1)
    drafts = replace(site, cases=changed(site.cases, CASE, published_on=later))
    made = output(drafts, drafts=True)
    assert made.by_address[f"cases/{CASE}/"].draft
    assert made.by_address[f"cases/{CASE}/"].kit == ""
    assert f"kit/case/{CASE}/" not in kits(made)


def test_demonstration_data_is_marked_wherever_it_goes() -> None:
    site = small_site()
    for demo in (True, False):
        made = output(replace(site, cases=changed(site.cases, CASE, demo=demo)))
        kit = f"kit/case/{CASE}/"
        for name in ("wechat.html", "poster-a4.svg"):
            assert ("示例数据" in made.files[kit + name]().decode()) == demo, name
        assert ("【示例数据】" in text(made, kit)) == demo


def test_the_short_text_of_every_record_keeps_to_the_rule() -> None:
    made = output(small_site())
    for address in kits(made):
        found = re.search(r"<textarea[^>]*>([^<]+)</textarea>", text(made, address))
        assert found, address
        assert len(found[1]) <= 140
        assert "全文" in found[1]


def test_a_provisional_month_is_never_passed_on_as_final() -> None:
    site = small_site()
    month = site.outcomes[-1].record.id
    plain = replace(
        site, outcomes=changed(site.outcomes, month, status="provisional", summary="查了很多单位", note=None)
    )
    kit = f"kit/month/{month}/"
    made = output(plain)
    assert "查了很多单位。以上为初步数。" in text(made, kit)
    for name in ("wechat.html", "poster-a4.svg"):
        assert "初步数" in made.files[kit + name]().decode()


def test_an_article_is_copied_without_links_and_ids() -> None:
    made = output(small_site())
    copies = [content().decode() for path, content in made.files.items() if path.endswith("wechat.html")]
    for copy in copies:
        body = copy.split("<body", 1)[1]
        assert not re.search(
            r"<a\b|<img|<script|<style|\sclass=|\sid=|http(?!s://example\.invalid/food-safety/)", body
        )
    assert any("<table" in copy for copy in copies)


def test_a_card_of_a_section_is_there_for_every_page() -> None:
    made = output(small_site())
    cards = {path for path in made.files if path.startswith("cards/")}
    assert "cards/home.png" in cards
    assert made.by_address[""].image == "cards/home.png"
    assert made.by_address["laws/"].image == "cards/knowledge.png"


def test_a_risk_card_prints_as_a_wall_sheet_and_is_there_as_a_file() -> None:
    made = output(small_site())
    address = next(document.address for document in made.documents if document.kind.name == "risk")
    page = text(made, address)
    sheet = made.files[f"{address}wall-a4.svg"]().decode()
    assert '<svg class="p-sheet"' in page
    assert made.files[f"{address}wall-a3.svg"]().decode().count("<text") == sheet.count("<text")
    for word in ("风险在哪里", "怎么做", "谁负责", "多久一次", "依据", "12315"):
        assert f">{word}</text>" in sheet
        assert f">{word}</text>" in page
