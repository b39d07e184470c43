"""Numbers in fields: typed as people write them, stepped by hand, said back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.boxes import box_of
from tests.browser.visits import Visit

SAID = {
    "en": {
        "budget": "My budget a month",
        "rate": "Interest a year, %",
        "read": "50,000 yuan",
        "percent": "12%",
        "nonsense": re.compile("is “a lot”, which is not a number; .*shows 50,000"),
        "empty": re.compile("was left empty; write a number from 1 to 1,000,000"),
        "far": re.compile("is 5,000,000; allowed is 1 to 1,000,000, .*shows 50,000"),
        "more": "One step more: My budget a month",
    },
    "zh": {
        "budget": "每月总共还多少",
        "rate": "年利率（%）",
        "read": "50,000元",
        "percent": "12%",
        "nonsense": re.compile("“a lot”，不是数字；.*本页改为显示50,000"),
        "empty": re.compile("没有填，请填1到1,000,000的数"),
        "far": re.compile("是5,000,000，允许的范围是1到1,000,000，本页改为显示50,000"),
        "more": "多一格：每月总共还多少",
    },
}


def typed(field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Enter")


@pytest.mark.parametrize("lang", SAID)
def test_numbers_are_typed_as_people_write_them(page: Page, site: str, lang) -> None:
    said, visit = SAID[lang], Visit(page, site)
    visit.open(f"/pay_first?lang={lang}")
    page.locator(".st-key-own_case summary").first.click()
    field = page.get_by_role("textbox", name=said["budget"], exact=True)
    box = page.locator("[class*=st-key-budget]").first
    typed(field, "5万")
    expect(box.get_by_text(said["read"], exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile("budget=50000"))
    expect(field).to_be_focused()
    expect(field).to_have_value("5万")
    for text, why in (("a lot", "nonsense"), ("", "empty"), ("5000000", "far")):
        typed(field, text)
        expect(box.get_by_role("alert")).to_have_text(said[why])
        expect(field).to_have_value(text)
        expect(page).to_have_url(re.compile("budget=50000"))
    page.get_by_role("button", name=said["more"]).click()
    expect(field).to_have_value("50,100")
    expect(box.get_by_role("alert")).to_have_count(0)
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(page).to_have_url(re.compile("budget=49900"))
    slider = page.locator("[data-part=slider]")
    for _ in range(2):  # the slider is heard again where only the field had moved on
        typed(field, "2k")
        expect(page).not_to_have_url(re.compile("budget="))
        expect(slider).to_have_value("2000")
        slider.press("ArrowRight")
        expect(field).to_have_value("2,050")
    rate = page.get_by_role("textbox", name=said["rate"], exact=True).nth(1)
    typed(rate, "12%")
    expect(page).to_have_url(re.compile("3000(:|%3A)0.12(:|%3A)100"))
    rate.blur()
    visit.stands()
    assert visit.barriers == {}


def test_a_month_that_is_typed_in_words_is_read_before_it_is_stepped(
    page: Page, site: str
) -> None:
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    Visit(page, site).open("/score_recovery?lang=zh&repaired_in=2026-11")
    page.locator(".st-key-own_case summary").first.click()
    field = page.locator("[class*=st-key-repaired_in] [data-part=typed]")
    field.fill("2027年3月")
    page.locator("[class*=st-key-repaired_in] [data-part=more]").click()
    expect(page).to_have_url(re.compile("repaired_in=2027-03"))
    assert broken == []


def test_a_finger_has_room_and_a_keypad_where_digits_suffice(browser, site) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{site}/penalty_interest?lang=en")
    page.locator("#first-view").wait_for(state="detached")
    page.locator(".st-key-own_case summary").first.tap()
    days = page.get_by_role("textbox", name="Days late when it is paid")
    amount = page.get_by_role("textbox", name="Overdue principal")
    expect(days).to_have_attribute("inputmode", "numeric")
    expect(amount).to_have_attribute("inputmode", "text")
    more = page.get_by_role("button", name="One step more: Days late when it is paid")
    for _ in range(3):
        more.tap()
    expect(days).to_have_value("93")
    expect(page).to_have_url(re.compile("days=93"))
    box = box_of(more)
    assert min(box["width"], box["height"]) >= 44
    context.close()
