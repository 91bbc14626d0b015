"""A site that nobody has built since: what is past its last public day, by the calendar of Shanghai, is not shown."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
CASE = "cases/2024-002/"
PARTY = "示例餐饮有限公司"
OVER = "公示期已满，内容不再显示"
SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
ONE_SECOND = datetime.timedelta(seconds=1)
# The first and the last place of the world that a day comes to.
FAR_ZONES = ("Pacific/Kiritimati", "Pacific/Niue")


@pytest.fixture(scope="module")
def midnight(site: Path) -> datetime.datetime:
    """The moment in Shanghai at which the last public day of the named case is over."""
    found = re.search(
        r'<meta name="until" content="([0-9-]+)">', (site / CASE / "index.html").read_text("utf-8")
    )
    assert found
    day = datetime.date.fromisoformat(found[1]) + datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(), SHANGHAI)


@pytest.fixture(params=FAR_ZONES)
def abroad(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone whose clock shows another day than Shanghai."""
    context = browser.new_context(timezone_id=request.param)
    yield context.new_page()
    context.close()


def opened(page: Page, url: str, moment: datetime.datetime) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(url, wait_until="networkidle")


def tells_nothing(page: Page) -> None:
    """Neither what is seen nor what a program reads from the page tells who it was or what happened."""
    expect(page).to_have_title(OVER)
    expect(page.locator(".p-page")).to_have_text(OVER)
    assert PARTY not in page.content()
    assert "酸奶" not in page.content()


def test_after_its_last_day_the_page_says_only_that(
    phone: Page, address: str, midnight: datetime.datetime
) -> None:
    opened(phone, address + CASE, midnight)
    tells_nothing(phone)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_on_its_last_day_everything_is_there(phone: Page, address: str, midnight: datetime.datetime) -> None:
    opened(phone, address + CASE, midnight - ONE_SECOND)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(PARTY)
    expect(phone.locator("#facts")).to_be_visible()
    expect(phone.get_by_text("当天仍公开")).to_be_visible()


def test_the_day_is_that_of_shanghai_everywhere(
    abroad: Page, address: str, midnight: datetime.datetime
) -> None:
    opened(abroad, address + CASE, midnight - ONE_SECOND)
    expect(abroad.locator("#facts")).to_be_visible()
    opened(abroad, address + CASE, midnight)
    tells_nothing(abroad)


def test_its_kit_goes_too(phone: Page, address: str, midnight: datetime.datetime) -> None:
    opened(phone, f"{address}kit/case/2024-002/", midnight)
    tells_nothing(phone)


@pytest.mark.parametrize("event", ["visibilitychange", "pageshow"])
def test_a_page_left_open_over_midnight_goes_when_somebody_comes_back(
    phone: Page, address: str, midnight: datetime.datetime, event: str
) -> None:
    opened(phone, address + CASE, midnight - ONE_SECOND)
    expect(phone.locator("#facts")).to_be_visible()
    phone.clock.set_fixed_time(midnight)
    phone.evaluate("name => (name === 'pageshow' ? window : document).dispatchEvent(new Event(name))", event)
    tells_nothing(phone)


@pytest.mark.parametrize("place", ["", "cases/", "cases/?year=2024", "cases/2024-001/", "campaign/links/"])
def test_lists_leave_it_out(phone: Page, address: str, midnight: datetime.datetime, place: str) -> None:
    opened(phone, address + place, midnight - ONE_SECOND)
    listed = phone.locator("[data-until]").filter(visible=True)
    expect(listed.filter(has_text=PARTY)).not_to_have_count(0)
    opened(phone, address + place, midnight)
    expect(phone.locator("main")).not_to_contain_text(PARTY)


def test_the_other_cases_stay(phone: Page, address: str, midnight: datetime.datetime) -> None:
    opened(phone, f"{address}cases/", midnight)
    expect(phone.locator(".p-listed .p-card").filter(has_text=OVER)).to_have_count(1)
    expect(phone.get_by_role("link", name="某便利店")).to_be_visible()


def test_the_filter_does_not_find_it(phone: Page, address: str, midnight: datetime.datetime) -> None:
    for moment, count in ((midnight - ONE_SECOND, 1), (midnight, 0)):
        opened(phone, f"{address}cases/?q={PARTY}", moment)
        expect(phone.locator(".p-filter [role=status]")).to_contain_text("1件" if count else "没有")
        expect(phone.locator(".p-found .p-card")).to_have_count(count)


def test_search_does_not_show_it(phone: Page, address: str, midnight: datetime.datetime) -> None:
    opened(phone, f"{address}search/?q={PARTY}", midnight - ONE_SECOND)
    results = phone.locator(".p-result")
    expect(results.get_by_role("link", name=PARTY)).to_be_visible()
    opened(phone, f"{address}search/?q={PARTY}", midnight)
    expect(results.filter(has_text=OVER)).to_have_count(1)
    expect(results.filter(has_text=PARTY)).to_have_count(0)
    assert "酸奶" not in phone.locator("main").inner_text()
