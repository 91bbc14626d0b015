"""What a formal publication may not take back, and the ways out that the refusal names."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.pages.made import changed, small_site

from portal.publication.published import Published, published
from portal.publish.ledger import Gate, Refused, refusals
from portal.publish.manifest import Ledger, Manifest
from portal.records import Site
from portal.records.case import Withdrawal

DAY = datetime.date(2024, 12, 1)
LATER = datetime.date(2024, 12, 2)
EARLIER = datetime.date(2024, 11, 30)


def ledger(site: Site, day: datetime.date = DAY) -> Ledger:
    return Ledger(day, published(site, day))


def without_case(site: Site, which: str) -> Site:
    return replace(site, cases=tuple(one for one in site.cases if one.record.id != which))


def test_the_same_site_of_a_later_day_is_let_through() -> None:
    assert refusals(ledger(small_site()), small_site(), LATER) == []


def test_an_earlier_day_is_refused_with_its_way_out() -> None:
    (one,) = refusals(ledger(small_site()), small_site(), EARLIER)
    assert "2024-11-30" in one
    assert "2024-12-01" in one
    assert "--accept-earlier" in one
    assert refusals(ledger(small_site()), small_site(), EARLIER, earlier=True) == []


def test_what_an_earlier_day_does_not_show_yet_has_not_vanished() -> None:
    assert refusals(ledger(small_site()), small_site(), datetime.date(2024, 6, 1), earlier=True) == []


SITE = small_site()


@pytest.mark.parametrize(
    ("less", "told"),
    [
        (without_case(SITE, "2024-001"), "案例 2024-001"),
        (replace(SITE, articles=SITE.articles[:-1]), "文章 "),
        (replace(SITE, risks=()), "风险卡 cold-dishes"),
        (replace(SITE, practices=()), "经验做法 cold-chain-card"),
        (replace(SITE, outcomes=SITE.outcomes[1:]), "月度通报 2024-05"),
    ],
)
def test_a_record_that_vanished_is_refused_until_it_is_accepted(less: Site, told: str) -> None:
    found = refusals(ledger(SITE), less, LATER)
    assert any(told in one and "发布过，现在没有了" in one for one in found)
    keys = frozenset(line.split("--accept-missing ")[1] for line in found)
    assert refusals(ledger(SITE), less, LATER, missing=keys) == []


def test_a_record_without_its_day_of_publication_has_vanished_too() -> None:
    site = small_site()
    (one,) = refusals(
        ledger(site), replace(site, cases=changed(site.cases, "2024-001", published_on=None)), LATER
    )
    assert "找回它的文件和 published_on" in one
    assert "portal withdraw 2024-001" in one


def test_a_withdrawn_case_has_not_vanished() -> None:
    site = small_site()
    cases = changed(site.cases, "2024-001", withdrawal=Withdrawal(on=LATER, reason="决定被撤销"))
    assert refusals(ledger(site), replace(site, cases=cases), LATER) == []


def test_a_renamed_record_is_recognised_by_its_title_and_let_through_when_it_says_so() -> None:
    site = small_site()
    renamed = replace(site, cases=changed(site.cases, "2024-001", id="2024-009"))
    (one,) = refusals(ledger(site), renamed, LATER)
    assert "案例 2024-009 的标题和它一样" in one
    assert "在 2024-009 里写 formerly: [2024-001]" in one
    said = replace(renamed, cases=changed(renamed.cases, "2024-009", formerly=("2024-001",)))
    assert refusals(ledger(site), said, LATER) == []
    # Once the old address leads on, it has to go on doing so.
    (again,) = refusals(ledger(said), renamed, LATER)
    assert "写回 formerly: [2024-001]" in again


def test_an_article_in_another_section_needs_to_say_where_it_was() -> None:
    site = small_site()
    moved = replace(site, articles=changed(site.articles, "staff-health", section="public"))
    (one,) = refusals(ledger(site), moved, LATER)
    assert "formerly: [operators/staff-health]" in one
    said = changed(moved.articles, "staff-health", formerly=("operators/staff-health",))
    assert refusals(ledger(site), replace(moved, articles=said), LATER) == []


def test_a_case_that_was_closed_never_opens_again() -> None:
    site = small_site()
    again = replace(site, cases=changed(site.cases, "2024-003", withdrawal=None))
    closed_on, missing = datetime.date(2024, 9, 4), frozenset({"case:2024-003"})
    before = ledger(site, closed_on)
    (one,) = refusals(before, again, closed_on, earlier=True, missing=missing)
    assert "案例 2024-003 在 2024-09-04 已经隐去（已撤回），现在又会公开" in one
    assert "--accept" not in one
    renamed = changed(again.cases, "2024-003", id="2024-009", formerly=("2024-003",))
    assert len(refusals(before, replace(site, cases=renamed), closed_on)) == 1
    # As long as its day of closing is still ahead, it may be looked at as it was.
    assert refusals(before, site, datetime.date(2024, 9, 1), earlier=True) == []


def manifest(
    records: dict[str, Published],
    *,
    production: bool,
    earlier: Ledger | None = None,
    day: datetime.date = DAY,
) -> Manifest:
    return Manifest("portal 0", day, production, 1, "", {}, records, earlier)


def test_only_a_formal_publication_is_refused() -> None:
    site = small_site()
    before = manifest(published(site, DAY), production=True)
    less = without_case(site, "2024-001")
    with pytest.raises(Refused, match="有 1 处不能这样发布"):
        Gate(production=True).pass_or_refuse(before, less, LATER)
    heard: list[str] = []
    Gate(warn=heard.append).pass_or_refuse(before, less, LATER)
    assert "正式发布时会被拒绝" in heard[0]
    Gate(production=True, missing=frozenset({"case:2024-001"})).pass_or_refuse(before, less, LATER)


def test_trying_something_out_does_not_make_the_program_forget() -> None:
    """The built folder may hold a try of another day; the ledger is that of the last formal publication."""
    site = small_site()
    less = without_case(site, "2024-001")
    tried = manifest(
        published(less, LATER), production=False, earlier=ledger(site), day=datetime.date(2030, 1, 1)
    )
    with pytest.raises(Refused, match="案例 2024-001"):
        Gate(production=True).pass_or_refuse(tried, less, LATER)
    Gate(production=True).pass_or_refuse(tried, site, LATER)


def test_days_may_be_tried_freely_while_nothing_was_published() -> None:
    heard: list[str] = []
    site = small_site()
    before = manifest(published(site, DAY), production=False)
    Gate(warn=heard.append).pass_or_refuse(before, site, EARLIER)
    assert heard == []
