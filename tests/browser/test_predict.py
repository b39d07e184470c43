"""Guess first in a browser: nothing drawn before a guess, both beside it after."""

import re
from urllib.parse import quote

from playwright.sync_api import Browser, Page, expect

from tests.browser.boxes import box_of
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
    page.get_by_role("textbox", name="Your guess: month …").fill("24")
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
    page.get_by_role("textbox", name="Your guess: month …").fill("24")
    page.get_by_role("button", name="Commit and look").click()
    expect(page.get_by_text("Your guess: month 24.", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Commit and look")).to_be_visible()
    expect(page).to_have_url(re.compile("step=predict.*points_lost"))


DRAWN = "/predict?lang=en&step=draw/score_recovery"
HANDLES = ".draw input"


def test_a_curve_is_drawn_by_a_finger_and_stands_over_the_readings(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    visit = Visit(page, site)
    visit.open(DRAWN)
    expect(page.locator(".js-plotly-plot")).to_have_count(0)
    box = box_of(page.locator(".pad"))
    finger = context.new_cdp_session(page)

    def touch(kind: str, *places: tuple[float, float]) -> None:
        points = [
            {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
            for x, y in places
        ]
        event = {"type": kind, "touchPoints": points}
        finger.send("Input.dispatchTouchEvent", event)

    touch("touchStart", (0.02, 0.5))
    for at in range(1, 20):
        touch("touchMove", (0.05 * at, 0.5 - 0.02 * at))
    touch("touchMove", (1.0, 0.1))
    touch("touchEnd")
    expect(page.get_by_role("status")).to_contain_text("You drew: 5")
    scores = [int(each.input_value()) for each in page.locator(HANDLES).all()]
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]
    assert visit.barriers == {}
    page.get_by_role("button", name="Commit and look").click()
    said = f"Your curve stands at {scores[-1]} points in November 2032."
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    drawn = page.locator(".js-plotly-plot")
    expect(drawn.get_by_text("You", exact=True)).to_be_visible()
    assert drawn.evaluate("(plot) => plot.data.at(-1).y") == [590, *scores]
    assert visit.width <= 390
    context.close()


def test_a_curve_is_drawn_by_keys_alone(page, site) -> None:
    page.emulate_media(color_scheme="dark")
    Visit(page, site).open(DRAWN)
    handle = page.get_by_label("March 2029")
    handle.focus()
    commit = page.get_by_role("button", name="Commit and look")
    expect(commit).to_be_disabled()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(handle).to_have_attribute("aria-valuetext", "605 points")
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(commit).to_be_focused()
    page.keyboard.press("Enter")
    nearest = page.get_by_role("listitem").filter(has_text="nearest to “Not for now”")
    expect(nearest).to_be_visible()
