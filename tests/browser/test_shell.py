"""The shell of every page: home in one screen, elder version, light and dark, menu, share, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.projects import TODAY

pytestmark = pytest.mark.browser
ELDER_PX = 24.0  # 18 pt, the least that the rules for elder versions allow
TARGET_PX = 44.0


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def text_size(page: Page) -> float:
    size = page.locator("main p").last.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert isinstance(size, float | int)
    return float(size)


def test_the_home_page_says_it_all_in_one_screen_of_a_phone(phone: Page, address: str) -> None:
    phone.clock.set_fixed_time(TODAY)  # the newest case is still public
    phone.goto(address)
    for selector in (
        "h1",
        ".p-progress a",
        ".p-figure:last-child .p-figure__value",
        ".p-today",
        ".p-latest a",
        ".p-calls a[href*='quiz/practice/?mode=order']",
        ".p-calls a[href$='quiz/#try']",
        ".p-calls a[href='tel:12315']",
    ):
        box = phone.locator(selector).first.bounding_box()
        assert box is not None, selector
        assert box["y"] + box["height"] <= 740, selector


def test_the_elder_version_is_big_and_stays(phone: Page, address: str) -> None:
    phone.goto(address + "about/")
    elder = phone.get_by_role("button", name="适老版", exact=True)
    expect(elder).to_have_attribute("aria-pressed", "false")
    elder.click()
    assert text_size(phone) >= ELDER_PX
    phone.goto(address + "cases/")
    assert text_size(phone) >= ELDER_PX
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    expect(elder).to_have_attribute("aria-pressed", "true")
    elder.click()
    assert text_size(phone) < ELDER_PX
    phone.goto(address + "about/")
    assert text_size(phone) < ELDER_PX


def test_the_elder_home_has_four_doors(phone: Page, address: str) -> None:
    phone.goto(address + "?mode=elder")
    doors = phone.locator(".p-elder-doors .p-bigdoors a")
    assert doors.count() == 4
    assert all(door.is_visible() for door in doors.all())
    assert not phone.locator(".p-hero").is_visible()


def test_without_scripts_a_link_leads_to_the_elder_version(still: Page, address: str) -> None:
    still.goto(address + "cases/")
    still.get_by_role("link", name="适老版", exact=True).click()
    size = still.locator("main p").last.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= ELDER_PX
    still.goto(address + "elder/#elder")
    still.get_by_role("link", name="看看案例").click()
    assert still.url.endswith("cases/#elder")


def test_without_scripts_no_button_is_dead(still: Page, address: str) -> None:
    for path in ("", "cases/", "outcomes/", "about/"):
        still.goto(address + path)
        dead = [one.inner_text() for one in still.locator("button[type=button]").all() if one.is_visible()]
        assert dead == [], path


def test_dark_follows_the_system_until_the_reader_chooses(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    page = context.new_page()
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(address + "about/")
    assert page.evaluate(ground) == "rgb(18, 23, 30)"
    switch = page.get_by_role("button", name="深色")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.goto(address + "cases/")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    switch.click()
    assert page.evaluate("localStorage.getItem('portal.scheme')") is None
    context.close()


def test_the_menu_opens_and_closes_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(address + "about/")
    menu = phone.locator(".p-menu")
    menu.locator("summary").focus()
    phone.keyboard.press("Enter")
    assert menu.locator(".p-menu__panel").is_visible()
    phone.keyboard.press("Escape")
    assert not menu.locator(".p-menu__panel").is_visible()
    assert phone.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_first_tab_leads_to_the_text(phone: Page, address: str) -> None:
    phone.goto(address + "cases/")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "跳到正文"
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "main"


def test_sharing_copies_the_address_where_there_is_no_sheet(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto(address + "about/?from=chat#who")
    page.get_by_role("button", name="分享链接").click()
    page.get_by_text("网址已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + "about/"
    # What was chosen belongs to what is shared.
    page.goto(address + "cases/?year=2024&from=chat")
    page.get_by_role("button", name="分享链接").click()
    page.get_by_text("网址已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address + "cases/?year=2024"
    context.close()


def test_changing_the_version_keeps_what_was_asked(phone: Page, address: str) -> None:
    phone.goto(address + "cases/?year=2024&mode=elder")
    phone.get_by_role("button", name="适老版", exact=True).click()
    assert phone.url == address + "cases/?year=2024"


def test_fingers_find_what_they_aim_at(phone: Page, address: str) -> None:
    phone.goto(address)
    for one in phone.locator(".p-tool:visible, .p-menu summary, .p-button").all():
        box = one.bounding_box()
        assert box is not None
        assert box["height"] >= TARGET_PX
        assert box["width"] >= TARGET_PX
