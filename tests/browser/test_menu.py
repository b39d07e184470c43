"""The menu on a phone: it closes when a page was chosen, and takes no focus closed."""

from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}


def test_the_menu_closes_and_takes_no_focus_while_it_is_closed(
    page: Page, site
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/questions?lang=zh")
    page.locator("[data-test-script-state=notRunning]").wait_for()
    menu = page.get_by_test_id("stSidebar")
    expect(menu).to_be_hidden()
    page.get_by_test_id("stExpandSidebarButton").click()
    link = menu.get_by_role("link", name="征信记录")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url("**/credit_record**")
    expect(menu).to_be_hidden()
    for _ in range(6):
        page.keyboard.press("Tab")
        assert not menu.evaluate("each => each.contains(document.activeElement)")


def test_name_language_and_menu_take_one_line_of_a_phone(page: Page, site) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/claims?lang=en")
    bar = page.locator(".st-key-bar")
    boxes = [
        bar.get_by_role("link", name="After Overdue").bounding_box(),
        bar.get_by_role("button", name="中文").bounding_box(),
        page.get_by_test_id("stExpandSidebarButton").bounding_box(),
    ]
    assert all(box and box["y"] + box["height"] <= 60 for box in boxes)
    assert page.locator("h1").bounding_box()["y"] >= 60
