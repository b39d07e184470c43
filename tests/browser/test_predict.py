"""Guess first in a browser: nothing drawn before a guess, both beside it after."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.visits import Visit

MONTH = "predict/score_recovery/month?points_lost={lost}"


def opened(page: Page, site: str, lost: int = 60) -> Visit:
    page.set_viewport_size({"width": 390, "height": 844})
    visit = Visit(page, site)
    visit.open(f"/predict?lang=en&step={quote(MONTH.format(lost=lost))}")
    return visit


def test_a_guess_is_typed_on_a_phone_and_stands_beside_the_curve(page, site) -> None:
    visit = opened(page, site)
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    page.get_by_label("Your guess: month …").fill("24")
    page.get_by_role("button", name="Commit and look").click()
    model = "By the model: month 40 or month 41."
    expect(page.get_by_text(model, exact=True)).to_be_visible()
    plot = page.locator(".js-plotly-plot")
    expect(plot.get_by_text("You: month 24")).to_be_visible()
    expect(plot.get_by_text("Model: month 40 or month 41")).to_be_visible()
    visit.stands()
    assert visit.width <= 390
    assert visit.barriers == {}


def test_the_figure_leads_to_its_page_at_the_same_settings(page, site) -> None:
    opened(page, site, lost=70)
    page.get_by_text("never, by the timetable").click()
    page.get_by_role("button", name="Commit and look").click()
    page.get_by_role("link", name="Move it yourself: Score recovery").click()
    expect(page).to_have_url(re.compile(r"/score_recovery\?.*points_lost=70"))
    page.go_back()
    guess = "Your guess: never, by the timetable."
    expect(page.get_by_text(guess, exact=True)).to_be_visible()


def test_a_reload_keeps_the_place_and_forgets_the_guess(page, site) -> None:
    opened(page, site)
    page.get_by_label("Your guess: month …").fill("24")
    page.get_by_role("button", name="Commit and look").click()
    expect(page.get_by_text("Your guess: month 24.", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Commit and look")).to_be_visible()
    expect(page).to_have_url(re.compile("step=predict.*points_lost"))
