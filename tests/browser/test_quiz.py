"""The quiz in a browser: played by keys alone, read by a checker, true to its links."""

import re

from playwright.sync_api import Page, expect

from tests.browser.visits import Visit


def opened(page: Page, site: str, place: str) -> Visit:
    visit = Visit(page, site)
    visit.open(f"/quiz?lang=en&{place}")
    return visit


def test_a_wrong_answer_leads_to_the_settings_that_disprove_it(page, site) -> None:
    visit = opened(page, site, "q=code-of-the-month")
    page.get_by_text("Code N", exact=True).click()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("This does not hold. Here is why.")).to_be_visible()
    visit.stands()
    assert visit.barriers == {}
    page.get_by_role("link", name="See for yourself: Credit record").click()
    expect(page).to_have_url(re.compile("/credit_record\\?.*due_on=2026-02-15"))
    expect(page.get_by_text("35 days late").first).to_be_visible()
    page.go_back()
    expect(page.get_by_text("This does not hold. Here is why.")).to_be_visible()


def test_an_order_is_put_right_by_keys_alone(page: Page, site: str) -> None:
    visit = opened(page, site, "q=from-cheap-to-dear")
    for line in (
        "Paid off half-way, and the fees end",
        "Paid to the end, a fee each month",
        "Paid to the end, all fees kept back at the start",
        "Paid off half-way, and the fees go on",
    ):
        page.get_by_role("button", name=line).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("listitem").filter(has_text=line)).to_be_visible()
    page.get_by_role("button", name="Answer", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("That is right.")).to_be_visible()
    visit.stands()
    assert visit.barriers == {}


def test_a_number_is_typed_and_answered(page: Page, site: str) -> None:
    visit = opened(page, site, "q=true-annual-rate")
    page.get_by_role("textbox", name="Your answer: …% a year").fill("7.2%")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("It is more: 13.03% a year.")).to_be_visible()
    visit.stands()
    assert visit.barriers == {}


def test_the_next_question_is_shown_from_its_top_on_a_phone(page, site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, site, "topic=protection&q=warning-signs")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("Choose at least one option, then answer.")).to_be_visible()
    page.get_by_role("button", name="Next", exact=True).click()
    expect(page.get_by_text(re.compile("^Question 3 of "))).to_be_in_viewport()
    expect(page).to_have_url(re.compile("q=a-true-mark"))


def test_a_reload_keeps_the_place_and_forgets_the_answer(page, site) -> None:
    opened(page, site, "q=what-is-late")
    page.get_by_text("The whole loan, down to the last instalment").click()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("This does not hold. Here is why.")).to_be_visible()
    page.reload()
    expect(page.get_by_text(re.compile("^Question 1 of "))).to_be_visible()
    expect(page.get_by_text("This does not hold. Here is why.")).to_have_count(0)
